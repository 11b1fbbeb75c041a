import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeChecks } from '../../src/checks/judge-checks.ts';
import { CHECK_LIMITS } from '../../src/checks/limits.ts';
import { readCheckList } from '../../src/checks/read-list.ts';
import { checksJson } from '../../src/checks/render/json.ts';
import { InputError } from '../../src/errors.ts';
import { check, gap, listOf, NOW } from './samples.ts';

const RULE = { onUnknown: 'fail', reportOnly: false } as const;

function problemsOf(value: unknown): readonly string[] {
  try {
    readCheckList(typeof value === 'string' ? value : JSON.stringify(value), 'list.json');
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

test('what is made can be written, and reads back the same, whatever the texts', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 });
  const hostile = fc.oneof(
    text,
    fc.constantFrom('\u001b[31mred', '##[error]x', '::error::x', '\ud800', 'a\nb', '💊'.repeat(600)),
  );
  const anyCheck = fc
    .record({ what: hostile, measured: hostile, title: hostile, verdict: fc.constantFrom('pass', 'fail', 'unknown') })
    .map(({ verdict, ...texts }) =>
      check(verdict as 'pass', { ...texts, what: `x${texts.what}`, title: `t${texts.title}` }),
    );
  fc.assert(
    fc.property(fc.array(anyCheck, { maxLength: 5 }), hostile, (checks, because) => {
      const acceptance = { check: 'x*', verdict: 'fail' as const, reason: 'r' };
      const notVerified = [gap({ because: `b${because}` })];
      const list = listOf(checks, { notVerified, accept: [acceptance] });
      expect(readCheckList(checksJson(judgeChecks(list, RULE, NOW)), 'list.json')).toEqual(list);
    }),
  );
});

test('a verdict that stands in the file is not believed', () => {
  const told = { ...listOf([check('fail')]), judgement: { verdict: 'pass' } };
  expect(judgeChecks(readCheckList(JSON.stringify(told), 'list.json'), RULE, NOW).verdict).toBe('fail');
});

describe('what is no list is refused', () => {
  const good = listOf([check('pass')]);
  test.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /list\.json: not readable as JSON/],
    ['something else', '[]', /no list of checks/],
    ['another kind', { ...good, kind: 'lockstep-checks/2' }, /"kind" is "lockstep-checks\/1"/],
    ['no checks', { ...good, checks: undefined }, /"checks": required, expected a list/],
    ['a list that lost what it could not look at', { ...good, notVerified: undefined }, /"notVerified": required/],
    ['another verdict', { ...good, checks: [{ ...check('pass'), verdict: 'ok' }] }, /expected one of pass, fail/],
    ['no verdict', { ...good, checks: [{ ...check('pass'), verdict: undefined }] }, /"verdict": required/],
    ['a misspelt field', { ...good, checks: [{ ...check('pass'), were: 1 }] }, /"were": no such field/],
    [
      'a way out of the repository',
      { ...good, checks: [check('fail', { where: { file: '../x' } })] },
      /within the repo/,
    ],
    [
      'an address as a file',
      { ...good, checks: [check('fail', { where: { file: 'javascript:x' } })] },
      /within the repo/,
    ],
    ['half a line', { ...good, checks: [check('fail', { where: { file: 'x', line: 1.5 } })] }, /whole numbers/],
    ['line 0', { ...good, checks: [check('fail', { where: { file: 'x', line: 0 } })] }, /expected a number from 1/],
    ['an id with spaces', { ...good, checks: [{ ...check('pass'), id: 'a b' }] }, /"id": expected lower-case/],
    ['no time', { ...good, at: 'today' }, /"at": expected a time/],
    ['no such time', { ...good, at: '2026-13-01T00:00:00Z' }, /"at": expected a time/],
    ['an address that runs something', { ...good, run: 'javascript:x' }, /"run": expected the address/],
    ['a long text', { ...good, checks: [check('pass', { measured: 'x'.repeat(1_001) })] }, /longer than 1000/],
    ['a wrong acceptance', { ...good, accept: [{ check: 'x' }] }, /accept 1: "reason": required/],
    ['numbers for checks', { ...good, checks: [1] }, /checks 1: expected a map/],
    ['too many acceptances', { ...good, accept: Array(1_001).fill({}) }, /1001 entries, at most 1000/],
    ['a prototype', `${JSON.stringify(good).slice(0, -1)},"__proto__":{"x":1}}`, /"__proto__": no such field/],
  ])('%s', (_what, value, problem) => {
    expect(problemsOf(value)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });

  test('with all its problems at once, up to what somebody can read', () => {
    const problems = problemsOf({ ...good, at: '', subject: '', checks: Array(100).fill({}) });
    expect(problems).toHaveLength(51);
    expect(problems.slice(0, 2)).toEqual([
      expect.stringMatching(/"subject": required/),
      expect.stringMatching(/"at": required/),
    ]);
    expect(problems.at(-1)).toMatch(/^… and \d+ more problems$/);
  });

  test('a nest that is too deep ends no process', () => {
    expect(problemsOf(`{"kind":"lockstep-checks/1","x":${'['.repeat(200_000)}`)).toEqual([
      expect.stringMatching(/not readable as JSON/),
    ]);
  });
});

describe('a list as it is made', () => {
  test('has its texts in one line, cut to what may be read', () => {
    const [only] = listOf([check('fail', { measured: `a\u001b[2J\nb ${'💊'.repeat(2_000)}` })]).checks;
    expect(only?.measured).toMatch(/^a \[2J b 💊+…$/u);
    expect([...(only?.measured ?? '')]).toHaveLength(CHECK_LIMITS.text);
  });

  test('is never silently shorter: what does not fit counts as not verified', () => {
    const many = Array.from({ length: CHECK_LIMITS.checks + 2 }, () => check('pass'));
    const list = listOf([...many, check('fail')]);
    expect(list.checks).toHaveLength(CHECK_LIMITS.checks);
    expect(list.checks[0]?.verdict).toBe('fail');
    expect(list.notVerified).toEqual([expect.objectContaining({ id: 'list-too-long', chosen: false })]);
    expect(list.notVerified[0]?.because).toBe('3 more did not fit into the list');
  });

  test.each<[string, () => unknown]>([
    ['an id', () => listOf([check('pass', { id: 'Csp nonce' })])],
    ['a reason', () => listOf([check('pass', { reason: '' })])],
    ['a place', () => listOf([check('fail', { where: { file: '/etc/passwd' } })])],
  ])('%s that can be none is a fault of ours', (_what, make) => {
    expect(make).toThrow(Error);
    expect(make).not.toThrow(InputError);
  });
});

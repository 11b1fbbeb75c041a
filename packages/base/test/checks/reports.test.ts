import { describe, expect, test } from '@jest/globals';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Check, CheckList } from '../../src/checks/check.ts';
import { type CheckJudgement, judgeChecks } from '../../src/checks/judge-checks.ts';
import { checksAnnotations } from '../../src/checks/render/annotations.ts';
import { checksJson } from '../../src/checks/render/json.ts';
import { checksJunit } from '../../src/checks/render/junit.ts';
import { checksSarif } from '../../src/checks/render/sarif.ts';
import { checksComment, checksSummary } from '../../src/checks/render/summary.ts';
import { checksText } from '../../src/checks/render/text.ts';
import { check, gap, listOf, NOW } from './samples.ts';

const judged = (list: CheckList, reportOnly = false): CheckJudgement =>
  judgeChecks(list, { onUnknown: 'fail', reportOnly }, NOW);

const REPORTS = {
  summary: checksSummary,
  comment: (judgement: CheckJudgement) => checksComment(judgement).markdown,
  text: (judgement: CheckJudgement) => checksText(judgement),
  json: checksJson,
  sarif: checksSarif,
  junit: checksJunit,
};
const each = Object.entries(REPORTS);

const HOSTILE = [
  '</details></table><img src=x onerror=alert(1)><script>alert(1)</script>',
  '| a | b |\n|---|---|\n# big @ada acme/shop#12 GH-7 https://evil.example ![x](https://evil.example/x.png)',
  '<!-- /lockstep:section --><!-- lockstep:section quality 9.9 pass -->',
  '\u001b[2J\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007\u009b31mred\u202eelif',
  '\n::error::forged\n::add-mask::x\n##[error]forged ##[group]x',
  '"]]></failure><testcase name="x"/>&xxe; \ud800 \u0000',
];

/** The same hostile text wherever a text may stand, also as a file from an older tool would bring it. */
function hostileList(text: string): CheckList {
  const base = listOf([check('fail'), check('unknown'), check('pass'), check('fail', { id: 'old' })]);
  const where = { file: 'a b#?`|</x.sql', line: 3 };
  const dirty = (one: Check): Check => ({
    ...one,
    title: text,
    what: text,
    measured: text,
    expected: text,
    remedy: text,
    where,
  });
  return {
    ...base,
    subject: text,
    tool: { name: text, version: text },
    checks: base.checks.map(dirty),
    notVerified: [gap({ what: text, because: text, remedy: text }), gap({ chosen: true, what: text, because: text })],
    accept: [
      { check: 'old', verdict: 'fail', reason: text },
      { check: 'nothing', what: text, verdict: 'fail', reason: text },
    ],
  };
}

describe.each(HOSTILE)('text of others: %j', (text) => {
  const judgement = judged(hostileList(text));

  test.each(each)('%s commands neither a terminal nor the runner', (_form, render) => {
    const report = render(judgement);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is them that must not be there
    expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(report).not.toMatch(/^\s*::/m);
    expect(report).not.toContain('##[');
  });

  test.each(['summary', 'comment'] as const)('%s shows it, and it does nothing', (form) => {
    const markdown = REPORTS[form](judgement);
    const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
    expect(new Set(html.match(/<\/?([a-z!][a-z0-9-]*)/gi)?.map((tag) => tag.replace(/^<\/?/, '')))).toEqual(
      new Set(
        'p strong table thead tr th tbody td details summary br ul li'
          .split(' ')
          .filter((tag) => html.includes(`<${tag}`)),
      ),
    );
    expect(html).not.toMatch(/@ada|shop#12|GH-7|href=|<img|<!--/);
    expect(html.match(/<details>/g)).toHaveLength(html.match(/<\/details>/g)?.length ?? 0);
  });

  test('annotations are lines', () => {
    for (const { message, title } of checksAnnotations(judgement)) {
      expect(`${title}${message}`).not.toMatch(/\p{Cc}/u);
      expect(message.length).toBeLessThanOrEqual(500);
    }
  });
});

describe('a very long list', () => {
  const wide = 'é|<@'.repeat(250);
  const many = (length: number, text: string) =>
    Array.from({ length }, (_, index) =>
      check(index % 3 === 0 ? 'fail' : 'unknown', {
        id: `check-${index % 700}`,
        title: `t${text}`,
        what: `${index} ${text}`,
        measured: text,
        remedy: text,
        where: { file: `src/${index}.ts`, line: index + 1 },
      }),
    );
  const gapsOf = (length: number) => Array.from({ length }, (_, index) => gap({ what: `${index}`, because: wide }));
  const judgement = judged(listOf(many(12_000, ''), { notVerified: gapsOf(12_000) }));
  const ofLongTexts = judged(listOf(many(1_200, wide), { notVerified: gapsOf(1_200) }));

  test('is cut in the summary, and says by how much', () => {
    const summary = checksSummary(ofLongTexts);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(800_000);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(100_000);
    expect(summary).toContain('400 failed, 800 unknown, 1200 not verified');
    expect(summary).toMatch(/… and \d+ more checks/);
    expect(checksSummary(judgement)).toContain('… and 11000 more checks');
  });

  test.each([judgement, ofLongTexts])('fits into a section of the comment', (one) => {
    const { markdown, verdict } = checksComment(one);
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(5_500);
    expect(verdict).toBe('fail');
    expect(markdown).toMatch(/400\d? failed/);
    expect(markdown).toMatch(/… and \d+ more checks/);
  });

  test('is cut in SARIF to what GitHub shows, the worst first', () => {
    const [run] = JSON.parse(checksSarif(judgement)).runs;
    expect(run.results).toHaveLength(5_000);
    expect(run.results.slice(0, 4_000).every((one: { level: string }) => one.level === 'error')).toBe(true);
    expect(run.properties).toEqual({ leftOut: 7_000 });
  });

  test('is cut in JUnit, and the last case says how the others went', () => {
    const xml = checksJunit(judgement);
    expect(xml.match(/<testcase /g)).toHaveLength(20_000);
    expect(xml).toMatch(/name="… and 4001 more" time="0"><error /);
  });

  test('is cut on a terminal, and whole as JSON', () => {
    expect(checksText(judgement).split('\n').length).toBeLessThan(1_500);
    expect(checksText(judgement)).toMatch(/… and 11800 more lines/);
    expect(JSON.parse(checksJson(judgement)).checks).toHaveLength(12_000);
  });

  test('gives as many annotations as GitHub keeps', () => {
    const annotations = checksAnnotations(judgement);
    expect(annotations).toHaveLength(50);
    expect(annotations.at(-1)?.message).toBe('… and 11951 more; the report has them');
  });
});

test('a summary says the outcome, what did not pass with what to do, and folds the rest', () => {
  const where = { file: 'vercel.json', line: 7 };
  const list = listOf(
    [
      check('fail', { where }),
      check('pass', { id: 'hsts', title: 'HSTS is set' }),
      check('fail', { id: 'old', title: 'Old' }),
    ],
    {
      notVerified: [gap()],
      accept: [{ check: 'old', verdict: 'fail', reason: 'gone in May', until: '2027-05-01' }],
    },
  );
  expect(checksSummary(judged(list)).replaceAll('\u200b', '').split('\n')).toEqual([
    '❌ **edge-audit**: 4 checks: 1 failed, 1 not verified, 1 passed, 1 accepted (https://shop.example)',
    '',
    '| Check | Of | Measured | Expected | What to do |',
    '|---|---|---|---|---|',
    '| ❌ Every script has a nonce | https://shop.example/<br>vercel.json:7 | 2 of 3 scripts | all scripts | give each script the nonce of its answer |',
    '',
    '<details><summary>Not verified: 1</summary>',
    '',
    '| Of | Why | What to do |',
    '|---|---|---|',
    '| the rules of the firewall | the plan does not show it |  |',
    '',
    '</details>',
    '',
    '<details><summary>Accepted: 1</summary>',
    '',
    '| Accepted | Of | Until | Why |',
    '|---|---|---|---|',
    '| old | https://shop.example/ | 2027-05-01 | gone in May |',
    '',
    '</details>',
    '',
    '<details><summary>Passed: 1</summary>',
    '',
    '| Check | Of |',
    '|---|---|',
    '| ✅ HSTS is set | https://shop.example/ |',
    '',
    '</details>',
  ]);
  expect(checksSummary(judged(list, true))).toContain(', which does not block');
});

describe('a fingerprint', () => {
  const prints = (...checks: readonly Check[]) =>
    JSON.parse(checksSarif(judged(listOf(checks)))).runs[0].results.map(
      (one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints['lockstep/v1'],
    );
  const at = (line: number, more: Partial<Check> = {}) => check('fail', { where: { file: 'a.ts', line }, ...more });

  test('stays when the line moves and something else is measured', () => {
    expect(prints(at(3, { measured: '1' }))).toEqual(prints(at(30, { measured: '2', title: 'Other words' })));
  });

  test.each<[string, Partial<Check>]>([
    ['check', { id: 'other' }],
    ['thing', { what: 'other' }],
    ['file', { where: { file: 'b.ts' } }],
  ])('is another for another %s', (_what, more) => {
    expect(prints(at(3, more))).not.toEqual(prints(at(3)));
  });

  test('of the same thing twice in a file is counted', () => {
    const [first, second] = prints(at(3), at(9));
    expect([first, second].map((one) => one.split(':')[1])).toEqual(['1', '2']);
    expect(first.split(':')[0]).toBe(second.split(':')[0]);
  });
});

test('a log names what did not pass, and colours only the words of the verdict', () => {
  const judgement = judged(listOf([check('pass'), check('fail'), check('unknown')]));
  expect(checksText(judgement)).toBe(
    [
      'fail csp-nonce: Every script has a nonce: https://shop.example/',
      '    measured 2 of 3 scripts',
      '    expected all scripts',
      '    to do: give each script the nonce of its answer',
      'unknown csp-nonce: Every script has a nonce: https://shop.example/',
      '    expected all scripts',
      '    to do: give each script the nonce of its answer',
      'fail edge-audit: 3 checks: 1 failed, 1 unknown, 1 passed (https://shop.example)',
      '',
    ].join('\n'),
  );
  expect(checksText(judgement, (verdict, word) => `<${verdict}>${word}`)).toMatch(/^<fail>fail csp-nonce/);
});

test('many things that were not looked at for one reason: the reason once, with which they are', () => {
  const refused = { because: 'the token is not accepted', remedy: 'Create another.' };
  const notVerified = [
    gap({ id: 'a.one', what: 'One', ...refused }),
    gap({ id: 'a.two', what: 'Two', ...refused }),
    gap({ id: 'b', what: 'Other', because: 'no plan', remedy: '' }),
  ];
  const judgement = judged(listOf([check('pass')], { notVerified }));
  expect(checksText(judgement).split('\n').slice(0, 4)).toEqual([
    'not verified 2 checks: the token is not accepted',
    '    a.one, a.two',
    '    to do: Create another.',
    'not verified b: Other: no plan',
  ]);
  expect(JSON.parse(checksJson(judgement)).notVerified).toHaveLength(3);
});

test('a check whose title says what it is of is named once', () => {
  const where = { file: 'platform.yml', line: 3 };
  const judgement = judged(listOf([check('fail', { title: 'Push protection', what: 'Push protection', where })]));
  for (const report of [checksText, checksJunit, checksSarif])
    expect(report(judgement)).not.toMatch(/Push protection[:( ]+Push protection/);
  expect(checksAnnotations(judgement)[0]?.message).toMatch(/^Push protection: 2 of 3/);
});

test('nothing of a list that does not block is an error', () => {
  const list = listOf([check('fail'), check('unknown')]);
  expect(checksAnnotations(judged(list)).map(({ level }) => level)).toEqual(['error', 'warning']);
  expect(checksAnnotations(judged(list, true)).map(({ level }) => level)).toEqual(['warning', 'warning']);
});

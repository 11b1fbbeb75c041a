import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CheckAcceptance } from '../../src/checks/accept-checks.ts';
import { readAcceptances } from '../../src/checks/accept-checks.ts';
import { applyAcceptances } from '../../src/checks/acceptance.ts';
import type { Check, NotVerified } from '../../src/checks/check.ts';
import { judgeChecks } from '../../src/checks/judge-checks.ts';
import { check, gap, listOf, NOW } from './samples.ts';

const STRICT = { onUnknown: 'fail', reportOnly: false } as const;
const accept = (more: Partial<CheckAcceptance> = {}): CheckAcceptance => ({
  check: 'csp-nonce',
  verdict: 'fail',
  reason: 'mended in December',
  until: '2026-12-31',
  ...more,
});
const judged = (
  checks: readonly Check[],
  notVerified: readonly NotVerified[] = [],
  acceptances: readonly CheckAcceptance[] = [],
) => judgeChecks(listOf(checks, { notVerified, accept: acceptances }), STRICT, NOW);

describe('the verdict of a list', () => {
  test.each<[string, readonly Check[], readonly NotVerified[], string]>([
    ['all passed', [check('pass'), check('pass')], [], 'pass checks-passed'],
    ['one failed', [check('pass'), check('fail'), check('unknown')], [], 'fail checks-failed'],
    ['one is unknown', [check('pass'), check('unknown')], [], 'unknown checks-unknown'],
    ['nothing at all', [], [], 'unknown nothing-checked'],
    ['something could not be looked at', [check('pass')], [gap()], 'unknown checks-unknown'],
    ['a failure outweighs what could not be looked at', [check('fail')], [gap()], 'fail checks-failed'],
    ['something was left out on purpose', [check('pass')], [gap({ chosen: true })], 'pass checks-passed'],
    ['all was left out on purpose', [], [gap({ chosen: true })], 'unknown nothing-checked'],
  ])('%s', (_what, checks, gaps, expected) => {
    const { verdict, reason } = judged(checks, gaps);
    expect(`${verdict} ${reason}`).toBe(expected);
  });

  test('never passes where nothing was seen for certain, nor where something is open', () => {
    const anyCheck = fc.constantFrom<Check['verdict']>('pass', 'fail', 'unknown').map((one) => check(one));
    const anyGap = fc.boolean().map((chosen) => gap({ chosen }));
    const anyAcceptance = fc
      .record({
        verdict: fc.constantFrom<'fail' | 'unknown'>('fail', 'unknown'),
        check: fc.constantFrom('*', 'csp-*', 'x'),
      })
      .map((one) => accept(one));
    fc.assert(
      fc.property(fc.array(anyCheck), fc.array(anyGap), fc.array(anyAcceptance), (checks, gaps, acceptances) => {
        const { verdict, counts, ...rest } = judged(checks, gaps, acceptances);
        const open = rest.checks.filter(({ acceptedBy }) => acceptedBy === undefined);
        if (verdict === 'pass') {
          expect(open.every((one) => one.check.verdict === 'pass')).toBe(true);
          expect(checks.some((one) => one.verdict !== 'unknown')).toBe(true);
          expect(counts.notVerified).toBe(0);
        }
        const { passed, failed, unknown, accepted, notVerified, leftOut } = counts;
        expect(passed + failed + unknown + accepted + notVerified + leftOut).toBe(checks.length + gaps.length);
      }),
    );
  });

  test.each([
    ['fail', 'warn', false, true],
    ['unknown', 'fail', false, true],
    ['unknown', 'warn', false, false],
    ['fail', 'fail', true, false],
    ['unknown', 'fail', true, false],
    ['pass', 'fail', false, false],
  ] as const)('%s, on-unknown %s, report-only %s: blocks %s', (verdict, onUnknown, reportOnly, blocks) => {
    expect(judgeChecks(listOf([check(verdict)]), { onUnknown, reportOnly }, NOW)).toMatchObject({ verdict, blocks });
  });

  test('is told in one line with its numbers', () => {
    const checks = [check('pass'), check('fail'), check('fail', { id: 'hsts' }), check('unknown')];
    const gaps = [gap(), gap({ chosen: true })];
    expect(judged(checks, gaps, [accept({ check: 'hsts' })]).message).toBe(
      '5 checks: 1 failed, 1 unknown, 1 not verified, 1 passed, 1 accepted, 1 left out on purpose',
    );
    expect(judged([]).message).toBe('nothing was checked');
  });
});

describe('what is accepted', () => {
  test.each<[string, Partial<CheckAcceptance>, string]>([
    ['by its id', {}, 'pass'],
    ['by a pattern', { check: 'csp-*' }, 'pass'],
    ['by another id', { check: 'csp' }, 'fail'],
    ['of this thing', { what: 'https://shop.example/*' }, 'pass'],
    ['of another thing', { what: 'https://other.example/*' }, 'fail'],
    ['on its last day', { until: '2026-11-29' }, 'pass'],
    ['on the day after', { until: '2026-11-28' }, 'fail'],
    ['without an end', { until: undefined }, 'pass'],
    ['as unknown', { verdict: 'unknown' }, 'fail'],
  ])('%s', (_what, more, verdict) => {
    expect(judged([check('pass', { id: 'hsts' }), check('fail')], [], [accept(more)]).verdict).toBe(verdict);
  });

  test('whoever accepts a failure has not agreed to go without an answer', () => {
    expect(judged([check('pass', { id: 'hsts' }), check('unknown')], [], [accept()]).verdict).toBe('unknown');
    const unknown = [accept({ verdict: 'unknown' })];
    expect(judged([check('pass', { id: 'hsts' }), check('unknown')], [], unknown).verdict).toBe('pass');
    expect(judged([check('pass')], [gap()], [accept({ check: 'firewall', verdict: 'unknown' })]).verdict).toBe('pass');
  });

  test('nothing but unknown, all of it accepted, is still unknown', () => {
    const { verdict, reason } = judged([check('unknown')], [], [accept({ verdict: 'unknown' })]);
    expect(`${verdict} ${reason}`).toBe('unknown nothing-checked');
  });

  test('what is over, has no end, or accepts nothing is told', () => {
    const acceptances = [
      accept({ until: '2026-11-28' }),
      accept({ until: undefined, what: '*shop*' }),
      accept({ check: 'hsts' }),
    ];
    expect(judged([check('fail')], [], acceptances).notes).toEqual([
      '"csp-nonce" was accepted until 2026-11-28: decide again (mended in December)',
      '"csp-nonce (*shop*)" is accepted without an end: give it one (mended in December)',
      '"hsts" accepts nothing here: is it still needed? (mended in December)',
    ]);
  });

  test('of two acceptances of the same thing neither is idle', () => {
    const both = [accept(), accept({ check: '*' })];
    const sifted = applyAcceptances([check('fail')], both, () => true, NOW);
    expect(sifted).toMatchObject({ rest: [], accepted: [{ by: both[0] }], idle: [] });
  });
});

test('acceptances are read with all that is wrong with them', () => {
  const { acceptances, problems } = readAcceptances(
    [
      { check: 'a', reason: 'r', until: '2026-12-31' },
      { check: 'b', reason: 'r', verdict: 'unknown', what: 'x' },
      { chek: 'a', until: 'soon', verdict: 'pass' },
      'text',
    ],
    'accept',
  );
  expect(acceptances.slice(0, 2)).toEqual([
    { check: 'a', verdict: 'fail', reason: 'r', until: '2026-12-31' },
    { check: 'b', what: 'x', verdict: 'unknown', reason: 'r' },
  ]);
  expect(problems).toEqual([
    expect.stringMatching(/accept 3: "check": required/),
    expect.stringMatching(/accept 3: "until": expected a day/),
    expect.stringMatching(/accept 3: "verdict": expected one of fail, unknown/),
    expect.stringMatching(/accept 3: "reason": required/),
    expect.stringMatching(/accept 3: "chek": no such field/),
    expect.stringMatching(/accept 4: "check": required/),
    expect.stringMatching(/accept 4: "reason": required/),
  ]);
  expect(readAcceptances({}, 'accept').problems).toEqual(['accept: expected a list']);
  expect(readAcceptances(undefined, 'accept')).toEqual({ acceptances: [], problems: [] });
});

import { describe, expect, test } from '@jest/globals';
import { Secret, sealEvidence } from '@lockstep/base';
import { freezeInputProblems, ledgerProblems, vercelPairProblems } from '../src/input-problems.ts';
import { refuseContent, refuseEvidence, refuseFrozen } from '../src/refusals.ts';

const commit = 'c0ffee0123456789c0ffee0123456789c0ffee01';
const at = '2026-11-29T12:00:00.000Z';
const evidenceOf = (of: string | null, verdict: 'pass' | 'unknown' = 'pass') =>
  sealEvidence({
    deployment: null,
    commit: of,
    planDigest: null,
    folderDigest: null,
    verdicts: { 'health-gate:pre': verdict },
    run: 'https://github.example/run/1',
    at,
  });

describe('evidence', () => {
  test.each([commit, 'c0ffee0', null])('of %s speaks for the commit', (of) => {
    expect(refuseContent(evidenceOf(of), commit)).toBeUndefined();
  });

  // Six digits are shared by thousands of commits, and none at all by every one.
  test.each(['deadbee', 'c0ffee', 'c', ''])('of "%s" does not', (of) => {
    expect(refuseContent(evidenceOf(of), commit)?.reason).toBe('evidence-of-other-commit');
  });

  test('that says unknown does not', () => {
    expect(refuseContent(evidenceOf(commit, 'unknown'), commit)?.reason).toBe('evidence-not-passed');
  });

  test('grows old', () => {
    const age = (minutes: number) => ({ nowMs: Date.parse(at) + minutes * 60_000, maxAgeMs: 600_000 });
    expect(refuseEvidence(evidenceOf(commit), commit, age(9))).toBeUndefined();
    expect(refuseEvidence(evidenceOf(commit), commit, age(11))?.reason).toBe('evidence-stale');
  });
});

test('a freeze keeps back what begins within it', () => {
  const values = { freeze: ['2026-11-29..2026-11-30 sale'], 'freeze-zone': 'UTC' };
  expect(refuseFrozen(values, Date.parse(at)).map(({ reason }) => reason)).toEqual(['frozen']);
  expect(refuseFrozen(values, Date.parse('2026-12-01T00:00:00Z'))).toEqual([]);
});

test('all that is wrong with a group of inputs is said', () => {
  const [none, some] = [new Secret(''), new Secret('a-token')];
  expect(ledgerProblems({ 'github-token': none })).toHaveLength(1);
  expect(ledgerProblems({ 'github-token': some })).toEqual([]);
  const pair = (project: string, token: Secret) =>
    vercelPairProblems({ 'vercel-project': project, 'vercel-token': token }, 'to look').length;
  expect([pair('', none), pair('web', some), pair('web', none), pair('', some)]).toEqual([0, 0, 1, 1]);
  expect(freezeInputProblems({ freeze: ['soon'], 'freeze-zone': 'Europe/Nowhere' })).toHaveLength(2);
});

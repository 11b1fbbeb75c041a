import { expect, test } from '@jest/globals';
import { readReleasePayload, readSwapPayload } from '../src/ledger/payload.ts';
import { releasePayload, swapPayload } from './records.ts';

const url = 'https://github.example/acme/shop/actions/runs/1';

test.each<[string, object]>([
  ['a run without an attempt', { author: { runId: 1, url } }],
  ['an attempt that is none', { author: { runId: 1, runAttempt: 0, url } }],
  ['a run that is no number of one', { author: { runId: 1.5, runAttempt: 1, url } }],
  ['a run below zero', { author: { runId: -1, runAttempt: 1, url } }],
  ['no page of the run', { author: { runId: 1, runAttempt: 1 } }],
  ['nobody who did it', { actor: undefined }],
  ['an object for who did it', { actor: {} }],
  ['a number for a deployment', { candidate: { deployment: 1, commit: null } }],
  ['a number for what was live', { before: { deployment: null, commit: null, release: 1 } }],
  ['a number for a version', { databaseVersion: 20260105 }],
  ['an approval by nobody', { approval: {} }],
  ['null for an approval', { approval: null }],
  ['evidence without verdicts', { evidence: { at: '2026-01-01T00:00:00Z' } }],
  ['overrides that are none', { overrides: [null] }],
])('a record of a release with %s is none', (_, changes) => {
  expect(readReleasePayload(releasePayload('r1'))).toMatchObject({ id: 'r1' });
  expect(readReleasePayload({ ...releasePayload('r1'), ...changes })).toBeUndefined();
});

test.each<[string, object]>([
  ['a run without an attempt', { author: { runId: 1, url } }],
  ['a text for what it takes back', { takesBack: 'r1' }],
  ['a number in what it takes back', { takesBack: [1] }],
  ['stages that are no numbers', { stages: ['10'] }],
  ['a number for its release', { release: 1 }],
])('a record of a change of traffic with %s is none', (_, changes) => {
  const whole = swapPayload('s1', { release: 'r1', takesBack: ['r0'], stages: [10, 100] });
  expect(readSwapPayload(whole)).toMatchObject({ id: 's1' });
  expect(readSwapPayload({ ...whole, ...changes })).toBeUndefined();
});

test('what begins outside of a run, with all that a release can have, is read', () => {
  const approval = { by: 'olga' };
  const overrides = [{ gate: 'error-budget', reason: 'this ends the outage' }];
  const local = releasePayload('r1', { author: { runId: 0, runAttempt: 1, url: '' }, approval, overrides });
  expect(readReleasePayload(JSON.stringify(local))).toEqual(local);
});

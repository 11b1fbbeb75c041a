import { appendFileSync, rmSync, truncateSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aWorld, type Job, type World } from './world.ts';

let world: World;
let job: Job;
beforeEach(async () => {
  world = await aWorld();
  await world.goLive();
  job = world.job();
  expect((await job.begin()).outputs['reason']).toBe('begun');
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  world.github.expectNoViolations();
});

const path = () => job.step('x').path;
const last = () => world.ledger().at(-1);

describe('the end of a release whose journal another step touched', () => {
  test.each([
    ['removed', () => rmSync(path())],
    ['emptied', () => truncateSync(path())],
  ])('is unresolved, and is told so to the ledger: %s', async (_what, attack) => {
    attack();
    const end = await job.tellEnd('failure');
    expect(end.status).toBe(1);
    expect(last()).toMatch(/^lockstep error unknown: /);
    job.over('failure');
    expect((await world.job().begin()).outputs['reason']).toBe('release-unresolved');
  });

  test('is what the ledger says where commit told it before', async () => {
    expect((await job.commit()).outputs['reason']).toBe('committed');
    rmSync(path());
    const end = await job.tellEnd('failure');
    expect(end.status).toBe(0);
    expect(last()).toMatch(/^lockstep success released/);
  });

  test('is not a commit that no step of ours wrote, in a job that failed', async () => {
    const forged = { at: '', action: 'release', instance: 'x', kind: 'committed' };
    appendFileSync(path(), `${JSON.stringify(forged)}\n`);
    const end = await job.tellEnd('failure');
    expect(end.status).toBe(1);
    expect(end.log).toContain('the journal says committed, the ledger does not');
    expect(last()).toMatch(/^lockstep error unknown: /);
  });
});

test('a variable that a step took away hides no release from the steps after it', async () => {
  const hidden = await job.commit({}, { env: { LOCKSTEP_JOURNAL: '' } });
  expect(hidden).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  expect(hidden.log).toContain('LOCKSTEP_JOURNAL is not set, although a release was begun in this job');
});

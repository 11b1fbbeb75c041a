import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InputError, sealEvidence } from '@lockstep/base';
import {
  approveRequest,
  findCandidate,
  findRequest,
  type GitHub,
  openRequest,
  type RequestPayload,
  stageCandidate,
  useRequest,
} from '../../src/index.ts';
import { author } from '../records.ts';
import { openWorld, type TestWorld } from '../world.ts';

const CREATOR = 'github-actions[bot]';
const ID = '20261122T040000Z-aaaaaa';
const key = { environment: 'production', service: 'web' };
const run = (id: number) => author(id).url;

let world: TestWorld;
let github: GitHub;
beforeEach(async () => {
  world = await openWorld();
  github = world.client();
});
afterEach(() => world.close());

const evidence = () =>
  sealEvidence({
    deployment: 'dpl_next',
    commit: world.sha,
    planDigest: null,
    folderDigest: null,
    verdicts: { 'health-gate:pre': 'pass' },
    run: run(1),
    at: '2026-11-22T04:00:00.000Z',
  });

const request = (more: Partial<RequestPayload> = {}): RequestPayload => ({
  kind: 'lockstep-request/1',
  id: ID,
  service: 'web',
  author: author(1),
  actor: 'dana',
  mode: 'same-build',
  deployment: 'dpl_next',
  commit: world.sha,
  evidence: evidence(),
  expiresAt: '2026-11-23T04:00:00.000Z',
  ...more,
});

async function asked(): Promise<NonNullable<Awaited<ReturnType<typeof findRequest>>>> {
  await openRequest(github, CREATOR, 'production', request());
  const found = await findRequest(github, CREATOR, key, ID);
  if (found === undefined) throw new Error('not written');
  return found;
}

describe('a request', () => {
  test('stands from the question to its use, with everybody who had a hand in it', async () => {
    const found = await asked();
    expect(found).toMatchObject({ state: 'requested', actor: 'dana', approvedBy: undefined });
    expect(found.evidence).toEqual(evidence());
    await approveRequest(github, CREATOR, found, { by: 'olga', runUrl: run(2) });
    const approved = { state: 'approved', approvedBy: 'olga', approvedIn: run(2) };
    expect(await findRequest(github, CREATOR, key, ID)).toMatchObject(approved);
    await useRequest(github, found, 'r1', run(2));
    expect(await findRequest(github, CREATOR, key, ID)).toMatchObject({ ...approved, state: 'used' });
  });

  test('that two approve at once is approved by the first alone', async () => {
    const found = await asked();
    const olga = { by: 'olga', runUrl: run(2) };
    expect(await approveRequest(github, CREATOR, found, olga)).toEqual({ earlier: undefined });
    expect(await approveRequest(github, CREATOR, found, { by: 'ines', runUrl: run(3) })).toEqual({ earlier: 'olga' });
    expect(await approveRequest(github, CREATOR, found, olga)).toEqual({ earlier: 'olga' });
    expect(await findRequest(github, CREATOR, key, ID)).toMatchObject({ approvedBy: 'olga', approvedIn: run(2) });
  });

  test('whose approval got no answer from GitHub is approved once', async () => {
    const found = await asked();
    const lost = { service: 'github', method: 'POST', path: /statuses/, effect: { kind: 'reset-after' } } as const;
    world.faults.plant(lost);
    const { earlier } = await approveRequest(github, CREATOR, found, { by: 'olga', runUrl: run(2) });
    expect(earlier).toBeUndefined();
    expect(world.repo.deployments('lockstep:request')[0]?.statuses).toHaveLength(2);
  });

  test('that somebody set inactive by hand is withdrawn', async () => {
    const found = await asked();
    const hand = world.client({ token: world.token(undefined, 'dana') });
    await hand.change('repos.createDeploymentStatus', {
      deployment_id: found.record,
      state: 'inactive',
    });
    expect(await findRequest(github, CREATOR, key, ID)).toMatchObject({ state: 'withdrawn' });
  });

  test('is nobody else’s: neither of another service or environment, nor written or approved by another hand', async () => {
    const found = await asked();
    expect(await findRequest(github, CREATOR, { ...key, service: 'api' }, ID)).toBeUndefined();
    expect(await findRequest(github, CREATOR, { ...key, environment: 'staging' }, ID)).toBeUndefined();
    const mallory = world.client({ token: world.token(undefined, 'mallory') });
    await mallory.change('repos.createDeploymentStatus', {
      deployment_id: found.record,
      state: 'in_progress',
      description: 'approved: by mallory',
    });
    expect(await findRequest(github, CREATOR, key, ID)).toMatchObject({ state: 'requested', approvedBy: undefined });
    const other = request({ id: '20261122T040000Z-bbbbbb' });
    await expect(openRequest(mallory, CREATOR, 'production', other)).rejects.toThrow(InputError);
    expect(await findRequest(github, CREATOR, key, other.id)).toBeUndefined();
  });
});

test('the newest staged deployment is found, or the one that is named', async () => {
  const stage = (deployment: string, service = 'web') =>
    stageCandidate(github, CREATOR, 'production', {
      ...{ kind: 'lockstep-candidate/1', id: deployment, service, author: author(1), actor: 'dana' },
      ...{ deployment, commit: world.sha, evidence: evidence() },
    });
  expect(await findCandidate(github, CREATOR, key)).toBeUndefined();
  for (const name of ['dpl_a', 'dpl_b']) await stage(name);
  await stage('dpl_c', 'api');
  expect(await findCandidate(github, CREATOR, key)).toMatchObject({ deployment: 'dpl_b', actor: 'dana' });
  expect(await findCandidate(github, CREATOR, key, 'dpl_a')).toMatchObject({ deployment: 'dpl_a' });
  expect(await findCandidate(github, CREATOR, key, 'dpl_c')).toBeUndefined();
});

import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import type { ReleasePayload } from '@lockstep/github';
import type { Fault, FaultEffect } from '@lockstep/proving-ground/faults';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { sampleOf } from '../../../test/faults/matrix.ts';
import { aWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  expect(world.vercel.unmodelled).toEqual([]);
  world.github.expectNoViolations();
});

const github = (effect: FaultEffect, more: Partial<Fault> = {}) =>
  world.faults.plant({ service: 'github', effect, ...more });
const CREATED = /POST \/repos\/acme\/shop\/deployments: 201/;

/** Once the trouble is over, another release can begin: nothing was left in the way. */
async function expectNextBegins(): Promise<void> {
  world.faults.clear();
  expect((await world.job().begin()).outputs).toMatchObject({ verdict: 'pass', reason: 'begun' });
}

describe('begin that does not come to its end', () => {
  test('killed between its record and its journal: the post step takes the record back', async () => {
    github({ kind: 'hang' }, { method: 'GET', path: /task=lockstep&/, after: 1 });
    const job = world.job();
    const begun = await job.begin({}, { debug: true, kill: { signal: 'SIGKILL', afterLine: CREATED, delayMs: 300 } });
    expect(begun).toMatchObject({ signal: 'SIGKILL', env: {} });
    expect(world.ledger()).toEqual(['lockstep in_progress begun']);
    await job.tellEnd('failure');
    expect(world.ledger()).toEqual([
      'lockstep failure rolled-back: nothing was changed; "release" with "command: begin" did not finish',
    ]);
    await expectNextBegins();
  });

  test('killed before anything was written: there is nothing to take back', async () => {
    github({ kind: 'hang' }, { method: 'POST' });
    const job = world.job();
    await job.begin({}, { debug: true, kill: { signal: 'SIGKILL', afterLine: /GET .*swap.*: 200/, delayMs: 400 } });
    await job.tellEnd('failure');
    expect(world.ledger()).toEqual([]);
    await expectNextBegins();
  });

  test('cancelled while GitHub does not answer: it ends at once, and the record is taken back', async () => {
    github({ kind: 'hang' }, { method: 'GET', path: /task=lockstep&/, after: 1 });
    const job = world.job();
    const controller = new AbortController();
    const onLine = (line: string) => CREATED.test(line) && setTimeout(() => controller.abort(), 200);
    const begun = await job.begin({}, { signal: controller.signal, debug: true, onLine: (line) => void onLine(line) });
    expect(begun).toMatchObject({ outcome: 'cancelled', outputs: { verdict: 'unknown', reason: 'cancelled' } });
    await job.tellEnd('cancelled');
    expect(world.ledger()[0]).toContain('lockstep failure rolled-back');
    await expectNextBegins();
  });
});

describe('a commit that GitHub does not hear of', () => {
  const down = () => github({ kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });

  test('is a commit: the job stays green, and the post step writes it', async () => {
    const job = world.job();
    await job.begin();
    down();
    const committed = await job.commit({ 'ledger-timeout': '1s' });
    expect(committed).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'committed-ledger-late' } });
    expect(job.step('x').read().state).toBe('committed');
    expect(world.ledger()).toEqual(['lockstep in_progress begun']);
    world.faults.clear();
    expect((await job.tellEnd('success')).status).toBe(0);
    expect(world.ledger()).toEqual(['lockstep success released']);
  });

  test('not even at the end of the job: the next begin sees it live, and completes it', async () => {
    const live = await world.standReady(world.sha);
    const job = world.job();
    const { outputs } = await job.begin({ evidence: world.evidence(live) });
    await world.promote(live);
    down();
    await job.commit({ 'ledger-timeout': '1s' });
    const end = await job.tellEnd('success');
    expect(end).toMatchObject({ status: 0, annotations: [{ level: 'warning' }] });
    job.over('success');
    world.faults.clear();
    const next = await world.job().begin();
    expect(next.outputs).toMatchObject({ reason: 'begun', 'previous-release-id': outputs['release-id'] });
    expect(world.ledger()).toContain(`lockstep success released: ${live} is live`);
  });

  test.each<[string, FaultEffect]>([
    ['after it was written', { kind: 'reset-after' }],
    ['before it was written', { kind: 'reset-before' }],
  ])('though only the answer was lost, %s: it is there once', async (_, effect) => {
    const job = world.job();
    await job.begin();
    github(effect, { method: 'POST' });
    expect((await job.commit()).outputs['reason']).toBe('committed');
    await job.tellEnd('success');
    expect(world.repo.deployments()[0]?.statuses.map(({ state }) => state)).toEqual(['in_progress', 'success']);
  });
});

/** Each call may meet each of these. */
const EFFECTS: readonly FaultEffect[] = [
  { kind: 'reset-after' },
  { kind: 'html', status: 502 },
  { kind: 'stale' },
  { kind: 'hang' },
  { kind: 'reset-before' },
  { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
  { kind: 'status', status: 500 },
];

/** A first release from begin to its told end, which adopts what is live. */
async function wholeRelease(service: string) {
  const job = world.job({ service });
  const steps = [await job.begin({ 'request-timeout': '1s' }), await job.commit(), await job.tellEnd('success')];
  job.over('success');
  return steps;
}

test('under any one fault, at any call, a release is begun once, committed once, and told of once', async () => {
  await world.goLive();
  const asked = { github: world.github.exchanges.length, vercel: world.vercel.exchanges.length };
  await wholeRelease('measure');
  const calls = (['github', 'vercel'] as const).flatMap((service) =>
    world[service].exchanges
      .slice(asked[service])
      .map(({ method, path }, at) => ({ service, at, what: `${method} ${path}` })),
  );
  expect(calls.length).toBeGreaterThan(10);
  const cases = calls.flatMap((call) => EFFECTS.map((effect, nth) => ({ ...call, effect, nth })));
  for (const { service, at, what, effect, nth } of sampleOf('faults of a release', cases, 8)) {
    const line = `fault ${nth} (${effect.kind}) at call ${at} of ${service}, ${what}`;
    world.faults.clear();
    world.faults.plant({ service, effect, after: at });
    const steps = await wholeRelease(line);
    expect([line, world.faults.hits()]).toEqual([line, [1]]);
    expect([line, ...steps.map(({ status }) => status)]).toEqual([line, 0, 0, 0]);
    const ours = world.repo
      .deployments('lockstep')
      .filter(({ payload }) => (payload as ReleasePayload).service === line);
    const releases = ours.filter(({ payload }) => !(payload as ReleasePayload).adopted);
    const said = releases.flatMap(({ statuses }) => statuses.map(({ state }) => state));
    expect([line, releases.length, said]).toEqual([line, 1, ['in_progress', 'success']]);
    // A stale look at Vercel, and only that, may find nothing to adopt.
    const adopted = service === 'vercel' && effect.kind === 'stale' ? ours.length - 1 : 1;
    expect([line, ours.length]).toEqual([line, 1 + adopted]);
  }
}, 300_000);

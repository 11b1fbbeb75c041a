import { afterAll, afterEach, describe, expect } from '@jest/globals';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import {
  clientsByBuild,
  staleReads,
  startTraffic,
  type Traffic,
  thrownBack,
  type Visit,
} from '@lockstep/proving-ground/traffic';
import { thinned as test } from '../e2e/sampled.ts';
import type { StepEnd } from './in-process.ts';
import { aReleaseWorld } from './release-world.ts';
import { aRollingLine, type RollingLine } from './rolling-line.ts';

const world = await aReleaseWorld({ answers: true });
const postgres = await borrowPostgres(world.scope);
const { faults, vercel } = world;
const CLIENTS = 60;

let line: RollingLine;
let traffic: Traffic;
afterEach(async () => {
  faults.clear();
  await traffic.stop();
  await line.drop();
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

/** A release to roll out, whose production host is visited by many clients all the while. */
async function begun(): Promise<void> {
  line = await aRollingLine(world, postgres);
  const { inputs, project } = line.shop;
  const host = project.domains[1]?.name ?? vercel.project(project.id).domains.at(-1)?.name ?? '';
  const path = inputs['identity-path'] ?? '/';
  traffic = startTraffic({ port: vercel.edge.port, host, path, clients: CLIENTS, connections: 4, pauseMs: 2 });
  await everyoneCame();
}

/** Every client was answered once since. */
async function everyoneCame(): Promise<number> {
  const from = Date.now();
  while (Object.values(clientsByBuild(traffic.visits, { from })).reduce((sum, count) => sum + count, 0) < CLIENTS)
    // Real time: the clients are real.
    await new Promise((resolve) => setTimeout(resolve, 10));
  return from;
}

/** The answers of one arm fail from its nth probe on; real clients ask without the query. */
const sick = (arm: 'Canary' | 'Stable', after: number) =>
  faults.plant({
    service: 'edge',
    path: new RegExp(`vcrrForce${arm}=true`),
    ...{ after, times: Number.POSITIVE_INFINITY, effect: { kind: 'status', status: 500 } },
  });

/** When the call of this kind was asked, and when it had been answered, by the next thing that was asked. */
function when(path: RegExp): { readonly asked: number; readonly answered: number } {
  const exchanges = vercel.exchanges.filter(({ at }) => at >= (traffic.visits[0]?.sentAt ?? 0));
  const index = exchanges.findIndex((one) => one.method === 'POST' && path.test(one.path));
  const asked = exchanges[index]?.at;
  const next = exchanges.find((one, i) => i > index && one.at > (asked ?? 0));
  if (asked === undefined || next === undefined) throw new Error(`${path} was not asked, or nothing after it`);
  return { asked, answered: next.at };
}

const answeredBefore = (visits: readonly Visit[], at: number) => visits.filter(({ answeredAt }) => answeredAt < at);

async function expectAllOld(abort: ReturnType<typeof when>): Promise<void> {
  const since = await everyoneCame();
  const { visits, summary } = await traffic.stop();
  const { candidate, shop } = line;
  expect(summary).toMatchObject({ failed: 0, firstFailures: [] });
  // Somebody had it, and kept it; from the abort on nobody has.
  expect(visits.some(({ build }) => build === candidate.id)).toBe(true);
  expect(thrownBack(answeredBefore(visits, abort.asked), candidate.id)).toEqual([]);
  expect(staleReads(visits, { build: shop.live, acknowledgedAt: abort.answered })).toEqual([]);
  expect(clientsByBuild(visits, { from: since })).toEqual({ [shop.live]: CLIENTS });
}

describe('under the traffic of many clients', () => {
  test('no request fails through all stages, and whoever has the candidate keeps it', async () => {
    await begun();
    const end = await line.step(line.opened()).main();
    expect(`${end.verdict}, ${end.message}`).toMatch(/^pass/);
    const acknowledgedAt = Date.now();
    await everyoneCame();
    const { visits, summary } = await traffic.stop();
    const { candidate, shop } = line;
    expect(summary).toMatchObject({ failed: 0, firstFailures: [] });
    expect(thrownBack(visits, candidate.id)).toEqual([]);
    expect(staleReads(visits, { build: candidate.id, acknowledgedAt })).toEqual([]);
    // By Vercel's own word: once it said yes to all users, none had the old one.
    const all = when(/rolling-release\/complete$/);
    expect(staleReads(visits, { build: candidate.id, acknowledgedAt: all.answered })).toEqual([]);
    const began = when(/rolling-release\/start$/);
    const second = when(/rolling-release\/approve-stage$/);
    const [few, half] = [
      clientsByBuild(visits, { from: began.answered, until: second.asked }),
      clientsByBuild(visits, { from: second.answered, until: all.asked }),
    ];
    expect(few[shop.live]).toBeGreaterThan(few[candidate.id] ?? 0);
    expect(half[candidate.id] ?? 0).toBeGreaterThan(few[candidate.id] ?? 0);
    expect(answeredBefore(visits, began.asked).some(({ build }) => build === candidate.id)).toBe(false);
  });

  test.each([
    ['the candidate fails before it ever named itself', 0],
    ['the first stage fails', 3],
    ['the candidate fails as the first stage ends', 40],
    ['the candidate fails as the second stage begins', 43],
    ['the second stage fails', 55],
  ])('no request fails where %s, and the abort takes it from all at once', async (_what, after) => {
    await begun();
    sick('Canary', after);
    const step = line.step(line.opened());
    const end = await step.main();
    expect([end.verdict, end.reason]).toEqual(['fail', 'stage-failed']);
    faults.clear();
    await everyoneCame();
    const undone = await step.post('failure');
    expect(undone).toMatchObject({ verdict: 'pass' });
    await expectAllOld(when(/\/rollback\//));
  });

  test('no request fails while a stage is held, nor where the rollback ends it', async () => {
    await begun();
    sick('Stable', 0);
    const journal = line.opened();
    const end: StepEnd = await line.step(journal).main();
    expect([end.reason, journal.read().state]).toEqual(['stage-unknown', 'held']);
    faults.clear();
    await everyoneCame();
    expect(await line.rollback('finish')).toMatchObject({ verdict: 'pass' });
    await expectAllOld(when(/\/rollback\//));
  });

  test('no request fails where somebody aborts it by hand between two stages', async () => {
    await begun();
    const abort = { asked: 0, answered: 0 };
    const act = async () => {
      abort.asked = Date.now();
      await vercel.actAs('ann').rollback(line.shop.live);
      abort.answered = Date.now();
    };
    faults.plant({ service: 'vercel', method: 'POST', path: /approve-stage/, effect: { kind: 'actor', act } });
    const step = line.step(line.opened());
    expect(await step.main()).toMatchObject({ verdict: 'fail', reason: 'rollout-aborted' });
    expect(await step.post('failure')).toMatchObject({ verdict: 'pass' });
    await expectAllOld(abort);
  });
});

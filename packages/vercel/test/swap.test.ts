import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { JobPlan } from '@lockstep/proving-ground';
import {
  applySwap,
  type Deployment,
  type ProbeHost,
  planSwap,
  readSwapState,
  recheck,
  type SwapEnd,
  type SwapPlan,
  showPlan,
  undoSwap,
  type VercelApi,
} from '@lockstep/vercel';
import type { ClientWish } from './a-client.ts';
import { aGround, aStagedRelease, type Ground } from './ground.ts';
import { aWish } from './states.ts';

let ground: Ground;
let v1: Deployment;
let v2: Deployment;

beforeEach(async () => {
  ground = await aGround();
  ({ v1, v2 } = await aStagedRelease(ground));
});
afterEach(async () => {
  expect(ground.vercel.unmodelled).toEqual([]);
  await ground[Symbol.asyncDispose]();
});

const promotes = () => ground.vercel.exchanges.filter(({ path }) => path.includes('/promote/')).length;
const holders = () => [...new Set(ground.domains.map((domain) => ground.vercel.holder(domain)))];
const pointers = () => {
  const { productionId, crons } = ground.vercel.project(ground.project.id);
  return [productionId, crons.deploymentId];
};

async function plan(api: VercelApi, to = v2): Promise<SwapPlan> {
  const planned = planSwap(await readSwapState(api, 'web', to.id), aWish(), api.clock.now());
  if (planned.kind === 'refused') throw new Error(planned.refusals.map(({ message }) => message).join('; '));
  return planned.plan;
}

async function swap(
  wish: ClientWish = {},
  tools: { readonly probe?: ProbeHost; readonly timeoutMs?: number } = {},
): Promise<SwapEnd & { readonly plan: SwapPlan }> {
  const api = ground.client(wish);
  const made = await plan(api);
  const end = await applySwap(api, made, {
    probe: tools.probe ?? ground.askTable,
    timeoutMs: tools.timeoutMs ?? 60_000,
  });
  return { ...end, plan: made };
}

async function undo(made: SwapPlan, wish: ClientWish = {}, probe = ground.askTable) {
  const api = ground.client(wish);
  return undoSwap(api, made, { probe, until: api.clock.now() + 60_000 });
}

describe('a swap', () => {
  test('of a project whose pushes go live by themselves is refused, unless those make no deployments', async () => {
    const link = { org: 'acme', repo: 'web', productionBranch: 'main' };
    ground.vercel.configure(ground.project, { link });
    await expect(swap()).rejects.toThrow('Vercel deploys every push to main of acme/web');
    ground.vercel.configure(ground.project, { link, createDeployments: 'disabled' });
    expect(await swap()).toMatchObject({ verdict: 'pass', reason: 'swapped' });
  });

  test('moves every domain, the pointer and the crons, and every host says so', async () => {
    const end = await swap({}, { probe: ground.askEdge });
    expect(end).toMatchObject({ verdict: 'pass', reason: 'swapped' });
    expect(end.message).toContain('live on 3 hosts of web; 3 of 3 named it themselves');
    expect(holders()).toEqual([v2.id]);
    expect(pointers()).toEqual([v2.id, v2.id]);
  });

  test('shows its plan with the hosts as they are', async () => {
    const text = showPlan(await plan(ground.client()));
    for (const domain of ground.domains) expect(text).toContain(`| ${domain} | ${v1.id} | ${v2.id} |`);
  });

  test('makes as many calls for thirty domains as for three', async () => {
    const count = async () => {
      const before = ground.vercel.exchanges.length;
      await swap({}, { probe: async () => ({ kind: 'served', deploymentId: v2.id, commit: undefined }) });
      return ground.vercel.exchanges.length - before;
    };
    ground.vercel.jobs.usually({ pendingMs: 0 });
    const few = await count();
    await ground.vercel.actAs('ann').rollback(v1.id);
    await ground.vercel.settled();
    for (let i = 0; i < 27; i++) ground.vercel.addDomain(ground.project, `d${i}.localhost`);
    expect(await count()).toBeLessThanOrEqual(few + 2);
    expect(few).toBeLessThanOrEqual(14);
  });

  test('waits until every host shows it', async () => {
    ground.vercel.setPropagation(300);
    expect(await swap({}, { probe: ground.askEdge })).toMatchObject({ verdict: 'pass', reason: 'swapped' });
  });

  test('does not believe a job that says it succeeded', async () => {
    ground.vercel.jobs.plan({ cronsStay: true });
    const { autoAssign } = ground.vercel.project(ground.project.id);
    expect(autoAssign).toBe(true);
    const end = await swap({}, { timeoutMs: 2_000 });
    expect(end).toMatchObject({ verdict: 'fail', reason: 'swap-incomplete' });
    expect(end.message).toContain(`crons shows ${v1.id}`);
    expect(end.message).toContain('move only with a new deployment');
  });

  test('is unknown where a host does not say which build it is', async () => {
    const mute: ProbeHost = async (host, signal) =>
      host === 'shop.localhost' ? { kind: 'silent', why: 'names no build' } : ground.askTable(host, signal);
    const end = await swap({}, { probe: mute, timeoutMs: 2_000 });
    expect(end).toMatchObject({ verdict: 'unknown', reason: 'swap-unconfirmed' });
    expect(end.message).toContain('shop.localhost names no build');
  });

  test('fails where a host serves another build, whatever the tables say', async () => {
    const odd: ProbeHost = async () => ({ kind: 'served', deploymentId: v1.id, commit: undefined });
    expect(await swap({}, { probe: odd, timeoutMs: 2_000 })).toMatchObject({
      verdict: 'fail',
      reason: 'swap-incomplete',
    });
  });

  test('takes a commit for the build only where the two differ', async () => {
    const byCommit =
      (commit: string): ProbeHost =>
      async () => ({ kind: 'served', deploymentId: undefined, commit });
    expect(await swap({}, { probe: byCommit('bbbbbbb') })).toMatchObject({ verdict: 'pass' });
  });

  test('is recognised as overtaken when somebody else promotes right after it', async () => {
    const v3 = await ground.deploy('v3');
    ground.faults.plant({
      service: 'vercel',
      path: /rollbackInfo/,
      after: 1,
      effect: {
        kind: 'actor',
        act: async () => {
          await ground.vercel.settled();
          await ground.vercel.actAs('ann').promote(v3.id);
          await ground.vercel.settled();
        },
      },
    });
    const end = await swap();
    expect(end).toMatchObject({ verdict: 'fail', reason: 'overtaken' });
    expect(end.message).toContain(`somebody else's promote to ${v3.id}`);
    expect(await undo(end.plan)).toMatchObject({ verdict: 'fail', reason: 'conflict' });
    expect(holders()).toEqual([v3.id]);
  });

  test('is not begun when somebody released since it was planned', async () => {
    const api = ground.client();
    const made = await plan(api);
    const v3 = await ground.deploy('v3');
    await ground.vercel.actAs('ann').promote(v3.id);
    expect((await recheck(api, made))?.code).toBe('promotion-in-flight');
    await ground.vercel.settled();
    expect((await recheck(api, made))?.code).toBe('current-differs');
  });
});

test('a release of somebody else’s that slipped in before the promote is seen, and given back', async () => {
  const v3 = await ground.deploy('v3');
  ground.faults.plant({
    service: 'vercel',
    method: 'POST',
    path: /promote/,
    effect: {
      kind: 'actor',
      act: async () => {
        await ground.vercel.actAs('ann').promote(v3.id);
        await ground.vercel.settled();
      },
    },
  });
  const end = await swap();
  expect(end).toMatchObject({ verdict: 'fail', reason: 'overtook' });
  expect(end.message).toContain(`${v3.id} was live when the promote came, not ${v1.id}`);
  expect(await undo(end.plan)).toMatchObject({ verdict: 'pass', reason: 'swap-undone', traffic: 'restored' });
  expect(holders()).toEqual([v3.id]);
  expect(await undo(end.plan)).toMatchObject({ verdict: 'fail', reason: 'conflict' });
  expect(holders()).toEqual([v3.id]);
});

describe('a swap whose answer is lost', () => {
  test.each(['reset-after', 'reset-before', 'hang'] as const)('by %s is carried out once', async (kind) => {
    ground.faults.plant({ service: 'vercel', method: 'POST', path: /\/promote\//, effect: { kind } });
    const end = await swap({ requestTimeoutMs: 200 });
    expect(end).toMatchObject({ verdict: 'pass', reason: 'swapped' });
    expect(ground.faults.hits()).toEqual([1]);
    expect(promotes()).toBe(kind === 'reset-after' ? 1 : 2);
    expect(holders()).toEqual([v2.id]);
  });

  test('for good leaves all as it was, and says so', async () => {
    ground.faults.plant({
      service: 'vercel',
      method: 'POST',
      path: /\/promote\//,
      times: 9,
      effect: { kind: 'html', status: 502 },
    });
    const end = await swap();
    expect(end).toMatchObject({ verdict: 'fail', reason: 'promote-not-seen' });
    expect(holders()).toEqual([v1.id]);
    expect(await undo(end.plan)).toMatchObject({ verdict: 'pass', reason: 'nothing-to-undo', traffic: 'restored' });
  });

  test('that is only queued is not a success', async () => {
    ground.faults.plant({
      service: 'vercel',
      method: 'POST',
      path: /\/promote\//,
      effect: { kind: 'status', status: 202, body: {} },
    });
    const end = await swap({}, { timeoutMs: 3_000 });
    expect(end).toMatchObject({ verdict: 'unknown', reason: 'swap-unconfirmed' });
    expect(holders()).toEqual([v1.id]);
  });

  test('and is refused for what is live already, passes', async () => {
    const api = ground.client();
    const made = await plan(api);
    await ground.vercel.actAs('ann').promote(v2.id);
    await ground.vercel.settled();
    expect(await applySwap(api, made, { probe: ground.askTable, timeoutMs: 5_000 })).toMatchObject({ verdict: 'pass' });
  });
});

describe('a job that goes wrong', () => {
  const cases: [string, JobPlan, string, string][] = [
    ['fails for one name', { failAliases: ['shop.localhost'] }, 'fail', 'promote-failed'],
    ['fails at once', { end: 'failed' }, 'fail', 'promote-failed'],
    ['is skipped', { end: 'skipped' }, 'fail', 'promote-skipped'],
    ['never begins', { pendingMs: Number.POSITIVE_INFINITY }, 'unknown', 'swap-unconfirmed'],
  ];
  test.each(cases)('%s: told apart, and taken back', async (_name, job, verdict, reason) => {
    ground.vercel.jobs.plan(job);
    const end = await swap({}, { timeoutMs: 3_000 });
    expect(end).toMatchObject({ verdict, reason });
    if (reason === 'swap-unconfirmed') return;
    expect(await undo(end.plan)).toMatchObject({ verdict: 'pass', traffic: 'restored' });
    expect(holders()).toEqual([v1.id]);
    expect(pointers()[0]).toBe(v1.id);
  });
});

describe('an undo', () => {
  test('takes all back, switches auto-assignment on again, and every host says so', async () => {
    const { plan: made } = await swap();
    const end = await undo(made, {}, ground.askEdge);
    expect(end).toMatchObject({ verdict: 'pass', reason: 'swap-undone', traffic: 'restored' });
    expect(end.message).toContain('it is on again');
    expect(holders()).toEqual([v1.id]);
    expect(pointers()).toEqual([v1.id, v1.id]);
    expect(ground.vercel.project(ground.project.id).autoAssign).toBe(true);
  });

  test('says what stays, and how to end it, where auto-assignment cannot be switched on', async () => {
    const { plan: made } = await swap();
    ground.faults.plant({ service: 'vercel', method: 'PATCH', times: 9, effect: { kind: 'status', status: 403 } });
    const end = await undo(made);
    expect(end).toMatchObject({ verdict: 'pass', traffic: 'restored' });
    expect(end.message).toContain('later production builds stay staged until one is promoted');
  });

  test('leaves auto-assignment off where it was off', async () => {
    ground.vercel.configure(ground.project, { autoAssign: false });
    const { plan: made } = await swap();
    await undo(made);
    expect(ground.vercel.project(ground.project.id).autoAssign).toBe(false);
    expect(ground.vercel.exchanges.filter(({ method }) => method === 'PATCH')).toHaveLength(0);
  });

  test('can be run twice', async () => {
    const { plan: made } = await swap();
    await undo(made);
    expect(await undo(made)).toMatchObject({ verdict: 'pass', reason: 'nothing-to-undo', traffic: 'restored' });
  });

  test('waits for its own promotion before it takes it back', async () => {
    const api = ground.client();
    const made = await plan(api);
    ground.vercel.jobs.plan({ pendingMs: 300 });
    await ground.vercel.actAs('releaser').promote(v2.id);
    expect(await undo(made)).toMatchObject({ verdict: 'pass', reason: 'swap-undone' });
    expect(holders()).toEqual([v1.id]);
  });

  test('changes nothing where somebody else released since', async () => {
    const { plan: made } = await swap();
    const v3 = await ground.deploy('v3');
    await ground.vercel.actAs('ann').promote(v3.id);
    await ground.vercel.settled();
    const before = ground.vercel.exchanges.length;
    const end = await undo(made);
    expect(end).toMatchObject({ verdict: 'fail', reason: 'conflict', traffic: 'unconfirmed' });
    expect(end.message).toContain(`targets.production shows ${v3.id}`);
    expect(ground.vercel.exchanges.slice(before).every(({ method }) => method === 'GET')).toBe(true);
    expect(holders()).toEqual([v3.id]);
  });

  test('changes nothing where one domain was moved by hand', async () => {
    const { plan: made } = await swap();
    const v3 = await ground.deploy('v3');
    await ground.vercel.actAs('ann').assignAlias(v3.id, 'shop.localhost');
    const end = await undo(made);
    expect(end).toMatchObject({ verdict: 'fail', reason: 'conflict' });
    expect(end.message).toContain(`shop.localhost shows ${v3.id}`);
    expect(ground.vercel.holder('www.shop.localhost')).toBe(v2.id);
  });

  test('asks once more where the rollback failed for one name', async () => {
    const { plan: made } = await swap();
    ground.vercel.jobs.plan({ failAliases: ['shop.localhost'] });
    expect(await undo(made)).toMatchObject({ verdict: 'pass', traffic: 'restored' });
    expect(holders()).toEqual([v1.id]);
  });

  test('says what is not back where the rollback goes on failing', async () => {
    const { plan: made } = await swap();
    ground.vercel.jobs.usually({ failAliases: ['shop.localhost'] });
    const end = await undo(made);
    expect(end).toMatchObject({ verdict: 'fail', reason: 'undo-incomplete', traffic: 'reached' });
    expect(end.message).toContain(`shop.localhost shows ${v2.id}`);
    ground.vercel.jobs.usually({});
    expect(await undo(made)).toMatchObject({ verdict: 'pass', traffic: 'restored' });
  });

  test.each(['reset-after', 'reset-before'] as const)('survives an answer lost by %s', async (kind) => {
    const { plan: made } = await swap();
    ground.faults.plant({ service: 'vercel', method: 'POST', path: /\/rollback\//, effect: { kind } });
    expect(await undo(made)).toMatchObject({ verdict: 'pass', traffic: 'restored' });
    expect(holders()).toEqual([v1.id]);
  });
});

test('a first release swaps nothing in, and has no way back', async () => {
  const other = ground.vercel.addProject({ name: 'new', domains: ['new.localhost'] });
  const first = await ground.deploy('first', { projectId: other.id, projectName: 'new' });
  const api = ground.client();
  const planned = planSwap(
    await readSwapState(api, 'new', first.id),
    aWish({ commitOrder: 'untold' }),
    api.clock.now(),
  );
  expect(planned.kind).toBe('plan');
  expect(showPlan(planned.plan)).toContain('nothing to swap back to');
  expect(await applySwap(api, planned.plan, { probe: ground.askTable, timeoutMs: 20_000 })).toMatchObject({
    verdict: 'pass',
  });
  expect(await undo(planned.plan)).toMatchObject({
    verdict: 'fail',
    reason: 'no-previous-deployment',
    traffic: 'reached',
  });
});

test('a token of the project alone is enough', async () => {
  const token = ground.vercel.projectToken(ground.project);
  const end = await swap({ token, team: '' });
  expect(end.verdict).toBe('pass');
  expect((await undo(end.plan, { token, team: '' })).verdict).toBe('pass');
});

test('domains and aliases that come in pages are all seen', async () => {
  for (let i = 0; i < 120; i++) ground.vercel.addDomain(ground.project, `p${i}.localhost`);
  expect((await plan(ground.client())).hosts.filter(({ from }) => from === v1.id)).toHaveLength(123);
});

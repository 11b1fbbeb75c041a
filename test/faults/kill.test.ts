import { afterAll, expect, test } from '@jest/globals';
import { type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { withDnsHook } from '@lockstep/proving-ground/edge';
import { action as swapAction } from '../../actions/alias-swap/src/run.ts';
import { action as deployAction } from '../../actions/vercel-deploy/src/run.ts';
import { Step } from './in-process.ts';
import { drawn } from './matrix.ts';
import { callsIn, NthCall } from './nth-call.ts';
import { aReleaseWorld, type Shop } from './release-world.ts';

const world = await aReleaseWorld();
const { vercel, github, clock } = world;
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

function options(shop: Shop, more: SpawnOptions = {}): SpawnOptions {
  const { apiUrl, sha, tempDir, workspace } = shop.env;
  return {
    debug: true,
    cwd: workspace,
    temp: tempDir,
    ...more,
    env: { NODE_OPTIONS: withDnsHook(), ...more.env },
    github: { api_url: apiUrl, repository: 'acme/shop', sha },
  };
}

const swapInputs = (shop: Shop) => ({ ...shop.inputs, 'deployment-id': shop.next });

async function reference() {
  const shop = await world.shop();
  const journal = shop.release();
  const env = { LOCKSTEP_JOURNAL: journal.path };
  const swap = await spawnAction('alias-swap', swapInputs(shop), options(shop, { env }));
  const undo = await spawnAction(
    'alias-swap',
    swapInputs(shop),
    options(shop, { env, phase: 'post', state: swap.state, jobStatus: 'failure' }),
  );
  const deploy = await spawnAction('vercel-deploy', { ...shop.inputs, target: 'production' }, options(shop));
  return [
    { what: 'swap', calls: callsIn(swap.output) },
    { what: 'undo', calls: callsIn(undo.output) },
    { what: 'deploy', calls: callsIn(deploy.output) },
  ] as const;
}

const cases = (await reference()).flatMap(({ what, calls }) =>
  Array.from({ length: calls }, (_, i) => ({
    name: `${what}, killed after call ${i + 1} of ${calls}`,
    what,
    nth: i + 1,
  })),
);

test('each of the three makes calls', () => {
  expect(new Set(cases.map(({ what }) => what)).size).toBe(3);
});

test.each(drawn('kills', cases, 3).map((one) => [one.name, one] as const))('%s', async (_name, { what, nth }) => {
  const shop = await world.shop();
  const kill = { signal: 'SIGKILL', afterLine: new NthCall(nth) } as const;
  if (what === 'deploy') return expectDeployEnds(shop, kill);

  const journal = shop.release();
  const env = { LOCKSTEP_JOURNAL: journal.path };
  let run = await spawnAction(
    'alias-swap',
    swapInputs(shop),
    options(shop, { env, ...(what === 'swap' ? { kill } : {}) }),
  );
  if (what === 'undo') {
    const { state } = run;
    const post = { env, state, phase: 'post', jobStatus: 'failure', kill } as const;
    run = { ...(await spawnAction('alias-swap', swapInputs(shop), options(shop, post))), state };
  }
  await vercel.settled();
  // The runner runs the post step (of a job that was not killed itself); after a killed one a person runs rollback.
  const undo = new Step(swapAction, swapInputs(shop), { env: shop.env, clock, journal }).restore(run.state);
  const end = await undo.post('failure');
  if (end === undefined) expect(journal.read().traffic).toBe('untouched');
  else expect([end.verdict, end.message, journal.read().traffic]).toEqual(['pass', expect.any(String), 'restored']);
  expect(shop.seen()).toEqual([shop.live]);
  expect(vercel.project(shop.project.id).autoAssign).toBe(true);

  const again = new Step(swapAction, swapInputs(shop), { env: shop.env, clock, journal: shop.release() });
  expect((await again.main()).verdict).toBe('pass');
  expect(shop.seen()).toEqual([shop.next]);
});

async function expectDeployEnds(shop: Shop, kill: NonNullable<SpawnOptions['kill']>): Promise<void> {
  const inputs = { ...shop.inputs, target: 'production' };
  vercel.builds.usually({ buildingMs: Number.POSITIVE_INFINITY });
  const seen = shop.seen();
  const run = await spawnAction('vercel-deploy', inputs, options(shop, { kill }));
  expect(run.outcome).toBe('failure');
  // What it had sent when it was killed has come by then.
  for (let seen = -1; seen !== vercel.exchanges.length; await new Promise((resolve) => setTimeout(resolve, 200)))
    seen = vercel.exchanges.length;
  const post = new Step(deployAction, inputs, { env: shop.env, clock, journal: undefined }).restore(run.state);
  expect((await post.post('failure'))?.verdict ?? 'pass').toBe('pass');
  const building = [...vercel.state.deployments.values()].filter(
    ({ projectId, readyState }) => projectId === shop.project.id && !['READY', 'CANCELED'].includes(readyState),
  );
  expect(building).toEqual([]);
  expect(shop.seen()).toEqual(seen);
  vercel.builds.usually({});
  const again = new Step(deployAction, inputs, { env: shop.env, clock, journal: undefined });
  expect((await again.main()).verdict).toBe('pass');
  github.expectNoViolations();
}

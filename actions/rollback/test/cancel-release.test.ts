import { afterAll, afterEach, expect } from '@jest/globals';
import type { ReleaseRecord } from '@lockstep/github';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aHistory, type History } from '../../../test/faults/history.ts';
import { Step } from '../../../test/faults/in-process.ts';
import { aReleaseWorld } from '../../../test/faults/release-world.ts';
import { action } from '../src/run.ts';

const world = await aReleaseWorld();
const postgres = await borrowPostgres(world.scope);
const { vercel, faults, github, clock } = world;
const repo = github.repository('acme/shop');
afterEach(() => faults.clear());
afterAll(async () => {
  expect(vercel.unmodelled).toEqual([]);
  github.expectNoViolations();
  await world[Symbol.asyncDispose]();
});

type Permissions = Parameters<typeof github.token>[0]['permissions'];
const may: Permissions = { contents: 'read', deployments: 'write', actions: 'write' };

function rollback(line: History, inputs: Readonly<Record<string, string>> = {}, permissions = may) {
  const { shop, databaseUrl } = line;
  const { 'deployment-id': _, ...rest } = shop.inputs as Record<string, string>;
  const token = github.token({ repository: 'acme/shop', permissions, login: 'github-actions[bot]' });
  const given = { ...rest, environment: shop.environment, 'database-url': databaseUrl, 'github-token': token };
  const step = new Step(
    action,
    { ...given, 'cancel-running-release': 'true', ...inputs },
    { env: shop.env, clock, journal: undefined },
  );
  return step.main();
}

/** `r1` was found live, `r2` is the newest good one. */
async function aGoodLine() {
  const line = await aHistory(world, postgres);
  const good = await line.release({ state: 'released', live: true });
  return { line, good, users: String(good.candidate.deployment) };
}

/** What GitHub's cancellation of the release's run leads to. */
function whenCancelled(act: () => void | Promise<void>, after = 0): void {
  faults.plant({ service: 'github', method: 'POST', path: /\/cancel$/, after, effect: { kind: 'actor', act } });
}

const over = ({ author }: ReleaseRecord) => repo.setRun(author.runId, 'completed', 'cancelled');

test('a release in its bake is cancelled, and what it leaves when it has unwound is where the rollback stops', async () => {
  const { line, users } = await aGoodLine();
  const baking = await line.release({ state: 'begun', live: true, run: 'running' });
  whenCancelled(async () => {
    await line.shop.goLive(users);
    await line.ledger.setState(baking, 'rolled-back', 'cancelled');
    over(baking);
  });
  const end = await rollback(line);
  expect(end).toMatchObject({ verdict: 'pass' });
  expect(end.outputs).toMatchObject({ 'rolled-back-to': users });
  expect(line.shop.seen()).toEqual([users]);
  expect((await line.told()).slice(1)).toEqual(['r2 released', 'r3 rolled-back']);
});

test('a release that dies of its cancellation is taken back', async () => {
  const { line, users } = await aGoodLine();
  const baking = await line.release({ state: 'begun', live: true, run: 'running' });
  whenCancelled(() => over(baking));
  expect(await rollback(line)).toMatchObject({ verdict: 'pass', reason: 'rolled-back' });
  expect(line.shop.seen()).toEqual([users]);
  expect(await line.tables()).toEqual(['t2']);
  expect((await line.told()).slice(1)).toEqual(['r2 released', 'r3 rolled-back']);
});

test('a release that is committed before its cancellation arrives is taken back', async () => {
  const { line, users } = await aGoodLine();
  const quick = await line.release({ state: 'begun', live: true, run: 'running' });
  whenCancelled(async () => {
    await line.ledger.markReleased(quick, null);
    over(quick);
  });
  expect(await rollback(line)).toMatchObject({ verdict: 'pass', reason: 'rolled-back' });
  expect(line.shop.seen()).toEqual([users]);
  expect((await line.told()).slice(1)).toEqual(['r2 released', 'r3 rolled-back']);
});

test('a release that begins while another one is cancelled is cancelled too', async () => {
  const { line, users } = await aGoodLine();
  const first = await line.release({ state: 'begun', live: false, run: 'running' });
  whenCancelled(async () => {
    await line.ledger.setState(first, 'rolled-back', '');
    over(first);
    const second = await line.release({ state: 'begun', live: false, run: 'running' });
    whenCancelled(async () => {
      await line.ledger.setState(second, 'rolled-back', '');
      over(second);
    });
  });
  expect(await rollback(line)).toMatchObject({ verdict: 'pass' });
  expect(line.shop.seen()).toEqual([users]);
  expect((await line.told()).slice(1)).toEqual(['r2 released', 'r3 rolled-back', 'r4 rolled-back']);
});

test('a release that begins at the very moment of the rollback gives way to it, or is cancelled', async () => {
  const { line } = await aGoodLine();
  let late: ReleaseRecord | undefined;
  faults.plant({
    ...{ service: 'github', method: 'POST', path: /\/deployments$/ },
    effect: {
      kind: 'actor',
      act: async () => {
        late = await line.release({ state: 'begun', live: false, run: 'running' });
        whenCancelled(async () => {
          if (late === undefined) return;
          await line.ledger.setState(late, 'rolled-back', '');
          over(late);
        });
      },
    },
  });
  expect(await rollback(line)).toMatchObject({ verdict: 'pass' });
  expect(line.shop.seen()).toEqual([line.shop.live]);
  // The migration of r3, which nobody took back here, keeps that of r2 where it is.
  expect((await line.told()).slice(1)).toEqual(['r2 partly-rolled-back', 'r3 rolled-back']);
  expect(line.shop.intents()).toEqual([`unchanged: release ${late?.id} was first`, 'swapped: rolled-back-schema-kept']);
});

test('a second press of the same button goes nowhere', async () => {
  const { line } = await aGoodLine();
  const looks = await Promise.all([rollback(line, { 'dry-run': 'true' }), rollback(line, { 'dry-run': 'true' })]);
  const [first = '', second = ''] = looks.map(({ outputs }) => String(outputs?.['target']));
  expect(await rollback(line, { to: first })).toMatchObject({ verdict: 'pass', reason: 'rolled-back' });
  expect(line.shop.seen()).toEqual([line.shop.live]);
  const again = await rollback(line, { to: second });
  expect(again).toMatchObject({ verdict: 'pass' });
  expect(line.shop.seen()).toEqual([line.shop.live]);
  expect((await line.told()).slice(1)).toEqual(['r2 rolled-back']);
});

test('a dry run cancels nothing, and says what would be cancelled and where it would go', async () => {
  const { line, good, users } = await aGoodLine();
  const baking = await line.release({ state: 'begun', live: true, run: 'running' });
  const end = await rollback(line, { 'dry-run': 'true' });
  expect(end).toMatchObject({ verdict: 'pass', reason: 'dry-run', outputs: { target: good.id } });
  expect(end.message).toContain(`would cancel release ${baking.id}`);
  expect(line.shop.seen()).not.toEqual([users]);
});

test('without leave a release at work is left to itself', async () => {
  const { line } = await aGoodLine();
  await line.release({ state: 'begun', live: true, run: 'running' });
  expect(await rollback(line, { 'cancel-running-release': 'false' })).toMatchObject({
    verdict: 'fail',
    reason: 'release-in-progress',
  });
});

test('a release that does not end in time is said, and nothing else is touched', async () => {
  const { line } = await aGoodLine();
  const stuck = await line.release({ state: 'begun', live: true, run: 'running' });
  const end = await rollback(line, { 'cancel-timeout': '30s' });
  expect(end).toMatchObject({ verdict: 'fail', reason: 'release-in-progress' });
  expect(line.shop.seen()).toEqual([stuck.candidate.deployment]);
});

test('whoever may not cancel is told which permission is missing', async () => {
  const { line } = await aGoodLine();
  await line.release({ state: 'begun', live: true, run: 'running' });
  const end = await rollback(line, {}, { ...may, actions: 'read' });
  expect(end).toMatchObject({ verdict: 'unknown' });
  expect(end.message).toMatch(/actions[:=_ ]*write/);
});

test('a cancellation whose answer is lost is sent again', async () => {
  const { line, users } = await aGoodLine();
  const baking = await line.release({ state: 'begun', live: true, run: 'running' });
  faults.plant({ service: 'github', method: 'POST', path: /\/cancel$/, effect: { kind: 'reset-before' } });
  whenCancelled(() => over(baking), 1);
  expect(await rollback(line)).toMatchObject({ verdict: 'pass', reason: 'rolled-back' });
  expect(line.shop.seen()).toEqual([users]);
});

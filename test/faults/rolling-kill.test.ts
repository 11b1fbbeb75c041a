import { afterAll, afterEach, expect, test } from '@jest/globals';
import { type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { withDnsHook } from '@lockstep/proving-ground/edge';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { drawn } from './matrix.ts';
import { callsIn, NthCall } from './nth-call.ts';
import { aReleaseWorld } from './release-world.ts';
import { aRollingLine, type RollingLine } from './rolling-line.ts';

const world = await aReleaseWorld({ answers: true });
const postgres = await borrowPostgres(world.scope);
const { vercel } = world;
let line: RollingLine = await aRollingLine(world, postgres);
afterEach(() => line.drop());
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

/** In real time: the process that is killed is one of its own. */
const STAGES = { 'stage-time': '800ms', interval: '100ms', samples: '30', 'max-latency-ratio': '100' };
function spawned(journal: string, more: SpawnOptions = {}) {
  const { apiUrl, sha, tempDir, workspace } = line.shop.env;
  return spawnAction('alias-swap', line.inputs(STAGES), {
    ...{ debug: true, cwd: workspace, temp: tempDir, ...more },
    env: { NODE_OPTIONS: withDnsHook(), LOCKSTEP_JOURNAL: journal },
    github: { api_url: apiUrl, repository: 'acme/shop', sha },
  });
}

const reference = await spawned(line.opened().path);
const calls = callsIn(reference.output);
const cases = Array.from({ length: calls }, (_, i) => ({ name: `killed after call ${i + 1} of ${calls}`, nth: i + 1 }));

test('without a kill it goes through', async () => {
  await vercel.settled();
  expect([reference.outcome, line.shop.seen()]).toEqual(['success', [line.candidate.id]]);
  expect(calls).toBeGreaterThan(20);
});

test.each(drawn('kills of a rolling release', cases, 3).map((one) => [one.name, one] as const))(
  '%s',
  async (_name, { nth }) => {
    line = await aRollingLine(world, postgres);
    const { candidate, shop } = line;
    const journal = line.opened();
    const run = await spawned(journal.path, { kill: { signal: 'SIGKILL', afterLine: new NthCall(nth) } });
    await vercel.settled();
    // The runner runs the post step; where it was lost with the job, a person, or the watch, runs the rollback.
    if (nth % 2 === 0) {
      const end = await line.step(journal).restore(run.state).post('failure');
      if (end === undefined) expect(journal.read().traffic).toBe('untouched');
      else expect(`${end.verdict}, ${end.message}`).toMatch(/^pass/);
    } else {
      const end = await line.rollback('finish');
      expect(`${end.verdict}, ${end.message}`).toMatch(/^pass/);
    }
    await vercel.settled();
    expect(line.underWay()).toBeUndefined();
    expect(shop.seen()).toEqual([shop.live]);

    const again = await line.step(line.opened()).main();
    expect(`${again.verdict}, ${again.message}`).toMatch(/^pass/);
    await vercel.settled();
    expect(shop.seen()).toEqual([candidate.id]);
  },
);

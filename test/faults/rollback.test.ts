import { afterAll, afterEach, expect, test } from '@jest/globals';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { action } from '../../actions/rollback/src/run.ts';
import { aHistory, type History } from './history.ts';
import { Step, type StepEnd } from './in-process.ts';
import { callsOf, crossed, drawn, plant, type Trouble, troubles } from './matrix.ts';
import { aReleaseWorld } from './release-world.ts';

// A host that hangs is given its time in full.
const world = await aReleaseWorld();
const postgres = await borrowPostgres(world.scope);
const { faults, vercel, github, clock } = world;
let line: History;
afterEach(async () => {
  faults.clear();
  // The first test has none of its own.
  await line?.drop();
});
afterAll(async () => {
  expect(vercel.unmodelled).toEqual([]);
  github.expectNoViolations();
  await world[Symbol.asyncDispose]();
});

let acted = false;
/** Ann releases another deployment, and it is live before the call is seen. */
const annReleases: Trouble = {
  name: 'a release of somebody else’s',
  effect: {
    kind: 'actor',
    act: async () => {
      try {
        await vercel.actAs('ann').promote(line.shop.foreign);
        acted = true;
      } catch {
        // Refused while another job is in flight: then she did not release.
      }
      await vercel.settled();
    },
  },
};

/** A release that users have, with a table of its own. */
async function released(): Promise<History> {
  const made = await aHistory(world, postgres);
  await made.release({ state: 'released', live: true });
  return made;
}

function rollback({ shop, databaseUrl }: History, to: string): Promise<StepEnd> {
  const { 'deployment-id': _, ...inputs } = { ...shop.inputs } as Record<string, string>;
  const given = { ...inputs, environment: shop.environment, 'database-url': databaseUrl, 'drain-time': '1s', to };
  return new Step(action, given, { env: shop.env, clock, journal: undefined }).main();
}

const reference = await released();
const from = [vercel.exchanges.length, github.exchanges.length];
const referenceEnd = await rollback(reference, 'previous');
const calls = [
  ...callsOf('vercel', vercel.exchanges.slice(from[0])),
  ...callsOf('github', github.exchanges.slice(from[1])),
  { service: 'edge', nth: 0, what: 'the first host' },
];

test('without trouble everything goes back', async () => {
  expect(referenceEnd).toMatchObject({ verdict: 'pass', reason: 'rolled-back' });
  expect(calls.length).toBeGreaterThan(20);
});

const cases = drawn('the rollback', crossed(calls, [...troubles, annReleases]), 8);

test.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
  line = await released();
  const { shop } = line;
  const candidate = shop.seen()[0];
  acted = false;
  plant(faults, one);
  const end = await rollback(line, 'previous');
  faults.clear();
  await vercel.settled();

  const told = (await line.told()).at(-1);
  const seen = shop.seen();
  const tables = await line.tables();
  // Nobody else's release is ever taken back, and the schema never goes before its users have gone.
  if (acted) expect(seen).toEqual([shop.foreign]);
  if (seen.includes(candidate ?? null)) expect(tables).toEqual(['t2']);
  if (end.verdict === 'pass' && !acted) {
    expect(seen).toEqual([shop.live]);
    expect(tables).toEqual(end.reason === 'rolled-back' ? [] : ['t2']);
    expect(told).toMatch(/^r2 (rolled-back|partly-rolled-back)$|^r2 released$/);
    if (told === 'r2 released') expect(end.log.join('\n')).toContain('could not be written to the ledger');
  } else if (end.verdict !== 'pass') {
    expect(told).toMatch(/^r2 (released|unknown|partly-rolled-back)$/);
    if (told === 'r2 unknown') expect(end.message).toContain('"to: finish"');
  }

  // With the trouble gone, the next run ends it.
  const again = await rollback(line, told === 'r2 released' ? 'previous' : 'finish');
  if (acted) {
    expect(shop.seen()).toEqual([shop.foreign]);
    return;
  }
  expect([again.verdict, again.message]).toEqual(['pass', expect.any(String)]);
  expect(shop.seen()).toEqual([shop.live]);
  expect((await line.told()).at(-1)).toMatch(/^r2 (rolled-back|partly-rolled-back)$/);
  if (told !== 'r2 partly-rolled-back') expect(await line.tables()).toEqual([]);
  const said = end.message.includes('later production builds stay staged');
  expect(said || vercel.project(shop.project.id).autoAssign).toBe(true);
});

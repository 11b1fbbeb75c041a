import { afterAll, afterEach, expect, test } from '@jest/globals';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { action } from '../../actions/rollback/src/run.ts';
import { aHistory, type History } from './history.ts';
import { Step, type StepEnd } from './in-process.ts';
import { callsOf, crossed, drawn, plant, troubles } from './matrix.ts';
import { aReleaseWorld } from './release-world.ts';

// A host that hangs is given its time in full.
const world = await aReleaseWorld();
const postgres = await borrowPostgres(world.scope);
const { faults, vercel, github, clock } = world;
let line: Line;
afterEach(async () => {
  faults.clear();
  // The first test has none of its own.
  await line?.history.drop();
});
afterAll(async () => {
  expect(vercel.unmodelled).toEqual([]);
  github.expectNoViolations();
  await world[Symbol.asyncDispose]();
});

interface Line {
  readonly history: History;
  readonly older: string | null;
  readonly newer: string | null;
  readonly confirm: string;
}

/** `r3` dropped a column of `r2`, and archived what was in it. */
async function contracted(): Promise<Line> {
  const history = await aHistory(world, postgres);
  const r2 = await history.release({
    state: 'released',
    live: true,
    up: 'create table t2 (id int primary key, gone int);',
  });
  await query(history, 'insert into t2 values (1, 10), (2, 20)');
  const r3 = await history.release({
    ...{ state: 'released', live: true, contract: true, archivedForMs: 86_400_000 },
    up: 'alter table t2 drop column gone;',
    down: 'alter table t2 add column gone int;',
  });
  const found = { history, older: r2.candidate.deployment, newer: r3.candidate.deployment };
  const look = await rollback({ ...found, confirm: '' }, 'previous', { 'dry-run': 'true' });
  const plan = look.outputs?.['plan'] as { readonly restore?: { readonly confirmation: string } } | undefined;
  return { ...found, confirm: plan?.restore?.confirmation ?? '' };
}

function query({ databaseUrl }: History, sql: string) {
  return postgres.query<Record<string, unknown>>(sql, [], new URL(databaseUrl).pathname.slice(1));
}

function rollback(
  { confirm, history: { databaseUrl, shop } }: Line,
  to: string,
  also: Readonly<Record<string, string>> = {},
): Promise<StepEnd> {
  const { 'deployment-id': _, ...inputs } = { ...shop.inputs } as Record<string, string>;
  const more = { 'database-url': databaseUrl, 'drain-time': '1s', 'confirm-contract': confirm, to, ...also };
  const given = { ...inputs, environment: shop.environment, ...more };
  return new Step(action, given, { env: shop.env, clock, journal: undefined }).main();
}

const whole = [
  { id: 1, gone: 10 },
  { id: 2, gone: 20 },
];
const rows = ({ history }: Line) => query(history, 'select * from t2 order by id');

const reference = await contracted();
const from = [vercel.exchanges.length, github.exchanges.length];
const referenceEnd = await rollback(reference, 'previous');
const calls = [
  ...callsOf('vercel', vercel.exchanges.slice(from[0])),
  ...callsOf('github', github.exchanges.slice(from[1])),
  { service: 'edge', nth: 0, what: 'the first host' },
];

test('without trouble schema, data and traffic go back', async () => {
  expect(referenceEnd).toMatchObject({ verdict: 'pass', reason: 'rolled-back' });
  expect(await rows(reference)).toEqual(whole);
  expect(calls.length).toBeGreaterThan(20);
});

const cases = drawn('the rollback past a contract', crossed(calls, troubles), 8);

test.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
  line = await contracted();
  const { newer, older } = line;
  const { shop } = line.history;
  plant(faults, one);
  const end = await rollback(line, 'previous');
  faults.clear();
  await vercel.settled();
  // The older code never has users before its data is there.
  if (shop.seen().includes(older)) expect(await rows(line)).toEqual(whole);
  else expect(shop.seen()).toEqual([newer]);
  if (end.verdict === 'pass') expect(shop.seen()).toEqual([older]);
  // With the trouble gone, the next run ends it.
  const told = (await line.history.told()).at(-1);
  const again = await rollback(line, told === 'r3 released' ? 'previous' : 'finish');
  expect([again.verdict, again.message]).toEqual(['pass', expect.any(String)]);
  expect(shop.seen()).toEqual([older]);
  expect(await rows(line)).toEqual(whole);
});

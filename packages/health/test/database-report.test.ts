import { afterAll, beforeAll, expect } from '@jest/globals';
import { Secret, silent } from '@lockstep/base';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import pg from 'pg';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import {
  type DatabaseFacts,
  databaseOpener,
  judgeDatabase,
  readDatabase,
  readSnapshot,
  usualLimits,
  writeSnapshot,
} from '../src/database/index.ts';

const scope = new Scope();
let postgres: Postgres;
let url = '';
beforeAll(async () => {
  postgres = await borrowPostgres(scope, {
    settings: { shared_preload_libraries: 'pg_stat_statements', autovacuum: 'off' },
  });
  await postgres.createDatabase('shop');
  url = postgres.url('shop');
  await run('create extension pg_stat_statements');
});
afterAll(() => scope[Symbol.asyncDispose]());

async function run(sql: string, times = 1): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (let turn = 0; turn < times; turn++) await client.query(sql);
  await client.end();
}

async function facts(): Promise<DatabaseFacts> {
  const session = await databaseOpener(new Secret(url), silent)(new AbortController().signal);
  return await readDatabase(session).finally(() => session.close());
}

const limits = { ...usualLimits, slowMs: 5, minCalls: 20, openMs: 0 };
const LATER = Date.now() + 30 * 86_400_000;

function failing(found: DatabaseFacts, earlier = snapshotOf(found)): readonly string[] {
  const { checks } = judgeDatabase(found, earlier, limits, LATER);
  return [...new Set(checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id))].sort();
}

function snapshotOf({ statements }: DatabaseFacts) {
  if (statements.kind !== 'read') throw new Error('statements were not read');
  return readSnapshot(writeSnapshot(statements.snapshot), 'snapshot.json');
}

test('a calm database passes, and then each kind of trouble is found in a real one', async () => {
  await run('select pg_sleep(0.001)', 30);
  const calm = await facts();
  expect(failing(calm)).toEqual([]);

  await run('create table visits (id int primary key, patient int, note text)');
  await run('create index visits_note on visits (note)');
  await run('insert into visits select n, n % 100, repeat(md5(n::text), 3) from generate_series(1, 30000) n');
  await run('update visits set patient = patient + 1');
  await run('select count(*) from visits where patient = 7', 120);
  await run('select pg_sleep(0.02)', 40);
  await run('select pg_sleep(0.02), now()', 60);
  const open = new pg.Client({ connectionString: url });
  await open.connect();
  await open.query('begin; select 1');
  try {
    const troubled = await facts();
    expect(failing(troubled, snapshotOf(calm))).toEqual([
      'bloat',
      'heavier-statements',
      'long-transactions',
      'missing-indexes',
      'new-statements',
      'slow-statements',
      'unused-indexes',
    ]);
    expect(JSON.stringify(judgeDatabase(troubled, snapshotOf(calm), limits, LATER))).not.toMatch(/pg_sleep|patient =/);
  } finally {
    await open.end();
  }
});

test('says what it could not look at, and why', async () => {
  const found = await facts();
  const unread = {
    ...found,
    statements: { kind: 'not-available', what: 'no extension' },
    countedSinceMs: LATER,
  } as const;
  const { notVerified } = judgeDatabase(unread, undefined, limits, LATER);
  expect(notVerified.map(({ id, chosen }) => [id, chosen])).toEqual([
    ['slow-statements', false],
    ['heavier-statements', false],
    ['new-statements', false],
    ['unused-indexes', false],
  ]);
  const first = judgeDatabase(found, undefined, limits, LATER).notVerified;
  expect(first.map(({ id, chosen }) => [id, chosen])).toEqual([
    ['heavier-statements', true],
    ['new-statements', true],
  ]);
});

test('reads no other file as a snapshot', () => {
  for (const text of ['', '[]', '{"kind":"lockstep-checks/1"}'])
    expect(() => readSnapshot(text, 'x.json')).toThrow('x.json');
});

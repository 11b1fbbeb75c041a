import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { Journal, type RunEnvironment } from '@lockstep/action-shell';
import { type Clock, systemClock } from '@lockstep/base';
import { type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { Step } from '../../../test/faults/in-process.ts';
import { action } from '../src/run.ts';

const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope);
});
afterAll(() => scope[Symbol.asyncDispose]());

const VERSION = '20240102000000';
/** A new table and a new column of a table that is older than the release. */
const files = {
  [`migrations/${VERSION}_notes.sql`]:
    'create table notes (id int primary key, body text); alter table users add bio text;',
  [`rollbacks/${VERSION}_notes.sql`]: 'alter table users drop bio; drop table notes;',
};

function checkout(more: Readonly<Record<string, string>> = {}): string {
  const root = scope.folder('lockstep-checkout-');
  for (const [name, content] of Object.entries({ ...files, ...more })) {
    const file = path.join(root, 'supabase', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}

async function aDatabase(name: string) {
  const url = await postgres.createDatabase(name);
  const query = (sql: string) => postgres.query(sql, [], name);
  await query("create table users (id int primary key, name text); insert into users values (1, 'ada'), (2, 'bob')");
  return { url, query, rowsOf: (table: string) => query(`select * from ${table} order by id`) };
}

/** The journal of a release that began at `at`. */
function aJournal(clock: Clock): Journal {
  const file = path.join(scope.folder(), 'journal.jsonl');
  const journal = new Journal(file, { action: 'release', instance: 'release', clock });
  journal.open({ id: 'r1', environment: 'production', service: '', commit: 'c0ffee', undoDeadlineMs: 240_000 });
  return journal;
}

test('a release that fails after users wrote: the undo archives their rows, and the next up brings them back', async () => {
  const { query, rowsOf, url } = await aDatabase('undo_archive');
  const cwd = checkout();
  const journal = aJournal(systemClock);
  const run = (inputs: Readonly<Record<string, string>>, options: SpawnOptions = {}) =>
    spawnAction('migrate', { 'database-url': url, ...inputs }, { cwd, ...options });

  const inputs = { 'on-data-loss': 'archive' };
  const env = { LOCKSTEP_JOURNAL: journal.path };
  const main = await run(inputs, { env });
  expect(main.outputs['reason']).toBe('applied');
  await query("insert into notes values (1, 'first'), (2, 'second'); update users set bio = 'poet' where id = 2");
  const written = [await rowsOf('notes'), await rowsOf('users')];

  const post = await run(inputs, { env, phase: 'post', state: main.state, jobStatus: 'failure' });
  expect(post.status).toBe(0);
  const [undone] = journal.read().entries.flatMap((entry) => (entry.kind === 'undone' ? [entry.result] : []));
  expect(undone).toMatchObject({ verdict: 'pass', reason: 'rolled-back', kept: false });
  for (const text of [undone?.message, post.log]) {
    expect(text).toMatch(/3 rows of public\.(notes, public\.users|users, public\.notes) archived/);
    expect(text).toContain('for 30 days');
  }
  expect(await query("select to_regclass('notes') as notes")).toEqual([{ notes: null }]);
  expect(await rowsOf('users')).toEqual([
    { id: 1, name: 'ada' },
    { id: 2, name: 'bob' },
  ]);
  expect(
    await query(
      "select source, rows::int, release, (expires - at) > interval '29 days 23 hours' as keeps from lockstep_archive.archives order by source",
    ),
  ).toEqual([
    { source: 'public.notes', rows: 2, release: 'r1', keeps: true },
    { source: 'public.users', rows: 1, release: 'r1', keeps: true },
  ]);

  const again = await run({});
  expect(again.outputs['reason']).toBe('applied');
  expect(again.log).toContain('restore-archive');
  const shown = await run({ command: 'restore-archive', 'dry-run': 'true' });
  expect(shown.outputs['reason']).toBe('dry-run');
  expect(await rowsOf('notes')).toEqual([]);
  const restored = await run({ command: 'restore-archive' });
  expect(restored.outputs['reason']).toBe('archive-restored');
  expect([await rowsOf('notes'), await rowsOf('users')]).toEqual(written);
  expect(main.log + post.log + again.log + shown.log + restored.log).not.toContain('poet');
});

/** A migrate step of a release whose time stands still: what is left does not depend on the machine. */
function aStep(databaseUrl: string, workspace = checkout()) {
  const time = { now: Date.now() };
  const clock: Clock = { ...systemClock, now: () => time.now };
  const journal = aJournal(clock);
  const env: RunEnvironment = {
    ...{ repository: { owner: 'acme', repo: 'shop' }, sha: 'c0ffee', ref: 'refs/heads/main', runId: 1, runAttempt: 1 },
    ...{ actor: 'octocat', workflow: 'release', job: 'release', eventName: 'push', tempDir: workspace, workspace },
    ...{ serverUrl: 'https://github.com', apiUrl: '', runUrl: 'https://github.com/acme/shop/actions/runs/1' },
    event: () => ({}),
  };
  const values = { 'database-url': databaseUrl, 'on-data-loss': 'archive' };
  return { time, journal, step: new Step(action, values, { env, clock, journal }) };
}

test('an undo that fails half-way reports what it had archived by then', async () => {
  const { query, url } = await aDatabase('undo_half');
  const older = {
    'migrations/20240101000000_zero.sql': 'create table zero (id int);',
    'rollbacks/20240101000000_zero.sql': 'select 1 / 0;',
  };
  const { step } = aStep(url, checkout(older));
  expect(await step.main()).toMatchObject({ reason: 'applied' });
  await query('insert into notes values (1)');
  const undone = await step.post('failure');
  expect(undone).toMatchObject({ verdict: 'fail', reason: 'statement-failed', left: ['20240101000000 zero'] });
  expect(undone?.message).toContain('1 row of public.notes archived in lockstep_archive for 30 days');
});

/** The database copies 20000 rows in 80 ms, as the plan expects it. */
test.each([
  [40, 'fail archive-lock-limit'],
  [60_000, 'pass rolled-back'],
] as const)(
  'an undo with %d ms left of its budget, and an archive that is expected to lock for 80 ms: %s',
  async (leftMs, end) => {
    const name = `undo_budget_${leftMs}`;
    const { query, rowsOf, url } = await aDatabase(name);
    const { journal, step, time } = aStep(url);
    expect(await step.main()).toMatchObject({ reason: 'applied' });
    await query('insert into notes select n from generate_series(1, 20000) n');
    journal.undoStarted();
    time.now += 240_000 - leftMs;

    const undone = await step.post('failure');
    expect(`${undone?.verdict} ${undone?.reason}`).toBe(end);
    const isKept = end !== 'pass rolled-back';
    expect(await query("select to_regnamespace('lockstep_archive') is null as none")).toEqual([{ none: isKept }]);
    if (!isKept) return;
    expect(undone?.left).toEqual([`${VERSION} notes`]);
    for (const number of ['20000 rows', '80 ms', '40 ms']) expect(undone?.message).toContain(number);
    expect(await rowsOf('notes')).toHaveLength(20_000);
    expect(await query('select state from lockstep.migrations')).toEqual([{ state: 'applied' }]);
  },
  60_000,
);

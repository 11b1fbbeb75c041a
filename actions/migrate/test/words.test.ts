import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { type SpawnedAction, type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

/**
 * What users read of this action, in one place: the last line of the log, the annotations and the summary of real runs.
 * A better sentence costs the snapshot; what is decided, the other tests hold by codes, outputs and states.
 */
const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope, { seed: supabaseRoles });
});
afterAll(() => scope[Symbol.asyncDispose]());

type Files = Readonly<Record<string, string>>;

let databases = 0;

/** A database, and the action on it with other files each time. */
async function place() {
  const name = `words_${++databases}`;
  const url = await postgres.createDatabase(name);
  const run = (files: Files, inputs: Files = {}, options: SpawnOptions = {}) => {
    const cwd = scope.folder('lockstep-words-');
    for (const [file, content] of Object.entries(files)) {
      const at = path.join(cwd, 'supabase', file);
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, content);
    }
    return spawnAction('migrate', { 'database-url': url, ...inputs }, { cwd, ...options });
  };
  return { run, query: (sql: string) => postgres.query(sql, [], name) };
}

/** Without what differs from run to run: times, sizes on disk, digests, processes. */
function steady(text: string): string {
  return text
    .replace(/words_\d+/g, 'DATABASE')
    .replace(/\b[0-9a-f]{64}\b/g, 'DIGEST')
    .replace(/\b\d+(?:\.\d+)? m?s\b/g, 'N ms')
    .replace(/\b\d+(?:\.\d+)? (?:B|kB|MB)\b/g, 'N kB')
    .replace(/about \d+ rows, /g, '')
    .replace(/\bbackend \d+\b/g, 'backend N')
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'TIME');
}

/** As users meet it. */
function words({ annotations, log, summary }: SpawnedAction): string {
  const last = log.split('\n').findLast((line) => /migrate: (?:pass|fail|unknown)\b/.test(line)) ?? log;
  const notes = annotations.map(({ file, level, line, message, title }) => {
    const where = file === undefined ? '' : ` ${file}:${line ?? ''}`;
    return `${level}${where} [${title ?? ''}] ${message.split('\n')[0]}`;
  });
  return steady([last, ...notes.toSorted(), '', summary.trimEnd()].join('\n'));
}

const notes: Files = {
  'migrations/20260101000000_notes.sql': 'create table notes (id int primary key, body text, kind text);',
  'rollbacks/20260101000000_notes.sql': 'drop table notes;',
};
const size: Files = {
  'migrations/20260102000000_size.sql': 'alter table notes add size int;',
  'rollbacks/20260102000000_size.sql': 'alter table notes drop size;',
};

test('a good plan', async () => {
  const { run } = await place();
  await run(notes, {}, { github: { run_id: '7' } });
  const index = { 'migrations/20260103000000_index.sql': 'create index concurrently notes_kind on notes (kind);' };
  const down = { 'rollbacks/20260103000000_index.sql': 'drop index notes_kind;' };
  expect(words(await run({ ...notes, ...size, ...index, ...down }, { command: 'plan' }))).toMatchSnapshot();
});

test('a bad plan', async () => {
  const { query, run } = await place();
  await run({ ...notes, ...size }, {}, { github: { run_id: '7' } });
  await query("insert into notes select g, 'x', 'y' from generate_series(1, 3) g");
  const bad = {
    'migrations/20260101120000_late.sql': 'create table late (id int primary key);',
    'migrations/20260103000000_less.sql': 'alter table notes drop column body;',
    'migrations/20260104000000_wrong.sql': 'alter tabel notes add a int;',
    'migrations/20260105000000_index.sql': 'create index notes_kind on notes (kind);',
  };
  expect(words(await run({ ...notes, ...size, ...bad }, { command: 'plan', phase: 'expand' }))).toMatchSnapshot();
});

test('a statement that fails, and its undo', async () => {
  const { run } = await place();
  const files = { ...notes, 'migrations/20260102000000_broken.sql': '-- a comment\nalter table nots\n  add a int;\n' };
  const step = await run(files);
  expect(words(step)).toMatchSnapshot('main');
  expect(words(await run(files, {}, { phase: 'post', state: step.state, jobStatus: 'failure' }))).toMatchSnapshot(
    'post',
  );
});

test('a rollback that would delete user data', async () => {
  const { query, run } = await place();
  await run(notes);
  await query("insert into notes values (1, 'x', 'y')");
  expect(words(await run({}, { command: 'down', 'dry-run': 'true' }))).toMatchSnapshot('dry run');
  expect(words(await run({}, { command: 'down' }))).toMatchSnapshot('refused');
  expect(words(await run({}, { command: 'down', 'on-data-loss': 'allow' }))).toMatchSnapshot('allowed');
});

test('a rollback that archives user data', async () => {
  const { query, run } = await place();
  await run(notes);
  await query("insert into notes values (1, 'x', 'y'), (2, 'x', 'y')");
  const archive = { command: 'down', 'on-data-loss': 'archive' };
  expect(words(await run({}, { ...archive, 'dry-run': 'true' }))).toMatchSnapshot('dry run');
  const limited = await run({}, { ...archive, 'archive-limit': '1 rows' });
  expect(limited.outputs['reason']).toBe('archive-too-large');
  expect(words(limited)).toMatchSnapshot('too large');
  expect(words(await run({}, { ...archive, 'archive-limit': '1 row', 'archive-keep': '0s' }))).toMatchSnapshot(
    'inputs',
  );
  expect(words(await run({}, archive))).toMatchSnapshot('archived');
  const early = await run({}, { command: 'restore-archive' });
  expect(early.outputs['reason']).toBe('archive-not-restored');
  expect(words(early)).toMatchSnapshot('too early');
  await run(notes);
  await query("insert into notes values (1, 'newer', 'y')");
  const restored = await run({}, { command: 'restore-archive' });
  expect(restored.outputs['reason']).toBe('archive-conflicts');
  expect(words(restored)).toMatchSnapshot('restored');
  await query('delete from notes where id = 1');
  expect((await run({}, { command: 'restore-archive' })).outputs['reason']).toBe('archive-restored');
  expect((await run({}, { command: 'restore-archive' })).outputs['reason']).toBe('nothing-to-restore');
});

test('archives that are managed', async () => {
  const { query, run } = await place();
  await run(notes);
  await query("insert into notes values (1, 'x of ada', 'y'), (2, 'x', 'y')");
  await run({}, { command: 'down', 'on-data-loss': 'archive' });
  expect(words(await run({}, { command: 'list-archives' }))).toMatchSnapshot('list');
  expect(words(await run({}, { command: 'extend-archive' }))).toMatchSnapshot('inputs');
  const reason = { because: 'a request', 'archive-id': '1' };
  expect((await run({}, { command: 'extend-archive', ...reason })).outputs['reason']).toBe('archive-extended');
  for (const command of ['restore-archive', 'prune-archives', 'erase-archives']) {
    // What is meant for one archive does not happen to all.
    const { annotations, outputs } = await run({}, { command, because: 'x', erase: 'a.b c=1', 'archive-id': '1' });
    expect(outputs['reason']).toBe('invalid-input');
    expect(annotations[0]?.message).toContain(`input "archive-id": ${command} is not about one archive, got "1"`);
  }
  const erase = { command: 'erase-archives', because: 'a request', erase: 'public.notes body=x of ada' };
  const erased = await run({}, erase);
  expect(erased.outputs['reason']).toBe('archives-erased');
  expect(erased.log + erased.summary).not.toContain('of ada');
  expect(words(erased)).toMatchSnapshot('erased');
  const unknown = await run({}, { ...erase, erase: 'public.notes nothing=1' });
  expect(unknown.outputs['reason']).toBe('erase-incomplete');
  expect(words(unknown)).toMatchSnapshot('not known');
  await query("update lockstep_archive.archives set expires = now() - interval '1 day'");
  expect(words(await run({}, { command: 'prune-archives' }))).toMatchSnapshot('pruned');
  const removed = await run({}, { command: 'remove-archive', ...reason });
  expect(words(removed)).toMatchSnapshot('not there');
});

test('lint without a database', async () => {
  const { run } = await place();
  const files = {
    'migrations/20260101000000_t.sql': 'create table t (id int);\nalter table users drop column name;\n',
  };
  expect(words(await run(files, { command: 'lint', 'database-url': ' ' }))).toMatchSnapshot();
});

test('verify finds a down migration that forgets something', async () => {
  const { run } = await place();
  const files = { ...notes, ...size, 'rollbacks/20260102000000_size.sql': '-- forgotten' };
  expect(words(await run(files, { command: 'verify' }))).toMatchSnapshot();
});

test('a file that was edited since it was applied', async () => {
  const { run } = await place();
  await run(notes);
  const edited = { ...notes, 'migrations/20260101000000_notes.sql': 'create table notes (id bigint primary key);' };
  expect(words(await run(edited))).toMatchSnapshot('up');
  expect(words(await run(edited, { command: 'status' }))).toMatchSnapshot('status');
});

test('another migration run holds the lock', async () => {
  const { query, run } = await place();
  const holder = query('select pg_advisory_lock(4120653457330203772), pg_sleep(600)').catch(() => undefined);
  const find =
    "select pid from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())";
  while ((await query(find)).length === 0);
  const step = await run(notes, { 'migration-lock-timeout': '1s' });
  await query(`select pg_terminate_backend(pid) from (${find}) as held`);
  await holder;
  expect(step.outputs).toMatchObject({ verdict: 'unknown', reason: 'migration-lock-held' });
  expect(words(step)).toMatchSnapshot();
});

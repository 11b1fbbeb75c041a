import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope, { seed: supabaseRoles, password: 'correct horse battery' });
});
afterAll(() => scope[Symbol.asyncDispose]());

/** A repository with files under supabase/, as the runner would have checked it out. */
function checkout(files: Readonly<Record<string, string>>): string {
  const root = scope.folder('lockstep-checkout-');
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, 'supabase', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}

let databases = 0;

async function run(
  cwd: string,
  inputs: Readonly<Record<string, string>> = {},
  options: SpawnOptions = {},
  url?: string,
): Promise<{ url: string; step: Awaited<ReturnType<typeof spawnAction>> }> {
  const target = url ?? (await postgres.createDatabase(`action_${++databases}`));
  const step = await spawnAction('migrate', { 'database-url': target, ...inputs }, { cwd, ...options });
  return { url: target, step };
}

const notes = {
  'migrations/20240101000000_notes.sql': 'create table notes (id int primary key, body text);',
  'rollbacks/20240101000000_notes.sql': 'drop table notes;',
};

test('up applies what is pending and says what it did', async () => {
  const { step } = await run(checkout(notes));
  expect(step.log).not.toContain('correct horse');
  expect(step).toMatchObject({
    status: 0,
    outputs: {
      verdict: 'pass',
      reason: 'applied',
      applied: '20240101000000',
      'applied-count': '1',
      'from-version': '',
      'to-version': '20240101000000',
    },
  });
});

const less = { ...notes, 'migrations/20240102000000_less.sql': 'alter table notes drop column body;' };

test('plan judges with the real parser, which comes with the bundle', async () => {
  const { url } = await run(checkout(notes), {}, { github: { run_id: '77' } });
  const { step } = await run(checkout(less), { command: 'plan', phase: 'expand' }, {}, url);
  expect(step.outputs['reason']).toBe('planned');
  expect(JSON.parse(step.outputs['plan'] ?? '')).toMatchObject({
    migrations: [
      {
        version: '20240102000000',
        does: 'hold',
        phase: 'contract',
        reasons: [{ line: 1, what: 'drops column notes.body' }],
      },
    ],
  });
});

test('what a pending file makes, nobody uses yet: another pending file may drop it', async () => {
  const { step } = await run(checkout(less), { command: 'plan', phase: 'expand' });
  expect(JSON.parse(step.outputs['plan'] ?? '')).toMatchObject({
    migrations: [
      { version: '20240101000000', does: 'apply', phase: 'expand' },
      { version: '20240102000000', does: 'apply', phase: 'expand', reasons: [] },
    ],
  });
});

const failing = {
  ...notes,
  'migrations/20240102000000_broken.sql': '-- a comment\nalter table notes\n  add column at timestmptz;\n',
  'migrations/20240103000000_later.sql': 'select 1;',
};

test('a migration that fails is annotated on its file and line, and post takes down what the step had applied', async () => {
  const cwd = checkout(failing);
  const { step, url } = await run(cwd);
  expect(step).toMatchObject({
    status: 1,
    outputs: { verdict: 'fail', reason: 'statement-failed', applied: '20240101000000' },
  });
  expect(step.annotations).toContainEqual(
    expect.objectContaining({ file: 'supabase/migrations/20240102000000_broken.sql', line: 3 }),
  );
  expect(step.summary).toMatch(/notes\.sql \| expand \| applied in one transaction \| \d+ ms \| 1 \|/);
  expect(step.summary).toMatch(/broken\.sql \| expand \| statement-failed \|/);
  expect(step.summary).toMatch(/later\.sql \| expand \| not run \|/);
  const post = await run(cwd, {}, { phase: 'post', state: step.state, jobStatus: 'failure' }, url);
  expect(post.step.log).toContain('pass (rolled-back)');
  expect(post.step.status).toBe(0);
  const database = new URL(url).pathname.slice(1);
  expect(await postgres.query("select to_regclass('notes') as notes", [], database)).toEqual([{ notes: null }]);
  expect(await postgres.query('select * from supabase_migrations.schema_migrations', [], database)).toEqual([]);
});

test('a main part that was killed in the middle of a statement is undone: its backend is ended, what it applied is rolled back', async () => {
  const cwd = checkout({
    ...notes,
    'migrations/20240102000000_slow.sql': 'create table slow (id int); select pg_sleep(600);',
    'rollbacks/20240102000000_slow.sql': 'drop table slow;',
  });
  const kill = { signal: 'SIGKILL', afterLine: /notes.sql: applied/, delayMs: 300 } as const;
  const { step, url } = await run(cwd, {}, { kill });
  expect(step.signal).toBe('SIGKILL');
  const post = await run(cwd, {}, { phase: 'post', state: step.state, jobStatus: 'cancelled' }, url);
  expect(post.step.log).toContain('pass (rolled-back)');
  const database = new URL(url).pathname.slice(1);
  expect(
    await postgres.query("select to_regclass('notes') as notes, to_regclass('slow') as slow", [], database),
  ).toEqual([{ notes: null, slow: null }]);
});

test('post leaves a step alone that finished, whatever fails later', async () => {
  const cwd = checkout(notes);
  const { step, url } = await run(cwd);
  const post = await run(cwd, {}, { phase: 'post', state: step.state, jobStatus: 'failure' }, url);
  expect(post.step.log).not.toContain('rolled-back');
  const database = new URL(url).pathname.slice(1);
  expect(await postgres.query("select to_regclass('notes')::text as notes", [], database)).toEqual([
    { notes: 'notes' },
  ]);
});

const dropped = { ...notes, 'rollbacks/20240101000000_notes.sql': 'drop table notes;' };

test('down refuses to delete user data, names it, and deletes it with leave', async () => {
  const cwd = checkout(dropped);
  const { url } = await run(cwd);
  const database = new URL(url).pathname.slice(1);
  await postgres.query("insert into notes values (1, 'secret words')", [], database);
  const preview = await run(cwd, { command: 'down', 'dry-run': 'true' }, {}, url);
  expect(preview.step.summary).toContain('table public.notes (1 row)');
  const { step } = await run(checkout({}), { command: 'down' }, {}, url);
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'data-loss', 'rolled-back': '' } });
  expect(step.log).toContain('table public.notes (1 row)');
  expect(step.log).not.toContain('secret words');
  const allowed = await run(checkout({}), { command: 'down', 'on-data-loss': 'allow' }, {}, url);
  expect(allowed.step).toMatchObject({
    status: 0,
    outputs: { reason: 'rolled-back', 'rolled-back': '20240101000000' },
  });
});

test('lint needs no database, and annotates what it finds', async () => {
  const { step } = await run(
    checkout({ ...notes, 'migrations/20240102000000_i.sql': 'create table t (a int);' }),
    { command: 'lint' },
    {},
    ' ',
  );
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'unsafe-changes' } });
  expect(step.annotations).toContainEqual(
    expect.objectContaining({
      file: 'supabase/migrations/20240102000000_i.sql',
      line: 1,
      title: 'migrate: rls-missing',
    }),
  );
});

test('verify catches a down migration that does not restore the schema', async () => {
  const cwd = checkout({ ...notes, 'rollbacks/20240101000000_notes.sql': '-- forgotten' });
  const { step } = await run(cwd, { command: 'verify' });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'verify-down-differs' } });
  expect(step.summary).toContain('table public.notes');
  const good = await run(checkout(notes), { command: 'verify' });
  expect(good.step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'verified' } });
});

test('verify catches an archive that does not restore rows, and says where it does not know', async () => {
  const next = (up: string, down: string) =>
    checkout({ ...notes, 'migrations/20240102000000_next.sql': up, 'rollbacks/20240102000000_next.sql': down });
  const red = next('create table copies (n text); insert into copies select body from notes;', 'drop table copies;');
  const unknown = next(
    'create type pair as (a int, b int); create table pairs (p pair not null);',
    'drop table pairs; drop type pair;',
  );
  const { step } = await run(unknown, { command: 'verify' });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'unknown', reason: 'verify-data-not-tested' } });
  const differs = await run(red, { command: 'verify' });
  expect(differs.step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'verify-data-differs' } });
  const schemas = await run(red, { command: 'verify', 'verify-data': 'false' });
  expect(schemas.step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'verified' } });
});

test('adopt records and repair corrects, each with a dry run, neither inside a release', async () => {
  const cwd = checkout(notes);
  const { url, step } = await run(cwd, { command: 'status' });
  expect(step.outputs['from-version']).toBe('');
  const database = new URL(url).pathname.slice(1);
  await postgres.query('create table notes (id int)', [], database);
  const options = { command: 'adopt', to: '20240101000000' };
  expect((await run(cwd, { ...options, 'dry-run': 'true' }, {}, url)).step.outputs['reason']).toBe('dry-run');
  expect((await run(cwd, options, {}, url)).step.outputs['reason']).toBe('adopted');
  expect((await run(cwd, { command: 'status' }, {}, url)).step.outputs['from-version']).toBe('20240101000000');
  const edited = checkout({ ...notes, 'migrations/20240101000000_notes.sql': 'create table notes (id bigint);' });
  const refused = await run(edited, {}, {}, url);
  expect(refused.step).toMatchObject({ status: 1, outputs: { reason: 'checksum-mismatch' } });
  expect(refused.step.summary).toContain('+create table notes (id bigint)');
  const shown = await run(edited, { command: 'plan' }, {}, url);
  expect(shown.step.summary).toContain('+create table notes (id bigint)');
  const fix = { command: 'repair', version: '20240101000000', because: 'the type was corrected by hand' };
  const unexplained = await run(edited, { ...fix, because: '' }, {}, url);
  expect(unexplained.step.outputs['reason']).toBe('invalid-input');
  expect((await run(edited, fix, {}, url)).step.outputs['reason']).toBe('repaired');
  expect((await run(edited, {}, {}, url)).step.outputs['reason']).toBe('nothing-to-apply');
});

test('up is held to the plan that was approved', async () => {
  const cwd = checkout(notes);
  const { step: plan, url } = await run(cwd, { command: 'plan' });
  const digest = plan.outputs['plan-digest'] ?? '';
  const more = checkout({ ...notes, 'migrations/20240102000000_more.sql': 'select 1;' });
  const refused = await run(more, { 'expect-plan': digest }, {}, url);
  expect(refused.step).toMatchObject({ status: 1, outputs: { reason: 'plan-changed' } });
  expect((await run(cwd, { 'expect-plan': digest }, {}, url)).step.outputs['reason']).toBe('applied');
});

test('plan is held to a folder, and to a plan or what is left of it', async () => {
  const cwd = checkout(notes);
  const { step: plan, url } = await run(cwd, { command: 'plan' });
  const { 'plan-digest': digest = '', 'folder-digest': folder = '' } = plan.outputs;
  const held = { command: 'plan', 'expect-plan': digest, 'expect-folder': folder };
  expect((await run(cwd, held, {}, url)).step.outputs['reason']).toBe('planned');
  const more = checkout({ ...notes, 'migrations/20240102000000_more.sql': 'select 1;' });
  expect((await run(more, held, {}, url)).step).toMatchObject({ status: 1, outputs: { reason: 'folder-changed' } });
  const another = await run(more, { ...held, 'expect-folder': '' }, {}, url);
  expect(another.step).toMatchObject({ status: 1, outputs: { reason: 'plan-changed' } });
  expect((await run(more, { 'expect-folder': folder }, {}, url)).step.outputs['reason']).toBe('folder-changed');
  expect((await run(cwd, { 'expect-folder': folder }, {}, url)).step.outputs['reason']).toBe('applied');
  // Of the approved plan nothing is left, and the folder is the same to a database that has all of it.
  expect((await run(cwd, held, {}, url)).step.outputs).toMatchObject({ reason: 'planned', 'folder-digest': folder });
});

test('all bad inputs are reported at once', async () => {
  const { step } = await run(checkout(notes), { to: 'abc', steps: '0', 'lock-timeout': 'soon', layout: 'x' }, {}, ' ');
  for (const name of ['to', 'steps', 'lock-timeout', 'layout']) expect(step.log).toContain(`input "${name}"`);
  const empty = await run(checkout(notes), {}, {}, ' ');
  expect(empty.step.log).toContain('input "database-url": the secret is empty');
});

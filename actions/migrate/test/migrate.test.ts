import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type Postgres,
  Scope,
  type SpawnOptions,
  spawnAction,
  startPostgres,
  supabaseRoles,
} from '@lockstep/proving-ground';

const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres(scope, { seed: supabaseRoles, password: 'correct horse battery' });
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

test('plan judges with the real parser, which comes with the bundle', async () => {
  const files = { ...notes, 'migrations/20240102000000_less.sql': 'alter table notes drop column body;' };
  const { step } = await run(checkout(files), { command: 'plan', phase: 'expand' });
  expect(step.outputs['reason']).toBe('planned');
  expect(JSON.parse(step.outputs['plan'] ?? '')).toMatchObject({
    migrations: [
      { version: '20240101000000', does: 'apply', phase: 'expand' },
      {
        version: '20240102000000',
        does: 'hold',
        phase: 'contract',
        reasons: [{ line: 1, what: 'drops column notes.body' }],
      },
    ],
  });
});

const failing = {
  ...notes,
  'migrations/20240102000000_broken.sql': '-- a comment\nalter table notes\n  add column at timestmptz;\n',
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
  const post = await run(cwd, {}, { phase: 'post', state: step.state, jobStatus: 'failure' }, url);
  expect(post.step.log).toContain('1 migration taken down');
  expect(post.step.status).toBe(0);
  const database = new URL(url).pathname.slice(1);
  expect(await postgres.query("select to_regclass('notes') as notes", [], database)).toEqual([{ notes: null }]);
  expect(await postgres.query('select * from supabase_migrations.schema_migrations', [], database)).toEqual([]);
});

test('a main part that was killed in the middle of a statement is undone: its backend is ended, what it applied goes down', async () => {
  const cwd = checkout({
    ...notes,
    'migrations/20240102000000_slow.sql': 'create table slow (id int); select pg_sleep(600);',
    'rollbacks/20240102000000_slow.sql': 'drop table slow;',
  });
  const kill = { signal: 'SIGKILL', afterLine: /notes.sql: applied/, delayMs: 300 } as const;
  const { step, url } = await run(cwd, {}, { kill });
  expect(step.signal).toBe('SIGKILL');
  const post = await run(cwd, {}, { phase: 'post', state: step.state, jobStatus: 'cancelled' }, url);
  expect(post.step.log).toContain('1 migration taken down');
  const database = new URL(url).pathname.slice(1);
  expect(
    await postgres.query("select to_regclass('notes') as notes, to_regclass('slow') as slow", [], database),
  ).toEqual([{ notes: null, slow: null }]);
});

test('post leaves a step alone that finished, whatever fails later', async () => {
  const cwd = checkout(notes);
  const { step, url } = await run(cwd);
  const post = await run(cwd, {}, { phase: 'post', state: step.state, jobStatus: 'failure' }, url);
  expect(post.step.log).toContain('nothing to undo');
});

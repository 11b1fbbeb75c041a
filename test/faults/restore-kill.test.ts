import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { CaseJournal } from './journal.ts';
import { drawn } from './matrix.ts';

/** Two roles come with it, and one object of each kind that a script of its own restores. */
const schema = `create role shop_owner nologin; create role "Shop ""reader" nologin; grant shop_owner to "Shop ""reader";
  create table public.people (id serial primary key, name text); insert into public.people (name) select 'n' || g from generate_series(1, 99) g;
  alter table public.people owner to shop_owner; create index on public.people (name); create type public.mood as enum ('fine');
  create view public.names as select name from public.people; grant select on public.names to "Shop ""reader"`;

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());
const [source, scratch] = await Promise.all([borrowPostgres(scope), borrowPostgres(scope)]);
const identity = await generateIdentity();
const to = scope.folder('lockstep-backups-');
const url = await source.createDatabase('shop');
await source.query(schema, [], 'shop');
const made = await spawnAction('backup', {
  ...{ to, 'database-url': url, 'encrypt-to': await identityToRecipient(identity), tier: 'daily' },
});
expect(made).toMatchObject({ status: 0, outputs: { reason: 'backed-up' } });

const logs = scope.folder('lockstep-calls-');
const target = new URL(scratch.url());
target.pathname = '/standby';

/** What outlives a run on the server that is restored into, besides `standby`. */
const onServer = async () => {
  const [row] = await scratch.query(
    `select array(select datname::text from pg_database where datname <> 'standby' order by 1) as databases,
       array(select rolname::text from pg_roles where rolname not in ('shop_owner', 'Shop "reader') order by 1) as roles,
       array(select rolname::text from pg_roles where rolname in ('shop_owner', 'Shop "reader') order by 1) as theirs`,
  );
  return row;
};

const commands = {
  drill: { command: 'drill', to, 'decrypt-with': identity, 'scratch-database-url': scratch.url() },
  restore: {
    ...{ command: 'restore', to, 'decrypt-with': identity, 'target-database-url': target.href },
    'confirm-target': `127.0.0.1/standby`,
  },
} as const;
type Command = keyof typeof commands;

/** The bundled action, which is ended at one of its calls; all calls that it made. */
async function run(command: Command, at = 0, end = 'SIGKILL') {
  const log = join(logs, `${command}-${at}-${end}`);
  const env = {
    NODE_OPTIONS: `--require=${fileURLToPath(new URL('calls-hook.cjs', import.meta.url))}`,
    LOCKSTEP_CALLS_AT: String(at),
    LOCKSTEP_CALLS_DO: end,
    LOCKSTEP_CALLS_LOG: log,
  };
  const step = await spawnAction('backup', commands[command], { env });
  return { step, calls: readFileSync(log, 'utf8').trimEnd().split('\n') };
}

/** Until the server has seen that its clients are gone. */
async function allAreGone(): Promise<void> {
  const sessions =
    "select count(*)::int as many from pg_stat_activity where application_name ~ '^lockstep (drill|restore)'";
  for (let turn = 0; turn < 1_500; turn++) {
    const [row] = await scratch.query(sessions);
    if (row?.['many'] === 0) return;
    await systemClock.sleep(20);
  }
  throw new Error('sessions are left on the server');
}

async function cleared(): Promise<void> {
  await scratch.dropDatabase('standby');
  for (const role of ['shop_owner', '"Shop ""reader"']) await scratch.query(`drop role if exists ${role}`);
  await scratch.createDatabase('standby');
}

await scratch.createDatabase('standby');
const before = await onServer();

interface Case {
  readonly name: string;
  readonly command: Command;
  readonly at: number;
  readonly end: string;
}

const cases: Case[] = [];
for (const command of ['drill', 'restore'] as const) {
  const { step, calls } = await run(command);
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass' } });
  for (const [at, call] of calls.entries())
    for (const end of ['SIGKILL', 'SIGTERM'])
      cases.push({
        name: `${command}: ${end} at call ${at + 1} of ${calls.length} (${call})`,
        command,
        at: at + 1,
        end,
      });
}
await cleared();

test('every part of a restore makes calls', () => {
  const calls = cases.map(({ name }) => name).join('\n');
  for (const part of [
    'create database',
    'create role',
    'create temporary table',
    'COPY public.people',
    'copy public.people',
    'drop database',
  ])
    expect(calls).toContain(part);
});

/** After so many drills, and after the last, the next one finds all that they left, and leaves nothing. */
const BATCH = 8;
const journal = new CaseJournal('restores that are cut off');
const keyOf = ({ command, end, at }: Case) => `${command} ${end} ${at}`;
const drawnCases = journal.left(drawn('restores that are cut off', cases, 10), keyOf);
const byCommand = (['drill', 'restore'] as const).flatMap((command) =>
  drawnCases.filter((each) => each.command === command),
);

async function afterDrill(isBatchDone: boolean): Promise<void> {
  if (!isBatchDone) return;
  const again = await run('drill');
  expect(again.step).toMatchObject({ status: 0, outputs: { verdict: 'pass' } });
  expect(await onServer()).toEqual(before);
}

async function afterRestore(): Promise<void> {
  const [table] = await scratch.query("select to_regclass('public.people') is not null as there", [], 'standby');
  const again = await run('restore');
  if (table?.['there'] === false) expect(again.step).toMatchObject({ status: 0, outputs: { verdict: 'pass' } });
  else expect(again.step).toMatchObject({ status: 1, outputs: { reason: 'target-not-empty' } });
  await cleared();
  expect(await onServer()).toEqual(before);
}

test.each(byCommand.map((each, nth) => [each.name, each, nth] as const))('%s', async (_name, each, nth) => {
  const { command, at, end } = each;
  await journal.run(keyOf(each), async () => {
    const { step } = await run(command, at, end);
    await allAreGone();
    if (step.outputs['verdict'] !== 'pass') expect(step.status).not.toBe(0);
    if (command === 'restore') return afterRestore();
    const isLast = byCommand[nth + 1]?.command !== command;
    return afterDrill(isLast || (nth + 1) % BATCH === 0);
  });
});

import { spawnAction } from '@lockstep/proving-ground/action';
import type { Scope } from '@lockstep/proving-ground/scope';
import { checkout, databaseOn, NOWHERE, serverIn } from './ground.ts';
import { type Asked, type Pair, WRONG } from './pair.ts';

const FILES = {
  'supabase/migrations/1_people.sql': 'create table people (id int primary key, mail text);',
  'supabase/rollbacks/1_people.sql': 'drop table people;',
  'supabase/migrations/2_bio.sql': 'alter table people add bio text;',
  'supabase/rollbacks/2_bio.sql': 'alter table people drop bio;',
};

interface Then {
  readonly isApplied?: true;
  readonly sql?: string;
}

/** A database in which a rollback archived what users had written since. */
async function rolledBack(scope: Scope, inputs: Asked['inputs'], args: Asked['args'], then: Then = {}): Promise<Asked> {
  const cwd = checkout(scope, FILES);
  const { query, url } = await databaseOn(await serverIn(scope));
  const migrate = (more: Asked['inputs']) => spawnAction('migrate', { 'database-url': url, ...more }, { cwd });
  await migrate({});
  await query("insert into people values (1, 'ada@example.org', 'likes tea'), (2, 'bob@example.org', 'likes coffee')");
  await migrate({ command: 'down', 'on-data-loss': 'archive' });
  if (then.isApplied) await migrate({});
  if (then.sql !== undefined) await query(then.sql);
  return { cwd, inputs: { 'database-url': url, ...inputs }, args, env: { DATABASE_URL: url } };
}

const because = { because: 'request of the person' };
const BECAUSE = ['--because', 'request of the person'];

export const pair: Pair = {
  command: 'archive',
  action: 'migrate',
  cases: {
    'lists what there is': {
      ...{ verdict: 'pass', reason: 'archives-listed' },
      ask: (scope) => rolledBack(scope, { command: 'list-archives' }, ['list']),
    },
    'restores what waits': {
      ...{ verdict: 'pass', reason: 'archive-restored', changes: true },
      ask: (scope) => rolledBack(scope, { command: 'restore-archive' }, ['restore'], { isApplied: true }),
    },
    'restores nothing of a migration that is not applied': {
      ...{ verdict: 'fail', reason: 'archive-not-restored' },
      ask: (scope) => rolledBack(scope, { command: 'restore-archive' }, ['restore']),
    },
    'leaves what users wrote since': {
      ...{ verdict: 'fail', reason: 'archive-conflicts', changes: true },
      ask: (scope) =>
        rolledBack(scope, { command: 'restore-archive' }, ['restore'], {
          isApplied: true,
          sql: "update people set mail = 'new' where id = 2",
        }),
    },
    'deletes nothing before its time': {
      ...{ verdict: 'pass', reason: 'archives-pruned', changes: true },
      ask: (scope) => rolledBack(scope, { command: 'prune-archives' }, ['prune']),
    },
    'keeps one longer': {
      ...{ verdict: 'pass', reason: 'archive-extended', changes: true },
      ask: (scope) =>
        rolledBack(scope, { command: 'extend-archive', 'archive-id': '1', 'archive-keep': '60d', ...because }, [
          ...['extend', '1', '--keep', '60d'],
          ...BECAUSE,
        ]),
    },
    'shows what it would remove': {
      ...{ verdict: 'pass', reason: 'dry-run' },
      ask: (scope) =>
        rolledBack(scope, { command: 'remove-archive', 'archive-id': '1', 'dry-run': 'true', ...because }, [
          ...['remove', '1', '--dry-run'],
          ...BECAUSE,
        ]),
    },
    'does not know which rows are meant': {
      ...{ verdict: 'unknown', reason: 'erase-incomplete' },
      ask: async (scope) => {
        const line = 'public.people mail=bob@example.org';
        const asked = await rolledBack(scope, { command: 'erase-archives', erase: line, ...because }, [
          ...['erase', '--erase-file', 'lines.txt'],
          ...BECAUSE,
        ]);
        return { ...asked, cwd: checkout(scope, { ...FILES, 'lines.txt': `${line}\n` }) };
      },
    },
    'a database that does not answer': {
      ...{ verdict: 'unknown', reason: 'remote-error' },
      ask: (scope) => ({
        cwd: checkout(scope, FILES),
        inputs: { command: 'list-archives', 'database-url': NOWHERE },
        ...{ args: ['list'], env: { DATABASE_URL: NOWHERE } },
      }),
    },
    'an archive that is not there': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) =>
        rolledBack(scope, { command: 'remove-archive', 'archive-id': '77', ...because }, [
          ...['remove', '77'],
          ...BECAUSE,
        ]),
    },
    'no archive, and no reason': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => ({
        cwd: checkout(scope, FILES),
        inputs: { command: 'extend-archive', 'database-url': NOWHERE },
        ...{ args: ['extend'], env: { DATABASE_URL: NOWHERE } },
      }),
    },
  },
};

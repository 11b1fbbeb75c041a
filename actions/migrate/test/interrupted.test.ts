import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope);
});
afterAll(() => scope[Symbol.asyncDispose]());

const FILES = 40;
/** So many small files that they are sent ahead of one that is at work for a while. */
const SLOW = 12;

function checkout(): string {
  const root = scope.folder('lockstep-checkout-');
  const write = (folder: string, name: string, sql: string) => {
    mkdirSync(path.join(root, 'supabase', folder), { recursive: true });
    writeFileSync(path.join(root, 'supabase', folder, name), sql);
  };
  for (let n = 1; n <= FILES; n++) {
    write('migrations', `${1000 + n}_t.sql`, `create table t${n} (id int);${n === SLOW ? ' select pg_sleep(5);' : ''}`);
    write('rollbacks', `${1000 + n}_t.sql`, `drop table t${n};`);
  }
  return root;
}

/** Versions in the history, and tables that are there: they must be the same. */
async function stateOf(database: string): Promise<{ versions: number[]; tables: number[] }> {
  const numbers = async (sql: string) => (await postgres.query(sql, [], database)).map((row) => Number(row['n']));
  return {
    versions: await numbers('select version::int - 1000 as n from supabase_migrations.schema_migrations order by 1'),
    tables: await numbers(
      "select substr(relname, 2)::int as n from pg_class where relkind = 'r' and relname ~ '^t[0-9]+$' order by 1",
    ),
  };
}

test.each([
  ['SIGTERM', 'cancelled'],
  ['SIGINT', 'cancelled'],
  ['SIGKILL', undefined],
] as const)(
  '%s among many small files: what was applied is recorded, and the post step takes it back',
  async (signal, reason) => {
    const cwd = checkout();
    const name = `interrupted_${signal.toLowerCase()}`;
    const inputs = { 'database-url': await postgres.createDatabase(name) };
    const kill = { signal, afterLine: new RegExp(`${1000 + SLOW - 1}_t.sql: applied`), delayMs: 150 } as const;
    const main = await spawnAction('migrate', inputs, { cwd, kill });
    expect(main.outputs['reason']).toBe(reason);
    if (reason !== undefined) {
      const { tables, versions } = await stateOf(name);
      expect(tables).toEqual(versions);
      expect(versions).toHaveLength(SLOW - 1);
      expect(main.outputs['applied']?.split('\n')).toEqual(versions.map((n) => String(1000 + n)));
    }
    const post = await spawnAction('migrate', inputs, {
      cwd,
      phase: 'post',
      state: main.state,
      jobStatus: 'cancelled',
    });
    expect(post.status).toBe(0);
    // Real time: the server may not go on with what it had been sent; a longer look shows no less.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await stateOf(name)).toEqual({ versions: [], tables: [] });
  },
);

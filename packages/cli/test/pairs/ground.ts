import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { borrowPostgres, type Postgres, type PostgresOptions, supabaseRoles } from '@lockstep/proving-ground/postgres';
import type { Scope } from '@lockstep/proving-ground/scope';

/** A folder with these files. */
export function checkout(scope: Scope, files: Readonly<Record<string, string>> = {}): string {
  const root = scope.folder('lockstep-pair-');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

/** With what each project of Supabase has. */
export const SUPABASE: PostgresOptions = { seed: supabaseRoles };
export const BARE: PostgresOptions = {};
export const COUNTING: PostgresOptions = { settings: { shared_preload_libraries: 'pg_stat_statements' } };

const borrowed = new WeakMap<Scope, Map<string, Promise<Postgres>>>();

/** A server of this kind for as long as the scope lasts: the same for the action and for the command. */
export function serverIn(scope: Scope, kind: PostgresOptions = SUPABASE, nth = 0): Promise<Postgres> {
  const known = borrowed.get(scope) ?? new Map<string, Promise<Postgres>>();
  borrowed.set(scope, known);
  const key = `${JSON.stringify(kind)} ${nth}`;
  const server = known.get(key) ?? borrowPostgres(scope, kind);
  known.set(key, server);
  return server;
}

let databases = 0;

/** A new database with this schema: its URL, and how to ask it. */
export async function databaseOn(server: Postgres, sql = '') {
  const name = `pair_${++databases}`;
  const url = await server.createDatabase(name);
  const query = (text: string) => server.query<Record<string, unknown>>(text, [], name);
  if (sql !== '') await query(sql);
  return { name, url, query };
}

/** Where no server listens. */
export const NOWHERE = 'postgresql://nobody@127.0.0.1:1/none';

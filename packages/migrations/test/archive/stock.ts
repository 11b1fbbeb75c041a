import type { RestoreReport } from '../../src/archive/restore.ts';
import type { Database, Ground } from '../ground.ts';
import { BASE, ROWS } from './generated-archives.ts';

/** A role without any special right, which owns what it migrates. */
export async function begin(ground: Ground): Promise<{ readonly database: Database; readonly url: string }> {
  await ground.postgres.dropDatabase('archived').catch(() => undefined);
  const database = await ground.database('archived');
  await database.run(`do $$ begin create role keeper login; exception when duplicate_object then null; end $$;
    grant create on database archived to keeper; create extension citext; create schema own authorization keeper;`);
  await database.run(`set role keeper; ${BASE} reset role; ${ROWS}`);
  const url = new URL(database.url);
  url.username = 'keeper';
  return { database, url: url.href };
}

/** All rows of the role's tables, each as text, and how often. */
export async function stock(database: Database): Promise<ReadonlyMap<string, number>> {
  const tables = await database.rows(
    "select oid::regclass::text from pg_class where relkind in ('r', 'p') and not relispartition and relnamespace = 'own'::regnamespace order by 1",
  );
  const rows = new Map<string, number>();
  for (const [table] of tables) {
    for (const [row] of await database.rows(`select to_jsonb(t.*)::text from ${String(table)} t`)) {
      const key = `${String(table)} ${String(row)}`;
      rows.set(key, (rows.get(key) ?? 0) + 1);
    }
  }
  return rows;
}

/** Values that users wrote: each has a word of its own. */
export function words(rows: ReadonlyMap<string, number>, kind: 'u' | 'w'): ReadonlySet<string> {
  return new Set(
    [...rows.keys()].flatMap((row) => [...row.matchAll(new RegExp(`\\b${kind}_\\w+`, 'g'))].map(([word]) => word)),
  );
}

export async function wordsLeftInArchives(database: Database): Promise<ReadonlySet<string>> {
  const found = new Map<string, number>();
  for (const [contents] of await database.rows('select contents from lockstep_archive.archives')) {
    const rows = await database.rows(
      `select to_jsonb(t.*)::text from lockstep_archive.${String(contents)} t where _lockstep_done is null`,
    );
    for (const [row] of rows) found.set(String(row), 1);
  }
  return words(found, 'u');
}

export function conflictsOf({ tables }: RestoreReport): number {
  return tables.flatMap(({ conflicts }) => Object.values(conflicts)).reduce((sum, count) => sum + count, 0);
}

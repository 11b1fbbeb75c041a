import type { Check } from '@lockstep/base';
import { literal, openSession, type Session } from '@lockstep/postgres';
import { brokenCheck } from '../drill/broken.ts';
import { manifestCheck } from '../drill/measured.ts';
import type { Contents, TableRecord } from '../manifest/manifest.ts';
import { readContents, readManifest } from '../manifest/read-manifest.ts';
import { RESTORE_SETTINGS } from '../source/source-settings.ts';
import { OtherRows, type RestoreOptions, restoreRows, rowsThere, sameRows } from './restore.ts';
import type { WholeOptions } from './whole.ts';

export type TablesRestored =
  | { readonly kind: 'restored'; readonly tables: readonly { readonly name: string; readonly rows: number }[] }
  /** Of these names, as they were given, the backup has none. */
  | { readonly kind: 'not-in-backup'; readonly tables: readonly string[] }
  /** Rows are there: nothing was changed. */
  | { readonly kind: 'not-empty'; readonly tables: readonly string[] }
  | { readonly kind: 'broken'; readonly check: Check };

/**
 * Brings the rows of single tables back, into the same tables without rows, in one transaction: all or nothing. Their own
 * triggers are off meanwhile; foreign keys are not. Sequences that belong to them go on behind the greater value.
 */
export async function restoreTables(options: WholeOptions, names: readonly string[]): Promise<TablesRestored> {
  const { place, prefix, identities, target, log, signal } = options;
  const backup = prefix.replace(/\/$/, '');
  const read = await readManifest(place, prefix, options);
  if (read.kind !== 'read') return { kind: 'broken', check: manifestCheck(read, backup) };
  const from = { target: place, prefix, identities };
  const session = await openSession(target, { log, signal, applicationName: 'lockstep restore' });
  const stop = () => session.abandon();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const contents = await readContents(from, read.manifest, options);
    const { tables, unknown } = choose(contents, names);
    if (unknown.length > 0) return { kind: 'not-in-backup', tables: unknown };
    await session.rows(RESTORE_SETTINGS);
    await session.rows('begin');
    return await within({ ...options, from, contents, manifest: read.manifest, open: unopened }, session, tables);
  } catch (error) {
    if (!session.lost) await session.send('rollback');
    const check = brokenCheck(error, backup);
    if (check === undefined) throw error;
    return { kind: 'broken', check };
  } finally {
    signal?.removeEventListener('abort', stop);
    await session.close();
  }
}

/** `public.people`, quoted or not. */
function choose({ tables }: Contents, names: readonly string[]) {
  const plain = (name: string) => name.replace(/"((?:[^"]|"")*)"/g, (_, inner: string) => inner.replaceAll('""', '"'));
  const chosen = names.map((name) => tables.find((table) => table.name === name || plain(table.name) === name));
  return {
    tables: chosen.filter((table) => table !== undefined),
    unknown: names.filter((_, at) => chosen[at] === undefined),
  };
}

async function within(
  options: RestoreOptions,
  session: Session,
  tables: readonly TableRecord[],
): Promise<TablesRestored> {
  const used: string[] = [];
  for (const { name } of tables) {
    await session.rows(`lock table only ${name} in share row exclusive mode`);
    const [row] = await session.rows(`select exists (select from only ${name})`);
    if (row?.[0] === 't') used.push(name);
  }
  if (used.length > 0) {
    await session.rows('rollback');
    return { kind: 'not-empty', tables: used };
  }
  for (const table of tables) {
    const triggers = await ownTriggers(session, table.name);
    for (const trigger of triggers) await session.rows(`alter table ${table.name} disable trigger ${trigger}`);
    await restoreRows(options, session, table);
    const there = await rowsThere(session, table);
    if (!sameRows(there, table)) throw new OtherRows(`${table.name}: other rows are there than were restored`);
    for (const trigger of triggers) await session.rows(`alter table ${table.name} enable trigger ${trigger}`);
    await advance(session, options.contents, table.name);
  }
  await session.rows('commit');
  return { kind: 'restored', tables: tables.map(({ name, rows }) => ({ name, rows })) };
}

/** Those that fire by themselves; others keep the state that they have. */
async function ownTriggers(session: Session, table: string): Promise<readonly string[]> {
  const rows = await session.rows(
    `select pg_catalog.quote_ident(tgname) from pg_catalog.pg_trigger
      where tgrelid = ${literal(table)}::regclass and not tgisinternal and tgenabled = 'O' order by 1`,
  );
  return rows.map(([name]) => name ?? '');
}

async function advance(session: Session, { sequences }: Contents, table: string): Promise<void> {
  const owned = await session.rows(
    `select d.objid::regclass::text from pg_catalog.pg_depend d join pg_catalog.pg_class c on c.oid = d.objid and c.relkind = 'S'
      where d.classid = 'pg_catalog.pg_class'::regclass and d.refobjid = ${literal(table)}::regclass and d.deptype in ('a', 'i')`,
  );
  for (const [name] of owned) {
    const stored = sequences.find((sequence) => sequence.name === name);
    if (stored === undefined) continue;
    await session.rows(
      `select pg_catalog.setval(${literal(stored.name)}, ${stored.lastValue}, ${stored.isCalled})
         from ${stored.name} where last_value < ${stored.lastValue}`,
    );
  }
}

async function unopened(): Promise<never> {
  throw new Error('single tables are restored by one session');
}

import { InputError } from '@lockstep/base';
import { identifier, literal, type Session } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import { insertEvent } from '../history/write.ts';
import { type Runner, withReader, withRunner } from '../run/runner.ts';
import { type ArchiveRecord, readArchives } from './catalog.ts';
import { digestSql } from './digest.ts';
import { ARCHIVES } from './schema.ts';
import { asArchivist } from './settings.ts';

/** All archives, oldest first. */
export function listArchives(engine: Engine): Promise<readonly ArchiveRecord[]> {
  return withReader(engine, ({ session }) => readArchives(session));
}

/** Deletes the archives whose time is over, each in a transaction of its own. Answers with those that are gone, or would be. */
export function pruneArchives(
  engine: Engine,
  { dryRun }: { readonly dryRun: boolean },
): Promise<readonly ArchiveRecord[]> {
  if (dryRun) return listArchives(engine).then((all) => all.filter(({ isExpired }) => isExpired));
  return withRunner(engine, { creates: false }, async (runner) => {
    const over = (await readArchives(runner.session)).filter(({ isExpired }) => isExpired);
    for (const archive of over) await drop(runner, archive, 'prune-archive', 'its time is over');
    return over;
  });
}

/** Deletes one archive at once, whatever is left of its time. */
export function removeArchive(
  engine: Engine,
  id: string,
  { because, dryRun = false }: { readonly because: string; readonly dryRun?: boolean },
): Promise<ArchiveRecord> {
  if (dryRun) return withReader(engine, ({ session }) => find(session, id));
  return withRunner(engine, { creates: false }, async (runner) => {
    const archive = await find(runner.session, id);
    await drop(runner, archive, 'remove-archive', because);
    return archive;
  });
}

/** Keeps one archive longer, from now on. */
export function extendArchive(
  engine: Engine,
  id: string,
  { because, dryRun = false, keepMs }: { readonly because: string; readonly keepMs: number; readonly dryRun?: boolean },
): Promise<ArchiveRecord> {
  if (dryRun) return withReader(engine, ({ session }) => find(session, id));
  return withRunner(engine, { creates: false }, async ({ session }) => {
    const archive = await find(session, id);
    const expires = `pg_catalog.clock_timestamp() + ${literal(`${keepMs} milliseconds`)}::pg_catalog.interval`;
    const note = `pg_catalog.jsonb_build_object('at', pg_catalog.clock_timestamp(), 'by', ${literal(engine.provenance.actor)}::text, 'because', ${literal(because)}::text)`;
    const event = insertEvent({
      kind: 'extend-archive',
      version: archive.version,
      by: engine.provenance,
      detail: { archive: id, because, keepMs },
    });
    await session.rows(
      `begin; ${asArchivist}; update ${ARCHIVES} set expires = greatest(expires, ${expires}), extended = extended || ${note} where id = ${literal(id)}; ${event} commit`,
    );
    return find(session, id);
  });
}

/** Rows of one table in which one column has a value. */
export interface Erasure {
  /** With its schema: `public.users`. */
  readonly table: string;
  readonly column: string;
  readonly value: string;
}

/** What was erased of one archive; `unknown`: it has rows of the table, and not this column, so that they cannot be told apart. */
export interface Erased {
  /** Which of the erasures, from 0. */
  readonly erasure: number;
  readonly id: string;
  readonly source: string;
  readonly column: string;
  readonly rows: number;
  readonly unknown: boolean;
}

/** Deletes rows from all archives, restored and expired ones too, and their traces on the disk. */
export function eraseFromArchives(
  engine: Engine,
  erasures: readonly Erasure[],
  { because, dryRun }: { readonly because: string; readonly dryRun: boolean },
): Promise<readonly Erased[]> {
  return withRunner(engine, { creates: false }, async (runner) => {
    const done: Erased[] = [];
    for (const archive of await readArchives(runner.session)) {
      for (const [nth, erasure] of erasures.entries()) {
        if (!isFrom(archive, erasure.table)) continue;
        done.push({ erasure: nth, ...(await eraseOne(runner, archive, erasure, { because, dryRun })) });
      }
    }
    return done;
  });
}

function isFrom({ source, target }: ArchiveRecord, table: string): boolean {
  const quoted = table
    .split('.')
    .map((part) => (/^[a-z_][a-z0-9_$]*$/.test(part) ? part : identifier(part)))
    .join('.');
  return [table, quoted].some((name) => name === source || name === target);
}

async function eraseOne(
  { engine, session }: Runner,
  archive: ArchiveRecord,
  { column, value }: Erasure,
  { because, dryRun }: { readonly because: string; readonly dryRun: boolean },
): Promise<Omit<Erased, 'erasure'>> {
  const { columns, contents, id, source, version } = archive;
  const about = { id, source, column };
  if (!columns.some(({ name }) => name === column)) return { ...about, rows: 0, unknown: true };
  const where = `${identifier(column)}::pg_catalog.text = ${literal(value)}`;
  const [found] = await session.rows(
    `begin read only; ${asArchivist}; select pg_catalog.count(*) from ${contents} where ${where}; commit`,
  );
  const rows = Number(found?.[0]);
  if (dryRun || rows === 0) return { ...about, rows, unknown: false };
  const event = insertEvent({
    kind: 'erase-archive',
    version,
    by: engine.provenance,
    detail: { archive: id, column, rows, because },
  });
  await session.rows(`begin; ${asArchivist}; lock table ${contents} in access exclusive mode; delete from ${contents} where ${where};
    update ${ARCHIVES} set rows = (select pg_catalog.count(*) from ${contents}), digest = (select ${digestSql(columns)} from ${contents} a) where id = ${literal(id)};
    ${event} commit`);
  // A deleted row is on the disk until the table is written anew.
  await session.rows(`vacuum full ${contents}`);
  return { ...about, rows, unknown: false };
}

async function find(session: Session, id: string): Promise<ArchiveRecord> {
  const archive = (await readArchives(session)).find((each) => each.id === id);
  if (archive === undefined)
    throw new InputError(`input "archive-id": there is no archive ${id}; command: list-archives shows them`);
  return archive;
}

async function drop(
  { engine, session }: Runner,
  { contents, id, rows, source, version }: ArchiveRecord,
  kind: 'prune-archive' | 'remove-archive',
  because: string,
): Promise<void> {
  const event = insertEvent({ kind, version, by: engine.provenance, detail: { archive: id, source, rows, because } });
  await session.rows(
    `begin; drop table if exists ${contents}; delete from ${ARCHIVES} where id = ${literal(id)}; ${event} commit`,
  );
}

import { literal, type Session } from '@lockstep/postgres';
import type { Carrier } from '../data-loss/carrier.ts';
import { type ArchiveRecord, readArchives } from './catalog.ts';
import { sealArchives } from './digest.ts';
import { from, match } from './restore-sql.ts';
import { pastPolicies, withinSettings } from './settings.ts';
import { readTarget, type Target } from './target.ts';

/** An archive of values, and the table into whose rows they go back. */
interface Carried {
  readonly archive: ArchiveRecord;
  readonly target: Target;
}

/**
 * Of a down migration that writes rows for which something is archived: those that nobody had written until then keep
 * counting as such. Undefined where nothing waits to be restored into rows that are there.
 */
export async function carrierFor(session: Session): Promise<Carrier | undefined> {
  const open = (await readArchives(session)).filter(waitsForRows);
  if (open.length === 0) return undefined;
  // Once it is carried, its rows do not show any more that one single transaction wrote them.
  await sealArchives(session, open);
  const contents = await Promise.all(open.map((archive) => oidOf(session, archive.contents)));
  let carried: readonly Carried[] = [];
  return {
    tables: new Set(contents.flatMap((oid) => oid ?? [])),
    before: (within, written) =>
      withinSettings(within, async () => {
        carried = await writtenOf(within, open, written);
        for (const each of carried) await forgetWritten(within, each);
      }),
    after: (within) =>
      carried.length === 0
        ? Promise.resolve()
        : withinSettings(within, async () => {
            for (const { archive } of carried) await remember(within, archive);
          }),
  };
}

/** Values of rows that stay are known by who wrote their row last. */
export function waitsForRows({ key, kind, restored }: ArchiveRecord): boolean {
  return kind === 'mixed' && key.length > 0 && restored !== 'all';
}

async function oidOf(session: Session, table: string): Promise<string | undefined> {
  const [row] = await session.rows(`select pg_catalog.to_regclass(${literal(table)})::pg_catalog.oid`);
  return row?.[0] ?? undefined;
}

async function writtenOf(
  session: Session,
  open: readonly ArchiveRecord[],
  written: readonly string[],
): Promise<readonly Carried[]> {
  const carried: Carried[] = [];
  for (const archive of open) {
    const target = await readKeyed(session, archive);
    if (target === undefined) continue;
    const [row] = await session.rows(
      `select pg_catalog.bool_or(part = any ('{${written.join(',')}}'::pg_catalog.oid[]))
         from (select '${target.oid}'::pg_catalog.oid union all
               select t.relid from pg_catalog.pg_partition_tree('${target.oid}'::pg_catalog.regclass) t) as parts (part)`,
    );
    if (row?.[0] === 't') carried.push({ archive, target });
  }
  return carried;
}

async function readKeyed(session: Session, archive: ArchiveRecord): Promise<Target | undefined> {
  if ((await oidOf(session, archive.contents)) === undefined) return undefined;
  const target = await readTarget(session, archive.target);
  return target !== undefined && archive.key.every((name) => target.columns.has(name)) ? target : undefined;
}

const WAITS = 'a._lockstep_xmin is not null and a._lockstep_done is null';

/** What somebody wrote since stays written since, whoever writes the row next. */
async function forgetWritten(session: Session, carried: Carried): Promise<void> {
  const { archive, target } = carried;
  await pastPolicies(session, [target], () =>
    session.rows(
      `update ${archive.contents} a set _lockstep_xmin = null from ${from(carried)}
        where ${WAITS} and ${match(carried)} and t.xmin <> a._lockstep_xmin`,
    ),
  );
}

/** Rows that only the statements wrote since show their transaction from now on. */
async function remember(session: Session, archive: ArchiveRecord): Promise<void> {
  const target = await readKeyed(session, archive);
  if (target === undefined) return;
  const carried = { archive, target };
  await pastPolicies(session, [target], () =>
    session.rows(
      `update ${archive.contents} a set _lockstep_xmin = t.xmin from ${from(carried)}
        where ${WAITS} and ${match(carried)} and t.xmin <> a._lockstep_xmin`,
    ),
  );
}

/**
 * SQL: a restore is about to write the rows of some places of `restoring`; another archive of the same table, for which
 * nobody wrote them either, knows them by this transaction from now on.
 */
export function carryAcross(restoring: Carried, other: ArchiveRecord, places: string): string {
  const carried = { archive: other, target: restoring.target };
  return `update ${other.contents} a set _lockstep_xmin = (pg_catalog.pg_current_xact_id()::pg_catalog.text::pg_catalog.int8 & ${0xffffffff})::pg_catalog.text::pg_catalog.xid
    from ${from(carried)} where ${WAITS} and ${match(carried)} and t.xmin = a._lockstep_xmin
     and (t.tableoid, t.ctid) in (select t.tableoid, t.ctid from ${restoring.archive.contents} a join ${from(restoring)} on ${match(restoring)} where a.ctid = any (${places}))`;
}

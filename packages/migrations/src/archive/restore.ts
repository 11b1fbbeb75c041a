import { CancelledError, isCancellation } from '@lockstep/base';
import { identifier, literal, type Session, SqlError } from '@lockstep/postgres';
import { isForbidden } from '../data-loss/losses.ts';
import type { Engine } from '../engine/engine.ts';
import type { HistoryRecord } from '../history/record.ts';
import { insertEvent } from '../history/write.ts';
import { retryLocks } from '../run/retry-locks.ts';
import { type Runner, withRunner } from '../run/runner.ts';
import { type CameBack, whatCameBack } from './came-back.ts';
import { waitsForRows } from './carry.ts';
import { type ArchiveRecord, readArchives } from './catalog.ts';
import { isUnchanged, sealArchives } from './digest.ts';
import { ARCHIVE_SCHEMA } from './plan.ts';
import { offsetByUp, type Restoring } from './restore-sql.ts';
import { type Conflict, emptyTally, restoreTable, type TableOptions, type Tally } from './restore-table.ts';
import { ARCHIVES } from './schema.ts';
import { asArchivist, pastPolicies } from './settings.ts';
import { readTarget, untouched } from './target.ts';

/** Why an archive was not restored at all. */
export type NotRestored =
  | 'not-applied'
  | 'not-rolled-back'
  | 'expired'
  | 'changed'
  | 'no-target'
  | 'no-column'
  | 'hidden';

/** What came of one archive. */
export interface RestoredTable {
  readonly id: string;
  readonly version: string;
  readonly migration: string;
  readonly source: string;
  readonly target: string;
  readonly rows: number;
  readonly inserted: number;
  readonly set: number;
  readonly already: number;
  /** Older than what the same migration archived later of the same row: that is what comes back. */
  readonly superseded: number;
  /** Rows that were left, by why. */
  readonly conflicts: Readonly<Partial<Record<Conflict, number>>>;
  /** SQL: where they are. */
  readonly contents: string;
  readonly notRestored: NotRestored | undefined;
}

export interface RestoreOptions extends TableOptions {
  /** Which of them: of all that are not restored yet, those of this version, or of this release. */
  readonly only?: { readonly version?: string; readonly release?: string; readonly direction?: 'down' | 'up' };
}

export interface RestoreReport {
  readonly tables: readonly RestoredTable[];
  /** How many that were asked for are restored already, or are of a contract migration that is still applied. */
  readonly passedOver: { readonly restored: number; readonly inPlace: number };
  /** It stopped, and goes on when it is run again. */
  readonly cancelled: boolean;
}

/**
 * Brings archived rows back once their migration is applied again: rows that are missing, and values of rows that nobody
 * wrote since. All else is a conflict, which is counted, marked in the archive, and left.
 */
export async function restoreArchives(engine: Engine, options: RestoreOptions): Promise<RestoreReport> {
  return withRunner(engine, { creates: false }, async (runner) => {
    const { session } = runner;
    const all = await readArchives(session);
    const isThere = new Set(runner.history.map(({ version }) => version));
    const { direction: way, release: of, version: only } = options.only ?? {};
    const asked = all.filter(
      ({ direction, release, version }) =>
        (only === undefined || only === version) &&
        (of === undefined || of === release) &&
        (way === undefined || way === direction),
    );
    const open = asked.filter(({ restored }) => restored !== 'all');
    // What a contract migration has archived is where it should be, until that is rolled back.
    const chosen = open.filter(
      ({ direction, version }) => only !== undefined || direction === 'down' || !isThere.has(version),
    );
    const passedOver = { restored: asked.length - open.length, inPlace: open.length - chosen.length };
    const tables: RestoredTable[] = [];
    try {
      for (const archive of await parentsFirst(session, chosen.toReversed())) {
        tables.push(await restoreOne(runner, archive, all, options));
      }
      if (!options.dryRun) await again(runner, { chosen, all }, tables, options);
    } catch (error) {
      if (!isCancellation(error, engine.signal)) throw error;
      return { tables, passedOver, cancelled: true };
    }
    return { tables, passedOver, cancelled: false };
  });
}

/** What the server refused may have lacked something that came later: once more, as long as that helps. */
async function again(
  runner: Runner,
  { all, chosen }: { readonly all: readonly ArchiveRecord[]; readonly chosen: readonly ArchiveRecord[] },
  tables: RestoredTable[],
  options: RestoreOptions,
): Promise<void> {
  for (let left = refusedBy(tables); left > 0; ) {
    for (const [nth, table] of tables.entries()) {
      const archive = chosen.find(({ id }) => id === table.id);
      if (archive === undefined || (table.conflicts.server ?? 0) === 0) continue;
      const more = await restoreOne(runner, archive, all, options);
      const { already, inserted, set, superseded } = table;
      tables[nth] = {
        ...more,
        inserted: inserted + more.inserted,
        set: set + more.set,
        already: already + more.already,
        superseded: superseded + more.superseded,
      };
    }
    const now = refusedBy(tables);
    if (now >= left) return;
    left = now;
  }
}

function refusedBy(tables: readonly RestoredTable[]): number {
  return tables.reduce((sum, { conflicts }) => sum + (conflicts.server ?? 0), 0);
}

async function restoreOne(
  { engine, history, session, tables }: Runner,
  archive: ArchiveRecord,
  all: readonly ArchiveRecord[],
  options: RestoreOptions,
): Promise<RestoredTable> {
  const prepared = await prepare(session, archive, all, { history, cluster: tables.cluster });
  if (typeof prepared === 'string') return tableOf(archive, emptyTally(), prepared);
  const { back, restoring } = prepared;
  if (options.dryRun) return lookAt(engine, session, restoring, options);
  const already = await begin(engine, session, restoring, back);
  const tally = await restoreTable(engine, session, restoring, options);
  tally.already += already;
  await end(engine, session, archive, tally);
  return tableOf(archive, tally, undefined);
}

/** What a restore would do, as far as it shows without trying. Where policies hide rows from us, only a run can tell. */
async function lookAt(
  engine: Engine,
  session: Session,
  restoring: Restoring,
  options: RestoreOptions,
): Promise<RestoredTable> {
  await session.rows(`begin read only; ${asArchivist}`);
  try {
    return tableOf(restoring.archive, await restoreTable(engine, session, restoring, options), undefined);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return tableOf(restoring.archive, emptyTally(), 'hidden');
  } finally {
    await session.send('rollback');
  }
}

function tableOf(
  { contents, id, migration, rows, source, target, version }: ArchiveRecord,
  { already, conflicts, inserted, set, superseded }: Tally,
  notRestored: NotRestored | undefined,
): RestoredTable {
  const about = { id, version, migration, source, target, rows, contents, notRestored };
  return { ...about, inserted, set, already, superseded, conflicts: Object.fromEntries(conflicts) };
}

interface Prepared {
  readonly restoring: Restoring;
  readonly back: CameBack;
}

/** Where it goes back, or why it does not. Reads only. */
async function prepare(
  session: Session,
  archive: ArchiveRecord,
  all: readonly ArchiveRecord[],
  { cluster, history }: { readonly history: readonly HistoryRecord[]; readonly cluster: string | undefined },
): Promise<Prepared | NotRestored> {
  const back = await whatCameBack(session, archive, history);
  if (back === undefined) return archive.direction === 'down' ? 'not-applied' : 'not-rolled-back';
  if (archive.isExpired) return 'expired';
  await session.rows(`begin read only; ${asArchivist}`);
  try {
    if (!(await isUnchanged(session, archive))) return 'changed';
    const target = await readTarget(session, archive.target);
    if (target === undefined) return 'no-target';
    if (archive.columns.some(({ name }) => !target.columns.has(name))) return 'no-column';
    const [row] = await session.rows('select pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())');
    const now = { cluster, currentXid: row?.[0] ?? '0' };
    const around = await relatives(session, archive, all);
    return { restoring: { archive, target, untouched: untouched(archive, back, now), ...around }, back };
  } finally {
    await session.send('rollback');
  }
}

/**
 * Once for each archive: sequences give no number that is about to come back, and what the migration put there itself
 * counts as there; the answer is how much of it.
 */
async function begin(engine: Engine, session: Session, restoring: Restoring, back: CameBack): Promise<number> {
  await sealArchives(session, [restoring.archive, ...restoring.others]);
  let already = 0;
  const { execution } = await retryLocks(engine, session, restoring.target.name, async () => {
    try {
      already = await prepareTarget(session, restoring, back);
      return { ok: true };
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      await session.send('rollback');
      return { ok: false, error, at: { in: 'preamble' } };
    }
  });
  if (!execution.ok) throw execution.error ?? new CancelledError('cancelled before an archive was restored');
  return already;
}

async function prepareTarget(session: Session, restoring: Restoring, { xids }: CameBack): Promise<number> {
  const { archive, target } = restoring;
  await session.rows(`begin; ${asArchivist}; lock table ${target.name} in share row exclusive mode`);
  const already = await pastPolicies(session, [target], async () => {
    for (const { name } of archive.columns) {
      const sequence = target.columns.get(name)?.sequence;
      if (sequence !== undefined)
        await moveOn(
          session,
          sequence,
          `select ${identifier(name)} from ${archive.contents} where _lockstep_done is null`,
        );
    }
    const isNew = archive.restored === undefined && archive.key.length === 0 && archive.whole && xids.length > 0;
    if (!isNew) return 0;
    const [row] = await session.rows(offsetByUp(restoring, xids));
    return Number(row?.[0]);
  });
  await session.rows(
    `update ${ARCHIVES} set restored = 'partial', restored_at = pg_catalog.clock_timestamp() where id = ${archive.id} and restored is null; commit`,
  );
  return already;
}

/** Beyond all numbers of a query, in the direction in which the sequence goes. */
async function moveOn(session: Session, sequence: string, numbers: string): Promise<void> {
  await session.rows(`
    select pg_catalog.setval(s.oid, n.most) from (
        select ${literal(sequence)}::pg_catalog.regclass as oid, (select last_value from ${sequence}) as last,
               (select q.seqincrement > 0 from pg_catalog.pg_sequence q where q.seqrelid = ${literal(sequence)}::pg_catalog.regclass) as rises) s
     cross join lateral (select case when s.rises then pg_catalog.max(x.n) else pg_catalog.min(x.n) end::pg_catalog.int8 as most
                           from (${numbers}) x (n)) n
     where case when s.rises then n.most >= s.last else n.most <= s.last end`);
}

async function end(engine: Engine, session: Session, archive: ArchiveRecord, tally: Tally): Promise<void> {
  const { already, conflicts, inserted, set, superseded } = tally;
  const detail = { archive: archive.id, inserted, set, already, superseded, conflicts: Object.fromEntries(conflicts) };
  const event = insertEvent({ kind: 'restore', version: archive.version, by: engine.provenance, detail });
  await session.rows(`begin; ${asArchivist};
    update ${ARCHIVES} set restored_at = pg_catalog.clock_timestamp(), restored = case when exists (
      select from ${archive.contents} where _lockstep_done is null) then 'partial' else 'all' end where id = ${archive.id};
    ${event} commit`);
}

/** Other archives of the same rows that are still there. */
async function relatives(
  session: Session,
  archive: ArchiveRecord,
  all: readonly ArchiveRecord[],
): Promise<Pick<Restoring, 'newer' | 'others'>> {
  const list = await session.rows(
    `select n.nspname || '.' || c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where n.nspname = ${literal(ARCHIVE_SCHEMA)}`,
  );
  const isThere = new Set(list.map((row) => row[0]));
  const near = all.filter(
    ({ contents, id, target }) => id !== archive.id && target === archive.target && isThere.has(contents),
  );
  const isSameKey = ({ key }: ArchiveRecord) => key.length > 0 && key.join('\n') === archive.key.join('\n');
  const { direction, version } = archive;
  const again = near.filter((each) => each.version === version && each.direction === direction && isSameKey(each));
  const isNewer = ({ id }: ArchiveRecord) => Number(id) > Number(archive.id);
  return {
    newer: again.filter(isNewer).toReversed(),
    others: near.filter(waitsForRows),
  };
}

/**
 * Tables to which others refer come first; each with its archives as they are given: the newest first, since what it
 * has may be a part of what an older one has.
 */
async function parentsFirst(session: Session, archives: readonly ArchiveRecord[]): Promise<readonly ArchiveRecord[]> {
  const rows = await session.rows(
    `select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), pg_catalog.quote_ident(pn.nspname) || '.' || pg_catalog.quote_ident(p.relname)
       from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       join pg_catalog.pg_class p on p.oid = k.confrelid join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
      where k.contype = 'f' and c.oid <> p.oid`,
  );
  const parents = new Map<string, string[]>();
  for (const [child, parent] of rows) parents.set(child ?? '', [...(parents.get(child ?? '') ?? []), parent ?? '']);
  const sorted: ArchiveRecord[] = [];
  const seen = new Set<string>();
  const visit = (target: string): void => {
    if (seen.has(target)) return;
    seen.add(target);
    for (const parent of parents.get(target) ?? []) visit(parent);
    sorted.push(...archives.filter((archive) => archive.target === target));
  };
  for (const { target } of archives) visit(target);
  return sorted;
}

import { literal, type Session, textArray } from '@lockstep/postgres';
import { isForbidden, isTooSlow } from '../data-loss/losses.ts';
import type { Engine } from '../engine/engine.ts';
import { type Runner, withReader } from '../run/runner.ts';
import { type ArchiveRecord, readArchives } from './catalog.ts';
import { type ContractEvents, type ContractState, judgeContract } from './contract-state.ts';
import { isUnchanged } from './digest.ts';
import { lostRows } from './restore-sql.ts';
import { asArchivist } from './settings.ts';
import { readTarget } from './target.ts';

/** What a contract migration deleted, and whether all of it can be restored. */
export interface ContractData {
  readonly version: string;
  readonly name: string;
  /** It is applied; otherwise it was rolled back, and what is archived comes next. */
  readonly isApplied: boolean;
  readonly state: ContractState;
  readonly archives: readonly ArchivedTable[];
}

/** One archive of it, and what its table has had since. */
export interface ArchivedTable {
  readonly id: string;
  readonly source: string;
  readonly rows: number;
  /** ISO 8601. */
  readonly at: string;
  readonly expires: string;
  readonly isRestored: boolean;
  /** Rows of the table that were written since, of which the archive has nothing; undefined where there is no table, or no one may count. */
  readonly writtenSince: number | undefined;
  /** Archived values whose rows were deleted since: each will be a conflict. */
  readonly gone: number | undefined;
  /** Archived values of columns that stayed, whose rows were written since: each will be a conflict. */
  readonly overwritten: number | undefined;
}

/** A plan is no reason to read a large table for longer. */
const WITHIN_MS = 5_000;

/** Of each contract migration that some releases applied, whether what it deleted can be restored. Takes no lock. */
export function readContractData(engine: Engine, releases: readonly string[]): Promise<readonly ContractData[]> {
  return withReader(engine, async (runner) => {
    const { session, tables } = runner;
    if (!tables.side.exists || releases.length === 0) return [];
    const versions = await session.rows(
      `select distinct e.version, e.detail->>'phase' from lockstep.events e
        where e.kind = 'up' and e.detail->>'phase' = 'contract' and e.release = any (${textArray(releases)}) order by 1`,
    );
    if (versions.length === 0) return [];
    const archives = await readArchives(session);
    const list: ContractData[] = [];
    for (const [version] of versions) list.push(await readOne(runner, version ?? '', archives));
    return list;
  });
}

async function readOne(
  { history, session, tables: { cluster } }: Runner,
  version: string,
  all: readonly ArchiveRecord[],
): Promise<ContractData> {
  const record = history.find((each) => each.version === version);
  const events = await readEvents(session, version);
  const ids = new Set(events.archived.map(({ id }) => id));
  const archives = all.filter(({ id }) => ids.has(id));
  const changed = new Set<string>();
  await session.rows(`begin read only; ${asArchivist}`);
  try {
    for (const archive of archives) {
      if (archive.restored !== 'all' && !(await isUnchanged(session, archive))) changed.add(archive.id);
    }
  } finally {
    await session.send('rollback');
  }
  const isApplied = record !== undefined;
  const shown: ArchivedTable[] = [];
  for (const archive of archives) {
    const isCounted = isApplied && !changed.has(archive.id);
    const since = isCounted ? await readSince(session, archive, archive.cluster === cluster) : undefined;
    shown.push(tableOf(archive, since));
  }
  const name = record?.side?.name ?? record?.name ?? archives[0]?.migration ?? '';
  return { version, name, isApplied, state: judgeContract(events, archives, changed, isApplied), archives: shown };
}

/**
 * Its last time of being applied, and what became of its archives. What an earlier time archived, and no one restored when
 * it was rolled back, is still missing.
 */
async function readEvents(session: Session, version: string): Promise<ContractEvents> {
  const rows = await session.rows(`
    with up as (select e.id, e.detail from lockstep.events e where e.kind = 'up' and e.version = ${literal(version)} order by e.id desc limit 1),
         before as (select coalesce(pg_catalog.max(e.id), 0) as id from lockstep.events e, up
                     where e.kind in ('up', 'down') and e.version = ${literal(version)} and e.id < up.id)
    select 'up', null, null, up.detail->>'kept' from up
    union all
    select e.kind, each->>'id', each->>'rows', null from lockstep.events e, up, before,
           lateral pg_catalog.jsonb_array_elements(e.detail->'archives') each
     where e.kind = 'archive' and e.version = ${literal(version)} and e.detail->>'direction' = 'up' and e.id < up.id
       and (e.id > before.id or not exists (
             select from lockstep.events r where r.version = e.version and r.id > e.id and r.detail->>'archive' = each->>'id'
                and (r.kind in ('remove-archive', 'prune-archive') or r.kind = 'restore' and r.detail->'conflicts' = '{}')))
    union all
    select e.kind, e.detail->>'archive', e.detail->>'rows', null from lockstep.events e
     where e.kind in ('remove-archive', 'prune-archive', 'erase-archive') and e.version = ${literal(version)}`);
  const of = (kind: string) =>
    rows.filter((row) => row[0] === kind).map(([, id, count]) => ({ id: id ?? '', rows: Number(count) }));
  return {
    isKept: rows.some((row) => row[0] === 'up' && row[3] === 'true'),
    archived: of('archive'),
    removed: [...of('remove-archive'), ...of('prune-archive')].map(({ id }) => id),
    erased: of('erase-archive'),
  };
}

type Since = Pick<ArchivedTable, 'writtenSince' | 'gone' | 'overwritten'>;

function tableOf({ at, expires, id, restored, rows, source }: ArchiveRecord, since: Since | undefined): ArchivedTable {
  const about = { id, source, rows, at, expires, isRestored: restored === 'all' };
  return { ...about, writtenSince: since?.writtenSince, gone: since?.gone, overwritten: since?.overwritten };
}

/** What the table has had since it was archived. */
async function readSince(session: Session, archive: ArchiveRecord, isHere: boolean): Promise<Since | undefined> {
  await session.rows(`begin read only; ${asArchivist}; set local statement_timeout = ${WITHIN_MS}`);
  try {
    const target = await readTarget(session, archive.target);
    if (target === undefined) return undefined;
    const xid = `(${literal(archive.xid)}::pg_catalog.xid8::pg_catalog.text::pg_catalog.int8 & ${0xffffffff})::pg_catalog.text::pg_catalog.xid`;
    const [written] = await session.rows(
      `select pg_catalog.count(*) from ${target.name} t where pg_catalog.age(t.xmin) < pg_catalog.age(${xid})`,
    );
    const lost = lostRows(archive, target, isHere);
    const [row] = lost === undefined ? [['0', '0']] : await session.rows(lost);
    return { writtenSince: Number(written?.[0]), gone: Number(row?.[0]), overwritten: Number(row?.[1]) };
  } catch (error) {
    if (!isForbidden(error) && !isTooSlow(error)) throw error;
    return undefined;
  } finally {
    if (!session.lost) await session.send('rollback');
  }
}

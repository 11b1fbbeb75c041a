import { literal, type Session } from '@lockstep/postgres';
import type { HistoryRecord } from '../history/record.ts';
import type { ArchiveRecord } from './catalog.ts';

/** The transaction that made room for what is archived, as it shows in the rows that it wrote. */
export interface CameBack {
  /** What it wrote shows one of these, as `xmin` does: 32 bits. */
  readonly xids: readonly string[];
  /** All transactions before this one had ended when it committed; undefined where that is not known. */
  readonly horizon: string | undefined;
  readonly cluster: string | undefined;
}

/**
 * Of what a rollback has archived, the migration as it was applied again; of what a contract migration has, its down
 * migration. Undefined where that did not happen yet.
 */
export async function whatCameBack(
  session: Session,
  { direction, version }: ArchiveRecord,
  history: readonly HistoryRecord[],
): Promise<CameBack | undefined> {
  const record = history.find((each) => each.version === version);
  const { side } = record ?? {};
  if (direction === 'up') return record === undefined ? await readTrace(session, 'down', version) : undefined;
  if (record?.applied !== true || (side !== undefined && side.state !== 'applied')) return undefined;
  const facts = side?.facts?.xids.map(lowBits) ?? [];
  const event = side === undefined ? undefined : await readTrace(session, 'up', version);
  const known = { horizon: side?.xminHorizon, cluster: side?.cluster };
  return event?.horizon === undefined
    ? { ...known, xids: facts }
    : { ...event, xids: [...new Set([...facts, ...event.xids])] };
}

/**
 * Where the newest event of a version is of this kind: it shows the `xmin` of what was written with it, also within a
 * savepoint. One of several transactions shows none of it.
 */
async function readTrace(session: Session, kind: 'up' | 'down', version: string): Promise<CameBack | undefined> {
  const [row] = await session.rows(
    `select e.xmin, e.detail->>'horizon', e.detail->>'cluster', e.kind from lockstep.events e
      where e.kind in ('up', 'down', 'adopt', 'repair', 'drop') and e.version = ${literal(version)} order by e.id desc limit 1`,
  );
  if (row?.[3] !== kind) return undefined;
  return { xids: [row[0] ?? ''], horizon: row[1] ?? undefined, cluster: row[2] ?? undefined };
}

/** A transaction's id as rows show it. */
export function lowBits(id: string): string {
  return String(BigInt(id) & 0xffffffffn);
}

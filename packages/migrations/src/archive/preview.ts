import { identifier, type Session } from '@lockstep/postgres';
import { foresee } from '../data-loss/count-predicted.ts';
import { isForbidden, isTooSlow, type Loss } from '../data-loss/losses.ts';
import type { OwnRows } from '../data-loss/own-rows.ts';
import type { Prediction } from '../data-loss/predict.ts';
import type { RefusedArchive } from './archivist.ts';
import { type ArchiveLimits, expectedLockMs } from './limits.ts';
import { type Copy, planArchive } from './plan.ts';
import { type ArchiveRefusal, describeArchiveRefusal } from './refusal.ts';
import { readSources } from './sources.ts';

/** What a migration would archive, as far as its text shows it. */
export interface ArchivePreview {
  readonly rows: number;
  readonly bytes: number;
  /** How long its tables are expected to be locked for that. */
  readonly lockMs: number;
  /** Of some tables only the run shows which rows it takes: it may be less. */
  readonly atMost: boolean;
  /** Why it would be refused. */
  readonly unarchived: readonly RefusedArchive[];
}

export interface PreviewedLosses {
  readonly deletes: readonly Prediction[];
  readonly losses: readonly Loss[];
  readonly own: OwnRows | undefined;
}

const WITHIN_MS = 5_000;

/** Measures what would be copied. Takes no lock; undefined where this role may not count, or it takes too long. */
export async function previewArchive(
  session: Session,
  { deletes, losses, own }: PreviewedLosses,
  limits: ArchiveLimits,
  direction: 'down' | 'up' = 'down',
): Promise<ArchivePreview | undefined> {
  const previewOf = (sum: Sum, atMost: boolean, refusals: readonly ArchiveRefusal[]): ArchivePreview => {
    const unarchived = refusals.map((each) => ({ kind: each.kind, message: describeArchiveRefusal(each, direction) }));
    return { ...sum, lockMs: expectedLockMs(sum), atMost, unarchived };
  };
  await session.rows(
    `begin read only; set local row_security = off; set local search_path = ''; set local statement_timeout = ${WITHIN_MS}`,
  );
  try {
    const { after, before, threats } = await foresee(session, deletes);
    const seen = { threats, losses, own, before, after };
    const plan = planArchive(seen, await readSources(session, [...before.keys()]));
    if (plan.kind === 'refuse') return previewOf({ rows: 0, bytes: 0 }, false, plan.refusals);
    let sum = { rows: 0, bytes: 0 };
    const refusals: ArchiveRefusal[] = [];
    for (const copy of plan.copies) {
      const one = await measureCopy(session, copy);
      sum = { rows: sum.rows + one.rows, bytes: sum.bytes + one.bytes };
      const object = copy.relation.name;
      const isExact = copy.kind !== 'mixed';
      if (isExact && sum.rows > limits.rows) {
        refusals.push({ kind: 'rows', object, limit: limits.rows, about: one.rows });
      } else if (isExact && sum.bytes > limits.bytes) {
        refusals.push({ kind: 'bytes', object, limit: limits.bytes, bytes: sum.bytes });
      }
    }
    const ms = expectedLockMs(sum);
    const [first] = plan.copies;
    // Before anything is locked: a copy that is cut off in the middle has made the app wait for nothing.
    if (refusals.length === 0 && first !== undefined && ms > limits.lockMs) {
      const object = plan.copies.length === 1 ? first.relation.name : 'the tables';
      refusals.push({ kind: 'lock-time', object, limitMs: limits.lockMs, expected: { ...sum, ms } });
    }
    const isMixed = plan.copies.some(({ kind }) => kind === 'mixed');
    return previewOf(sum, isMixed, refusals);
  } catch (error) {
    if (!isForbidden(error) && !isTooSlow(error)) throw error;
    return undefined;
  } finally {
    if (!session.lost) await session.send('rollback');
  }
}

interface Sum {
  readonly rows: number;
  readonly bytes: number;
}

/** Each row has a header, and a pointer to it in its page. */
const ROW_BYTES = 28;

/** Each value by itself: the size of a row as a whole is that of its values unpacked, and reads all of them. */
async function measureCopy(session: Session, { columns, condition, relation }: Copy) {
  const sizes = columns.map(({ name }) => `coalesce(pg_catalog.pg_column_size(t.${identifier(name)}), 0)`);
  const size = [ROW_BYTES, ...sizes].join(' + ');
  const [row] = await session.rows(
    `select pg_catalog.count(*), coalesce(pg_catalog.sum(${size}), 0) from only ${relation.name} t where ${condition}`,
  );
  return { rows: Number(row?.[0]), bytes: Number(row?.[1]) };
}

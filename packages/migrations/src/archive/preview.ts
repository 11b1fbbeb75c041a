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

/** What a down migration would archive, as far as its text shows it. */
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
): Promise<ArchivePreview | undefined> {
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
    const isMixed = plan.copies.some(({ kind }) => kind === 'mixed');
    return previewOf(sum, isMixed, refusals);
  } catch (error) {
    if (!isForbidden(error) && !isTooSlow(error)) throw error;
    return undefined;
  } finally {
    if (!session.lost) await session.send('rollback');
  }
}

function previewOf(
  sum: { readonly rows: number; readonly bytes: number },
  atMost: boolean,
  refusals: readonly ArchiveRefusal[],
): ArchivePreview {
  const unarchived = refusals.map((each) => ({ kind: each.kind, message: describeArchiveRefusal(each) }));
  return { ...sum, lockMs: expectedLockMs(sum), atMost, unarchived };
}

/** Each row has a pointer to it in its page; its header is in its size. */
const POINTER_BYTES = 4;

async function measureCopy(session: Session, { columns, condition, kind, relation }: Copy) {
  const values = columns.map(({ name }) => `t.${identifier(name)}`).join(', ');
  const size = kind === 'values' ? `pg_catalog.pg_column_size(row(${values}))` : 'pg_catalog.pg_column_size(t.*)';
  const [row] = await session.rows(
    `select pg_catalog.count(*), coalesce(pg_catalog.sum(${size} + ${POINTER_BYTES}), 0) from only ${relation.name} t where ${condition}`,
  );
  return { rows: Number(row?.[0]), bytes: Number(row?.[1]) };
}

import { literal, type Session } from '@lockstep/postgres';
import { countPredicted } from '../data-loss/count-predicted.ts';
import { describePrediction, type Prediction, predictStatement, renames } from '../data-loss/predict.ts';
import { blocks, locksOf, type TableLock } from '../lint/locks.ts';
import type { Sizes } from '../lint/sizes.ts';
import { madeBy } from '../parse/made.ts';
import { canonical } from '../parse/parser.ts';
import type { Statement } from '../parse/statements.ts';

/** Something that a migration deletes. */
export interface Deletion {
  /** `table public.notes`, `column public.users.bio`. */
  readonly what: string;
  /** How many rows lose something now; undefined where nobody counted, or nobody may. */
  readonly rows: { readonly count: number; readonly more: boolean } | undefined;
}

export interface PredictedUp {
  readonly deletes: readonly Prediction[];
  readonly opaque: boolean;
  /** Of tables that were there before it. */
  readonly locks: readonly TableLock[];
  /** Something was renamed before: what has a name now is not what has it then. */
  readonly isRenamed: boolean;
}

/** In an up migration these are everyday work, and mostly take nothing. */
const QUIET = new Set<Prediction['kind']>(['refresh', 'unlogged', 'sequence', 'identity']);

/**
 * What migrations delete and lock that was there before them, as far as their statements show; one after another, so
 * that what an earlier one made itself is not counted. Pure.
 */
export function predictUps(files: readonly (readonly Statement[])[], sizes?: Sizes): PredictedUp[] {
  const made = new Set<string>();
  let isRenamed = false;
  return files.map((statements) => {
    const deletes = new Map<string, Prediction>();
    const locks = new Map<string, TableLock>();
    let opaque = false;
    for (const statement of statements) {
      const predicted = predictStatement(statement);
      opaque ||= predicted.opaque || statement.problem !== undefined;
      for (const each of predicted.deletes) {
        if (QUIET.has(each.kind) || ('table' in each && made.has(each.table))) continue;
        deletes.set(describePrediction(each), each);
      }
      for (const { mode, table } of statement.parsed === undefined ? [] : locksOf(statement.parsed)) {
        const [name, what] = [canonical(table), blocks(mode)];
        if (what === 'nothing' || made.has(name)) continue;
        if (locks.get(name)?.blocks === 'reads and writes') continue;
        locks.set(name, { table: name, blocks: what, size: sizes?.get(name) ?? null });
      }
      isRenamed ||= statement.parsed !== undefined && renames(statement.parsed);
      const object = madeBy(statement.parsed);
      if (object?.kind === 'table' && !object.ifNotExists) made.add(canonical(object.name));
    }
    return { deletes: [...deletes.values()], opaque, locks: [...locks.values()], isRenamed };
  });
}

/** A plan is no reason to read a large table for longer, nor many of them. */
const WITHIN_MS = 2_000;
const MOST_COUNTED = 20;

/** Counts what is there now, of the first of them; without a session, or a certain name, it is named and not counted. */
export async function countDeletions(ups: readonly PredictedUp[], session: Session | undefined): Promise<Deletion[][]> {
  let left = MOST_COUNTED;
  const counted: Deletion[][] = [];
  for (const { isRenamed, deletes } of ups) {
    const list: Deletion[] = [];
    for (const each of deletes) {
      const isCounted = session !== undefined && !isRenamed && left-- > 0;
      const rows = isCounted ? await countOne(session, each) : undefined;
      // A change of type loses only what the new type cannot hold.
      if (each.kind === 'type' && rows?.count === 0) continue;
      list.push({ what: describePrediction(each), rows });
    }
    counted.push(list);
  }
  return counted;
}

async function countOne(session: Session, deletion: Prediction): Promise<Deletion['rows']> {
  if ('table' in deletion) {
    const found = await session.rows(
      `select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname || '.' || c.relname = ${literal(deletion.table)}`,
    );
    // It may lie in another schema of the search path: that is not nothing.
    if (found.length === 0) return undefined;
  }
  const losses = await countPredicted(session, [deletion], undefined, WITHIN_MS);
  return (
    losses && {
      count: losses.reduce((sum, loss) => sum + loss.rows, 0),
      more: losses.some(({ more }) => more),
    }
  );
}

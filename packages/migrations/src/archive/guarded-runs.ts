import { type GuardOptions, runGuarded } from '../data-loss/guard.ts';
import type { Loss } from '../data-loss/losses.ts';
import { runTransaction } from '../run/execute.ts';
import type { TransactionContext } from '../run/execution.ts';
import type { RunTransaction } from '../run/run-segments.ts';
import type { Segment } from '../sql/segments.ts';
import type { createArchivist, Kept } from './archivist.ts';

export type ArchiveOneOf = () => ReturnType<typeof createArchivist>;

/** What went with the transactions of a script, and what was kept of it. */
export interface Went {
  readonly losses: readonly Loss[];
  readonly kept: Kept;
}

/** The transactions of one script, each run under the guard. */
export interface GuardedRuns {
  readonly transaction: RunTransaction;
  /**
   * Tries all transactions of a script that has several, and rolls them back: it should not stop half-way because of
   * what its last part would delete. Where the trial fails, the parts are asked one by one when their turn comes.
   */
  tryAll(context: TransactionContext, segments: readonly Segment[]): Promise<Went>;
  /** Of the last try of each. */
  went(): Went;
}

const NOTHING: Went = { losses: [], kept: { archived: [], refusals: [] } };

/** `newArchivist`: makes one for each transaction, where what would be lost is to be kept. */
export function guardedRuns(guard: GuardOptions, newArchivist: ArchiveOneOf | undefined): GuardedRuns {
  const lost = new Map<Segment, readonly Loss[]>();
  const kept = new Map<Segment, Kept>();
  return {
    async transaction(context, segment, records) {
      if (segment.end !== undefined) return runTransaction(context, segment, records);
      const archivist = newArchivist?.();
      const guarded = await runGuarded(context, segment, records, { ...guard, archivist });
      lost.set(segment, guarded.losses);
      if (archivist !== undefined) kept.set(segment, archivist.kept());
      return guarded.execution;
    },
    async tryAll(context, segments) {
      const pieces = segments.flatMap((segment) =>
        segment.kind === 'transaction' && segment.end === undefined ? segment.pieces : [],
      );
      const all = { kind: 'transaction', pieces, begin: undefined, end: undefined, line: 1 } as const;
      const archivist = newArchivist?.();
      const options = { ...guard, archivist, trialOnly: true };
      const tried = await runGuarded(context, all, { sql: '', statements: 0 }, options);
      if (tried.execution.ok || tried.execution.at !== 'refused') return NOTHING;
      return { losses: tried.losses, kept: archivist?.kept() ?? NOTHING.kept };
    },
    went() {
      const all = [...kept.values()];
      return {
        losses: [...lost.values()].flat(),
        kept: {
          archived: all.flatMap(({ archived }) => archived),
          refusals: all.flatMap(({ refusals }) => refusals),
        },
      };
    },
  };
}

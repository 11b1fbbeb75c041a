import type { SummaryStep } from '@lockstep/action-kit/run-summary';
import type { Verdict } from '@lockstep/base';
import type { Ledger, LedgerKey, ReleaseRecordState, SwapRecord } from '@lockstep/github';
import type { Engine } from '@lockstep/migrations';
import type { VercelApi } from '@lockstep/vercel';
import type { Reason } from './reasons.ts';
import type { SchemaEnd } from './schema.ts';

export interface RollbackTools {
  readonly api: VercelApi;
  readonly ledger: Ledger;
  readonly engine: Engine | undefined;
  readonly key: LedgerKey;
  /** Swaps whose end was never recorded. */
  readonly open: readonly SwapRecord[];
  /** How to resume the rollback where it does not finish. */
  readonly hint: string;
}

/** How it ended, and what is recorded of it in the ledger. */
export interface End {
  /** What users have now. */
  readonly title: string;
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly state: Exclude<ReleaseRecordState, 'begun' | 'released' | 'held' | 'acknowledged'>;
  readonly message: string;
  readonly reverted: readonly string[];
  /** What they would have deleted, and was archived. */
  readonly archivedRows?: number;
  /** What contract migrations had deleted, and was restored. */
  readonly restoredRows?: number;
  /** Whether anything was moved or rolled back, by this rollback or by one that it resumed. */
  readonly changed: boolean;
  /** Whether this rollback moved users, read back on every host. */
  readonly moved?: boolean;
  readonly steps: readonly SummaryStep[];
}

/** How it ended where users have the target, by what became of the schema. Pure. */
export function judge(
  schema: SchemaEnd,
  changed: boolean,
  message: string,
): Omit<End, 'title' | 'reverted' | 'archivedRows' | 'changed' | 'steps'> {
  const partly = { state: 'partly-rolled-back' as const, message };
  if (!changed && (schema.kind === 'down' || schema.kind === 'kept')) {
    const state = schema.left.length === 0 ? 'rolled-back' : partly.state;
    return { verdict: 'pass', reason: 'already-there', state, message: `nothing was changed: ${message}` };
  }
  switch (schema.kind) {
    case 'down':
      return { verdict: 'pass', reason: 'rolled-back', state: 'rolled-back', message };
    case 'kept':
      return { verdict: 'pass', reason: 'rolled-back-schema-kept', ...partly };
    case 'shared':
      return { verdict: 'unknown', reason: 'rolled-back-schema-shared', ...partly };
    case 'failed':
      return { verdict: 'fail', reason: 'schema-not-undone', ...partly };
    case 'unknown':
      return { verdict: 'unknown', reason: 'schema-unresolved', state: 'unknown', message };
  }
}

/** The traffic is not where it should be, or not known to be. */
export function unresolved(
  verdict: Verdict,
  reason: Reason,
  message: string,
  before: SchemaEnd,
): Omit<End, 'title' | 'steps'> {
  const { archivedRows = 0, reverted } = before;
  return { verdict, reason, state: 'unknown', message, reverted, archivedRows, changed: true };
}

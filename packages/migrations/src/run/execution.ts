import type { ConnectionLost, Session, SqlError } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Script } from '../sql/inspect.ts';
import type { Segment } from '../sql/segments.ts';

/** Where a script runs. */
export interface ScriptContext {
  readonly session: Session;
  readonly engine: Engine;
  readonly script: Script;
}

/** Where a transaction of a script runs. */
export interface TransactionContext extends ScriptContext {
  /** It is all of its file, so that nothing of it stays in the session. */
  readonly isWhole: boolean;
}

export type Transaction = Extract<Segment, { readonly kind: 'transaction' }>;

export type AloneSegment = Extract<Segment, { readonly kind: 'alone' }>;

/** Where in a segment something failed. */
export type FailedAt =
  /** The `nth` statement (from 0) of a part of the script; `position` as the server gave it, within the part. */
  | {
      readonly in: 'statement';
      readonly part: { readonly from: number; readonly to: number };
      readonly nth: number;
      readonly position: number | undefined;
      /** The first byte of a COPY's rows, and the line among them that was refused, from 1. */
      readonly row: { readonly data: number; readonly line: number } | undefined;
    }
  /** Our own preparation: the migration lock is gone, or the connection. */
  | { readonly in: 'preamble' }
  /** The history's rows. */
  | { readonly in: 'records' }
  /** Deferred constraints and triggers. */
  | { readonly in: 'commit' };

export type Execution =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: SqlError | ConnectionLost; readonly at: FailedAt }
  /** `refused`: by whoever looked at what the statements did; everything was rolled back. */
  | { readonly ok: false; readonly error: undefined; readonly at: 'cancelled' | 'refused' };

/** SQL of ours that belongs to the same transaction as a segment, and how many statements it is. */
export interface Records {
  readonly sql: string;
  readonly statements: number;
  /** One statement right before those of the segment, and one behind them, before the records. */
  readonly observation?: { readonly before: string; readonly after: string } | undefined;
}

import type { Traffic } from '@lockstep/action-shell';

export interface SchemaUndoQuestion {
  readonly onFailure: 'auto' | 'undo' | 'keep';
  /** Of the job's release; undefined without one. */
  readonly traffic: Traffic | undefined;
  /** When the traffic was read back as restored, in milliseconds since the epoch. */
  readonly restoredAt: number | undefined;
  /** Whether skew protection keeps clients that loaded the candidate on it, until they reload. */
  readonly pinned: boolean;
  readonly now: number;
  /** How long the candidate may still be answering requests that were under way. */
  readonly drainMs: number;
}

export type SchemaUndo =
  | { readonly kind: 'go'; readonly afterMs: number }
  /** The old code works with an expanded schema: nothing is wrong with leaving it. */
  | { readonly kind: 'keep'; readonly because: string }
  /** It was to go down, and must not: the candidate may still be in use. */
  | { readonly kind: 'unconfirmed'; readonly because: string };

/**
 * Whether the schema goes down with its release. As long as no user was ever sent to the candidate, it does. Once one
 * was, the schema stays, unless the caller wants it down and the traffic is proven to be back and has drained.
 */
export function decideSchemaUndo(question: SchemaUndoQuestion): SchemaUndo {
  const { onFailure, traffic } = question;
  if (onFailure === 'keep') return { kind: 'keep', because: 'on-failure is keep' };
  if (traffic === undefined || traffic === 'untouched') return { kind: 'go', afterMs: 0 };
  if (onFailure === 'auto') {
    return { kind: 'keep', because: 'the candidate had traffic, and the old code works with the expanded schema' };
  }
  if (traffic !== 'restored' || question.restoredAt === undefined) {
    return { kind: 'unconfirmed', because: 'the traffic was not confirmed to be restored on every host' };
  }
  if (question.pinned) {
    return { kind: 'unconfirmed', because: 'skew protection keeps clients on the candidate until they reload' };
  }
  return { kind: 'go', afterMs: Math.max(0, question.restoredAt + question.drainMs - question.now) };
}

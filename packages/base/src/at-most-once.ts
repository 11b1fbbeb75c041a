import type { RemoteError } from './errors.ts';
import { lookAfter, type Waiter } from './looks.ts';

/**
 * How a change ended. `refused`: the service said no, nothing happened. `lost`: nobody knows whether it happened; only
 * reading can tell.
 */
export type Sent<T> =
  | { readonly kind: 'accepted'; readonly data: T }
  | { readonly kind: 'refused'; readonly error: RemoteError }
  | { readonly kind: 'lost'; readonly error: RemoteError };

export interface Change<T> {
  send(): Promise<Sent<T>>;
  /** What the change makes, where it is there; undefined where it is not seen. */
  look(): Promise<T | undefined>;
}

export interface Persistence {
  /** How often it is sent in all, each time after looking whether the one before took effect. */
  readonly sends: number;
  /** When to look after a lost answer: waits in milliseconds, one after the other. */
  readonly lookAfterMs: readonly number[];
  readonly onLost?: (error: RemoteError) => void;
}

/**
 * Makes a change that must not be made twice: an answer that is lost is looked for before anything is sent again.
 * Throws the RemoteError of a refusal, or of the last lost answer, and what `look` throws.
 */
export async function sendOnce<T>(change: Change<T>, persistence: Persistence, waiter: Waiter): Promise<T> {
  for (let turn = 1; ; turn++) {
    const answer = await change.send();
    if (answer.kind === 'accepted') return answer.data;
    if (answer.kind === 'refused') throw answer.error;
    persistence.onLost?.(answer.error);
    const found = await lookAfter(waiter, persistence.lookAfterMs, () => change.look());
    if (found !== undefined) return found;
    if (turn >= persistence.sends) throw answer.error;
  }
}

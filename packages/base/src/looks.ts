import type { Clock } from './clock.ts';

/** What waiting needs. An API client is one. */
export interface Waiter {
  readonly clock: Clock;
  /** Ends every wait. */
  readonly signal: AbortSignal;
}

/** How long to wait from one look to the next, in milliseconds; the last one repeats. */
export type Delays = readonly [number, ...number[]];

/** The wait after look number `turn`, counted from 0, in milliseconds. */
export function delayAt(delays: Delays, turn: number): number {
  return delays[Math.min(turn, delays.length - 1)] ?? delays[0];
}

/**
 * Waits for the next look. False, without waiting, where that would come after `untilMs` (milliseconds since the epoch).
 * Throws CancelledError by the signal.
 */
export async function pause(
  { clock, signal }: Waiter,
  delays: Delays,
  turn: number,
  untilMs: number,
): Promise<boolean> {
  const delay = delayAt(delays, turn);
  if (clock.now() + delay > untilMs) return false;
  await clock.sleep(delay, signal);
  return true;
}

/**
 * Looks once after each of the waits (milliseconds), until there is an answer: what was written may show up a little
 * later. Undefined where there is none after the last. Throws what `look` throws, and CancelledError by the signal.
 */
export async function lookAfter<T>(
  { clock, signal }: Waiter,
  waits: readonly number[],
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const ms of waits) {
    await clock.sleep(ms, signal);
    const found = await look();
    if (found !== undefined) return found;
  }
  return undefined;
}

import { type Clock, cancellation } from '@lockstep/base';

/** Long beside what a timer is late by, short beside what a busy machine takes away at once. */
const STEP_MS = 10;

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/**
 * A clock that passes by waiting alone: a wait takes `speed` times less than it says, and work takes no time at all. So a
 * deadline of minutes is over in moments where nothing happens before it, and never only because the machine was slow:
 * each single thing that is waited for has all that is left of the deadline, divided by `speed`, in real time. That time is
 * counted in steps, each of which the rest of this process has a turn between: where the machine gives it none, however
 * long, no more than one step has passed.
 */
export function hastyClock(speed: number): Clock {
  let now = Date.now();
  const sleepers = new Set<Sleeper>();
  let first: Sleeper | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The real wait is for the sleeper that is due first. It begins anew where that is another one, and only there. */
  function look(): void {
    const next = [...sleepers].reduce<Sleeper | undefined>(
      (a, b) => (a === undefined || b.due < a.due ? b : a),
      undefined,
    );
    if (next === first) return;
    clearTimeout(timer);
    first = next;
    if (next === undefined) return;
    step(next, Math.max(0, next.due - now) / speed);
  }

  function step(next: Sleeper, left: number): void {
    timer = setTimeout(
      () => {
        if (left > STEP_MS) return step(next, left - STEP_MS);
        now = Math.max(now, next.due);
        sleepers.delete(next);
        next.wake();
        look();
      },
      Math.min(STEP_MS, left),
    );
  }

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(cancellation(signal));
        const stop = () => {
          sleepers.delete(sleeper);
          look();
          reject(cancellation(signal));
        };
        const sleeper = {
          due: now + ms,
          wake: () => {
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        signal?.addEventListener('abort', stop, { once: true });
        sleepers.add(sleeper);
        look();
      }),
  };
}

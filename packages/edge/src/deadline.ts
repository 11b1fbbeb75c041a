import { type Clock, cancellation, DeadlineError, formatDuration } from '@lockstep/base';

export interface Deadline {
  readonly ms: number;
  readonly clock: Clock;
}

/** The time that an audit has: what is looked at when it ends is left, and what was found by then is kept. */
export class TimeLeft {
  /** Aborts when the time is over, and when the audit is cancelled. */
  readonly signal: AbortSignal;
  readonly #cancel: AbortSignal;
  readonly #over = new AbortController();
  readonly #timer = new AbortController();
  readonly #ended: Promise<never>;

  constructor(deadline: Deadline | undefined, cancel: AbortSignal) {
    this.#cancel = cancel;
    this.signal = AbortSignal.any([cancel, this.#over.signal]);
    const { signal } = this;
    this.#ended = new Promise<never>((_, reject) => {
      if (signal.aborted) reject(cancellation(signal));
      else signal.addEventListener('abort', () => reject(cancellation(signal)), { once: true });
    });
    this.#ended.catch(() => undefined);
    if (deadline === undefined) return;
    const { clock, ms } = deadline;
    const end = () => this.#over.abort(new DeadlineError(`the audit took longer than ${formatDuration(ms)}`));
    clock.sleep(ms, this.#timer.signal).then(end, () => undefined);
  }

  /** Why the time is over; `''` where it is not. */
  get over(): string {
    return this.#over.signal.aborted ? (this.#over.signal.reason as Error).message : '';
  }

  /** What the work gives; undefined where the time ends before. Throws where the audit is cancelled. */
  async within<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await (this.signal.aborted ? this.#ended : Promise.race([work(), this.#ended]));
    } catch (error) {
      if (this.#cancel.aborted) throw cancellation(this.#cancel);
      if (this.#over.signal.aborted) return undefined;
      throw error;
    }
  }

  end(): void {
    this.#timer.abort();
  }
}

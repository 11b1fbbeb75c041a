/** A point in a run: while a step runs, at once or after a line of its log, and then after a while. */
export interface Moment {
  /** The step's id or its name. */
  readonly step: string;
  /** JobResult.id; any job when absent. */
  readonly job?: string;
  /** Which of the step's phases (main). */
  readonly phase?: 'pre' | 'main' | 'post';
  /** A line of the step's log, masked. */
  readonly logMatches?: RegExp;
  /** Milliseconds after the start of the step, or after that line. */
  readonly afterMs?: number;
}

/**
 * Something that happens to a run at a moment, once.
 * - `kill`: a signal (SIGKILL) hits the process of the step, as when the machine runs out of memory
 * - `cancel`: somebody cancels the run
 * - `shutdown`: the runner is told to stop: the step is cancelled, no other starts, post steps neither
 * - `lose`: the machine is gone: every process of the job dies at once, nothing is read or run any more
 */
export type Strike = Moment &
  ({ readonly do: 'kill'; readonly signal?: NodeJS.Signals } | { readonly do: 'cancel' | 'shutdown' | 'lose' });

interface Place {
  readonly job: string;
  readonly step: string;
  readonly name: string;
  readonly phase: 'pre' | 'main' | 'post';
}

/** The strikes of a run; each one hits once. */
export class Strikes {
  readonly #pending: Set<Strike>;
  readonly #all: readonly Strike[];

  constructor(strikes: readonly Strike[]) {
    this.#all = strikes;
    this.#pending = new Set(strikes);
  }

  /** Strikes that never hit: a test that plants one must see that it did. */
  get missed(): readonly Strike[] {
    return this.#all.filter((strike) => this.#pending.has(strike));
  }

  /** Watches one step: call `line` with each line of its log, `end` when it has ended. */
  watch(place: Place, hit: (strike: Strike) => void): { line(text: string): void; end(): void } {
    const timers = new Set<NodeJS.Timeout>();
    const here = this.#all.filter((strike) => this.#pending.has(strike) && isHere(strike, place));
    const arm = (strike: Strike) => {
      if (!this.#pending.delete(strike)) return;
      const timer = setTimeout(() => hit(strike), strike.afterMs ?? 0);
      timers.add(timer);
    };
    for (const strike of here) if (strike.logMatches === undefined) arm(strike);
    return {
      line: (text) => {
        for (const strike of here) if (strike.logMatches?.test(text) === true) arm(strike);
      },
      end: () => {
        for (const timer of timers) clearTimeout(timer);
      },
    };
  }
}

function isHere(strike: Strike, place: Place): boolean {
  if (strike.job !== undefined && strike.job !== place.job) return false;
  return (strike.phase ?? 'main') === place.phase && (strike.step === place.step || strike.step === place.name);
}

/**
 * What a fault does to one request.
 * - `status`: answers instead of the service, which sees nothing of the request
 * - `reset-before`: cuts the connection before the service sees the request
 * - `reset-after`: lets the service do its work, then cuts the connection, so the answer is lost
 * - `hang`: lets the service see nothing and never answers
 * - `slow`: the service works at once, its answer trickles out over `ms` milliseconds
 * - `cut`: the service works at once, and its answer ends in the middle, after so many bytes of its body
 * - `html`: a proxy's HTML page with this status instead of the service's JSON
 * - `stale`: the service answers this read from the state it had `reads` matching reads ago (services that keep
 *   snapshots honour it; see each service)
 * - `actor`: somebody else acts: `act` runs to its end before the service sees the request
 */
export type FaultEffect =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'reset-before' | 'reset-after' | 'hang' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'cut'; readonly bytes: number }
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'stale' }
  | { readonly kind: 'actor'; readonly act: () => void | Promise<void> };

export interface Fault {
  /** `vercel`, `edge`, `github`, `slack`, or whatever the service was named. */
  readonly service: string;
  /** Any method when absent. */
  readonly method?: string;
  /** Tested against path and query, as sent. Any path when absent. */
  readonly path?: RegExp;
  /** How many matching requests go by untouched first (0). */
  readonly after?: number;
  /** How many requests it hits (1); Infinity for all. */
  readonly times?: number;
  readonly effect: FaultEffect;
}

/** The faults of a proving ground: planted by tests, taken by its services, one request at a time. */
export class Faults {
  readonly #planted: { fault: Fault; seen: number; hits: number }[] = [];

  plant(...faults: readonly Fault[]): void {
    for (const fault of faults) this.#planted.push({ fault, seen: 0, hits: 0 });
  }

  clear(): void {
    this.#planted.length = 0;
  }

  /** How often each planted fault has struck: a test that plants a fault must see that it did. */
  hits(): number[] {
    return this.#planted.map((entry) => entry.hits);
  }

  /** The effect that the first matching fault has on this request; counts the request. */
  take(service: string, method: string, path: string): FaultEffect | undefined {
    let struck: FaultEffect | undefined;
    for (const entry of this.#planted) {
      const { fault } = entry;
      if (fault.service !== service) continue;
      if (fault.method !== undefined && fault.method !== method) continue;
      if (fault.path !== undefined && !fault.path.test(path)) continue;
      const turn = entry.seen++;
      const from = fault.after ?? 0;
      if (struck === undefined && turn >= from && turn < from + (fault.times ?? 1)) {
        entry.hits++;
        struck = fault.effect;
      }
    }
    return struck;
  }
}

import type { Fault, SeatBlock } from './state.ts';

/** How a build goes. Durations are milliseconds; Infinity holds the state until the deployment is cancelled. */
export interface BuildPlan {
  /** How long it waits for a place (0). */
  readonly queuedMs?: number;
  readonly initializingMs?: number;
  /** On top of what the build itself takes (20). */
  readonly buildingMs?: number;
  /** READY by default. A build that fails by itself is an ERROR whatever stands here. */
  readonly end?: BuildEnd;
  /** Lines that the build writes to its log. */
  readonly log?: readonly string[];
}

export type BuildEnd =
  /** `aliasAssigned` is what the API says of it while it is staged (false): on vercel.com both have been seen. */
  | { readonly state: 'READY'; readonly aliasError?: Fault; readonly aliasAssigned?: boolean }
  | { readonly state: 'ERROR'; readonly code: string; readonly message: string; readonly step?: string }
  | { readonly state: 'CANCELED' }
  /** The platform refuses to build: a member without a seat, an unverified commit. It never ends by itself. */
  | { readonly state: 'BLOCKED'; readonly reason: string; readonly seatBlock?: SeatBlock };

/** How the platform works off a promotion or rollback. Durations are milliseconds. */
export interface JobPlan {
  /** From accepted to begun (20). Infinity: never begins. */
  readonly pendingMs?: number;
  /** It begins once this is kept, instead of after a time. */
  readonly begins?: Promise<void>;
  /** For each name (0: all names move in one instant). */
  readonly aliasMs?: number;
  /** `succeeded`, unless a name fails. `skipped` and `failed` move nothing. */
  readonly end?: 'succeeded' | 'failed' | 'skipped';
  /** Names that do not move. The others do, and the job fails. */
  readonly failAliases?: readonly string[];
  /** The crons stay with the old deployment although the job succeeds. */
  readonly cronsStay?: boolean;
  /**
   * What a promotion does to auto-assignment on the side: `off`, like a rollback, is reported of promoting an older
   * deployment; `on`, whatever it was before, is reported of any (vercel/vercel#15095).
   */
  readonly turnsAutoAssign?: 'on' | 'off';
}

/** Plans for the next builds or jobs, one each, in order; the default for the rest. */
export class Plans<Plan> {
  readonly #next: Plan[] = [];
  #usual: Plan;

  constructor(usual: Plan) {
    this.#usual = usual;
  }

  /** For all that have no plan of their own. */
  usually(plan: Plan): void {
    this.#usual = plan;
  }

  plan(...plans: readonly Plan[]): void {
    this.#next.push(...plans);
  }

  take(): Plan {
    return this.#next.shift() ?? this.#usual;
  }
}

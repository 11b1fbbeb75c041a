import { type Clock, type Logger, type Secret, systemClock } from '@lockstep/base';
import { type Access, readDatabaseUrl } from '@lockstep/postgres';

/** What is released: services that share a database, of one repository or of several, are told apart by it. */
export interface ReleaseLine {
  /** `owner/name`. */
  readonly repository: string;
  readonly environment: string;
  /** '' where the environment has but one. */
  readonly service: string;
}

/** Who runs, and what for: written beside every migration, so that it can be found and undone by it. */
export interface Provenance {
  /** The release it belongs to; '' outside of one. */
  readonly release: string;
  readonly commit: string;
  readonly actor: string;
  /** Where to read more: the URL of the run. */
  readonly run: string;
  /** Unique to the step that applies: `undo` goes by it. */
  readonly step: string;
  /** What the release releases; undefined where nobody said. */
  readonly line?: ReleaseLine;
}

/** All in milliseconds. */
export interface Limits {
  /** How long one statement may wait for a lock, and stall the app behind it. */
  readonly lockTimeoutMs: number;
  /** How long a migration is tried again when it does not get its locks. */
  readonly lockRetryForMs: number;
  /** How long to wait for another runner to finish. */
  readonly migrationLockTimeoutMs: number;
  readonly statementTimeoutMs: number;
  /** How long to try for a new connection when one broke. */
  readonly reconnectForMs: number;
}

export const defaultLimits: Limits = {
  lockTimeoutMs: 200,
  lockRetryForMs: 60_000,
  migrationLockTimeoutMs: 60_000,
  statementTimeoutMs: 900_000,
  reconnectForMs: 60_000,
};

/** What every command works with. */
export interface Engine extends Access {
  readonly provenance: Provenance;
  readonly limits: Limits;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface EngineOptions {
  readonly databaseUrl: Secret;
  readonly provenance: Provenance;
  readonly limits?: Partial<Limits>;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  readonly random?: () => number;
}

/** Checks the connection rules; connects to nothing. Throws InputError. */
export function createEngine(options: EngineOptions): Engine {
  return {
    target: readDatabaseUrl(options.databaseUrl.reveal()),
    provenance: options.provenance,
    limits: { ...defaultLimits, ...options.limits },
    log: options.log,
    clock: options.clock ?? systemClock,
    signal: options.signal,
    random: options.random ?? Math.random,
  };
}

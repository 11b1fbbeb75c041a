import { count, formatDuration } from '@lockstep/base';

/** What an archive may cost the app: beyond any of it, nothing is copied and nothing goes. */
export interface ArchiveLimits {
  /** Of one down migration, over all its tables. */
  readonly rows: number;
  readonly bytes: number;
  /** How long the tables may be locked for it, until the commit. */
  readonly lockMs: number;
  /** What is left for all migrations of an undo together; no limit where it is left out. */
  readonly leftMs?: number;
  /** How long an archive is kept. */
  readonly keepMs: number;
}

const DAY_MS = 86_400_000;

export const defaultArchiveLimits: ArchiveLimits = {
  rows: 1_000_000,
  bytes: 100_000_000,
  lockMs: 5_000,
  keepMs: 30 * DAY_MS,
};

/** Measured on two slow cores (see the bench): a copy reads and writes so much in a second. */
const BYTES_A_SECOND = 25_000_000;
const ROWS_A_SECOND = 250_000;

/** How long tables are expected to be locked while so much of them is copied. */
export function expectedLockMs({ bytes, rows }: { readonly rows: number; readonly bytes: number }): number {
  return Math.ceil(Math.max(bytes / BYTES_A_SECOND, rows / ROWS_A_SECOND) * 1_000);
}

/** The limits of the next one of several: together they have no longer than what was left when they began. */
export function limitsNow<T extends ArchiveLimits>(limits: T, spentMs: number): T {
  const { leftMs, lockMs } = limits;
  return leftMs === undefined ? limits : { ...limits, lockMs: Math.max(0, Math.min(lockMs, leftMs - spentMs)) };
}

/** `30 days`, `12 h`: how long an archive is kept. */
export function describeKeep(ms: number): string {
  return ms >= DAY_MS ? count(Math.floor(ms / DAY_MS), 'day') : formatDuration(ms);
}

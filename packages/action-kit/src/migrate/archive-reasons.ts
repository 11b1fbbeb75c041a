import type { RefusedArchive } from '@lockstep/migrations';

/** The reason of a step, or a command, that could not archive what it would delete. */
export const ARCHIVE_REASONS = {
  'not-possible': 'archive-not-possible',
  rows: 'archive-too-large',
  bytes: 'archive-too-large',
  'lock-time': 'archive-lock-limit',
  schema: 'archive-not-closed',
  server: 'archive-failed',
} as const satisfies Record<RefusedArchive['kind'], string>;

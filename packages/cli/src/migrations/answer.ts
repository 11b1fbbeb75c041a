import type { MigrateEnd } from '@lockstep/action-kit/migrate/end';

/** What a command of migrations came to. */
export interface Answer {
  readonly end: MigrateEnd<string>;
  /** For people: what is written before the last line. */
  readonly text?: string;
  /** For programs. */
  readonly data?: object;
  /** In the format that was asked for, in place of the text and the last line. */
  readonly written?: string;
}

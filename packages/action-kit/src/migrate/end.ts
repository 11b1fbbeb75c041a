import type { Cause } from '@lockstep/action-shell';
import type { Verdict } from '@lockstep/base';

/**
 * What a command of migrations ends with, whoever runs it: the action and the command line give the same verdict, reason
 * and message for the same case. Pure: files in this folder decide, their callers show.
 */
export interface MigrateEnd<R extends string> {
  readonly verdict: Verdict;
  readonly reason: R;
  readonly message: string;
  readonly causes?: readonly Cause[];
  /** Not a pass, and nothing to stop at. */
  readonly passes?: boolean;
  /** What stays applied, each by its name. */
  readonly left?: readonly string[];
  /** That it stays on purpose. */
  readonly kept?: boolean;
}

/** Gives an end the type of its own reason. */
export function end<R extends string>(ends: MigrateEnd<R>): MigrateEnd<R> {
  return ends;
}

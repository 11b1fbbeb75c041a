import { describe } from '@lockstep/base';
import { MigrationLockError, PlanRefused } from '@lockstep/migrations';
import { end } from './end.ts';
import { joinSome } from './words.ts';

/** What a command ends with that was refused before it changed anything; undefined for any other error. */
export function refusedEnd(error: unknown) {
  if (error instanceof MigrationLockError) {
    return end({ verdict: 'unknown', reason: error.reason, message: describe(error) });
  }
  if (!(error instanceof PlanRefused)) return undefined;
  return end({ verdict: 'fail', reason: error.reason, message: joinSome(error.problems) });
}

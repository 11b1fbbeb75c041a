import type { JobStatus } from './undo-decision.ts';

/**
 * What a cancelled job has time for. Five minutes after the cancellation the server gives a job up, and fifteen seconds
 * before that the runner kills its worker with all it started (actions/runner, JobDispatcher.cs, `Cancel`): what is not
 * told by then is never told. All of it is counted here, and a test adds it up.
 */
export const WORKER_LIVES_MS = 285_000;

/** The step that is under way may take as long to end: SIGINT, 7.5 s, SIGTERM, 2.5 s, the kill (ProcessInvoker.cs). */
export const STEP_ENDS_MS = 10_000;

/** All undo steps of a job share this much; a release may say less, and not more. */
export const UNDO_DEADLINE_MS = 240_000;

/** What each step that tells the end takes at most in a job that did not go well: notify, then the ledger. */
export const TELLING_MS = 12_000;

/** How many of them there are: the first notify step's and that of `release begin`. */
export const TELLING_STEPS = 2;

/** For what is not counted: processes start, an undo step that is out of time lets go, checkout cleans up. */
export const SLACK_MS = 11_000;

/** How long a step may tell for that could take `wished`: a job that was cancelled has no more than its share. */
export function tellingTime(wished: number, job: JobStatus): number {
  return job === 'success' ? wished : Math.min(wished, TELLING_MS);
}

/** How the main part of a step ended: by itself well, by itself badly, or by a kill that left no word. */
export type MainEnd = 'finished' | 'failed' | 'interrupted';
export type JobStatus = 'success' | 'failure' | 'cancelled';

export interface UndoQuestion {
  /** The job's release, as its journal says. */
  readonly release: 'none' | 'open' | 'committed' | 'held';
  readonly main: MainEnd;
  readonly job: JobStatus;
  /** The step's `on-failure`; undefined where the action has no such input. */
  readonly onFailure: 'auto' | 'undo' | 'keep' | undefined;
}

export type UndoDecision =
  | {
      readonly undo: false;
      readonly why: 'committed' | 'held' | 'kept-by-request' | 'job-succeeded' | 'not-ours-to-undo';
    }
  | { readonly undo: true; readonly why: 'release-not-committed' | 'own-failure' | 'asked-for' };

/**
 * Whether a post step undoes what its main step did. Inside a release the journal alone decides: `committed` and
 * `held` leave everything, anything else undoes, also in a job that went green without a commit. Alone, a step
 * undoes its own failure, and somebody else's later one only where `on-failure: undo` says so.
 */
export function decideUndo(question: UndoQuestion): UndoDecision {
  if (question.release === 'committed' || question.release === 'held') return { undo: false, why: question.release };
  if (question.onFailure === 'keep') return { undo: false, why: 'kept-by-request' };
  if (question.release === 'open') return { undo: true, why: 'release-not-committed' };
  if (question.main !== 'finished') return { undo: true, why: 'own-failure' };
  if (question.job === 'success') return { undo: false, why: 'job-succeeded' };
  return question.onFailure === 'undo' ? { undo: true, why: 'asked-for' } : { undo: false, why: 'not-ours-to-undo' };
}

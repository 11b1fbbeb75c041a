import type { Annotation } from '../console/annotation.ts';
import type { Permissions } from './permissions.ts';

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface StepResult {
  /** As in the file; starts with `__` where the file has none. */
  readonly id: string;
  /** What the log shows: `Run …`, `Post …`, `Pre …` or its name. */
  readonly name: string;
  readonly phase: 'pre' | 'main' | 'post';
  /** After `continue-on-error`. */
  readonly conclusion: Conclusion;
  /** Before `continue-on-error`. */
  readonly outcome: Conclusion;
  /** Masked; expressions see the real values. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Masked. */
  readonly log: string;
  readonly annotations: readonly Annotation[];
  /** As it would be shown; '' when it was over 1 MiB. */
  readonly summary: string;
  readonly durationMs: number;
}

export interface JobResult {
  /** `release`, or `call / release` for a job of a called workflow, with `(a, b)` behind it for a matrix. */
  readonly id: string;
  /** Its name as the list of checks shows it. */
  readonly name: string;
  readonly conclusion: Conclusion;
  /** What `needs` of it sees: a failure is a success where the job has `continue-on-error`. */
  readonly result: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepResult[];
  /** Of the job itself: a shutdown, a time-out, a rejected approval, a dropped output. */
  readonly annotations: readonly Annotation[];
  readonly environment: string | undefined;
  readonly permissions: Permissions;
  readonly durationMs: number;
  /** The attempt that it ran in: an earlier one's where only others were run again. */
  readonly attempt: number;
}

export interface RunResult {
  readonly runId: string;
  /** 1, and one more each time that it is run again. */
  readonly attempt: number;
  readonly conclusion: Conclusion;
  /** In the order in which they ended; jobs of called workflows included. */
  readonly jobs: readonly JobResult[];
  /** Why the run did not start or did not go on, where that is so. */
  readonly annotations: readonly Annotation[];
  /** Every text that was hidden in a log of this run. */
  readonly masks: readonly string[];
  /** What `needs` sees of each job, by where it stands (`release / prepare`). */
  readonly nodes: ReadonlyMap<string, NodeResult>;
}

/** What `needs` sees of a job. */
export interface NodeResult {
  readonly result: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
}

/** What a run tells while it runs. `job` is JobResult.id. */
export type RunEvent =
  | { readonly type: 'run-started'; readonly runId: string; readonly workflow: string }
  | {
      readonly type: 'job-waiting';
      readonly job: string;
      readonly for: 'approval' | 'concurrency';
      readonly what: string;
    }
  | { readonly type: 'job-started'; readonly job: string; readonly name: string }
  | {
      readonly type: 'deployment';
      readonly job: string;
      readonly environment: string;
      readonly state: 'in_progress' | 'success' | 'failure';
    }
  | { readonly type: 'step-started'; readonly job: string; readonly step: string; readonly phase: StepResult['phase'] }
  | { readonly type: 'log'; readonly job: string; readonly step: string; readonly line: string }
  | { readonly type: 'step-finished'; readonly job: string; readonly step: StepResult }
  | { readonly type: 'job-finished'; readonly job: JobResult }
  | { readonly type: 'run-finished'; readonly conclusion: Conclusion };

/**
 * The conclusion of several jobs together: what a caller's `needs` and the run itself show. A failure outweighs a
 * cancellation; where all were skipped, so is the whole.
 */
export function concludeAll(results: readonly Conclusion[]): Conclusion {
  if (results.includes('failure')) return 'failure';
  if (results.includes('cancelled')) return 'cancelled';
  return results.length > 0 && results.every((result) => result === 'skipped') ? 'skipped' : 'success';
}

import type { Masker } from '../console/masker.ts';
import type { Scope } from '../expressions/expressions.ts';
import type { StepProcess } from '../machine/process.ts';
import type { JobSettings } from '../plan/job-settings.ts';
import type { Conclusion } from '../plan/result.ts';

/** What a step sees of its job, and does to it. */
export interface StepJob {
  readonly settings: JobSettings;
  readonly workspace: string;
  /** RUNNER_TEMP */
  readonly temp: string;
  readonly masker: Masker;
  /** Variables of every later step; GITHUB_ENV adds to them. */
  readonly env: Map<string, string>;
  /** Folders in front of PATH, the newest last. */
  readonly path: string[];
  /** Every process that a step has started. */
  readonly processes: StepProcess[];
  readonly status: 'success' | 'failure' | 'cancelled';
  /** Contexts that are the same for every step. */
  readonly scope: Scope;
  readonly runnerContext: Readonly<Record<string, string>>;
  /** What the machine gives to a process of this job. */
  readonly machine: Readonly<Record<string, string>>;
  /** Aborts when somebody cancels the job, or its time is up. */
  readonly cancelled: AbortSignal;
  /** Aborts when the worker is gone. */
  readonly lost: AbortSignal;
  /** The runner is told to stop. */
  shutdown(): void;
  /** The machine is gone. */
  lose(as: Conclusion): void;
}

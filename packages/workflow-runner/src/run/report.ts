import type { JobResult } from '../plan/result.ts';
import type { ActiveRun } from './active-run.ts';

/** Records a job that did not run. */
export function report(
  run: ActiveRun,
  job: Pick<JobResult, 'id' | 'name' | 'conclusion' | 'result'>,
  message?: string,
): void {
  const annotations = message === undefined ? [] : [{ level: 'error' as const, message }];
  const nothing = { outputs: {}, steps: [], environment: undefined, permissions: {}, durationMs: 0 };
  const { attempt } = run;
  const result: JobResult = { ...nothing, ...job, annotations, attempt };
  run.jobs.push(result);
  run.emit({ type: 'job-finished', job: result });
}

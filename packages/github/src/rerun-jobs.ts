import { RemoteError } from '@lockstep/base';
import type { GitHub } from './client.ts';

/** How a job of a run ended, in one of the attempts of the run. */
export interface RerunJob {
  readonly job: string;
  readonly commit: string;
  readonly hasPassed: boolean;
  readonly atMs: number;
  /** The page of the attempt. */
  readonly attempt: string;
}

/** No run has more attempts that matter. */
const MOST_ATTEMPTS = 10;

/**
 * The jobs of the newest runs of a workflow that were run again, attempt by attempt: of one commit a job that failed and
 * then passed wavers. What neither passed nor failed is left out. Throws RemoteError.
 */
export async function readRerunJobs(
  github: GitHub,
  workflow: string,
  { fromMs, most }: { readonly fromMs: number; readonly most: number },
): Promise<readonly RerunJob[]> {
  const jobs: RerunJob[] = [];
  try {
    const page = await github.read('actions.listWorkflowRuns', { workflow_id: workflow, per_page: 100 });
    const again = page.workflow_runs.filter(
      (run) => (run.run_attempt ?? 1) > 1 && Date.parse(run.created_at) >= fromMs,
    );
    for (const run of again.slice(0, most))
      for (let attempt = 1; attempt <= Math.min(run.run_attempt ?? 1, MOST_ATTEMPTS); attempt++)
        jobs.push(...(await jobsOf(github, { id: run.id, attempt, commit: run.head_sha, url: run.html_url })));
  } catch (error) {
    if (error instanceof RemoteError && error.status === 404) return jobs;
    throw error;
  }
  return jobs;
}

interface Attempt {
  readonly id: number;
  readonly attempt: number;
  readonly commit: string;
  readonly url: string;
}

async function jobsOf(github: GitHub, { attempt, commit, id, url }: Attempt): Promise<readonly RerunJob[]> {
  const jobs: RerunJob[] = [];
  const at = { run_id: id, attempt_number: attempt };
  for await (const page of github.pages('actions.listJobsForWorkflowRunAttempt', at))
    for (const { completed_at, conclusion, name, run_attempt } of page.jobs) {
      // A job that was not run again is listed with each later attempt.
      if ((run_attempt ?? attempt) !== attempt || (conclusion !== 'success' && conclusion !== 'failure')) continue;
      const about = { job: name, commit, atMs: Date.parse(completed_at ?? ''), attempt: `${url}/attempts/${attempt}` };
      jobs.push({ ...about, hasPassed: conclusion === 'success' });
    }
  return jobs;
}

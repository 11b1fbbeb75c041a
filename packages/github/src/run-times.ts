import { RemoteError } from '@lockstep/base';
import type { GitHub } from './client.ts';
import type { Author } from './ledger/payload.ts';

/** Milliseconds since the epoch; null where GitHub does not say (any more). */
export interface RunTimes {
  /** When the run was asked for. */
  readonly startedAt: number | null;
  /** When the named job began: one that waited for people, when they had let it. */
  readonly jobStartedAt: number | null;
}

/** Needs `actions: read`. Throws RemoteError. */
export async function readRunTimes(
  github: GitHub,
  author: Pick<Author, 'runId' | 'runAttempt'>,
  job: string | undefined,
): Promise<RunTimes> {
  const at = { run_id: author.runId, attempt_number: author.runAttempt };
  try {
    const run = await github.read('actions.getWorkflowRunAttempt', at);
    const startedAt = timeOf(run.run_started_at ?? run.created_at);
    return { startedAt, jobStartedAt: job === undefined ? null : await jobStart(github, at, job) };
  } catch (error) {
    if (error instanceof RemoteError && error.status === 404) return { startedAt: null, jobStartedAt: null };
    throw error;
  }
}

async function jobStart(
  github: GitHub,
  at: { readonly run_id: number; readonly attempt_number: number },
  name: string,
): Promise<number | null> {
  for await (const page of github.pages('actions.listJobsForWorkflowRunAttempt', at)) {
    // A called workflow has the names of its callers before it.
    const found = page.jobs.find((job) => job.name.split(' / ').at(-1) === name && job.conclusion === 'success');
    if (found !== undefined) return timeOf(found.started_at);
  }
  return null;
}

function timeOf(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : time;
}

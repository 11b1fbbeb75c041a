import type { Shell } from '@lockstep/action-shell';
import { describe, type Secret, withDeadline } from '@lockstep/base';
import { createGitHubClient } from '@lockstep/github';
import { PATIENCE, type Phase } from '@lockstep/notify';

/** A job of the run that the release is part of. */
export interface EarlierJob {
  readonly name: string;
  /** ISO 8601; null while it has not. */
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly conclusion: string | null;
}

/** A trace is worth no longer wait at the end of a job. */
const PATIENCE_MS = 5_000;
/** Shorter ones are the time that a runner needs. */
const SHORTEST_WAIT_MS = 15_000;

/**
 * What happened in the run before the release began: each job, and what it waited for. A job with an environment that people
 * approve starts when they did, so its wait is theirs, and that of its runner.
 */
export function earlierPhases(jobs: readonly EarlierJob[], beganAt: string): readonly Phase[] {
  const began = Date.parse(beganAt);
  const ended = jobs
    .flatMap(({ completedAt, conclusion, name, startedAt }) =>
      startedAt === null || completedAt === null || conclusion === 'skipped'
        ? []
        : [{ name: shortName(name), startedAt, endedAt: completedAt, verdict: verdictOf(conclusion) }],
    )
    .filter(({ endedAt }) => Date.parse(endedAt) <= began)
    .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  const starts = [...ended, { name: 'the release', startedAt: beganAt }];
  const waits = starts.flatMap(({ name, startedAt }) => waitBefore(name, startedAt, ended));
  return [...ended, ...waits].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}

function waitBefore(name: string, startedAt: string, ended: readonly Phase[]): readonly Phase[] {
  const start = Date.parse(startedAt);
  // GitHub's times are whole seconds: a short job ends in the second in which it begins, and waits for no end of its own.
  const before = ended
    .filter((one) => Date.parse(one.startedAt) < start)
    .map(({ endedAt }) => Date.parse(endedAt))
    .filter((at) => at <= start);
  const from = Math.max(...before);
  if (before.length === 0 || start - from < SHORTEST_WAIT_MS) return [];
  return [
    { name: `waiting for ${name}`, startedAt: new Date(from).toISOString(), endedAt: startedAt, verdict: 'pass' },
  ];
}

/** `release / Approve` of a reusable workflow is `Approve`. */
function shortName(name: string): string {
  return name.split(' / ').at(-1) ?? name;
}

function verdictOf(conclusion: string | null): Phase['verdict'] {
  if (conclusion === 'success' || conclusion === 'neutral') return 'pass';
  return conclusion === 'failure' || conclusion === 'timed_out' ? 'fail' : 'unknown';
}

/** Reads them; none where GitHub does not show them, since the trace is complete without. Needs `actions: read`. */
export async function readEarlierJobs(token: Secret, shell: Shell): Promise<readonly EarlierJob[]> {
  const { apiUrl, repository, runAttempt, runId } = shell.env;
  const { clock, log, signal } = shell;
  const at = { run_id: runId, attempt_number: runAttempt };
  try {
    return await withDeadline(
      'the jobs of this run',
      PATIENCE_MS,
      async (inner) => {
        const github = createGitHubClient({ ...PATIENCE, token, apiUrl, repository, clock, log, fetch, signal: inner });
        const jobs: EarlierJob[] = [];
        for await (const page of github.pages('actions.listJobsForWorkflowRunAttempt', at))
          for (const { completed_at: completedAt, conclusion, name, started_at: startedAt } of page.jobs)
            jobs.push({ name, startedAt, completedAt, conclusion });
        return jobs;
      },
      { clock, signal },
    );
  } catch (thrown) {
    log.debug(`the trace has no span for earlier jobs: ${describe(thrown)}`);
    return [];
  }
}

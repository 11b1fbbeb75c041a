import { RemoteError } from '@lockstep/base';
import type { GitHub } from '../client.ts';
import { compareCommits } from '../commits.ts';
import type { EndpointData } from '../endpoints.ts';
import type { Author } from '../ledger/payload.ts';
import { type Account, type JobFact, judgeOrigin, type OriginFacts, type Provenance } from './judge-origin.ts';

/** A record whose writer is asked for. */
export interface Written {
  readonly author: Author;
  /** As GitHub says: ISO 8601. */
  readonly createdAt: string;
  /** Other records of the same kind that name the same run attempt. */
  readonly rivals: number;
}

export interface TrustRule {
  /** As in `OriginRule`. */
  readonly job: string | undefined;
  /** The default branch where empty. */
  readonly branches: readonly string[];
}

/** Asks GitHub who wrote a record. Needs `actions: read` and `contents: read`. Throws RemoteError. */
export async function readOrigin(github: GitHub, written: Written, rule: TrustRule): Promise<Provenance> {
  const repository = await github.read('repos.get', {});
  const branches = rule.branches.length > 0 ? rule.branches : [repository.default_branch];
  const facts = await factsOf(github, written.author, repository.full_name);
  const { rivals } = written;
  return judgeOrigin(facts, { branches, job: rule.job, madeAt: Date.parse(written.createdAt), rivals });
}

/** Who started a run attempt, by GitHub's word. Undefined where GitHub does not say. Throws RemoteError. */
export async function readStarter(
  github: GitHub,
  author: Pick<Author, 'runId' | 'runAttempt'>,
): Promise<Account | undefined> {
  const run = await readRun(github, author);
  return run === undefined ? undefined : accountOf(run);
}

/** Whether people have put a commit on one of the branches; patterns are left out, for nobody lists every branch. */
export async function isOnBranch(github: GitHub, sha: string, branches: readonly string[]): Promise<boolean> {
  const named = branches.filter((branch) => !branch.includes('*'));
  const fallback = async () => [(await github.read('repos.get', {})).default_branch];
  for (const branch of named.length > 0 ? named : await fallback()) {
    const order = await standing(github, branch, sha);
    if (order === 'identical' || order === 'behind') return true;
  }
  return false;
}

type Run = EndpointData<'actions.getWorkflowRunAttempt'>;

function at({ runId, runAttempt }: Pick<Author, 'runId' | 'runAttempt'>) {
  return { run_id: runId, attempt_number: runAttempt };
}

function readRun(github: GitHub, author: Pick<Author, 'runId' | 'runAttempt'>): Promise<Run | undefined> {
  return orGone(github.read('actions.getWorkflowRunAttempt', at(author)));
}

async function factsOf(github: GitHub, author: Author, repository: string): Promise<OriginFacts | undefined> {
  const run = await readRun(github, author);
  const by = run === undefined ? undefined : accountOf(run);
  if (run === undefined || by === undefined) return undefined;
  return {
    repository,
    headRepository: run.head_repository?.full_name ?? 'a repository that is gone',
    headBranch: run.head_branch,
    event: run.event,
    path: run.path,
    url: run.html_url,
    by,
    jobs: await jobsOf(github, author),
    commit: run.head_branch === null ? 'unknown' : await standing(github, run.head_branch, run.head_sha),
  };
}

/** How a commit stands to the tip of a branch, and not of a tag that bears its name. */
async function standing(github: GitHub, branch: string, sha: string): Promise<OriginFacts['commit']> {
  const found = await orGone(github.read('repos.getBranch', { branch }));
  if (found === undefined) return 'unknown';
  return found.commit.sha === sha ? 'identical' : await compareCommits(github, found.commit.sha, sha);
}

async function jobsOf(github: GitHub, author: Author): Promise<readonly JobFact[]> {
  const jobs: JobFact[] = [];
  for await (const page of github.pages('actions.listJobsForWorkflowRunAttempt', at(author)))
    for (const { name, status, conclusion, started_at, completed_at } of page.jobs)
      jobs.push({ name, status, conclusion, startedAt: timeOf(started_at), completedAt: timeOf(completed_at) });
  return jobs;
}

function accountOf({ triggering_actor: actor }: Run): Account | undefined {
  return actor == null ? undefined : { id: Number(actor.id), login: actor.login, isPerson: actor.type === 'User' };
}

function timeOf(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : time;
}

async function orGone<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof RemoteError && error.status === 404) return undefined;
    throw error;
  }
}

import { type Conclusion, type Job, type Run, type RunStatus, takeId } from '../world.ts';
import { type Place, runOf, userIn } from './place.ts';

export interface RunSeed {
  readonly id?: number;
  readonly workflow?: string;
  readonly path?: string;
  readonly event?: string;
  readonly branch?: string | null;
  readonly sha?: string;
  readonly actor?: string;
  readonly fork?: string;
  readonly status?: RunStatus;
  readonly conclusion?: Conclusion | null;
  /** Names of jobs that are at work in it from the beginning. */
  readonly jobs?: readonly string[];
}

/** How a run or a job stands. It has a conclusion exactly when it is completed. */
export interface Standing {
  readonly status: RunStatus;
  readonly conclusion: Conclusion | null;
}

export function addRun(place: Place, seed: RunSeed): number {
  const { world, repo, time } = place;
  const run: Run = {
    id: seed.id ?? takeId(world),
    number: repo.runs.length + 1,
    workflow: seed.workflow ?? 'Release',
    path: seed.path ?? '.github/workflows/release.yml',
    event: seed.event ?? 'workflow_dispatch',
    branch: seed.branch === undefined ? repo.defaultBranch : seed.branch,
    sha: seed.sha ?? repo.refs.get(`heads/${repo.defaultBranch}`) ?? '',
    actor: userIn(place, seed.actor ?? 'octocat'),
    ...(seed.fork === undefined ? {} : { fork: seed.fork }),
    createdAt: time,
    attempts: [],
    reviews: [],
    artifacts: [],
  };
  repo.runs.push(run);
  addAttempt(place, run.id);
  standRun(place, run.id, { status: seed.status ?? 'in_progress', conclusion: seed.conclusion ?? null });
  for (const name of seed.jobs ?? []) putJob(place, run.id, name, { status: 'in_progress', conclusion: null });
  return run.id;
}

/** The run keeps an archive under a name; one of the same name is replaced, as `overwrite` does. Gives its id. */
export function addArtifact(place: Place, runId: number, kept: ArtifactSeed): number {
  const { world, repo, time } = place;
  const at = repo.runs.findIndex(({ id }) => id === runId);
  const run = runOf(place, runId);
  const { archive, expired = false, name } = kept;
  const artifact = { id: takeId(world), name, archive, expired, createdAt: time };
  repo.runs[at] = { ...run, artifacts: [...run.artifacts.filter((one) => one.name !== name), artifact] };
  return artifact.id;
}

export interface ArtifactSeed {
  readonly name: string;
  /** A ZIP archive, or what somebody passes off as one. */
  readonly archive: Buffer;
  readonly expired?: boolean;
}

/** Starts the run once more, by its actor unless somebody else does; gives the attempt's number. */
export function addAttempt(place: Place, id: number, by?: string): number {
  const { attempts, actor } = runOf(place, id);
  const { time } = place;
  const triggeringActor = by === undefined ? actor : userIn(place, by);
  attempts.push({ triggeringActor, status: 'queued', conclusion: null, startedAt: time, updatedAt: time, jobs: [] });
  return attempts.length;
}

/** Says how an attempt of a run stands, the newest unless another is named. */
export function standRun(place: Place, id: number, { status, conclusion }: Standing, attempt?: number): void {
  const { attempts } = runOf(place, id);
  const found = attempts[(attempt ?? attempts.length) - 1];
  if (found === undefined) throw new Error(`run ${id} has no attempt ${attempt}`);
  if ((status === 'completed') !== (conclusion !== null))
    throw new Error(`a run has a conclusion exactly when it is completed, not ${status}/${conclusion}`);
  Object.assign(found, { status, conclusion, updatedAt: place.time });
}

/** Puts a job into the run's newest attempt, or says how it stands; gives its id. */
export function putJob(place: Place, runId: number, name: string, { status, conclusion }: Standing): number {
  const { world, time } = place;
  const jobs = runOf(place, runId).attempts.at(-1)?.jobs ?? [];
  const known = jobs.find((job) => job.name === name);
  const job: Job = known ?? { id: takeId(world), name, status, conclusion, at: time, completedAt: null };
  Object.assign(job, { status, conclusion, completedAt: status === 'completed' ? time : null });
  if (known === undefined) jobs.push(job);
  return job.id;
}

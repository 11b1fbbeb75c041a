import { join } from 'node:path';
import type { Annotation } from './annotation.ts';
import { ArtifactStore } from './builtin/artifact-store.ts';
import type { ConcurrencyGroups, ConcurrencyRequest, Contender } from './concurrency.ts';
import { defaultGitHub, type GitHubContext } from './github-context.ts';
import type { JobRuntime } from './job-runtime.ts';
import { Machines } from './machines.ts';
import { actionNode } from './node-runtime.ts';
import type { RunOptions } from './options.ts';
import type { Permissions } from './permissions.ts';
import type { JobResult, RunEvent } from './result.ts';
import type { Sources } from './sources.ts';
import { Strikes } from './strikes.ts';
import { type RunnerTimes, runnerTimes } from './times.ts';

/** A job that has started or waits for its start, as far as a cancellation concerns it. */
export interface ActiveJob {
  /** Whether its `if` holds in a cancelled run: then it goes on. */
  survivesCancellation(): boolean;
  /** Aborts what it waits for before its start. */
  readonly waiting: AbortController;
  runtime: JobRuntime | undefined;
}

/** Thrown inside a run to a job or a run that was cancelled before it could start. */
export class CancelledBeforeStart extends Error {
  override readonly name = 'CancelledBeforeStart';
}

/** What the jobs of one run share. */
export class ActiveRun implements Contender {
  readonly runId: string;
  readonly options: RunOptions;
  readonly sources: Sources;
  readonly groups: ConcurrencyGroups;
  readonly folder: string;
  readonly artifacts = new ArtifactStore();
  /** The artifacts of the repository's other runs. */
  readonly artifactsOf: (runId: string) => ArtifactStore | undefined;
  readonly strikes: Strikes;
  readonly times: RunnerTimes;
  readonly node: string;
  readonly machines: Machines;
  readonly github: GitHubContext;
  readonly jobs: JobResult[] = [];
  readonly annotations: Annotation[] = [];
  readonly masks = new Set<string>();
  readonly within: readonly Contender[] = [];
  readonly #active = new Set<ActiveJob>();
  readonly #cancellation = new AbortController();
  #end: NodeJS.Timeout | undefined;
  #jobCount = 0;

  constructor(
    options: RunOptions,
    sources: Sources,
    groups: ConcurrencyGroups,
    folder: string,
    runId: string,
    github: GitHubContext,
    artifactsOf: (runId: string) => ArtifactStore | undefined,
  ) {
    this.options = options;
    this.sources = sources;
    this.groups = groups;
    this.folder = folder;
    this.runId = runId;
    this.github = github;
    this.artifactsOf = artifactsOf;
    this.strikes = new Strikes(options.strikes ?? []);
    this.times = runnerTimes(options.timeScale);
    this.node = options.node ?? actionNode();
    this.machines = new Machines(options.machines ?? Number.POSITIVE_INFINITY);
  }

  get cancelled(): AbortSignal {
    return this.#cancellation.signal;
  }

  emit(event: RunEvent): void {
    this.options.onEvent?.(event);
  }

  /** A folder for the next job. */
  jobFolder(): string {
    this.#jobCount += 1;
    return join(this.folder, `job-${this.#jobCount}`);
  }

  /**
   * Cancels the run: every job whose `if` does not hold for a cancelled run, and after five minutes all that still run
   * (docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation).
   */
  cancel(reason: string): void {
    if (this.cancelled.aborted) return;
    this.annotations.push({ level: 'error', message: reason });
    this.#cancellation.abort();
    for (const job of this.#active) {
      if (job.survivesCancellation()) continue;
      job.waiting.abort();
      job.runtime?.cancel();
    }
    this.#end = setTimeout(() => {
      for (const job of this.#active) job.runtime?.lose('cancelled');
    }, this.times.cancellation);
  }

  /** Kills everything that runs at once, as if every machine had gone. */
  destroy(): void {
    this.cancel('The run was destroyed.');
    for (const job of this.#active) {
      job.waiting.abort();
      job.runtime?.lose('cancelled');
    }
  }

  finish(): void {
    clearTimeout(this.#end);
  }

  add(job: ActiveJob): void {
    this.#active.add(job);
  }

  remove(job: ActiveJob): void {
    this.#active.delete(job);
  }

  /** Waits for a concurrency group. Throws CancelledBeforeStart when `signal` aborts first. */
  async enter(
    request: ConcurrencyRequest | undefined,
    contender: Contender,
    signal: AbortSignal,
    job: string,
  ): Promise<() => void> {
    if (request === undefined) return () => undefined;
    const onWait = () => this.emit({ type: 'job-waiting', job, for: 'concurrency', what: request.group });
    try {
      return await taken(this.groups.enter(request, contender, onWait), signal);
    } catch (error) {
      this.groups.abandon(contender);
      throw error;
    }
  }

  /** The token of a job; it is hidden in every log. */
  async mintToken(permissions: Permissions, job: string): Promise<string> {
    const made = `ghs_${crypto.randomUUID().replaceAll('-', '')}`;
    return (await this.options.mintToken?.(permissions, job)) ?? made;
  }
}

/** Waits for what has to be given back; throws CancelledBeforeStart, and gives it back, when `signal` aborts first. */
export async function taken(waiting: Promise<() => void>, signal: AbortSignal): Promise<() => void> {
  try {
    return await unlessAborted(waiting, signal);
  } catch (error) {
    waiting.then((leave) => leave()).catch(() => undefined);
    throw error;
  }
}

/** Waits for `work`; throws CancelledBeforeStart at once when `signal` aborts. */
export async function unlessAborted<T>(work: T | Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new CancelledBeforeStart('The run was canceled.'));
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The `github` context of a run's jobs, but for what is each job's own. */
export function runGitHub(
  options: RunOptions,
  sources: Sources,
  workflow: { name: string; path: string },
  runId: string,
): GitHubContext {
  const { workspace } = sources;
  const name = options.event?.name ?? 'workflow_dispatch';
  const [, kind, ...short] = workspace.ref.split('/');
  const inputs = Object.fromEntries(Object.entries(options.inputs ?? {}).map(([key, value]) => [key, String(value)]));
  const { repository, repository_owner, server_url } = defaultGitHub(workspace.name);
  return {
    ...defaultGitHub(workspace.name),
    event_name: name,
    event: {
      repository: {
        full_name: repository,
        name: workspace.name.split('/')[1],
        owner: { login: repository_owner },
        html_url: `${server_url}/${workspace.name}`,
      },
      ...(name === 'workflow_dispatch' ? { inputs, ref: workspace.ref } : {}),
      ...options.event?.payload,
    },
    ref: workspace.ref,
    ref_name: short.join('/'),
    ref_type: kind === 'tags' ? 'tag' : 'branch',
    run_id: runId,
    sha: workspace.sha,
    workflow: workflow.name,
    workflow_ref: `${workspace.name}/${workflow.path}@${workspace.ref}`,
    workflow_sha: workspace.sha,
    ...options.github,
  };
}

import { join } from 'node:path';
import { ArtifactStore } from '../builtin/artifact-store.ts';
import type { Annotation } from '../console/annotation.ts';
import type { JobRuntime } from '../job/job-runtime.ts';
import { Machines } from '../machine/machines.ts';
import { actionNode } from '../machine/node-runtime.ts';
import { type RunnerTimes, runnerTimes } from '../machine/times.ts';
import type { Sources } from '../parse/sources.ts';
import type { ConcurrencyGroups, ConcurrencyRequest, Contender } from '../plan/concurrency.ts';
import type { GitHubContext } from '../plan/github-context.ts';
import type { RunOptions } from '../plan/options.ts';
import type { Permissions } from '../plan/permissions.ts';
import { attemptOf, isOf, type RerunPlan } from '../plan/rerun.ts';
import type { JobResult, NodeResult, RunEvent } from '../plan/result.ts';
import { Strikes } from '../plan/strikes.ts';
import { taken } from './before-start.ts';

/** A job that has started or waits for its start, as far as a cancellation concerns it. */
export interface ActiveJob {
  /** Whether its `if` holds in a cancelled run: then it goes on. */
  survivesCancellation(): boolean;
  /** Aborts what it waits for before its start. */
  readonly waiting: AbortController;
  runtime: JobRuntime | undefined;
}

export interface RunSetting {
  readonly options: RunOptions;
  readonly sources: Sources;
  readonly groups: ConcurrencyGroups;
  readonly folder: string;
  readonly runId: string;
  readonly github: GitHubContext;
  readonly plan: RerunPlan;
  /** The artifacts of a run, this one's of before too. */
  readonly artifactsOf: (runId: string) => ArtifactStore | undefined;
}

/** What the jobs of one run share. */
export class ActiveRun implements Contender {
  readonly runId: string;
  readonly options: RunOptions;
  readonly sources: Sources;
  readonly groups: ConcurrencyGroups;
  readonly folder: string;
  readonly artifacts: ArtifactStore;
  /** Which attempt of the run this is. */
  readonly attempt: number;
  /** What of it runs, where it is not the first. */
  readonly plan: RerunPlan;
  /** What `needs` sees of each job, by where it stands. */
  readonly nodes = new Map<string, NodeResult>();
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

  constructor(setting: RunSetting) {
    const { options, sources, groups, folder, runId, github, artifactsOf } = setting;
    this.options = options;
    this.sources = sources;
    this.groups = groups;
    this.folder = folder;
    this.runId = runId;
    this.github = github;
    this.artifactsOf = artifactsOf;
    // A run keeps its artifacts when it is run again.
    this.artifacts = artifactsOf(runId) ?? new ArtifactStore();
    this.attempt = attemptOf(options.rerun);
    this.plan = setting.plan;
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

  /** Notes what `needs` sees of a job, and hands it on. */
  noted(node: string, result: NodeResult): NodeResult {
    this.nodes.set(node, result);
    return result;
  }

  /** What the attempt before made of a job that is not run again; undefined where it runs. */
  takeOver(node: string): NodeResult | undefined {
    const before = this.plan.runs(node) ? undefined : this.options.rerun?.of.nodes.get(node);
    if (before !== undefined) this.#takeOverJobs((id) => isOf(node, id));
    return before;
  }

  /** The same of one job of a matrix. */
  takeOverCell(id: string): NodeResult | undefined {
    if (this.plan.runsCell(id)) return undefined;
    const before = this.options.rerun?.of.jobs.find((job) => job.id === id);
    if (before !== undefined) this.#takeOverJobs((other) => other === id);
    return before;
  }

  #takeOverJobs(wanted: (id: string) => boolean): void {
    const { of } = this.options.rerun ?? {};
    for (const job of of?.jobs ?? []) if (wanted(job.id)) this.jobs.push(job);
    for (const [node, result] of of?.nodes ?? []) if (wanted(node)) this.nodes.set(node, result);
  }

  /** A folder for the next job. */
  jobFolder(): string {
    this.#jobCount += 1;
    return join(this.folder, `job-${this.#jobCount}`);
  }

  /**
   * Cancels the run: every job whose `if` does not hold for a cancelled run, and a little before five minutes are over all that
   * still run (docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation).
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

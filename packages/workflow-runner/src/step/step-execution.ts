import { delimiter } from 'node:path';
import { createStepFiles, type FileCommandSink, processStepFiles, type StepFiles } from '../console/file-commands.ts';
import { StepConsole } from '../console/step-console.ts';
import { extend, type Scope } from '../expressions/expressions.ts';
import { type ProcessEnd, type StepProcess, startProcess } from '../machine/process.ts';
import type { Step } from '../parse/workflow.ts';
import { githubVariables, runnerVariables } from '../plan/github-context.ts';
import type { StepResult } from '../plan/result.ts';
import type { Strike } from '../plan/strikes.ts';
import type { Repository } from '../repository.ts';
import type { StepJob } from './step-job.ts';

/** The step was cancelled: its process has ended by now. */
export class StepCancelled extends Error {
  override readonly name = 'StepCancelled';
}

/** The worker is gone; whoever catches this must not go on with the job. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

/** One phase of a step, waiting to run. */
export interface QueuedStep {
  readonly step: Step;
  readonly phase: StepResult['phase'];
  readonly condition: string;
  /** What the action's phases leave for each other; becomes STATE_*. */
  readonly state: Map<string, string>;
  /** What the log calls it. */
  name(scope: Scope): string;
  /** Throws, or sets `execution.failed`, where the step fails. */
  run(execution: StepExecution): Promise<void>;
}

/** What a step stands in: the job, or a composite action of it. */
interface Inside {
  readonly parent?: StepExecution;
  readonly repository?: Repository;
  /** Where actions of this step put the post steps they ask for: of the job, or of the composite action. */
  readonly posts?: QueuedStep[];
}

/** One step, or one step inside a composite action, while it runs. */
export class StepExecution {
  readonly job: StepJob;
  readonly queued: QueuedStep;
  readonly parent: StepExecution | undefined;
  /** Where actions of this step put the post steps they ask for. */
  readonly posts: QueuedStep[];
  readonly console: StepConsole;
  readonly files: StepFiles;
  readonly outputs = new Map<string, string>();
  /** The `env` context: what the job has, and the step's own. */
  readonly env: Map<string, string>;
  /** Contexts that hold for this step alone: `inputs` and `steps` of a composite action. */
  readonly own: Record<string, unknown>;
  /** Members of the `github` context that hold for this step alone. */
  readonly github: Record<string, unknown> = {};
  /** Where `$/` leads to. */
  readonly repository: Repository;
  readonly onLine: (line: string) => void;
  summary = '';
  failed = false;
  readonly #token = new AbortController();
  #process: StepProcess | undefined;

  constructor(job: StepJob, queued: QueuedStep, onLine: (line: string) => void, inside: Inside = {}) {
    const { parent, repository, posts } = inside;
    this.job = job;
    this.queued = queued;
    this.parent = parent;
    this.posts = posts ?? parent?.posts ?? [];
    this.onLine = onLine;
    const { masker, workspace } = job;
    this.console = new StepConsole({ masker, workspace, debug: job.settings.debug, onLine });
    this.files = createStepFiles(job.temp);
    this.env = new Map(parent === undefined ? job.env : parent.env);
    this.own = { ...parent?.own };
    this.repository = repository ?? parent?.repository ?? job.settings.repository;
    Object.assign(this.github, parent?.github, { action: queued.step.id }, this.files);
    parent?.token.addEventListener('abort', () => this.cancel(), { once: true });
  }

  get token(): AbortSignal {
    return this.#token.signal;
  }

  /** What expressions of this step see. */
  get scope(): Scope {
    const { scope } = this.job;
    const github = { ...(scope.contexts['github'] as object), ...this.github };
    return extend(scope, { github, env: Object.fromEntries(this.env), ...this.own });
  }

  cancel(): void {
    this.#token.abort();
  }

  /** What happens to this step, and what goes beyond it, by a planted strike. */
  strike(strike: Strike): void {
    if (strike.do === 'kill') this.#process?.signal(strike.signal ?? 'SIGKILL');
    else if (strike.do === 'cancel') this.job.settings.cancelRun();
    else if (strike.do === 'shutdown') this.job.shutdown();
    else this.job.lose('failure');
  }

  /** The variables of this step's process. GITHUB_* and RUNNER_* win over what the workflow sets by the same name. */
  variables(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
    const { job } = this;
    const variables = { ...job.machine, ...Object.fromEntries(this.env), ...extra };
    return {
      ...variables,
      PATH: [...[...job.path].reverse(), variables['PATH'] ?? ''].join(delimiter),
      ...githubVariables(this.scope.contexts['github'] as Record<string, unknown>),
      ...runnerVariables(job.runnerContext),
    };
  }

  /** Takes over what a step inside this one said. */
  adopt(nested: StepExecution): void {
    this.console.adopt(nested.console);
    this.summary += nested.summary;
  }

  /**
   * Runs a process to its end. Throws StepCancelled when the step was cancelled meanwhile, whatever the process made
   * of it, and WorkerLost.
   */
  async run(
    file: string,
    args: readonly string[],
    cwd: string,
    env: Readonly<Record<string, string>>,
  ): Promise<ProcessEnd> {
    const { job } = this;
    const process = startProcess({ file, args, cwd, env }, (line) => this.console.receive(line), job.settings.times);
    this.#process = process;
    if (this.parent !== undefined) this.parent.#process = process;
    job.processes.push(process);
    let cancelling: Promise<void> | undefined;
    const cancel = () => {
      cancelling ??= process.cancel();
    };
    this.token.addEventListener('abort', cancel, { once: true });
    if (this.token.aborted) cancel();
    try {
      const end = await this.unlessLost(process.ended);
      if (cancelling !== undefined) await this.unlessLost(cancelling);
      if (this.token.aborted) throw new StepCancelled('The operation was canceled.');
      return end;
    } finally {
      this.token.removeEventListener('abort', cancel);
      this.#process = undefined;
    }
  }

  /** Waits for `work`; throws WorkerLost at once when the worker is gone. */
  async unlessLost<T>(work: Promise<T>): Promise<T> {
    const { lost } = this.job;
    let stop: (() => void) | undefined;
    const loss = new Promise<never>((_, reject) => {
      stop = () => reject(new WorkerLost('the worker is gone'));
      lost.addEventListener('abort', stop, { once: true });
      if (lost.aborted) stop();
    });
    work.catch(() => undefined);
    try {
      return await Promise.race([work, loss]);
    } finally {
      if (stop !== undefined) lost.removeEventListener('abort', stop);
    }
  }

  /** Reads what the step left in its files, however it ended. */
  processFiles(): void {
    const { job } = this;
    const sink: FileCommandSink = {
      addPath: (folder) => addPath(job.path, folder),
      setEnv: (name, value) => {
        job.env.set(name, value);
        for (let each: StepExecution | undefined = this; each !== undefined; each = each.parent)
          each.env.set(name, value);
      },
      summary: (markdown) => {
        this.summary += markdown;
      },
      saveState: (name, value) => this.queued.state.set(name, value),
      setOutput: (name, value) => this.outputs.set(name, value),
    };
    for (const [name, value] of this.console.outputs) this.outputs.set(name, value);
    for (const [name, value] of this.console.state) this.queued.state.set(name, value);
    processStepFiles(this.files, sink, this.console, job.masker);
  }
}

/** Puts a folder in front of PATH; the newest wins. */
export function addPath(path: string[], folder: string): void {
  const at = path.indexOf(folder);
  if (at >= 0) path.splice(at, 1);
  path.push(folder);
}

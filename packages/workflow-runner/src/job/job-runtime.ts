import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../builtin/service.ts';
import { Masker } from '../console/masker.ts';
import { StepConsole } from '../console/step-console.ts';
import type { Scope } from '../expressions/expressions.ts';
import { machineVariables } from '../machine/machine.ts';
import type { StepProcess } from '../machine/process.ts';
import { defaultRunner } from '../plan/github-context.ts';
import type { JobSettings } from '../plan/job-settings.ts';
import type { Conclusion } from '../plan/result.ts';
import type { QueuedStep } from '../step/step-execution.ts';
import type { StepJob } from '../step/step-job.ts';

/** What the runner's worker knows of one job while it runs it (src/Runner.Worker/GlobalContext.cs and the job's context). */
export class JobRuntime implements StepJob {
  readonly settings: JobSettings;
  readonly workspace: string;
  readonly temp: string;
  readonly masker = new Masker();
  /** Of the job itself, beside its steps. */
  readonly console: StepConsole;
  /** Variables of every later step: workflow, job, GITHUB_ENV. */
  readonly env = new Map<string, string>();
  /** Folders in front of PATH, the newest last. */
  readonly path: string[] = [];
  /** The `steps` context. */
  readonly steps: Record<string, unknown> = {};
  readonly postSteps: QueuedStep[] = [];
  /** Every process that a step has started. */
  readonly processes: StepProcess[] = [];
  /** Processes of this job carry it in RUNNER_TRACKING_ID, and those left over at its end are killed by it. */
  readonly trackingId: string;
  status: 'success' | 'failure' | 'cancelled' = 'success';
  /** Where its services are reached; undefined where it has none. */
  services: Services | undefined;
  /** The runner was told to stop. */
  isShutdown = false;
  readonly #cancellation = new AbortController();
  readonly #loss = new AbortController();
  readonly #home: string;
  readonly #runner: Readonly<Record<string, string>>;
  #lostAs: Conclusion | undefined;

  constructor(settings: JobSettings) {
    this.settings = settings;
    const { folder, contexts, secrets } = settings;
    const name = settings.sources.workspace.name.split('/')[1] ?? 'workspace';
    this.workspace = join(folder, 'work', name, name);
    this.temp = join(folder, 'work', '_temp');
    this.#home = join(folder, 'home');
    const tools = join(folder, 'work', '_tool');
    for (const path of [this.workspace, this.#home, tools, join(this.temp, '_github_workflow')])
      mkdirSync(path, { recursive: true });
    this.#runner = { ...defaultRunner(this.temp, tools, settings.debug), workspace: join(folder, 'work', name) };
    for (const secret of Object.values(secrets)) this.masker.addSecret(secret);
    const token = secrets['GITHUB_TOKEN'] ?? '';
    this.masker.add(Buffer.from(`x-access-token:${token}`).toString('base64'));
    this.console = new StepConsole({ masker: this.masker, workspace: this.workspace });
    this.trackingId = `github_${crypto.randomUUID()}`;
    writeFileSync(this.eventPath, JSON.stringify((contexts['github'] as Record<string, unknown>)['event'] ?? {}));
  }

  get eventPath(): string {
    return join(this.temp, '_github_workflow', 'event.json');
  }

  /** Contexts that are the same for every step; `job.status` as it is now. */
  get scope(): Scope {
    const { contexts } = this.settings;
    const { services } = this;
    const github = { ...(contexts['github'] as object), workspace: this.workspace, event_path: this.eventPath };
    return {
      contexts: {
        ...contexts,
        github,
        runner: this.#runner,
        job: { ...(contexts['job'] as object), status: this.status, ...(services === undefined ? {} : { services }) },
        env: Object.fromEntries(this.env),
        steps: this.steps,
      },
    };
  }

  get runnerContext(): Readonly<Record<string, string>> {
    return this.#runner;
  }

  /** What the machine gives to a process of this job. */
  get machine(): Record<string, string> {
    return { ...machineVariables(this.#home), ...this.settings.env, RUNNER_TRACKING_ID: this.trackingId };
  }

  /** Somebody cancelled the job, or its time is up. */
  get cancelled(): AbortSignal {
    return this.#cancellation.signal;
  }

  /** The worker is gone. */
  get lost(): AbortSignal {
    return this.#loss.signal;
  }

  get lostAs(): Conclusion | undefined {
    return this.#lostAs;
  }

  cancel(): void {
    this.#cancellation.abort();
  }

  /** src/Runner.Worker/JobRunner.cs: the shutdown is an error of the job, and cancels it. */
  shutdown(): void {
    if (this.isShutdown) return;
    this.isShutdown = true;
    this.console.error(
      'The runner has received a shutdown signal. This can happen when the runner service is stopped, or a manually started runner is canceled.',
    );
    this.cancel();
  }

  /** Kills the worker with all it started: nothing of this job is read or run any more. */
  lose(as: Conclusion): void {
    if (this.#lostAs !== undefined) return;
    this.#lostAs = as;
    for (const process of this.processes) process.killTree();
    this.#loss.abort();
  }

  merge(result: Conclusion): void {
    // src/Sdk/DTWebApi/WebApi/TaskResultUtil.cs, `MergeTaskResults`: a cancellation is not overwritten.
    if (result === 'failure' && this.status === 'success') this.status = 'failure';
  }
}

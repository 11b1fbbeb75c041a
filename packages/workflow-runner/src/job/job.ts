import { isMapping } from '@actions/workflow-parser/templates/tokens/type-guards';
import { type Scope, textOf, textsOf } from '../expressions/expressions.ts';
import { member, members } from '../expressions/tokens.ts';
import { killOrphans } from '../machine/orphans.ts';
import { readManifest } from '../parse/manifest.ts';
import { actionDirectory, resolveAction } from '../parse/sources.ts';
import type { StepsJob, Workflow } from '../parse/workflow.ts';
import type { Conclusion, StepResult } from '../plan/result.ts';
import { preStep } from '../step/action-step.ts';
import { displayName } from '../step/display-name.ts';
import type { RunDefaults } from '../step/script-step.ts';
import { runStepBody } from '../step/step-body.ts';
import type { QueuedStep } from '../step/step-execution.ts';
import { messageOf } from '../step/verdict.ts';
import type { JobRuntime } from './job-runtime.ts';
import { startServices } from './services.ts';
import { runSteps } from './steps.ts';

export interface JobEnd {
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepResult[];
}

/** GitHub's default for a job without `timeout-minutes`. */
const LONGEST_JOB_MINUTES = 360;

/** Runs the steps of a job on `runtime` to their end (src/Runner.Worker/JobRunner.cs and JobExtension.cs). */
export async function runJob(job: StepsJob, workflow: Workflow, runtime: JobRuntime): Promise<JobEnd> {
  const clocks = startClocks(job, runtime);
  let steps: readonly StepResult[] = [];
  let outputs: Readonly<Record<string, string>> = {};
  try {
    const queue = await setUp(job, workflow, runtime);
    steps = await runSteps(runtime, queue);
    if (!runtime.lost.aborted) outputs = jobOutputs(job, runtime);
  } catch (error) {
    runtime.console.error(messageOf(error));
    runtime.merge('failure');
  } finally {
    clocks.stop();
    for (const pid of killOrphans(runtime.trackingId)) runtime.console.write(`Terminate orphan process: pid (${pid})`);
    for (const process of runtime.processes) process.release();
  }
  return { conclusion: runtime.lostAs ?? runtime.status, outputs, steps };
}

/** The time-out of the job, and the end of a cancelled one that does not come to an end. */
function startClocks(job: StepsJob, runtime: JobRuntime): { stop(): void } {
  const { times } = runtime.settings;
  const minutes = Number(textOf(job.timeoutMinutes, runtime.scope)) || LONGEST_JOB_MINUTES;
  const cancelMinutes = Number(textOf(job.cancelTimeoutMinutes, runtime.scope));
  const timers: NodeJS.Timeout[] = [];
  // setTimeout holds 32 bits: a longer wait would fire at once.
  const after = (ms: number, work: () => void) => timers.push(setTimeout(work, Math.min(ms, 2 ** 31 - 1)));
  after(minutes * times.minute, () => {
    runtime.console.error(`The job has exceeded the maximum execution time of ${minutes} minutes.`);
    runtime.cancel();
  });
  const onCancel = () =>
    after(cancelMinutes > 0 ? Math.max(1, cancelMinutes) * times.minute - times.killEarly : times.cancellation, () =>
      runtime.lose('cancelled'),
    );
  runtime.cancelled.addEventListener('abort', onCancel, { once: true });
  if (runtime.cancelled.aborted) onCancel();
  return {
    stop: () => {
      runtime.cancelled.removeEventListener('abort', onCancel);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

async function setUp(job: StepsJob, workflow: Workflow, runtime: JobRuntime): Promise<QueuedStep[]> {
  for (const token of [workflow.env, job.env])
    for (const [name, value] of Object.entries(textsOf(token, runtime.scope))) runtime.env.set(name, value);
  runtime.services = await startServices(job, runtime);
  const defaults = { ...runDefaults(workflow, runtime.scope), ...runDefaults(job, runtime.scope) };
  const pre: QueuedStep[] = [];
  const main: QueuedStep[] = [];
  for (const step of job.steps) {
    const queued: QueuedStep = {
      step,
      phase: 'main',
      condition: step.condition,
      state: new Map(),
      name: (scope) => displayName(step, scope),
      run: (execution) => runStepBody(execution, step, defaults),
    };
    main.push(queued);
    if (step.kind !== 'uses') continue;
    const reference = resolveAction(step.uses, runtime.settings.repository, runtime.settings.sources);
    if (reference.kind !== 'repository') continue;
    const manifest = await readManifest(actionDirectory(reference));
    const before = preStep({ reference, manifest }, queued, step);
    if (before !== undefined) pre.push(before);
  }
  return [...pre, ...main];
}

function runDefaults({ defaults }: { readonly defaults: Workflow['defaults'] }, scope: Scope): RunDefaults {
  const run = member(defaults, 'run');
  const [shell, workingDirectory] = [
    textOf(member(run, 'shell'), scope),
    textOf(member(run, 'working-directory'), scope),
  ];
  return { ...(shell === '' ? {} : { shell }), ...(workingDirectory === '' ? {} : { workingDirectory }) };
}

/** The outputs of a job: an empty one is not there, and one with a masked text in it is dropped with a warning. */
function jobOutputs(job: StepsJob, runtime: JobRuntime): Record<string, string> {
  const outputs: Record<string, string> = {};
  if (job.outputs === undefined || !isMapping(job.outputs)) return outputs;
  try {
    for (const [name, token] of members(job.outputs)) {
      const value = textOf(token, runtime.scope);
      if (value === '') continue;
      if (runtime.masker.mask(value) === value) outputs[name] = value;
      else runtime.console.warning(`Skip output '${name}' since it may contain secret.`);
    }
  } catch (error) {
    runtime.console.error(`Fail to evaluate job outputs: ${messageOf(error)}`);
    runtime.merge('failure');
  }
  return outputs;
}

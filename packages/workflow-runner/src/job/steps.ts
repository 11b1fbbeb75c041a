import { extend, type Scope, textsOf, truthOf } from '../expressions/expressions.ts';
import type { StepResult } from '../plan/result.ts';
import { stepStatus } from '../plan/status-functions.ts';
import { type QueuedStep, StepExecution } from '../step/step-execution.ts';
import { messageOf, runToVerdict, type Verdict } from '../step/verdict.ts';
import type { JobRuntime } from './job-runtime.ts';

/**
 * Runs the steps of a job in order, then the post steps that they registered, the last first, one after another
 * (src/Runner.Worker/StepsRunner.cs, `RunAsync`). Ends early only when the worker is gone.
 */
export async function runSteps(job: JobRuntime, steps: readonly QueuedStep[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const run = async (queued: QueuedStep) => {
    const result = await runStep(job, queued);
    results.push(result);
    job.settings.emit({ type: 'step-finished', job: job.settings.id, step: result });
  };
  for (const queued of steps) if (!job.lost.aborted) await run(queued);
  const posts = job.postSteps.splice(0).reverse();
  for (const queued of posts) if (!job.lost.aborted) await run(queued);
  return results;
}

async function runStep(job: JobRuntime, queued: QueuedStep): Promise<StepResult> {
  const { settings } = job;
  const { phase, step } = queued;
  const started = Date.now();
  const watched = { line: (_text: string) => {}, end: () => {} };
  const name = job.masker.mask(queued.name(job.scope));
  const onLine = (line: string) => {
    settings.emit({ type: 'log', job: settings.id, step: name, line });
    watched.line(line);
  };
  const execution = new StepExecution(job, queued, onLine, { posts: job.postSteps });
  settings.emit({ type: 'step-started', job: settings.id, step: name, phase });

  const onCancel = () => reactToCancellation(job, execution);
  let { outcome, conclusion }: Verdict = { outcome: 'skipped', conclusion: 'skipped' };
  try {
    for (const [key, value] of Object.entries(textsOf(step.env, execution.scope))) execution.env.set(key, value);
    if (job.cancelled.aborted) job.status = 'cancelled';
    else job.cancelled.addEventListener('abort', onCancel, { once: true });
    // A runner that is told to stop evaluates no condition: nothing more starts, post steps neither.
    if (!job.isShutdown && truthOf(queued.condition, withStatus(execution.scope, job))) {
      Object.assign(
        watched,
        settings.strikes.watch({ job: settings.id, step: step.id, name, phase }, (s) => execution.strike(s)),
      );
      ({ outcome, conclusion } = await runToVerdict(execution));
    }
  } catch (error) {
    execution.console.error(messageOf(error));
    outcome = conclusion = 'failure';
  } finally {
    watched.end();
    job.cancelled.removeEventListener('abort', onCancel);
  }
  job.merge(conclusion);
  const { console } = execution;
  if (phase === 'main' && !step.id.startsWith('__'))
    job.steps[step.id] = { outputs: Object.fromEntries(execution.outputs), outcome, conclusion };
  return {
    id: step.id,
    name,
    phase,
    conclusion,
    outcome,
    outputs: Object.fromEntries([...execution.outputs].map(([key, value]) => [key, job.masker.mask(value)])),
    log: console.lines.join('\n'),
    annotations: console.annotations,
    summary: execution.summary,
    durationMs: Date.now() - started,
  };
}

/** A cancelled job cancels the running step, unless its condition holds for a cancelled job too. */
function reactToCancellation(job: JobRuntime, execution: StepExecution): void {
  job.status = 'cancelled';
  let goesOn = false;
  try {
    goesOn = !job.isShutdown && truthOf(execution.queued.condition, withStatus(execution.scope, job));
  } catch (error) {
    execution.console.error(messageOf(error));
  }
  if (!goesOn) execution.cancel();
}

function withStatus(scope: Scope, job: JobRuntime): Scope {
  return extend(scope, {}, stepStatus(job.status));
}

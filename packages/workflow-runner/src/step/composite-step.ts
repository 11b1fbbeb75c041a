import { extend, textOf, textsOf, truthOf } from '../expressions/expressions.ts';
import type { Conclusion } from '../plan/result.ts';
import { stepStatus } from '../plan/status-functions.ts';
import type { LoadedAction } from './action-step.ts';
import { runStepBody } from './step-body.ts';
import { StepCancelled, StepExecution, WorkerLost } from './step-execution.ts';
import { displayName, type QueuedStep } from './step-queue.ts';
import { runToVerdict } from './verdict.ts';

/**
 * The steps of a composite action, as one step of the job (src/Runner.Worker/Handlers/CompositeActionHandler.cs): they
 * share its log and see its inputs; its outputs come from theirs. Posts that they register run, the last first, in the
 * one post step of the whole.
 */
export async function runComposite(
  execution: StepExecution,
  { reference, manifest }: LoadedAction,
  inputs: Readonly<Record<string, string>>,
  posts: QueuedStep[],
): Promise<void> {
  const steps: Record<string, unknown> = {};
  execution.own['inputs'] = inputs;
  execution.own['steps'] = steps;
  const repository = reference.kind === 'repository' ? reference.repository : execution.repository;
  let status: 'success' | 'failure' = 'success';
  for (const step of manifest.steps) {
    const queued: QueuedStep = {
      step,
      phase: 'main',
      condition: step.condition,
      state: new Map(),
      name: (scope) => displayName(step, scope),
      run: (nested) => runStepBody(nested, step, {}),
    };
    const nested = new StepExecution(execution.job, queued, execution.onLine, { parent: execution, repository, posts });
    const { conclusion, outcome } = await runNested(nested, () =>
      execution.job.cancelled.aborted ? 'cancelled' : status,
    );
    if (conclusion === 'failure') status = 'failure';
    steps[step.id] = { outputs: Object.fromEntries(nested.outputs), outcome, conclusion };
  }
  for (const output of manifest.template.outputs ?? [])
    if (output.value !== undefined) execution.outputs.set(output.id, textOf(output.value, execution.scope));
  if (status === 'failure') execution.failed = true;
  if (execution.token.aborted) throw new StepCancelled('The operation was canceled.');
}

/** The post steps inside a composite action: all run, whatever becomes of one of them. */
export async function runCompositePosts(execution: StepExecution, posts: readonly QueuedStep[]): Promise<void> {
  for (const queued of [...posts].reverse()) {
    const nested = new StepExecution(execution.job, queued, execution.onLine, { parent: execution });
    const { conclusion } = await runNested(nested, () => execution.job.status);
    if (conclusion === 'failure') execution.failed = true;
  }
}

async function runNested(nested: StepExecution, status: () => 'success' | 'failure' | 'cancelled') {
  const { queued, parent } = nested;
  const skipped = { outcome: 'skipped' as Conclusion, conclusion: 'skipped' as Conclusion };
  for (const [key, value] of Object.entries(textsOf(queued.step.env, nested.scope))) nested.env.set(key, value);
  const verdict = truthOf(queued.condition, extend(nested.scope, {}, stepStatus(status())))
    ? await runToVerdict(nested)
    : skipped;
  parent?.adopt(nested);
  if (nested.job.lost.aborted) throw new WorkerLost('the worker is gone');
  return verdict;
}

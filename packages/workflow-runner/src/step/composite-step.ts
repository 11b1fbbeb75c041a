import { extend, textOf, textsOf, truthOf } from '../expressions/expressions.ts';
import type { Step } from '../parse/workflow.ts';
import type { Conclusion } from '../plan/result.ts';
import { stepStatus } from '../plan/status-functions.ts';
import { displayName } from './display-name.ts';
import type { LoadedAction } from './loaded-action.ts';
import type { RunDefaults } from './script-step.ts';
import { type QueuedStep, StepCancelled, StepExecution, WorkerLost } from './step-execution.ts';
import { runToVerdict } from './verdict.ts';

/** Runs the main phase of a step of either kind. Handed in, since a composite action may use others. */
export type RunBody = (execution: StepExecution, step: Step, defaults: RunDefaults) => Promise<void>;

/** What a composite action runs with. */
interface Given {
  readonly inputs: Readonly<Record<string, string>>;
  /** Where the post steps of its steps go. */
  readonly posts: QueuedStep[];
  readonly runBody: RunBody;
}

/**
 * The steps of a composite action, as one step of the job (src/Runner.Worker/Handlers/CompositeActionHandler.cs): they
 * share its log and see its inputs; its outputs come from theirs. Posts that they register run, the last first, in the
 * one post step of the whole.
 */
export async function runComposite(
  execution: StepExecution,
  { reference, manifest }: LoadedAction,
  { inputs, posts, runBody }: Given,
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
      run: (nested) => runBody(nested, step, {}),
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

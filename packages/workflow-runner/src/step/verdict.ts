import { textOf } from '../expressions/expressions.ts';
import type { Conclusion } from '../plan/result.ts';
import { StepCancelled, type StepExecution, WorkerLost } from './step-execution.ts';

export interface Verdict {
  /** Before `continue-on-error`. */
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
}

/** Runs a step within its `timeout-minutes` and judges it (src/Runner.Worker/StepsRunner.cs, `RunStepAsync`). */
export async function runToVerdict(execution: StepExecution): Promise<Verdict> {
  const { job, queued, console } = execution;
  const minutes = Number(textOf(queued.step.timeoutMinutes, execution.scope)) || 0;
  let timedOut = false;
  const expire = () => {
    timedOut = true;
    execution.cancel();
  };
  const timer = minutes > 0 ? setTimeout(expire, minutes * job.settings.times.minute) : undefined;
  let outcome: Conclusion = 'success';
  try {
    await queued.run(execution);
    if (execution.failed) outcome = 'failure';
  } catch (error) {
    if (error instanceof WorkerLost) return { outcome: 'cancelled', conclusion: 'cancelled' };
    // A time-out is a failure of the step, unless the job is cancelled as well.
    const expired = timedOut && !job.cancelled.aborted;
    const name = queued.name(execution.scope);
    console.error(expired ? `The action '${name}' has timed out after ${minutes} minutes.` : messageOf(error));
    outcome = error instanceof StepCancelled && !expired ? 'cancelled' : 'failure';
  } finally {
    clearTimeout(timer);
  }
  if (console.commandFailed && outcome === 'success') outcome = 'failure';
  const forgiven = outcome === 'failure' && textOf(queued.step.continueOnError, execution.scope) === 'true';
  return { outcome, conclusion: forgiven ? 'success' : outcome };
}

/** What an error has to say. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

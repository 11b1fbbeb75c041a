import type { Step } from '../parse/workflow.ts';
import { runAction } from './action-step.ts';
import { type RunDefaults, runScript } from './script-step.ts';
import type { StepExecution } from './step-execution.ts';

/** The main phase of a step of either kind. */
export async function runStepBody(execution: StepExecution, step: Step, defaults: RunDefaults): Promise<void> {
  if (step.kind === 'run') await runScript(execution, step, defaults);
  else await runAction(execution, step, runStepBody);
}

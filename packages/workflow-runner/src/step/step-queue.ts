import type { Scope } from '../expressions/expressions.ts';
import { literalText, textOf } from '../expressions/expressions.ts';
import type { Step } from '../parse/workflow.ts';
import type { StepResult } from '../plan/result.ts';
import type { StepExecution } from './step-execution.ts';

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

/** A step's name: as written, or `Run` and what it runs (src/Runner.Worker/ActionRunner.cs, `GenerateDisplayName`). */
export function displayName(step: Step, scope: Scope): string {
  if (step.name !== undefined) {
    const name = tolerant(() => textOf(step.name, scope));
    if (name !== undefined && name.trim() !== '') return name;
  }
  if (step.kind === 'uses') return `Run ${step.uses}`;
  const script = tolerant(() => textOf(step.run, scope)) ?? literalText(step.run);
  return `Run ${script.trimStart().split(/\r?\n/)[0] ?? ''}`;
}

function tolerant(work: () => string): string | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

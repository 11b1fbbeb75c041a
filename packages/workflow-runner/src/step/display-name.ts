import type { Scope } from '../expressions/expressions.ts';
import { literalText, textOf } from '../expressions/expressions.ts';
import type { Step } from '../parse/workflow.ts';

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

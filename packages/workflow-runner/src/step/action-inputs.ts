import type { ActionTemplate } from '@actions/workflow-parser/actions/index';
import { type Scope, textOf } from '../expressions/expressions.ts';

export interface ActionInputs {
  /** By the name in action.yml or in `with`. */
  readonly values: Record<string, string>;
  /** What the runner warns about: deprecated inputs, and inputs that the action does not have. */
  readonly warnings: readonly string[];
}

/**
 * The inputs of a step: what stands in `with`, be it empty, and the evaluated default of every input that does not
 * (src/Runner.Worker/ActionRunner.cs, `RunAsync`). An input without a default is empty (ActionManifestManager.cs).
 */
export function actionInputs(
  given: Readonly<Record<string, string>>,
  template: ActionTemplate,
  scope: Scope,
): ActionInputs {
  const values = { ...given };
  const has = (name: string) => Object.keys(given).some((key) => key.toLowerCase() === name.toLowerCase());
  const declared = template.inputs ?? [];
  const warnings: string[] = [];
  for (const input of declared) {
    if (has(input.id)) {
      if (input.deprecationMessage !== undefined)
        warnings.push(`Input '${input.id}' has been deprecated with message: ${input.deprecationMessage}`);
    } else {
      values[input.id] = textOf(input.default, scope);
    }
  }
  const known = declared.map((input) => input.id);
  const unexpected = Object.keys(given).filter((key) => !known.some((id) => id.toLowerCase() === key.toLowerCase()));
  if (unexpected.length > 0)
    warnings.push(`Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${known.join("', '")}']`);
  return { values, warnings };
}

/** `INPUT_<NAME>`: upper case, a space becomes `_`, a hyphen stays (Handlers/Handler.cs, `AddInputsToEnvironment`). */
export function inputVariables(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

import { InputError } from '@lockstep/base';
import { dataOf, type Scope } from '../expressions/expressions.ts';
import type { InputDefinition } from '../parse/workflow.ts';

export type InputValue = string | number | boolean;
export type Inputs = Readonly<Record<string, InputValue>>;

const EMPTY = { string: '', number: 0, boolean: false, choice: '', environment: '' } as const;

/** The `inputs` of a called workflow: typed values of `with`, defaults for the rest. Throws InputError for a wrong type. */
export function callInputs(
  definitions: readonly InputDefinition[],
  given: Readonly<Record<string, unknown>>,
  scope: Scope,
  where: string,
): Inputs {
  const problems: string[] = [];
  const inputs = definitions.map((definition) => {
    const { name, type } = definition;
    const value = lookup(given, name) ?? dataOf(definition.default, scope) ?? EMPTY[type];
    const wanted = type === 'number' || type === 'boolean' ? type : 'string';
    if (wanted === 'string' && typeof value !== 'object') return [name, String(value)] as const;
    if (typeof value !== wanted)
      problems.push(`${where}: input ${name} must be a ${wanted}, got ${JSON.stringify(value)}`);
    return [name, value as InputValue] as const;
  });
  if (problems.length > 0) throw new InputError(problems);
  return Object.fromEntries(inputs);
}

/**
 * The `inputs` of a manual run, which arrive as texts and are typed by the workflow. Throws InputError for an unknown,
 * missing or impossible one.
 */
export function dispatchInputs(
  definitions: readonly InputDefinition[],
  given: Readonly<Record<string, InputValue>>,
): Inputs {
  const problems = Object.keys(given)
    .filter((name) => !definitions.some((definition) => definition.name.toLowerCase() === name.toLowerCase()))
    .map((name) => `Unexpected inputs provided: ["${name}"]`);
  const inputs = definitions.map((definition) => {
    const { name, type, options } = definition;
    const value = lookup(given, name) ?? dataOf(definition.default, { contexts: {} });
    if (definition.required && (value === undefined || value === ''))
      problems.push(`Required input '${name}' not provided`);
    const text = String(value ?? (type === 'choice' ? (options[0] ?? '') : EMPTY[type]));
    if (type === 'choice' && !options.includes(text))
      problems.push(`Provided value '${text}' for input '${name}' not in the list of allowed values`);
    if (type === 'boolean' && text !== 'true' && text !== 'false')
      problems.push(`Provided value '${text}' for input '${name}' is not a boolean`);
    return [name, type === 'boolean' ? text === 'true' : type === 'number' ? Number(text) : text] as const;
  });
  if (problems.length > 0) throw new InputError(problems);
  return Object.fromEntries(inputs);
}

function lookup<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.entries(record).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

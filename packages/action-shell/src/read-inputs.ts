import { InputError, trimAscii } from '@lockstep/base';
import type { Field, Shape, Values } from './shape.ts';

interface InputsRead<S extends Shape> {
  readonly values: Values<S>;
  /** What is wrong with single inputs, each with the input, the value and what was expected; never a secret's value. */
  readonly problems: readonly string[];
  /** The inputs that `problems` are about; `values` has nothing, or the default, for those that cannot be read. */
  readonly wrong: readonly string[];
}

/** Reads every input of the shape. `raw` gives an input's text, `''` where it was not given. */
export function readInputs<S extends Shape>(shape: S, raw: (name: string) => string): InputsRead<S> {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  const wrong: string[] = [];
  for (const [name, one] of Object.entries(shape)) {
    const { value, problem } = readInput(name, one, trimAscii(raw(name)));
    values[name] = value;
    if (problem === undefined) continue;
    problems.push(problem);
    wrong.push(name);
  }
  return { values: values as Values<S>, problems, wrong };
}

/**
 * What `check` finds between inputs, so that the caller reads everything at once: what is wrong whatever those inputs were
 * meant to be that are wrong by themselves. A complaint that follows from one of them alone is none.
 */
export function problemsBetween<S extends Shape>(
  shape: S,
  { values, wrong }: InputsRead<S>,
  check: (values: Values<S>) => readonly string[],
): readonly string[] {
  let certain = check(values);
  for (const name of wrong)
    for (const other of shape[name]?.others ?? []) {
      if (certain.length === 0) return [];
      const also = check({ ...values, [name]: other });
      certain = certain.filter((problem) => also.includes(problem));
    }
  return certain;
}

/** Like `readInputs`, but throws InputError with all problems. */
export function requireInputs<S extends Shape>(shape: S, raw: (name: string) => string): Values<S> {
  const { values, problems } = readInputs(shape, raw);
  if (problems.length > 0) throw new InputError(problems);
  return values;
}

function readInput(
  name: string,
  one: Field<unknown>,
  given: string,
): { readonly value: unknown; readonly problem: string | undefined } {
  const effective = given === '' && one.default !== undefined && !one.default.includes('${{') ? one.default : given;
  if (effective === '') return { value: one.empty, problem: one.required ? missing(name, one) : undefined };
  const parsed = one.parse(effective);
  if (!parsed.ok) {
    const got = one.secret ? 'something else' : quote(given);
    return { value: one.empty, problem: `input "${name}": expected ${one.expected}, got ${got}` };
  }
  const isShort = one.secret && effective.length < 4;
  const problem = isShort ? `input "${name}": too short for a secret (under 4 characters)` : undefined;
  return { value: parsed.value, problem };
}

function missing(name: string, one: Field<unknown>): string {
  if (!one.secret) return `input "${name}": required, expected ${one.expected}, got nothing`;
  return `input "${name}": the secret is empty; set it where the caller's "with:" takes it from (an unset secret arrives as an empty text)`;
}

function quote(value: string): string {
  return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
}

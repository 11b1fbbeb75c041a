import { InputError, rememberPublic, systemClock } from '@lockstep/base';
import type { Action, Shell } from './action.ts';
import type { Edge } from './edge.ts';
import { readEnvironment } from './environment.ts';
import { holdSummary } from './held-summary.ts';
import { JOURNAL_VARIABLE, Journal } from './journal.ts';
import { problemsBetween, readInputs } from './read-inputs.ts';
import type { Shape, Values } from './shape.ts';
import type { StateStore } from './state.ts';

/** One step of a job, in its main or its post process. */
export interface Step<S extends Shape> {
  readonly action: Action<S>;
  readonly edge: Edge;
  readonly state: StateStore;
  /** Names it in records that outlive it; the same in main and post. */
  readonly instance: string;
}

/** What the step's action may use of the runner. */
export function shellOf<S extends Shape>({ action, edge, state, instance }: Step<S>, signal: AbortSignal): Shell {
  const path = process.env[JOURNAL_VARIABLE] ?? '';
  if (path !== '') edge.holdSummary((markdown) => holdSummary(path, action.name, markdown));
  return {
    log: edge.log,
    signal,
    clock: systemClock,
    env: readEnvironment(),
    journal: path === '' ? undefined : journalOf(path, action.name, instance),
    state,
    summary: edge.summary,
    instance,
    annotate: (annotation) => edge.annotate(annotation),
    mask: (secret) => edge.mask(secret),
    exportVariable: (variable, value) => edge.exportVariable(variable, value),
  };
}

export function journalOf(path: string, action: string, instance: string): Journal {
  return new Journal(path, { action, instance, clock: systemClock });
}

/**
 * Masks every secret before it judges any input, so that not even a complaint can show one. Throws InputError with all
 * that is wrong.
 */
export function takeInputs<S extends Shape>({ action, edge }: Step<S>): Values<S> {
  const read = readInputs(action.inputs, inputText);
  const { values } = read;
  for (const [name, field] of Object.entries(action.inputs))
    if (field.secret) edge.mask(values[name as keyof S] as never);
    else rememberPublic(inputText(name).trim());
  const between = problemsBetween(action.inputs, read, (all) => action.check?.(all) ?? []);
  const all = [...read.problems, ...between];
  if (all.length > 0) throw new InputError(all);
  return values;
}

/** The runner keeps hyphens in the variable's name (actions/runner, Handler.cs). */
export function inputText(name: string): string {
  return process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] ?? '';
}

import type { Part } from '../facts/part.ts';

/** A value in a snapshot: plain, and without any secret. */
export type State = null | boolean | number | string | readonly State[] | { readonly [name: string]: State };

export function mapped<T>(part: Part<T>, to: (value: T) => State): Part<State> {
  return part.kind === 'read' ? { kind: 'read', value: to(part.value) } : part;
}

/** A value as JSON has it, without what is undefined. */
export function plain(value: unknown): State {
  return JSON.parse(JSON.stringify(value)) as State;
}

/** The same with the names of each map in order. */
export function ordered(value: State): State {
  if (Array.isArray(value)) return value.map((one: State) => ordered(one));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, ordered(one as State)]));
}

import { RemoteError } from '@lockstep/base';

/**
 * A shape that another service promises and that was not checked: its members have the right names, and each may be
 * missing. A word of a list of words may be one that was added since.
 */
export type Unsure<T> = T extends readonly (infer Item)[]
  ? readonly Unsure<Item>[] | undefined
  : T extends object
    ? { readonly [K in keyof T]?: Unsure<T[K]> } | undefined
    : T extends string
      ? string | undefined
      : T | undefined;

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function booleanOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

export function listOf<T>(value: readonly T[] | undefined): readonly T[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** An ISO time as milliseconds since the epoch. Supabase leaves the zone away where it means UTC. */
export function timeOf(value: unknown): number | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** What an answer must have to mean anything. Whatever else Supabase adds or leaves away is not judged. */
export function needed<T>(found: T | undefined, member: string, of: string): T {
  if (found !== undefined) return found;
  throw new RemoteError(`Supabase's answer for ${of} has no "${member}" that can be read`, {
    service: 'Supabase',
    retryable: false,
    hint: 'the Management API may have changed: look for a newer version of this action',
  });
}

import { versionKey } from './migration.ts';

/** So many folders of one number have an order of their own. */
export const MOST_OF_ONE = 100;

/**
 * Folders of one number (`20240101000000_a`, `20240101000000_b`), which Prisma applies by name: the first has the number
 * as its version, the next ones `20240101000000.01`, `20240101000000.02`. Two digits, for as text .10 is before .2.
 */
export function nthVersion(number: string, nth: number): string {
  return nth === 0 ? number : `${number}.${String(nth).padStart(2, '0')}`;
}

/** What folders of one number share. */
export function numberOf(version: string): string {
  return versionKey(version.split('.')[0] ?? version);
}

/** A migration that is known by its number and its name. */
export function nameKey(number: string, name: string): string {
  return `${number} ${name}`;
}

/** By number, in the order in which they come. */
export function byNumberOf<T>(all: readonly T[], versionOf: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const number = numberOf(versionOf(each));
    groups.set(number, [...(groups.get(number) ?? []), each]);
  }
  return groups;
}

/** As many versions of a number as are asked for, behind those that are taken. */
export function* freeVersions(number: string, taken: readonly string[]): Generator<string, never> {
  let nth = Math.max(-1, ...taken.map((version) => Number(version.split('.')[1] ?? 0)));
  for (;;) yield nthVersion(number, ++nth);
}

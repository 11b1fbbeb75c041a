import type { HistoryRecord } from '../history/record.ts';
import { compareVersions, type Migration, type Order, versionKey } from './migration.ts';

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

/**
 * Gives each migration the version under which it is recorded already. A folder that came later than others of its number
 * may sort before them: then the version that its name alone says is another's in this database, and it comes behind them,
 * as it does with Prisma. What is recorded is found by name, else by text.
 */
export function claimVersions(
  migrations: readonly Migration[],
  history: readonly HistoryRecord[],
  order: Order,
): readonly Migration[] {
  const recorded = byNumberOf(history, ({ version }) => version);
  const groups = [...byNumberOf(migrations, ({ version }) => version)];
  const claimed = groups.flatMap(([number, group]) => claimOne(group, recorded.get(number) ?? []));
  return claimed.sort((a, b) => compareVersions(a.version, b.version, order));
}

function claimOne(group: readonly Migration[], records: readonly HistoryRecord[]): readonly Migration[] {
  const left = new Set(records);
  const found = new Map<Migration, string>();
  const claim = (isIt: (migration: Migration, record: HistoryRecord) => boolean) => {
    for (const migration of group) {
      const record = found.has(migration) ? undefined : [...left].find((each) => isIt(migration, each));
      if (record === undefined) continue;
      left.delete(record);
      found.set(migration, record.version);
    }
  };
  claim(({ name }, record) => name === (record.side?.name ?? record.name));
  claim(({ up }, { side }) => up.checksum === side?.checksum);
  // One folder and one record: it was renamed and edited, and is said to be so.
  const isAlone = group.length === 1 && records.length === 1;
  const taken = new Set(records.map(({ version }) => versionKey(version)));
  const isEachFree = group.every((each) => found.has(each) || !taken.has(versionKey(each.version)));
  const number = group[0]?.version.split('.')[0] ?? '';
  const free = freeVersions(
    number,
    records.map(({ version }) => version),
  );
  return group.map((each) => {
    const version = found.get(each) ?? (isAlone || isEachFree ? each.version : free.next().value);
    return versionKey(version) === versionKey(each.version) ? each : { ...each, version, byName: each.version };
  });
}

import { compareVersions, type Migration, type Order, versionKey } from '../files/migration.ts';
import { byNumberOf, freeVersions } from '../files/same-number.ts';
import type { HistoryRecord } from './record.ts';

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

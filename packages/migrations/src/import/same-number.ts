import type { Migration, Order } from '../files/migration.ts';
import { byNumberOf, freeVersions, nthVersion } from '../files/same-number.ts';
import { claimVersions } from '../history/claim-versions.ts';
import type { HistoryRecord } from '../history/record.ts';
import type { TheirRow } from './tool.ts';

export interface Numbered {
  readonly rows: readonly TheirRow[];
  readonly migrations: readonly Migration[];
}

/**
 * Where a tool knows folders by their whole name, several of its rows may have one number. Each gets a version of its own
 * in the order of their names, in which the tool applied them; what we have recorded keeps its version. A folder that the
 * tool never applied comes behind them, as it does with the tool.
 */
export function numberRows({ migrations, rows }: Numbered, history: readonly HistoryRecord[], order: Order): Numbered {
  const named = rows.filter(({ state, version }) => version !== undefined && state !== 'undone');
  const recorded = byNumberOf(history, ({ version }) => version);
  const versions = new Map<string, string>();
  for (const [number, group] of byNumberOf(named, ({ version = '' }) => version)) {
    const all = [...new Map(group.map((row) => [row.label, row])).values()].sort((a, b) =>
      a.label < b.label ? -1 : 1,
    );
    const records = recorded.get(number) ?? [];
    const written = all[0]?.version ?? number;
    const free = freeVersions(
      written,
      records.map(({ version }) => version),
    );
    // Other names for the only one of a number are a difference, and are said to be one.
    const isAlone = all.length === 1 && records.length === 1;
    for (const [nth, { label, name, version = '' }] of all.entries()) {
      const own = records.find((record) => (record.side?.name ?? record.name) === name)?.version;
      const next = () => (isAlone ? version : records.length === 0 ? nthVersion(written, nth) : free.next().value);
      versions.set(label, own ?? next());
    }
  }
  const numbered = rows.map((row) => ({ ...row, version: versions.get(row.label) ?? row.version }));
  const known = new Set(history.map(({ version }) => version));
  const theirs = [...new Map(numbered.map((row) => [row.label, row])).values()].flatMap((row): HistoryRecord[] => {
    const { label, name = '', version } = row;
    if (version === undefined || !versions.has(label) || known.has(version)) return [];
    return [{ version, name, applied: true, side: undefined }];
  });
  return { rows: numbered, migrations: claimVersions(migrations, [...history, ...theirs], order) };
}

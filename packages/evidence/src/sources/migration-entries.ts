import type { TrailEntry } from '../trail/record.ts';
import { attempt, base, codeOf, type Line, subjectOf } from './entries.ts';

const byVersion = new Intl.Collator('en', { numeric: true });

/**
 * Migrations that were applied or undone between two releases, by the version of the database that each release found when
 * it began: seen by the later of the two, whose run is named. Without a version nothing is said. Pure.
 */
export function migrationEntries(line: Line): readonly TrailEntry[] {
  const seen = line.releases
    .flatMap(({ author, createdAt, databaseVersion, id }) =>
      typeof databaseVersion === 'string' && databaseVersion !== '' ? [{ author, createdAt, id, databaseVersion }] : [],
    )
    // Newest first, as the ledger has them: two of one second stay in their order.
    .reverse()
    .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  return seen.slice(1).flatMap(({ author, createdAt, databaseVersion: to, id }, nth): TrailEntry[] => {
    const from = seen[nth]?.databaseVersion ?? to;
    if (from === to) return [];
    const entry = base({ id: codeOf(`migration/${id}/${from}-to-${to}`), event: 'migration', at: createdAt });
    const reason = byVersion.compare(from, to) < 0 ? 'applied' : 'undone';
    return [{ ...entry, subject: subjectOf(line), verdict: 'pass', reason, run: attempt(author) }];
  });
}

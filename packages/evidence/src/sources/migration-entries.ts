import type { TrailEntry } from '../trail/record.ts';
import { attempt, base, codeOf, type Line, type RecordedMigrations, subjectOf } from './entries.ts';

const byVersion = new Intl.Collator('en', { numeric: true });

/** A record has at most 50 names with a digest, and a migration two of them. */
const OF_ONE_RECORD = 25;

/**
 * Migrations that were applied or undone. What a release wrote down is recorded with the digest of each migration and of its
 * down migration. Anything else is seen by the version of the database that each release found when it began: by the later
 * of the two, whose run is named. Without a version nothing is said. Pure.
 */
export function migrationEntries(line: Line): readonly TrailEntry[] {
  const { migrated = [] } = line;
  return [...migrated.flatMap((one) => appliedEntries(one, subjectOf(line))), ...seenEntries(line, migrated)];
}

function appliedEntries({ applied, author, createdAt, release }: RecordedMigrations, subject: string) {
  const parts = Array.from({ length: Math.ceil(applied.length / OF_ONE_RECORD) }, (_, nth) =>
    applied.slice(nth * OF_ONE_RECORD, (nth + 1) * OF_ONE_RECORD),
  );
  return parts.map((part, nth): TrailEntry => {
    const entry = base({ id: codeOf(`migration/${release}/${nth + 1}`), event: 'migration', at: createdAt });
    const digests = part.flatMap(({ down, up, version }) => [
      [`${codeOf(version)}/up`, up],
      ...(down === null ? [] : [[`${codeOf(version)}/down`, down]]),
    ]);
    const files: TrailEntry['files'] = Object.fromEntries(digests);
    return { ...entry, subject, verdict: 'pass', reason: 'applied', run: attempt(author), files };
  });
}

function seenEntries(line: Line, migrated: readonly RecordedMigrations[]): readonly TrailEntry[] {
  const seen = line.releases
    .flatMap(({ author, createdAt, databaseVersion, id }) =>
      typeof databaseVersion === 'string' && databaseVersion !== '' ? [{ author, createdAt, id, databaseVersion }] : [],
    )
    // Newest first, as the ledger has them: two of one second stay in their order.
    .reverse()
    .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  return seen.slice(1).flatMap(({ author, createdAt, databaseVersion: to, id }, nth): TrailEntry[] => {
    const before = seen[nth];
    const from = before?.databaseVersion ?? to;
    if (from === to) return [];
    const known = migrated.find(({ release }) => release === before?.id);
    // The release that was there before brought it to this version, and said so itself.
    if (known?.applied.at(-1)?.version === to) return [];
    const entry = base({ id: codeOf(`migration/${id}/${from}-to-${to}`), event: 'migration', at: createdAt });
    const reason = byVersion.compare(from, to) < 0 ? 'applied' : 'undone';
    return [{ ...entry, subject: subjectOf(line), verdict: 'pass', reason, run: attempt(author) }];
  });
}

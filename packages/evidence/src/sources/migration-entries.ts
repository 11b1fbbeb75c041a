import type { TrailEntry } from '../trail/record.ts';
import { attempt, base, codeOf, type Line, type RecordedMigrations, subjectOf } from './entries.ts';

const byVersion = new Intl.Collator('en', { numeric: true });

/** A record has at most 50 names with a digest, and a migration two of them. */
const OF_ONE_RECORD = 25;

/**
 * Migrations that were applied or undone. What a release wrote down is recorded with the digest of each migration and of its
 * down migration. Anything else is seen by the version of the database that each release found when it began, where it is
 * another one than the release before it had left: by the later of the two, whose run is named. Without a version nothing
 * is said. Pure.
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
      [`${fileOf(version)}/up`, up],
      ...(down === null ? [] : [[`${fileOf(version)}/down`, down]]),
    ]);
    const files: TrailEntry['files'] = Object.fromEntries(digests);
    return { ...entry, subject, verdict: 'pass', reason: 'applied', run: attempt(author), files };
  });
}

/** With room for what comes after it. */
function fileOf(version: string): string {
  return codeOf(version).slice(0, 190);
}

function seenEntries(line: Line, migrated: readonly RecordedMigrations[]): readonly TrailEntry[] {
  let left: readonly string[] = [];
  return inOrder(line.releases).flatMap(({ author, createdAt, databaseVersion, id }): TrailEntry[] => {
    const found = databaseVersion === '' ? undefined : (databaseVersion ?? undefined);
    const [from] = left;
    const isOther = found !== undefined && from !== undefined && !left.includes(found);
    const own = migrated.find(({ release }) => release === id);
    left = leftBy(found === undefined ? left : [found], own);
    if (!isOther) return [];
    const entry = base({ id: codeOf(`migration/${id}/${from}-to-${found}`), event: 'migration', at: createdAt });
    const reason = byVersion.compare(from, found) < 0 ? 'applied' : 'undone';
    return [{ ...entry, subject: subjectOf(line), verdict: 'pass', reason, run: attempt(author) }];
  });
}

/** Oldest first. The ledger has them newest first: two of one second stay in their order. */
function inOrder(releases: Line['releases']): Line['releases'] {
  return [...releases].reverse().sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}

/**
 * The version that a release left the database at: the newest, since a migration that was merged late is applied after
 * newer ones. Several steps may have migrated several databases, of which the version is of one: then it may be any of them,
 * the one that was found first.
 */
function leftBy(found: readonly string[], own: RecordedMigrations | undefined): readonly string[] {
  if (own === undefined || found.length === 0) return found;
  const all = [...found, ...own.applied.map(({ version }) => version)];
  return (own.steps ?? 1) > 1 ? all : all.sort(byVersion.compare).slice(-1);
}

import type { Author } from './ledger/payload.ts';
import type { MigratedPayload, MigratedRecord } from './migrated.ts';

/** A release of the ledger, as far as a record of its migrations is held to it. */
interface Committed {
  readonly id: string;
  readonly author: Author;
  readonly said: readonly { readonly state: string; readonly at: string }[];
}

export interface Migrated extends MigratedPayload {
  readonly createdAt: string;
}

export interface BelievedMigrated {
  /** One of each release at most. */
  readonly migrated: readonly Migrated[];
  readonly refused: readonly { readonly record: number; readonly why: string }[];
}

/** Times of GitHub are whole seconds, and of more than one machine. */
const CLOCKS_MS = 2_000;

/**
 * The records of migrations that releases themselves wrote. Any workflow of the repository may write one, so each is held to
 * its release: committed before it, by the same run attempt, which writes one. Of several the oldest counts, since later
 * ones were written when the first could be read. Pure.
 */
export function believeMigrated(records: readonly MigratedRecord[], releases: readonly Committed[]): BelievedMigrated {
  const known = new Map(releases.map((release) => [release.id, release]));
  const taken = new Map<string, Migrated>();
  const refused: { record: number; why: string }[] = [];
  for (const { createdAt, payload, record } of [...records].sort((a, b) => a.record - b.record)) {
    const why = doubtOf(payload, createdAt, known);
    if (payload === undefined || why !== undefined) {
      refused.push({ record, why: why ?? UNREADABLE });
      continue;
    }
    const first = taken.get(payload.release);
    if (first === undefined) taken.set(payload.release, { ...payload, createdAt });
    // One whose answer was lost may have been written twice: it is the same, word for word.
    else if (JSON.stringify({ ...payload, createdAt: first.createdAt }) !== JSON.stringify(first))
      refused.push({ record, why: 'the release had written another one before' });
  }
  return { migrated: [...taken.values()], refused };
}

const UNREADABLE = 'it cannot be read';

function doubtOf(
  payload: MigratedPayload | undefined,
  createdAt: string,
  releases: ReadonlyMap<string, Committed>,
): string | undefined {
  if (payload === undefined) return UNREADABLE;
  const release = releases.get(payload.release);
  if (release === undefined) return 'the ledger, as far as it was read, has no such release';
  const { runAttempt, runId } = release.author;
  if (payload.author.runId !== runId || payload.author.runAttempt !== runAttempt)
    return 'another run wrote it than the one of its release';
  const committed = release.said.find(({ state }) => state === 'released');
  if (committed === undefined) return 'its release was not committed';
  return Date.parse(createdAt) < Date.parse(committed.at) - CLOCKS_MS
    ? 'it was there before its release was committed'
    : undefined;
}

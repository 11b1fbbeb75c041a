import { nameSome } from '@lockstep/base';
import { versionKey } from '../files/migration.ts';
import type { HistoryRecord, SideRecord } from '../history/record.ts';
import { digestOf } from '../history/write.ts';
import type { DownRefusalReason } from '../run/refused.ts';

/** Which migrations are to go. */
export type DownRange =
  /** The newest so many. */
  | { readonly kind: 'steps'; readonly steps: number }
  /** All that are newer than this version, which stays; `0` for all, also where there is a version 0000. */
  | { readonly kind: 'to'; readonly version: string }
  /** What one step of a job applied. */
  | { readonly kind: 'step'; readonly step: string }
  /** What one release applied, in any of its steps. */
  | { readonly kind: 'release'; readonly release: string }
  /** What any of these releases applied. */
  | { readonly kind: 'releases'; readonly releases: readonly string[] }
  /** Exactly these. */
  | { readonly kind: 'versions'; readonly versions: readonly string[] };

export interface PlannedDown {
  readonly version: string;
  readonly name: string;
  readonly side: SideRecord;
  /** As it was stored when the up migration was applied. */
  readonly sql: string;
}

/** One that the range means; `phase` is '' where somebody else applied it. */
export interface ChosenDown {
  readonly version: string;
  readonly name: string;
  readonly phase: string;
}

export interface DownPlan {
  /** What the range means, newest first, whether or not it may go. */
  readonly chosen: readonly ChosenDown[];
  /** To be rolled back now, newest first. */
  readonly revert: readonly PlannedDown[];
  /** Reasons why nothing at all may move. */
  readonly refusals: readonly DownRefusal[];
  readonly fromVersion: string;
  /** The newest applied version after it, '' where none is left. */
  readonly toVersion: string;
}

export interface DownRefusal {
  readonly reason: DownRefusalReason;
  readonly message: string;
}

/**
 * Decides what is rolled back: always the newest ones, without a gap, and only those whose down migration is in the
 * history. `expected` are digests of down migrations that were approved, by version.
 */
export function planDown(
  history: readonly HistoryRecord[],
  range: DownRange,
  expected: ReadonlyMap<string, string> = new Map(),
): DownPlan {
  const present = history.filter((record) => record.applied || record.side?.state === 'partial');
  const chosen = choose(present, range);
  const oldest = chosen[0];
  const refusals: DownRefusal[] = [...unknownTarget(present, range)];
  if (oldest !== undefined) {
    const between = present.slice(present.indexOf(oldest) + 1).filter((record) => !chosen.includes(record));
    if (between.length > 0) refusals.push(notNewest(between));
  }
  const revert = chosen.toReversed().flatMap((record) => {
    const refusal = judge(record, expected);
    if (refusal !== undefined) refusals.push(refusal);
    const { side, version } = record;
    return side?.downSql === undefined ? [] : [{ version, name: side.name, side, sql: side.downSql }];
  });
  const left = present.filter((record) => !chosen.includes(record));
  return {
    chosen: chosen.toReversed().map(({ version, name, side }) => ({
      version,
      name: side?.name ?? name,
      phase: side?.phase ?? '',
    })),
    revert: refusals.length > 0 ? [] : revert,
    refusals,
    fromVersion: present.at(-1)?.version ?? '',
    toVersion: (refusals.length > 0 ? present : left).at(-1)?.version ?? '',
  };
}

function choose(present: readonly HistoryRecord[], range: DownRange): readonly HistoryRecord[] {
  switch (range.kind) {
    case 'steps':
      return range.steps === 0 ? [] : present.slice(-range.steps);
    case 'to':
      return newerThan(present, range.version) ?? [];
    case 'step':
      return present.filter((record) => record.side?.step === range.step);
    case 'release':
      return present.filter((record) => record.side?.release === range.release);
    case 'releases':
      return present.filter((record) => range.releases.includes(record.side?.release ?? ''));
    case 'versions':
      return present.filter((record) => range.versions.includes(record.version));
  }
}

/**
 * All that were applied after a version, undefined where it is not applied. `0` is before all: also where there is a
 * version 0000, which stays where it is written as it stands there.
 */
function newerThan(present: readonly HistoryRecord[], version: string): readonly HistoryRecord[] | undefined {
  const at = present.findIndex((record) => versionKey(record.version) === versionKey(version));
  if (version === '0' || (at < 0 && versionKey(version) === '0')) return present;
  return at < 0 ? undefined : present.slice(at + 1);
}

function unknownTarget(present: readonly HistoryRecord[], range: DownRange): DownRefusal[] {
  if (range.kind !== 'to' || newerThan(present, range.version) !== undefined) return [];
  return [{ reason: 'no-such-version', message: `to: version ${range.version} is not applied` }];
}

function notNewest(between: readonly HistoryRecord[]): DownRefusal {
  const names = nameSome(
    between.map((record) => `${record.version}${record.side?.release ? ` (release ${record.side.release})` : ''}`),
    3,
  );
  return {
    reason: 'newer-migrations-applied',
    message: `${names}: applied since and not in the requested range; roll back the newer ones first, or keep the schema as it is`,
  };
}

function judge({ version, side }: HistoryRecord, expected: ReadonlyMap<string, string>): DownRefusal | undefined {
  if (side === undefined) {
    return {
      reason: 'down-not-stored',
      message: `version ${version}: applied by another tool, so no down migration is stored; write a new migration that reverses it`,
    };
  }
  if (side.downSql === undefined) {
    return {
      reason: 'down-not-stored',
      message: `version ${version} (${side.name}): applied without a down migration; write a new migration that reverses it`,
    };
  }
  const digest = digestOf(side.downSql);
  if (digest !== side.downDigest || (expected.has(version) && expected.get(version) !== digest)) {
    return {
      reason: 'digest-differs',
      message: `version ${version} (${side.name}): the stored down migration is not the recorded one; find out who changed lockstep.migrations`,
    };
  }
  return undefined;
}

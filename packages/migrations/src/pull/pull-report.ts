import type { Migration } from '../files/migration.ts';
import type { TableLock } from '../lint/locks.ts';
import { missingDown } from '../lint/whole-file.ts';
import type { PhaseDecision } from '../phase/phase.ts';
import { findDirectives } from '../sql/directives.ts';
import { choose, type PlannedUp, type Refusal } from '../up/plan.ts';
import type { Deletion } from './deletions.ts';

/** The migration files of a pull request, and what a release would do with them. Holds no data and no secrets. */
export interface PullReport {
  /** Whether a database was asked; else the files of the base branch count as applied. */
  readonly asked: boolean;
  /** In the order in which they are applied. */
  readonly files: readonly PullFile[];
  /** Pending in the database as well, and not of this pull request. */
  readonly others: readonly string[];
  /** Why a release would apply nothing at all. */
  readonly refusals: readonly Refusal[];
}

export interface PullFile {
  readonly file: string;
  readonly phase: PhaseDecision['phase'];
  /** The line that makes it contract, or look like it; undefined for a plain expand file. */
  readonly why: { readonly line: number; readonly what: string } | undefined;
  readonly deletes: readonly Deletion[];
  /** What else it deletes shows only when it runs. */
  readonly opaque: boolean;
  readonly locks: readonly TableLock[];
  readonly down: DownPart | 'missing' | 'not needed';
  readonly fate: Fate;
}

/** What a down migration deletes: `column public.users.bio`. */
export interface DownPart {
  readonly deletes: readonly string[];
  /** What else it deletes shows only when it runs. */
  readonly opaque: boolean;
}

export type Fate =
  | { readonly kind: 'applied' }
  /** Contract: waits for the end of the release. */
  | { readonly kind: 'held' }
  /** Without a database nobody knows whether it was applied as it stands on the base branch. */
  | { readonly kind: 'rewritten' }
  /** Expand, after a contract file: the refusal of the whole names both. */
  | { readonly kind: 'behind' }
  | { readonly kind: 'refused'; readonly reason: Refusal['reason'] };

/** Versions of the files that a pull request has to do with. */
export interface PullVersions {
  readonly added: ReadonlySet<string>;
  /** They are on the base branch as well, with another text. */
  readonly rewritten: ReadonlySet<string>;
}

export function isOf({ added, rewritten }: PullVersions, version: string): boolean {
  return added.has(version) || rewritten.has(version);
}

export interface PullQuestion {
  readonly asked: boolean;
  /** All that a release would meet, in order. */
  readonly pending: readonly PlannedUp[];
  /** Of any phase: those of a release are added. */
  readonly refusals: readonly Refusal[];
  readonly of: PullVersions;
  /** By version. */
  readonly deletions: ReadonlyMap<
    string,
    Pick<PullFile, 'deletes' | 'opaque' | 'locks'> & { readonly down: DownPart | undefined }
  >;
}

/**
 * What a release would do with the files of a pull request, whatever phase the plan at hand was made for. Undefined
 * where the pull request has no such file.
 */
export function pullReport({ asked, of, pending, deletions, ...question }: PullQuestion): PullReport | undefined {
  const isOwn = ({ migration: { byName, version } }: PlannedUp) => isOf(of, byName ?? version);
  const own = pending.filter(isOwn);
  const { held, refusals } = choose(pending, 'expand');
  const all = [...question.refusals.filter(({ betweenPhases }) => betweenPhases !== true), ...refusals];
  if (of.added.size + of.rewritten.size === 0) return undefined;
  const files = own.map((planned): PullFile => {
    const { decision, migration } = planned;
    const found = deletions.get(migration.version);
    const { locks, opaque, deletes } = found ?? { deletes: [], opaque: true, locks: [] };
    const refused = all.find(({ betweenPhases, file }) => file === migration.file && betweenPhases !== true);
    const fate = (): Fate => {
      if (refused !== undefined) return { kind: 'refused', reason: refused.reason };
      if (!asked && of.rewritten.has(migration.version)) return { kind: 'rewritten' };
      if (!held.includes(planned)) return { kind: 'applied' };
      return decision.phase === 'contract' ? { kind: 'held' } : { kind: 'behind' };
    };
    return {
      file: migration.file,
      phase: decision.phase,
      why: whyOf(planned),
      deletes,
      opaque,
      locks,
      down: found?.down ?? (missingDown(migration) === 'warning' ? 'missing' : 'not needed'),
      fate: fate(),
    };
  });
  const others = pending.filter((each) => !isOwn(each)).map(({ migration }) => migration.file);
  return files.length + all.length === 0 ? undefined : { asked, files, others, refusals: all };
}

function whyOf({ decision: { by, phase, reasons, unknown }, migration }: PlannedUp): PullFile['why'] {
  const [first] = reasons;
  const more = reasons.length > 1 ? `, and ${reasons.length - 1} more` : '';
  if (first !== undefined) {
    return {
      line: first.line,
      what: `${first.what}${more}${phase === 'expand' ? '; its author declares it expand' : ''}`,
    };
  }
  if (phase === 'expand') return undefined;
  const [problem] = unknown;
  if (problem !== undefined) {
    return { line: problem.line, what: 'is not SQL that PostgreSQL accepts, so its effect is unknown' };
  }
  return by === 'directive' ? { line: directiveLine(migration), what: 'says "-- lockstep: contract"' } : undefined;
}

/** It comes before the first statement, and a license above it is not longer than this. */
const HEAD_BYTES = 65_536;

function directiveLine({ up: { source } }: Migration): number {
  const head = source.read(0, Math.min(source.size, HEAD_BYTES)).toString('utf8');
  const found = findDirectives(head).find(({ directive }) => directive.kind === 'phase');
  return source.firstLine + (found?.line ?? 0);
}

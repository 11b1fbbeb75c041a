import { upperQuantile } from '../compare/normal.ts';
import type { StatementCounts, StatementSnapshot } from './statements.ts';

/** The chance that one statement of all that are compared is called slower and is not. */
const FALSE_ALARM = 0.01;
/** Slower by less than this is not worth a word. */
const LEAST_MS = 1;

export interface SlowerStatement {
  readonly id: string;
  readonly ratio: number;
  readonly beforeMs: number;
  readonly afterMs: number;
  readonly calls: number;
}

export interface NewStatement {
  readonly id: string;
  readonly calls: number;
  readonly meanMs: number;
  /** Of the time that all statements took in the same window. */
  readonly share: number;
}

export interface ComparedStatements {
  /** How many were called often enough, before and after. */
  readonly compared: number;
  /** Calls of those, after. */
  readonly calls: number;
  /** The worst first. */
  readonly slower: readonly SlowerStatement[];
  /** The heaviest first. */
  readonly fresh: readonly NewStatement[];
  /** Calls of all statements, after. */
  readonly allCalls: number;
}

/**
 * What changed between two snapshots: statements whose mean time rose, and those that were not there. The times before are all
 * since the statistics began. A mean counts as risen where Welch's test finds it, shared among all statements (Bonferroni), so
 * that a hundred of them do not raise a hundred alarms.
 */
export function compareStatements(
  before: StatementSnapshot,
  after: StatementSnapshot,
  minCalls: number,
): ComparedStatements | 'reset' | 'evicted' {
  if (before.resetAt !== after.resetAt) return 'reset';
  const grown = [...after.statements.values()].map((now) => ({ was: before.statements.get(now.id), now }));
  if (grown.some(({ was, now }) => was !== undefined && now.calls < was.calls)) return 'reset';
  if (before.evictions !== after.evictions) return 'evicted';
  const deltas = grown.map(({ was, now }) => ({ was, delta: minus(now, was) })).filter(({ delta }) => delta.calls > 0);
  const totalMs = deltas.reduce((sum, { delta }) => sum + delta.totalMs, 0);
  const both = deltas.flatMap(({ was, delta }) =>
    was !== undefined && was.calls >= minCalls && delta.calls >= minCalls ? [{ was, delta }] : [],
  );
  const needed = upperQuantile(FALSE_ALARM / Math.max(1, both.length));
  const slower = both
    .map(({ was, delta }) => slowerBy(was, delta, needed))
    .filter((one) => one !== undefined)
    .sort((a, b) => b.ratio - a.ratio);
  const fresh = deltas
    .filter(({ was }) => was === undefined)
    .map(({ delta }) => ({
      id: delta.id,
      calls: delta.calls,
      meanMs: delta.totalMs / delta.calls,
      share: totalMs === 0 ? 0 : delta.totalMs / totalMs,
    }))
    .sort((a, b) => b.share - a.share);
  const sumOf = (all: readonly { readonly delta: StatementCounts }[]) =>
    all.reduce((sum, { delta }) => sum + delta.calls, 0);
  return { compared: both.length, calls: sumOf(both), slower, fresh, allCalls: sumOf(deltas) };
}

function minus(now: StatementCounts, was: StatementCounts | undefined): StatementCounts {
  if (was === undefined) return now;
  return {
    id: now.id,
    calls: now.calls - was.calls,
    totalMs: Math.max(0, now.totalMs - was.totalMs),
    squares: Math.max(0, now.squares - was.squares),
  };
}

function slowerBy(was: StatementCounts, delta: StatementCounts, needed: number): SlowerStatement | undefined {
  const [before, after] = [momentsOf(was), momentsOf(delta)];
  const rise = after.mean - before.mean;
  const error = Math.sqrt(before.variance / was.calls + after.variance / delta.calls);
  if (rise < LEAST_MS || before.mean <= 0 || (error > 0 && rise / error < needed)) return undefined;
  return {
    id: delta.id,
    ratio: after.mean / before.mean,
    beforeMs: before.mean,
    afterMs: after.mean,
    calls: delta.calls,
  };
}

function momentsOf({ calls, totalMs, squares }: StatementCounts): { readonly mean: number; readonly variance: number } {
  const mean = totalMs / calls;
  return { mean, variance: Math.max(0, squares / calls - mean ** 2) };
}

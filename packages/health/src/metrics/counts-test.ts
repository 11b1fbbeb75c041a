/**
 * Whether bad events became more frequent, looked at again and again while they are counted. The count since the swap is
 * compared with what the time before lets expect of as many events (`usual-rate.ts`). Every look at the count may raise a
 * false alarm: each takes its share of one error rate (Lan and DeMets, Discrete sequential boundaries for clinical trials,
 * Biometrika 70, 1983, with O'Brien and Fleming's spending: little early, most when there is most to see), so the sum holds
 * whatever the looks have in common.
 */
import { upperQuantile, upperTail } from '../compare/normal.ts';
import { type Counts, expectedOf, type Usual } from './usual-rate.ts';

/** The chance that a candidate like the baseline fails, in one metric over all looks of its bake. */
export const FALSE_ALARM = 0.02;
/** The chance that a candidate as bad as `detect` says passes at its last look. */
export const MISS = 0.01;

export interface CountsResult {
  readonly outcome: 'worse' | 'not-worse' | 'undecided';
  /** How many bad events the usual rate lets expect. */
  readonly expected: number;
  /** The chance of as many or more at the usual rate. */
  readonly p: number;
}

/** What is looked for, and when. */
export interface CountsRule {
  readonly detect: number;
  /** How long the events were counted, since the swap. */
  readonly sinceMs: number;
  readonly bakeMs: number;
  /** Between two looks. */
  readonly intervalMs: number;
}

/** What is left of the error rate for looks after the bake, at data that was late. */
const AFTER = 0.1;

/**
 * The part of the false alarms that a look may spend: what may be spent by now, less what was by the look before. Those after
 * the bake share a tenth: each may spend half of what is left of it.
 */
export function spendOf({ bakeMs, intervalMs, sinceMs }: Omit<CountsRule, 'detect'>): number {
  if (sinceMs > bakeMs) return (FALSE_ALARM * AFTER) / 2 ** Math.ceil((sinceMs - bakeMs) / intervalMs);
  const within = FALSE_ALARM * (1 - AFTER);
  const by = (ms: number) => (ms <= 0 ? 0 : 2 * upperTail(upperQuantile(within / 2) / Math.sqrt(ms / bakeMs)));
  return by(sinceMs) - by(sinceMs - intervalMs);
}

/** What all events since the swap say at one look. */
export function testCounts({ bad, all }: Counts, usual: Usual, rule: CountsRule): CountsResult {
  const { detect, sinceMs } = rule;
  const { atLeast, count: expected } = expectedOf(usual, all, sinceMs);
  const count = Math.round(bad);
  const p = atLeast(count, 1);
  // A rise that is certain and small is not what is looked for.
  const isNearer = bad >= expected * Math.sqrt(detect);
  if (p <= spendOf(rule) && isNearer) return { outcome: 'worse', expected, p };
  const asBad = 1 - atLeast(count + 1, detect);
  return { outcome: asBad <= MISS ? 'not-worse' : 'undecided', expected, p };
}

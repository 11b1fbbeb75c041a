import type { Check, NotVerified, Verdict } from '@lockstep/base';
import type { Site } from '../site.ts';

/** One thing that an audit looks at: a rule with a stable id, what to do where it is broken, and how to look. */
export interface EdgeCheck {
  readonly id: string;
  readonly title: string;
  readonly expected: string;
  readonly remedy: string;
  /** Disturbs others (a burst), so that it runs after them. */
  readonly last?: boolean;
  readonly look: (site: Site) => Promise<readonly Finding[]>;
}

export type Finding = Seen | Gap;

export interface Seen {
  readonly kind: 'seen';
  readonly verdict: Verdict;
  readonly reason: string;
  readonly what: string;
  readonly measured: string;
  /** Instead of the check's own. */
  readonly expected?: string;
  readonly remedy?: string;
}

export interface Gap {
  readonly kind: 'gap';
  readonly what: string;
  readonly because: string;
  readonly remedy: string;
  readonly chosen: boolean;
}

interface Instead {
  readonly expected?: string;
  readonly remedy?: string;
}

export function passed(what: string, measured: string): Seen {
  return { kind: 'seen', verdict: 'pass', reason: 'as-expected', what, measured };
}

export function failed(reason: string, what: string, measured: string, instead: Instead = {}): Seen {
  return { kind: 'seen', verdict: 'fail', reason, what, measured, ...instead };
}

export function unclear(reason: string, what: string, measured: string, instead: Instead = {}): Seen {
  return { kind: 'seen', verdict: 'unknown', reason, what, measured, ...instead };
}

/** An answer whose end was not read: what is not in the part that was read may be in the rest. */
export function notWhole(what: string): Seen {
  return unclear('not-read-to-its-end', what, 'longer than is read, or in an encoding that was not asked for', {
    remedy: 'Audit a smaller page of the same kind, and check its Content-Encoding.',
  });
}

/** Something in the way. It counts as unknown. */
export function gap(what: string, because: string, remedy: string): Gap {
  return { kind: 'gap', what, because, remedy, chosen: false };
}

/** Left out by the caller, or nothing of the kind is there to be looked at. */
export function leftOut(what: string, because: string, remedy = ''): Gap {
  return { kind: 'gap', what, because, remedy, chosen: true };
}

export interface Found {
  readonly checks: readonly Check[];
  readonly gaps: readonly NotVerified[];
}

/** The findings of a check as parts of the report. */
export function reported(check: Omit<EdgeCheck, 'look'>, findings: readonly Finding[]): Found {
  const { id, title } = check;
  const checks = findings.flatMap((one): readonly Check[] => {
    if (one.kind !== 'seen') return [];
    const { verdict, reason, what, measured, expected = check.expected, remedy = check.remedy } = one;
    return [{ id, title, verdict, reason, what, measured, expected, remedy: verdict === 'pass' ? '' : remedy }];
  });
  const gaps = findings.flatMap((one): readonly NotVerified[] => {
    if (one.kind !== 'gap') return [];
    const { what, because, remedy, chosen } = one;
    return [{ id, what, because, remedy, chosen }];
  });
  return { checks, gaps };
}

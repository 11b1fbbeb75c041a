/**
 * The answer of every check. `unknown` means that nothing certain was seen; it never counts as `pass`.
 */
export type Verdict = 'pass' | 'fail' | 'unknown';

/**
 * The verdict of several checks together: one `fail` fails all, else one `unknown` leaves all unknown.
 * No checks at all is `unknown`: where nothing was looked at, nothing passed.
 */
export function combine(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fail')) return 'fail';
  if (verdicts.length === 0 || verdicts.includes('unknown')) return 'unknown';
  return 'pass';
}

/** Red or green at a glance, where text is read by people. */
export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = { pass: '✅', fail: '❌', unknown: '⚠️' };

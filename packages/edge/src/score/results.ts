/**
 * The results that Mozilla Observatory's tests can have, and what each adds to or takes from a score of 100: its
 * algorithm, version 4 (mdn/mdn-http-observatory 1.4.8). A test holds this table to the original, on generated headers.
 * Its test of CORS is left out: the original never sees the origin that it asked with, so that no answer costs anything.
 */
export const MODIFIERS = {
  'csp-implemented-with-no-unsafe-default-src-none': 10,
  'csp-implemented-with-no-unsafe': 5,
  'csp-implemented-with-unsafe-inline-in-style-src-only': 0,
  'csp-implemented-with-insecure-scheme-in-passive-content-only': -10,
  'csp-implemented-with-unsafe-eval': -10,
  'csp-implemented-with-unsafe-inline': -20,
  'csp-implemented-with-insecure-scheme': -20,
  'csp-header-invalid': -25,
  'csp-not-implemented': -25,
  'csp-not-implemented-but-reporting-enabled': -25,
  'csp-implemented-but-duplicate-directives': 0,
  'cookies-secure-with-httponly-sessions-and-samesite': 5,
  'cookies-secure-with-httponly-sessions': 0,
  'cookies-not-found': 0,
  'cookies-without-secure-flag-but-protected-by-hsts': -5,
  'cookies-session-without-secure-flag-but-protected-by-hsts': -10,
  'cookies-without-secure-flag': -20,
  'cookies-samesite-flag-invalid': -20,
  'cookies-anticsrf-without-samesite-flag': -20,
  'cookies-session-without-httponly-flag': -30,
  'cookies-session-without-secure-flag': -40,
  'redirection-all-redirects-preloaded': 0,
  'redirection-to-https': 0,
  'redirection-not-needed-no-http': 0,
  'redirection-off-host-from-http': -5,
  'redirection-not-to-https-on-initial-redirection': -10,
  'redirection-not-to-https': -20,
  'redirection-missing': -20,
  'referrer-policy-private': 5,
  'referrer-policy-not-implemented': 0,
  'referrer-policy-unsafe': -5,
  'referrer-policy-header-invalid': -5,
  'hsts-preloaded': 5,
  'hsts-implemented-max-age-at-least-six-months': 0,
  'hsts-implemented-max-age-less-than-six-months': -10,
  'hsts-not-implemented': -20,
  'hsts-header-invalid': -20,
  'sri-implemented-and-all-scripts-loaded-securely': 5,
  'sri-implemented-and-external-scripts-loaded-securely': 5,
  'sri-not-implemented-response-not-html': 0,
  'sri-not-implemented-but-no-scripts-loaded': 0,
  'sri-not-implemented-but-all-scripts-loaded-from-secure-origin': 0,
  'sri-not-implemented-but-external-scripts-loaded-securely': -5,
  'sri-implemented-but-external-scripts-not-loaded-securely': -20,
  'sri-not-implemented-and-external-scripts-not-loaded-securely': -50,
  'x-content-type-options-nosniff': 0,
  'x-content-type-options-not-implemented': -5,
  'x-content-type-options-header-invalid': -5,
  'x-frame-options-implemented-via-csp': 5,
  'x-frame-options-sameorigin-or-deny': 0,
  'x-frame-options-allow-from-origin': 0,
  'x-frame-options-not-implemented': -20,
  'x-frame-options-header-invalid': -20,
  'corp-header-invalid': -5,
  'corp-implemented-with-cross-origin': 0,
  'corp-implemented-with-same-origin': 10,
  'corp-implemented-with-same-site': 10,
  'corp-not-implemented': 0,
} as const;

export type ScoreResult = keyof typeof MODIFIERS;

/** From 100 down in steps of five. */
const GRADES = 'A+ A A A- B+ B B B- C+ C C C- D+ D D D- F F F F F'.split(' ');
/** Extra credit counts only for a site that is good without it. */
const EXTRA_CREDIT_FROM = 90;

export function scoreOf(results: readonly ScoreResult[]): number {
  const without = results.reduce((sum, result) => sum + Math.min(0, MODIFIERS[result]), 100);
  const all = results.reduce((sum, result) => sum + MODIFIERS[result], 100);
  return Math.max(0, without >= EXTRA_CREDIT_FROM ? all : without);
}

export function gradeOf(score: number): { readonly score: number; readonly grade: string } {
  return { score, grade: GRADES[20 - Math.floor(Math.min(score, 100) / 5)] ?? 'F' };
}

/** The lowest score that has a grade; undefined where there is no such grade. */
export function lowestScoreOf(grade: string): number | undefined {
  const at = GRADES.lastIndexOf(grade.trim().toUpperCase());
  return at < 0 ? undefined : 100 - at * 5;
}

export const GRADE_NAMES: readonly string[] = [...new Set(GRADES)];

import { parseSetCookie } from 'set-cookie-parser';
import type { ScoreResult } from './results.ts';

/** From bad to worst. */
const WORSE: readonly ScoreResult[] = [
  'cookies-without-secure-flag-but-protected-by-hsts',
  'cookies-without-secure-flag',
  'cookies-session-without-secure-flag-but-protected-by-hsts',
  'cookies-samesite-flag-invalid',
  'cookies-anticsrf-without-samesite-flag',
  'cookies-session-without-httponly-flag',
  'cookies-session-without-secure-flag',
];
/** Of a load balancer that gives nobody a choice. */
const IGNORED = ['heroku-session-affinity'];
const SAME_SITES = ['lax', 'strict', 'none'];

/**
 * @param own lines of the page itself
 * @param all lines of every answer on the way to it
 * @param hsts whether HSTS passed
 */
export function scoreCookies(own: readonly string[], all: readonly string[], hsts: boolean): ScoreResult {
  const found: ScoreResult[] = own.some(hasInvalidSameSite) ? ['cookies-samesite-flag-invalid'] : [];
  const jar = jarOf(all);
  if (jar.length === 0) return 'cookies-not-found';
  for (const { name, secure, httpOnly, sameSite } of jar) {
    const session = /login|sess/i.test(name);
    if (!secure && sameSite === 'none') found.push('cookies-samesite-flag-invalid');
    if (!secure) found.push(hsts ? 'cookies-without-secure-flag-but-protected-by-hsts' : 'cookies-without-secure-flag');
    if (/csrf/i.test(name) && sameSite === undefined) found.push('cookies-anticsrf-without-samesite-flag');
    if (session && !secure)
      found.push(
        hsts ? 'cookies-session-without-secure-flag-but-protected-by-hsts' : 'cookies-session-without-secure-flag',
      );
    if (session && !httpOnly) found.push('cookies-session-without-httponly-flag');
  }
  const worst = found.toSorted((a, b) => WORSE.indexOf(b) - WORSE.indexOf(a))[0];
  if (worst !== undefined) return worst;
  return jar.every(({ sameSite }) => sameSite !== undefined)
    ? 'cookies-secure-with-httponly-sessions-and-samesite'
    : 'cookies-secure-with-httponly-sessions';
}

interface Kept {
  readonly name: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: string | undefined;
}

/** What a browser would keep: the last of each name, and none that breaks the promise of its own prefix. */
function jarOf(lines: readonly string[]): readonly Kept[] {
  const jar = new Map<string, Kept>();
  for (const line of lines) {
    const [cookie] = parseSetCookie(line, { decodeValues: false, silent: true });
    if (cookie === undefined || cookie.name === '' || IGNORED.includes(cookie.name)) continue;
    const sameSite = cookie.sameSite?.toLowerCase();
    const secure = cookie.secure === true;
    if (cookie.name.startsWith('__Secure-') && !secure) continue;
    if (cookie.name.startsWith('__Host-') && (!secure || cookie.domain !== undefined || cookie.path !== '/')) continue;
    jar.set(`${cookie.name};${cookie.domain ?? ''};${cookie.path ?? ''}`, {
      name: cookie.name,
      secure,
      httpOnly: cookie.httpOnly === true,
      sameSite: sameSite !== undefined && SAME_SITES.includes(sameSite) ? sameSite : undefined,
    });
  }
  return [...jar.values()];
}

function hasInvalidSameSite(line: string): boolean {
  return line.split(';').some((part) => {
    const [key = '', value = ''] = part.trim().split('=');
    return key.trim().toLowerCase() === 'samesite' && !SAME_SITES.includes(value.trim().toLowerCase());
  });
}

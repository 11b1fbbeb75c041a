import { type Cookie, parseSetCookie } from 'set-cookie-parser';
import { headerLines } from '../ask/exchange.ts';
import { type EdgeCheck, type Finding, failed, passed } from './check.ts';
import { eachPage } from './pages.ts';

/** Names of what opens a session, as frameworks and people choose them. */
const SESSION = /sess|login|auth|jwt|token|^sid$|[._-]sid$/i;
const NOT_SESSION = /csrf|xsrf/i;

export const cookies: EdgeCheck = {
  id: 'cookies',
  title: 'Cookies are sent over TLS alone, and sessions are out of reach of scripts',
  expected: 'Secure on every cookie; HttpOnly and SameSite on those of sessions; the promises of __Host- and __Secure-',
  remedy: 'Set the missing attributes where the cookie is created: `Secure; HttpOnly; SameSite=Lax; Path=/`.',
  look: (site) =>
    eachPage(site, ({ first, second }, what) => {
      const lines = [first, second].flatMap((one) => (one.kind === 'answer' ? headerLines(one, 'set-cookie') : []));
      const all = new Map(lines.flatMap((line) => read(line)).map((cookie) => [cookie.name, cookie]));
      const findings = [...all.values()].flatMap((cookie): readonly Finding[] => {
        const fault = faultOf(cookie);
        return fault === undefined ? [] : [failed(fault.reason, `${what}: cookie ${cookie.name}`, fault.measured)];
      });
      if (findings.length > 0) return findings;
      return passed(what, all.size === 0 ? 'no cookies' : `${all.size} cookies: ${[...all.keys()].join(', ')}`);
    }),
};

function read(line: string): readonly Cookie[] {
  return parseSetCookie(line, { decodeValues: false, silent: true });
}

interface Fault {
  readonly reason: string;
  readonly measured: string;
}

/** The gravest fault of a cookie. */
function faultOf(cookie: Cookie): Fault | undefined {
  const { name, secure, httpOnly, domain, path } = cookie;
  const sameSite = cookie.sameSite?.toLowerCase();
  const session = SESSION.test(name) && !NOT_SESSION.test(name);
  if (secure !== true) return { reason: 'cookie-not-secure', measured: 'no Secure' };
  if (name.startsWith('__Host-') && (domain !== undefined || path !== '/'))
    return { reason: 'cookie-breaks-prefix', measured: '__Host- needs Path=/ and no Domain; browsers drop the cookie' };
  if (session && httpOnly !== true) return { reason: 'session-cookie-readable', measured: 'no HttpOnly' };
  if (sameSite !== undefined && !['lax', 'strict', 'none'].includes(sameSite))
    return { reason: 'cookie-samesite-invalid', measured: 'a SameSite that no browser knows' };
  if (session && (sameSite === undefined || sameSite === 'none'))
    return { reason: 'session-cookie-cross-site', measured: sameSite === undefined ? 'no SameSite' : 'SameSite=None' };
  return undefined;
}

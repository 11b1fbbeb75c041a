import type { ScoreResult } from './results.ts';

/** Six months; Observatory lets 180 days pass for it. */
const SIX_MONTHS_SECONDS = 15_552_000;
/** Top-level domains that every browser has on its preload list, with everything below them. */
const PRELOADED_TLDS: ReadonlySet<string> = new Set([
  ...['android', 'app', 'bank', 'boo', 'channel', 'chrome', 'dad', 'day', 'dev', 'eat', 'esq', 'fly', 'foo', 'gle'],
  ...['gmail', 'google', 'hangout', 'hotmail', 'how', 'ing', 'insurance', 'meet', 'meme', 'mov', 'new', 'nexus'],
  ...['page', 'phd', 'play', 'prof', 'rsvp', 'search', 'skype', 'windows', 'xbox', 'youtube', 'zip'],
]);

export function scoreHsts(header: string | undefined, host: string): ScoreResult {
  if (PRELOADED_TLDS.has(host.split('.').at(-1) ?? '')) return 'hsts-preloaded';
  if (header === undefined) return 'hsts-not-implemented';
  const text = header.slice(0, 1024);
  const ages = text.split(';').flatMap((part) => /^max-age=(.*)$/.exec(part.trim().toLowerCase())?.[1] ?? []);
  const [age] = ages.slice(-1);
  if (text.includes(',') || age === undefined) return 'hsts-header-invalid';
  return Number.parseInt(age.slice(0, 120), 10) < SIX_MONTHS_SECONDS
    ? 'hsts-implemented-max-age-less-than-six-months'
    : 'hsts-implemented-max-age-at-least-six-months';
}

export function scoreFrameOptions(header: string | undefined, framedByCsp: boolean): ScoreResult {
  if (framedByCsp) return 'x-frame-options-implemented-via-csp';
  const text = header?.trim().toLowerCase() ?? '';
  if (text === '') return header ? 'x-frame-options-header-invalid' : 'x-frame-options-not-implemented';
  if (text === 'deny' || text === 'sameorigin') return 'x-frame-options-sameorigin-or-deny';
  return text.startsWith('allow-from') ? 'x-frame-options-allow-from-origin' : 'x-frame-options-header-invalid';
}

export function scoreContentType(header: string | undefined): ScoreResult {
  if (header === undefined || header === '') return 'x-content-type-options-not-implemented';
  return header.trim().toLowerCase() === 'nosniff'
    ? 'x-content-type-options-nosniff'
    : 'x-content-type-options-header-invalid';
}

const PRIVATE = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];
const UNSAFE = ['origin', 'origin-when-cross-origin', 'unsafe-url', 'no-referrer-when-downgrade'];

export function scoreReferrer(values: readonly string[]): ScoreResult {
  if (values.length === 0) return 'referrer-policy-not-implemented';
  const known = values
    .join(', ')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => PRIVATE.includes(one) || UNSAFE.includes(one));
  const last = known.at(-1);
  if (last === undefined) return 'referrer-policy-header-invalid';
  return PRIVATE.includes(last) ? 'referrer-policy-private' : 'referrer-policy-unsafe';
}

export function scoreResourcePolicy(header: string | undefined): ScoreResult {
  const text = header?.slice(0, 256).trim().toLowerCase() ?? '';
  if (text === '') return 'corp-not-implemented';
  if (text === 'same-site' || text === 'same-origin' || text === 'cross-origin') return `corp-implemented-with-${text}`;
  return 'corp-header-invalid';
}

/** The addresses from plain HTTP to the end; empty where nothing answers there. */
export function scoreRedirects(route: readonly URL[]): ScoreResult {
  const [first, second] = route;
  if (first === undefined) return 'redirection-not-needed-no-http';
  if (route.every(({ hostname }) => PRELOADED_TLDS.has(hostname.split('.').at(-1) ?? '')))
    return 'redirection-all-redirects-preloaded';
  if (second === undefined) return 'redirection-missing';
  if (route.at(-1)?.protocol !== 'https:') return 'redirection-not-to-https';
  if (second.protocol === 'http:') return 'redirection-not-to-https-on-initial-redirection';
  return first.hostname === second.hostname ? 'redirection-to-https' : 'redirection-off-host-from-http';
}

import { fits } from '@lockstep/base';

/** What an audit may request: hosts of the caller alone, and no path that does something when it is read. */
export interface Allowance {
  /** `shop.example` or `shop.example:8443`, in lower case. */
  readonly hosts: readonly string[];
  /** Patterns of paths; `*` matches any characters. */
  readonly skipPaths: readonly string[];
}

/** Routes that act when they are read. */
export const ACTING_PATHS: readonly string[] = [
  '/api/cron*',
  '*/logout*',
  '*/log-out*',
  '*/signout*',
  '*/sign-out*',
  '*/unsubscribe*',
  '/api/webhook*',
];

export function mayAsk(url: URL, { hosts, skipPaths }: Allowance): boolean {
  const known = hosts.includes(url.host) || hosts.includes(url.hostname);
  return known && !skipPaths.some((pattern) => fits(pattern, url.pathname));
}

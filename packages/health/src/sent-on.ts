import type { ProbeExchange } from './exchange.ts';
import { wallIn } from './protection.ts';

/**
 * The origin that an answer sends a visitor on to, where it is another than the one that was asked: the apex to www,
 * http to https. A login page is a wall, not another place; undefined for it, and where nothing redirects.
 */
export function sentOnTo(exchange: ProbeExchange, from: URL): string | undefined {
  if (exchange.kind !== 'answer' || exchange.status < 300 || exchange.status > 399) return undefined;
  const location = exchange.headers['location'];
  if (location === undefined || !URL.canParse(location, from.href)) return undefined;
  const { origin, protocol } = new URL(location, from);
  const isPage = protocol === 'https:' || protocol === 'http:';
  if (!isPage || origin === from.origin) return undefined;
  return wallIn(exchange, { expectsJson: true, statusNamed: false }) === undefined ? origin : undefined;
}

import { randomUUID } from 'node:crypto';

/**
 * `*.shop.example.com` is a name to Vercel, which has one alias record for it, and to nobody else: what users visit are
 * names below it.
 */
export function isWildcard(host: string): boolean {
  return host.startsWith('*.');
}

/** A name below a wildcard that nobody has: whatever answers there, answers for the wildcard. */
export function nameBelow(wildcard: string): string {
  return `lockstep-${randomUUID().slice(0, 8)}${wildcard.slice(1)}`;
}

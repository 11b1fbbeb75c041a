import { randomUUID } from 'node:crypto';

/**
 * `*.shop.example.com` is a name only to Vercel, which has one alias record for it: what users visit are names below it.
 */
export function isWildcard(host: string): boolean {
  return host.startsWith('*.');
}

/** An unused name below a wildcard: whatever answers there, answers for the wildcard. */
export function nameBelow(wildcard: string): string {
  return `lockstep-${randomUUID().slice(0, 8)}${wildcard.slice(1)}`;
}

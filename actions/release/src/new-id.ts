import { randomUUID } from 'node:crypto';

/** `20261122T041300Z-3f9a2c`: tells people when, and is no other's. */
export function newId(nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, '');
  return `${stamp}-${randomUUID().slice(0, 6)}`;
}

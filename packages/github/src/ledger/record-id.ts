import { randomUUID } from 'node:crypto';

/** `20261122T041300Z-3f9a2c`: tells people when, and is no other's. */
export function newRecordId(nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, '');
  return `${stamp}-${randomUUID().slice(0, 6)}`;
}

/** The form of such an id; what comes from outside has it, or goes no further. */
export const RECORD_ID = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;

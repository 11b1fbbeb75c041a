import { count } from '@lockstep/base';

/** `3 hours`, `2 days`: as long as people remember it. */
export function ageWords(ms: number): string {
  const hours = Math.round(ms / 3_600_000);
  if (hours < 1) return count(Math.max(0, Math.round(ms / 60_000)), 'minute');
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day');
}

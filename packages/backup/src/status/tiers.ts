import { TIERS, type Tier } from '../manifest/manifest.ts';
import type { ListedBackup } from './list-backups.ts';

/**
 * Under which name the next backup is kept: the longest-kept one of which there is none yet in this year, month or week
 * (in UTC; weeks begin on Monday). So the first one of a year is the yearly one, whenever it comes.
 */
export function tierFor(nowMs: number, backups: readonly ListedBackup[]): Tier {
  for (const tier of ['yearly', 'monthly', 'weekly'] as const) {
    const period = periodOf(tier, nowMs);
    // What is kept longer does for the shorter one as well.
    const kept = TIERS.slice(TIERS.indexOf(tier));
    const has = backups.some(
      (one) => one.isWhole && kept.includes(one.tier) && periodOf(tier, one.takenAtMs) === period,
    );
    if (!has) return tier;
  }
  return 'daily';
}

export function periodOf(tier: Tier, atMs: number): string {
  const day = new Date(atMs).toISOString().slice(0, 10);
  if (tier === 'yearly') return day.slice(0, 4);
  if (tier === 'monthly') return day.slice(0, 7);
  if (tier === 'daily') return day;
  const DAY_MS = 86_400_000;
  // 1970 began on a Thursday.
  return String(Math.floor((atMs / DAY_MS + 3) / 7));
}

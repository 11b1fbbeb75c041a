import { TIERS, type Tier } from '../manifest/manifest.ts';
import type { KeptTier } from '../status/lifecycle.ts';

export const FILES_PREFIX = 'files/';

/**
 * Where the files of a backup are kept. Backups of one tier and one month (daily, weekly) or year (monthly, yearly) share
 * what did not change; the next month begins again, so that a file that was erased leaves the place by its lifecycle.
 */
export function generationOf(tier: Tier, atMs: number): string {
  const day = new Date(atMs).toISOString();
  const period = isShort(tier) ? day.slice(0, 7) : day.slice(0, 4);
  return `${FILES_PREFIX}${tier}/${period}/`;
}

function isShort(tier: Tier): boolean {
  return tier === 'daily' || tier === 'weekly';
}

/** For how many days files of a tier have to be kept: the last backup of a generation needs those of its first day. */
export function fileDays(tier: Tier, days: number): number {
  return days + (isShort(tier) ? 31 : 366);
}

/** What the lifecycle of a bucket should say of files, from what it should say of backups. */
export function keptFiles(kept: readonly KeptTier[]): readonly KeptTier[] {
  return kept.flatMap(({ name, days }): KeptTier[] => {
    const tier = TIERS.find((one) => one === name);
    return tier === undefined ? [] : [{ name: `files/${tier}`, days: fileDays(tier, days) }];
  });
}

import { isBackupId, MANIFEST_NAME, TIERS, type Tier, takenAtOf } from '../manifest/manifest.ts';
import type { BackupTarget, ReadOptions, StoredObject } from '../targets/target.ts';

/** A backup as its place lists it. */
export interface ListedBackup {
  readonly tier: Tier;
  readonly id: string;
  /** `daily/ID/` */
  readonly prefix: string;
  readonly takenAtMs: number;
  /** False where it was never finished: then it is no backup. */
  readonly isWhole: boolean;
  readonly objects: number;
  readonly bytes: number;
  /** Until when every one of its objects is locked by the place; undefined where one is not, or nobody says. */
  readonly lockedUntilMs: number | undefined;
  readonly legalHold: boolean;
}

/** Every backup of a place, newest first. */
export async function listBackups(place: BackupTarget, options: ReadOptions): Promise<readonly ListedBackup[]> {
  const found = new Map<string, StoredObject[]>();
  for (const tier of TIERS) {
    for await (const object of place.list(`${tier}/`, options)) {
      const id = object.key.split('/')[1] ?? '';
      if (!isBackupId(id)) continue;
      const prefix = `${tier}/${id}/`;
      const objects = found.get(prefix);
      if (objects === undefined) found.set(prefix, [object]);
      else objects.push(object);
    }
  }
  return [...found].map(([prefix, objects]) => listed(prefix, objects)).sort((a, b) => b.takenAtMs - a.takenAtMs);
}

function listed(prefix: string, objects: readonly StoredObject[]): ListedBackup {
  const [tier, id = ''] = prefix.split('/') as [Tier, string];
  const locks = objects.map(({ lockedUntilMs }) => lockedUntilMs);
  return {
    tier,
    id,
    prefix,
    takenAtMs: takenAtOf(id) ?? 0,
    isWhole: objects.some(({ key }) => key === `${prefix}${MANIFEST_NAME}`),
    objects: objects.length,
    bytes: objects.reduce((sum, object) => sum + object.bytes, 0),
    lockedUntilMs: locks.every((lock) => lock !== undefined) ? Math.min(...(locks as number[])) : undefined,
    legalHold: objects.length > 0 && objects.every(({ legalHold }) => legalHold === true),
  };
}

/** The newest backup that is one. */
export function newestOf(backups: readonly ListedBackup[]): ListedBackup | undefined {
  return backups.find(({ isWhole }) => isWhole);
}

import { inParallel } from '../create/pool.ts';
import type { BackupTarget, ReadOptions, StoredObject } from '../targets/target.ts';
import type { ListedBackup } from './list-backups.ts';

const AT_ONCE = 8;

/** A backup with the locks that the place has on its objects: a list does not say them, each object does. */
export async function readLocks(
  place: BackupTarget,
  backup: ListedBackup,
  options: ReadOptions,
): Promise<ListedBackup> {
  const keys: string[] = [];
  for await (const { key } of place.list(backup.prefix, options)) keys.push(key);
  const heads: (StoredObject | undefined)[] = [];
  const workers = Array.from({ length: AT_ONCE }, (_, nth) => nth);
  await inParallel(
    workers,
    keys,
    async (_, key) => {
      heads.push(await place.head(key, options));
    },
    () => undefined,
  );
  const locks = heads.map((head) => head?.lockedUntilMs);
  const isLocked = locks.length > 0 && locks.every((lock) => lock !== undefined);
  return {
    ...backup,
    lockedUntilMs: isLocked ? locks.reduce((first, lock) => Math.min(first, lock ?? 0), Infinity) : undefined,
    legalHold: heads.length > 0 && heads.every((head) => head?.legalHold === true),
  };
}

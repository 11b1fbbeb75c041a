import { type BackupTarget, type ListedBackup, listBackups, newestOf } from '@lockstep/backup';

/** The backup that is asked for, `latest` or an id; undefined where there is none, or it was never finished. */
export async function chosenBackup(
  place: BackupTarget,
  wanted: string,
  signal: AbortSignal,
): Promise<ListedBackup | undefined> {
  const backups = await listBackups(place, { signal });
  if (wanted === 'latest') return newestOf(backups);
  return backups.find(({ isWhole, tier, id }) => isWhole && (wanted === id || wanted === `${tier}/${id}`));
}

/** What a command ends with that found none. */
export function noBackupEnd(wanted: string, place: string) {
  const which = wanted === 'latest' ? 'no finished backup' : `no finished backup ${wanted}`;
  return { verdict: 'fail', reason: 'no-backup', message: `${which} in ${place}` } as const;
}

import type { Shell } from '@lockstep/action-shell';
import { type BackupTarget, type ListedBackup, listBackups, newestOf, openPlace } from '@lockstep/backup';
import type { Inputs } from './inputs.ts';

/** The place of `to`. */
export function placeOf(values: Inputs, { clock, log }: Shell): Promise<BackupTarget> {
  return openPlace(
    {
      to: values.to,
      region: values['s3-region'],
      endpoint: values['s3-endpoint'],
      accessKeyId: values['s3-access-key-id'],
      secretAccessKey: values['s3-secret-access-key'],
    },
    { clock, log, fetch, env: process.env },
  );
}

/** The backup of the input `backup`; undefined where there is none, or it was never finished. */
export async function chosenBackup(
  place: BackupTarget,
  wanted: string,
  signal: AbortSignal,
): Promise<ListedBackup | undefined> {
  const backups = await listBackups(place, { signal });
  if (wanted === 'latest') return newestOf(backups);
  return backups.find(({ isWhole, tier, id }) => isWhole && (wanted === id || wanted === `${tier}/${id}`));
}

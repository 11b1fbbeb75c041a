import type { Shell } from '@lockstep/action-shell';
import { type BackupTarget, openPlace } from '@lockstep/backup';
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

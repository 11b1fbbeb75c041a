import { type Clock, InputError, type Logger, type Secret } from '@lockstep/base';
import { directoryTarget } from './directory.ts';
import { readS3Place } from './s3/place.ts';
import type { BackupTarget } from './target.ts';

/** Where backups are kept, as a caller says it; what is `''` is taken from the environment. */
export interface PlaceSettings {
  /** `s3://bucket/prefix`, or a folder. */
  readonly to: string;
  readonly region: string;
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: Secret;
}

export interface PlaceTools {
  readonly clock: Clock;
  readonly log: Logger;
  readonly fetch: typeof fetch;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For the answer to one request to a store; by default as the store has it. */
  readonly requestTimeoutMs?: number | undefined;
}

/** Throws InputError with all that is wrong. */
export async function openPlace(settings: PlaceSettings, tools: PlaceTools): Promise<BackupTarget> {
  const { clock, env, log, requestTimeoutMs } = tools;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(settings.to)?.[1]?.toLowerCase();
  if (scheme === undefined) return directoryTarget(settings.to);
  if (scheme === 's3') {
    const place = readS3Place(settings, env);
    // With its client, which a folder does not need.
    const { s3Target } = await import('./s3.ts');
    return s3Target(place, { clock, log, ...(requestTimeoutMs === undefined ? {} : { requestTimeoutMs }) });
  }
  throw new InputError(`to: ${scheme}:// is no place for backups; expected s3://BUCKET/PREFIX, or a folder`);
}

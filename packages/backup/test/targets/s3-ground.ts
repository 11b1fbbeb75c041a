import { Secret, silent } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { Faults } from '@lockstep/proving-ground/faults';
import { type ObjectStore, type StoreKey, startObjectStore } from '@lockstep/proving-ground/object-store';
import type { S3Place } from '../../src/targets/s3/place.ts';
import { type S3TargetOptions, s3Target } from '../../src/targets/s3.ts';
import type { BackupTarget } from '../../src/targets/target.ts';

/** What the key of the job that makes backups must be allowed: none of it deletes, none of it sets a lock. */
export const RIGHTS = [
  's3:PutObject',
  's3:GetObject',
  's3:ListBucket',
  's3:AbortMultipartUpload',
  's3:GetObjectRetention',
  's3:GetObjectLegalHold',
  's3:GetBucketObjectLockConfiguration',
  's3:GetBucketVersioning',
  's3:GetLifecycleConfiguration',
];

export interface S3Ground {
  readonly faults: Faults;
  readonly store: ObjectStore;
  readonly key: StoreKey;
  target(options?: Partial<S3TargetOptions>, place?: Partial<S3Place>): BackupTarget;
}

/** A store whose parts may be small, and a key that may do what a backup needs. */
export async function makeS3Ground(): Promise<S3Ground> {
  const faults = new Faults();
  const store = await startObjectStore({ faults, smallestPart: 1_024 });
  store.bucket('backups', { objectLock: true });
  const key = store.key({ rights: RIGHTS, temporary: true });
  return {
    faults,
    store,
    key,
    target: (options, place) =>
      s3Target({ ...placeAt(store.url, store.region, key), ...place }, { ...tools(), partBytes: 1_024, ...options }),
  };
}

export function placeAt(
  endpoint: string,
  region: string,
  { accessKeyId, secretAccessKey, sessionToken }: Omit<StoreKey, 'rights'>,
): S3Place {
  return {
    bucket: 'backups',
    prefix: 'shop',
    region,
    address: `${endpoint}/backups`,
    credentials: {
      accessKeyId,
      secretAccessKey: new Secret(secretAccessKey),
      sessionToken: sessionToken === undefined ? undefined : new Secret(sessionToken),
    },
  };
}

/** Waits pass fast; what is waited for has seconds all the same. */
export function tools(): S3TargetOptions {
  return { clock: hastyClock(100), log: silent, requestTimeoutMs: 600_000 };
}

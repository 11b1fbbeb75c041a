export type { Bucket } from './bucket.ts';
export { type ObjectStore, type ObjectStoreOptions, type StoreKey, startObjectStore } from './object-store.ts';
export { s3Fault } from './refusal-reply.ts';
export type { Version as StoredVersion } from './version.ts';

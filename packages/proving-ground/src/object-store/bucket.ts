import { createHash, randomBytes } from 'node:crypto';
import { type DefaultRetention, retentionFrom } from './lock.ts';
import { Refusal } from './refusal.ts';
import type { Upload } from './upload.ts';
import type { Stored, Version } from './version.ts';

export type Versioning = 'never' | 'Enabled' | 'Suspended';

/** A bucket: its settings, every version of every object, and uploads that are not complete. */
export class Bucket {
  readonly name: string;
  readonly created: number;
  versioning: Versioning = 'never';
  hasObjectLock = false;
  defaultRetention: DefaultRetention | undefined;
  /** As they were put, `undefined` where there is none. */
  lifecycle: string | undefined;
  encryption: string | undefined;
  publicAccessBlock: string | undefined;
  readonly uploads = new Map<string, Upload>();
  /** By key, oldest first. */
  readonly #versions = new Map<string, Version[]>();

  constructor(name: string, now: number) {
    this.name = name;
    this.created = now;
  }

  /** Every key that was ever used, as S3 sorts them: by their bytes. */
  keys(): string[] {
    return [...this.#versions.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  }

  /** Newest first, delete markers among them. */
  versions(key: string): readonly Version[] {
    return (this.#versions.get(key) ?? []).toReversed();
  }

  /** What a GET without a version shows; undefined where nothing is, or where it was deleted. */
  current(key: string): Version | undefined {
    const newest = this.#versions.get(key)?.at(-1);
    return newest?.isDeleteMarker === true ? undefined : newest;
  }

  version(key: string, versionId: string): Version | undefined {
    return this.#versions.get(key)?.find((version) => version.versionId === versionId);
  }

  put(key: string, stored: Stored, now: number): Version {
    const { body } = stored;
    const byDefault = this.defaultRetention === undefined ? undefined : retentionFrom(this.defaultRetention, now);
    return this.#add({
      key,
      versionId: this.#newId(),
      isDeleteMarker: false,
      body,
      etag: stored.etag ?? createHash('md5').update(body).digest('hex'),
      contentType: stored.contentType ?? 'binary/octet-stream',
      metadata: stored.metadata ?? {},
      modified: now,
      checksum: stored.checksum,
      parts: stored.parts,
      retention: stored.retention ?? byDefault,
      legalHold: stored.legalHold ?? false,
    });
  }

  /** Hides an object; where no versions are kept it is gone. Gives the marker, where there is one. */
  hide(key: string, now: number): Version | undefined {
    if (this.versioning === 'never') {
      this.#versions.delete(key);
      return undefined;
    }
    return this.#add({
      key,
      versionId: this.#newId(),
      isDeleteMarker: true,
      body: Buffer.alloc(0),
      etag: '',
      contentType: '',
      metadata: {},
      modified: now,
      checksum: undefined,
      parts: undefined,
      retention: undefined,
      legalHold: false,
    });
  }

  /** For good. */
  remove(version: Version): void {
    const left = (this.#versions.get(version.key) ?? []).filter((one) => one !== version);
    if (left.length === 0) this.#versions.delete(version.key);
    else this.#versions.set(version.key, left);
  }

  setVersioning(status: string | undefined): void {
    if (status !== 'Enabled' && status !== 'Suspended')
      throw new Refusal(400, 'IllegalVersioningConfigurationException', 'The Versioning element must be specified');
    if (this.hasObjectLock && status === 'Suspended')
      throw new Refusal(
        409,
        'InvalidBucketState',
        'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
      );
    this.versioning = status;
  }

  #add(version: Version): Version {
    const all = this.#versions.get(version.key) ?? [];
    // A bucket that keeps no versions, or no longer does, has one `null` version at most.
    const kept = version.versionId === 'null' ? all.filter((one) => one.versionId !== 'null') : all;
    this.#versions.set(version.key, [...kept, version]);
    return version;
  }

  #newId(): string {
    return this.versioning === 'Enabled' ? randomBytes(24).toString('base64url') : 'null';
  }
}

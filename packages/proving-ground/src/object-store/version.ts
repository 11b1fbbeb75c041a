import type { Checksum } from './checksums.ts';
import type { Locked, Retention } from './lock.ts';

/** One version of an object, or the mark of its deletion. */
export interface Version {
  readonly key: string;
  /** `null` in a bucket that keeps no versions. */
  readonly versionId: string;
  readonly isDeleteMarker: boolean;
  readonly body: Buffer;
  /** Without its quotes. */
  readonly etag: string;
  readonly contentType: string;
  /** `x-amz-meta-…` by their whole names. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  readonly checksum: Checksum | undefined;
  /** How many parts it was sent in. */
  readonly parts: number | undefined;
  retention: Retention | undefined;
  legalHold: boolean;
}

export interface Stored extends Partial<Locked> {
  readonly body: Buffer;
  readonly contentType?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly checksum?: Checksum | undefined;
  readonly parts?: number;
  readonly etag?: string;
}

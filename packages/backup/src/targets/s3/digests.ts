import { createHash } from 'node:crypto';

/** What a part was when it was sent, by both of the ways in which stores keep it. */
export interface PartDigest {
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly md5: Buffer;
}

/** What a store must say of an object that came whole. */
export interface ExpectedObject {
  readonly bytes: number;
  /** As `x-amz-checksum-sha256` has it: of the bytes, or `…-3` of the digests of three parts. */
  readonly sha256: string;
  /** As an ETag has it, where that is a digest. */
  readonly etag: string;
}

/** How an object was found to be the one that was sent. `size` is no proof of its bytes. */
export type Proof = 'sha256' | 'etag' | 'size' | 'other';

export function digestOf(bytes: Uint8Array): PartDigest {
  return {
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
    md5: createHash('md5').update(bytes).digest(),
  };
}

export function expectedWhole({ bytes, md5, sha256 }: PartDigest): ExpectedObject {
  return { bytes, sha256: sha256.toString('base64'), etag: md5.toString('hex') };
}

export function expectedInParts(parts: readonly PartDigest[]): ExpectedObject {
  const all = (name: 'sha256' | 'md5') =>
    createHash(name)
      .update(Buffer.concat(parts.map((part) => part[name])))
      .digest();
  return {
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256: `${all('sha256').toString('base64')}-${parts.length}`,
    etag: `${all('md5').toString('hex')}-${parts.length}`,
  };
}

/**
 * What the head of an object proves. A checksum that is there decides. An ETag decides where it is right; a wrong one
 * says nothing where the store encrypts with a key of its customer, since it is no digest then.
 */
export function proofOf(expected: ExpectedObject, headers: Headers): Proof {
  if (Number(headers.get('content-length')) !== expected.bytes) return 'other';
  const sha256 = headers.get('x-amz-checksum-sha256');
  if (sha256 !== null && isOfSameKind(sha256, expected.sha256)) return sha256 === expected.sha256 ? 'sha256' : 'other';
  const etag = headers.get('etag')?.replace(/^W\//, '').replaceAll('"', '') ?? '';
  if (etag === expected.etag) return 'etag';
  const encryption = headers.get('x-amz-server-side-encryption') ?? '';
  const isDigest = /^[0-9a-f]{32}(?:-\d+)?$/.test(etag) && !encryption.startsWith('aws:');
  return isDigest ? 'other' : 'size';
}

/** Some stores keep the checksum of all bytes where others keep the one of the digests of the parts. */
function isOfSameKind(a: string, b: string): boolean {
  return a.includes('-') === b.includes('-');
}

import { createHash } from 'node:crypto';
import { type Checksum, checksumOfParts } from './checksums.ts';
import type { Retention } from './lock.ts';
import { invalidRequest, Refusal } from './refusal.ts';
import type { Stored } from './version.ts';

export interface Part {
  readonly number: number;
  readonly body: Buffer;
  readonly etag: string;
  readonly modified: number;
  readonly checksum: Checksum | undefined;
}

/** An object on its way, in parts. */
export interface Upload {
  readonly id: string;
  readonly key: string;
  readonly began: number;
  readonly contentType: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  readonly checksum: Pick<Checksum, 'algorithm' | 'type'> | undefined;
  readonly retention: Retention | undefined;
  readonly legalHold: boolean;
  readonly parts: Map<number, Part>;
}

/** A part as a client names it when it completes. */
export interface NamedPart {
  readonly number: number;
  readonly etag: string;
  readonly checksum: string | undefined;
}

export const noSuchUpload = () =>
  new Refusal(
    404,
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
  );

/** The object that these parts make. Throws Refusal where they are not those that were sent. */
export function assemble(upload: Upload, named: readonly NamedPart[], smallestPart: number): Stored {
  if (named.length === 0) throw new Refusal(400, 'MalformedXML', 'You must specify at least one part');
  const parts = named.map(({ checksum, etag, number }, at): Part => {
    if (at > 0 && number <= (named[at - 1]?.number ?? 0))
      throw new Refusal(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.');
    const part = upload.parts.get(number);
    if (part === undefined || part.etag !== etag.replaceAll('"', '') || isOther(part, checksum))
      throw new Refusal(400, 'InvalidPart', 'One or more of the specified parts could not be found.', {
        more: { UploadId: upload.id, PartNumber: String(number), ETag: etag },
      });
    if (upload.checksum?.type === 'COMPOSITE' && checksum === undefined)
      throw invalidRequest(
        `The upload was created using a ${upload.checksum.algorithm} checksum. The complete request must include the checksum for each part. It was missing for part ${number} in the request.`,
      );
    return part;
  });
  const small = parts.slice(0, -1).find((part) => part.body.length < smallestPart);
  if (small !== undefined)
    throw new Refusal(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
      more: { ProposedSize: String(small.body.length), MinSizeAllowed: String(smallestPart) },
    });
  const bodies = parts.map((part) => part.body);
  const md5 = createHash('md5');
  for (const { etag } of parts) md5.update(Buffer.from(etag, 'hex'));
  return {
    body: Buffer.concat(bodies),
    contentType: upload.contentType,
    metadata: upload.metadata,
    checksum: upload.checksum === undefined ? undefined : checksumOfParts(upload.checksum, bodies),
    parts: parts.length,
    etag: `${md5.digest('hex')}-${parts.length}`,
    legalHold: upload.legalHold,
    ...(upload.retention === undefined ? {} : { retention: upload.retention }),
  };
}

function isOther(part: Part, checksum: string | undefined): boolean {
  return checksum !== undefined && part.checksum?.value !== checksum;
}

import { createHash, randomBytes } from 'node:crypto';
import type { Reply } from '../../http/http-service.ts';
import { type Call, header, isoTime, type Operations, xmlReply } from '../call.ts';
import { ALGORITHMS, algorithmOf, checkedChecksum, checksumHeaders } from '../checksums.ts';
import { assertMayWrite } from '../conditions.ts';
import { assertChecked } from '../lock.ts';
import { invalidArgument, malformedXml } from '../refusal.ts';
import { assemble, type NamedPart, noSuchUpload, type Part, type Upload } from '../upload.ts';
import { around, childrenOf, element, readXml, textOf } from '../xml.ts';
import { askedLock, metadataOf, versionHeader } from './objects.ts';

export const multipartOperations: Operations = {
  'POST object uploads': { right: 's3:PutObject', answer: create },
  'PUT object uploadId': { right: 's3:PutObject', answer: putPart },
  'POST object uploadId': { right: 's3:PutObject', answer: complete },
  'DELETE object uploadId': { right: 's3:AbortMultipartUpload', answer: abort },
  'GET object uploadId': { right: 's3:ListMultipartUploadParts', answer: listParts },
  'GET bucket uploads': { right: 's3:ListBucketMultipartUploads', answer: listUploads },
};

function create(call: Call): Reply {
  const { bucket, key, now } = call;
  const algorithm = header(call, 'x-amz-checksum-algorithm');
  const type = header(call, 'x-amz-checksum-type') === 'FULL_OBJECT' ? 'FULL_OBJECT' : 'COMPOSITE';
  const lock = askedLock(call);
  assertChecked(lock !== undefined, algorithm !== undefined || header(call, 'content-md5') !== undefined);
  const upload: Upload = {
    id: randomBytes(32).toString('base64url'),
    key,
    began: now,
    contentType: header(call, 'content-type'),
    metadata: metadataOf(call),
    checksum: algorithm === undefined ? undefined : { algorithm: algorithmOf(algorithm), type },
    retention: lock?.retention,
    legalHold: lock?.legalHold ?? false,
    parts: new Map(),
  };
  bucket.uploads.set(upload.id, upload);
  return xmlReply(
    'InitiateMultipartUploadResult',
    element('Bucket', bucket.name) + element('Key', key) + element('UploadId', upload.id),
    upload.checksum === undefined
      ? {}
      : {
          'x-amz-checksum-algorithm': upload.checksum.algorithm.toUpperCase(),
          'x-amz-checksum-type': upload.checksum.type,
        },
  );
}

function putPart(call: Call): Reply {
  const upload = uploadOf(call);
  const number = Number(call.request.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000)
    throw invalidArgument('Part number must be an integer between 1 and 10000, inclusive');
  const { bytes, trailers } = call.payload;
  const checksum = checkedChecksum(bytes, { ...call.request.headers, ...trailers });
  const md5 = createHash('md5').update(bytes).digest('hex');
  // The same part sent again takes the place of the one before.
  upload.parts.set(number, { number, body: bytes, etag: md5, modified: call.now, checksum });
  return { status: 200, headers: { etag: `"${md5}"`, ...(checksum && checksumHeaders(checksum)) } };
}

function complete(call: Call): Reply {
  const upload = uploadOf(call);
  const { bucket, key, now, smallestPart } = call;
  const xml = readXml(call.payload.bytes, 'CompleteMultipartUpload');
  const named = childrenOf(xml, 'Part').map((part): NamedPart => {
    const number = Number(textOf(part, 'PartNumber'));
    const etag = textOf(part, 'ETag');
    if (!Number.isInteger(number) || etag === undefined) throw malformedXml();
    const sums = ALGORITHMS.map((algorithm) => textOf(part, `Checksum${algorithm.toUpperCase()}`));
    return { number, etag, checksum: sums.find((sum) => sum !== undefined) };
  });
  const stored = assemble(upload, named, smallestPart);
  assertMayWrite(call);
  const version = bucket.put(key, stored, now);
  bucket.uploads.delete(upload.id);
  const { checksum, etag } = version;
  return xmlReply(
    'CompleteMultipartUploadResult',
    element('Location', `/${bucket.name}/${key}`) +
      element('Bucket', bucket.name) +
      element('Key', key) +
      element('ETag', `"${etag}"`) +
      (checksum === undefined
        ? ''
        : element(`Checksum${checksum.algorithm.toUpperCase()}`, checksum.value) +
          element('ChecksumType', checksum.type)),
    versionHeader(call, version),
  );
}

function abort(call: Call): Reply {
  const upload = uploadOf(call);
  call.bucket.uploads.delete(upload.id);
  return { status: 204 };
}

function listParts(call: Call): Reply {
  const upload = uploadOf(call);
  const { query } = call.request;
  const most = Math.min(1_000, Number(query.get('max-parts') ?? 1_000));
  const after = Number(query.get('part-number-marker') ?? 0);
  const rest = [...upload.parts.values()].filter((part) => part.number > after).sort((a, b) => a.number - b.number);
  const parts = rest.slice(0, most);
  return xmlReply(
    'ListPartsResult',
    element('Bucket', call.bucket.name) +
      element('Key', call.key) +
      element('UploadId', upload.id) +
      element('PartNumberMarker', after) +
      element('NextPartNumberMarker', parts.at(-1)?.number ?? 0) +
      element('MaxParts', most) +
      element('IsTruncated', rest.length > most) +
      parts.map(partXml).join(''),
  );
}

function partXml({ body, checksum, etag, modified, number }: Part): string {
  return around(
    'Part',
    element('PartNumber', number) +
      element('LastModified', isoTime(modified)) +
      element('ETag', `"${etag}"`) +
      element('Size', body.length) +
      (checksum === undefined ? '' : element(`Checksum${checksum.algorithm.toUpperCase()}`, checksum.value)),
  );
}

function listUploads({ bucket, request }: Call): Reply {
  const prefix = request.query.get('prefix') ?? '';
  const uploads = [...bucket.uploads.values()].filter(({ key }) => key.startsWith(prefix));
  return xmlReply(
    'ListMultipartUploadsResult',
    element('Bucket', bucket.name) +
      element('Prefix', prefix) +
      element('MaxUploads', 1_000) +
      element('IsTruncated', false) +
      uploads
        .map(({ began, id, key }) =>
          around('Upload', element('Key', key) + element('UploadId', id) + element('Initiated', isoTime(began))),
        )
        .join(''),
  );
}

function uploadOf({ bucket, key, request }: Call): Upload {
  const upload = bucket.uploads.get(request.query.get('uploadId') ?? '');
  if (upload === undefined || upload.key !== key) throw noSuchUpload();
  return upload;
}

import type { Reply } from '../../http/http-service.ts';
import { assertMay, bypassesGovernance, type Call, header, type Operations } from '../call.ts';
import { checkedChecksum, checksumHeaders } from '../checksums.ts';
import { assertMayWrite, isUnchanged, spanOf } from '../conditions.ts';
import { assertChecked, assertMayDelete, type Locked, readRetention } from '../lock.ts';
import { accessDenied, noSuchKey, Refusal } from '../refusal.ts';
import type { Version } from '../version.ts';

export const objectOperations: Operations = {
  'PUT object': { right: 's3:PutObject', answer: putObject },
  'GET object': { right: 's3:GetObject', answer: getObject },
  'HEAD object': { right: 's3:GetObject', answer: headObject },
  'DELETE object': { right: 's3:DeleteObject', answer: deleteObject },
};

function putObject(call: Call): Reply {
  const { bucket, key, now, payload } = call;
  const checksum = checkedChecksum(payload.bytes, { ...call.request.headers, ...payload.trailers });
  const lock = askedLock(call);
  const isLocked = lock !== undefined || bucket.defaultRetention !== undefined;
  assertChecked(isLocked, checksum !== undefined || header(call, 'content-md5') !== undefined);
  assertMayWrite(call);
  const version = bucket.put(
    key,
    { body: payload.bytes, contentType: header(call, 'content-type'), metadata: metadataOf(call), checksum, ...lock },
    now,
  );
  return {
    status: 200,
    headers: { etag: `"${version.etag}"`, ...(checksum && checksumHeaders(checksum)), ...versionHeader(call, version) },
  };
}

function getObject(call: Call): Reply {
  const version = asked(call);
  const headers = objectHeaders(call, version);
  if (isUnchanged(call, version)) return { status: 304, headers: { etag: `"${version.etag}"` } };
  const span = spanOf(header(call, 'range'), version.body.length);
  if (span === undefined) return { status: 200, headers, body: version.body };
  const { from, to } = span;
  return {
    status: 206,
    headers: {
      ...withoutChecksum(headers),
      'content-length': String(to - from),
      'content-range': `bytes ${from}-${to - 1}/${version.body.length}`,
    },
    body: version.body.subarray(from, to),
  };
}

function headObject(call: Call): Reply {
  const version = asked(call);
  if (isUnchanged(call, version)) return { status: 304, headers: { etag: `"${version.etag}"` } };
  return { status: 200, headers: objectHeaders(call, version) };
}

function deleteObject(call: Call): Reply {
  const { bucket, key, now, request } = call;
  const versionId = request.query.get('versionId');
  if (versionId === null) {
    const marker = bucket.hide(key, now);
    return { status: 204, headers: marker === undefined ? {} : markerHeaders(marker) };
  }
  assertMay(call, 's3:DeleteObjectVersion');
  const version = bucket.version(key, versionId);
  if (version === undefined) return { status: 204, headers: { 'x-amz-version-id': versionId } };
  assertMayDelete(version, now, bypassesGovernance(call));
  bucket.remove(version);
  return {
    status: 204,
    headers: version.isDeleteMarker ? markerHeaders(version) : { 'x-amz-version-id': version.versionId },
  };
}

/** The lock that a write asks for; undefined where it asks for none. */
export function askedLock(call: Call): Partial<Locked> | undefined {
  const mode = header(call, 'x-amz-object-lock-mode');
  const until = header(call, 'x-amz-object-lock-retain-until-date');
  const hold = header(call, 'x-amz-object-lock-legal-hold');
  if (mode === undefined && until === undefined && hold === undefined) return undefined;
  if (!call.bucket.hasObjectLock)
    throw new Refusal(400, 'InvalidRequest', 'Bucket is missing Object Lock Configuration');
  if (hold !== undefined) assertMay(call, 's3:PutObjectLegalHold');
  if (mode === undefined && until === undefined) return { legalHold: hold === 'ON' };
  assertMay(call, 's3:PutObjectRetention');
  return { retention: readRetention(mode, until, call.now), legalHold: hold === 'ON' };
}

export function metadataOf({ request }: Call): Readonly<Record<string, string>> {
  const own = Object.entries(request.headers).filter(([name]) => name.startsWith('x-amz-meta-'));
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}

/** The version that a request is about. Who may not list learns nothing of what is not there. */
export function asked(call: Call): Version {
  const { bucket, key, request } = call;
  const versionId = request.query.get('versionId');
  if (versionId !== null) {
    assertMay(call, 's3:GetObjectVersion');
    const version = bucket.version(key, versionId);
    if (version === undefined) throw new Refusal(404, 'NoSuchVersion', 'The specified version does not exist.');
    if (version.isDeleteMarker)
      throw new Refusal(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', {
        headers: { 'x-amz-delete-marker': 'true' },
      });
    return version;
  }
  const version = bucket.current(key);
  if (version !== undefined) return version;
  if (!call.may('s3:ListBucket')) throw accessDenied();
  const marker = bucket.versions(key)[0];
  const missing = noSuchKey();
  throw marker === undefined
    ? missing
    : new Refusal(404, missing.code, missing.message, { headers: markerHeaders(marker) });
}

function objectHeaders(call: Call, version: Version): Record<string, string> {
  const { body, checksum, contentType, etag, legalHold, metadata, modified, retention } = version;
  const wantsChecksum = header(call, 'x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  const seesLock = retention !== undefined && call.may('s3:GetObjectRetention');
  return {
    'accept-ranges': 'bytes',
    'content-length': String(body.length),
    'content-type': contentType,
    etag: `"${etag}"`,
    'last-modified': new Date(modified).toUTCString(),
    'x-amz-server-side-encryption': 'AES256',
    ...metadata,
    ...(wantsChecksum && checksum !== undefined ? checksumHeaders(checksum) : {}),
    ...(seesLock
      ? {
          'x-amz-object-lock-mode': retention.mode,
          'x-amz-object-lock-retain-until-date': new Date(retention.until).toISOString(),
        }
      : {}),
    ...(legalHold && call.may('s3:GetObjectLegalHold') ? { 'x-amz-object-lock-legal-hold': 'ON' } : {}),
    ...versionHeader(call, version),
  };
}

function withoutChecksum(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('x-amz-checksum-')));
}

export function versionHeader({ bucket }: Call, { versionId }: Version): Record<string, string> {
  return bucket.versioning === 'never' ? {} : { 'x-amz-version-id': versionId };
}

function markerHeaders({ versionId }: Version): Record<string, string> {
  return { 'x-amz-delete-marker': 'true', 'x-amz-version-id': versionId };
}

import { createHash } from 'node:crypto';

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Within the place; undefined for a request about the bucket. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

const CHECKSUM = 'x-amz-checksum-';

/** The same request, whose body is held against an MD5 digest instead; itself where it has no checksum. */
export function withoutChecksums(request: S3Request): S3Request {
  const all = Object.entries(request.headers ?? {});
  const kept = all.filter(([name]) => !name.startsWith(CHECKSUM));
  if (kept.length === all.length) return request;
  const md5 =
    request.body === undefined ? {} : { 'content-md5': createHash('md5').update(request.body).digest('base64') };
  return { ...request, headers: { ...Object.fromEntries(kept), ...md5 } };
}

/** Without query values and secrets: `PUT daily/1/rows (partNumber, uploadId)`. */
export function nameOf({ key, method, query = {} }: S3Request): string {
  const names = Object.keys(query);
  return `${method} ${key ?? 'bucket'}${names.length === 0 ? '' : ` (${names.join(', ')})`}`;
}

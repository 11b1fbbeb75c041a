import type { Request } from '../http/http-service.ts';

/** Parameters that make another call of it; the first that is there counts, whatever else is. */
const SUBRESOURCES = [
  ...['uploadId', 'uploads', 'retention', 'legal-hold', 'object-lock', 'versioning', 'versions', 'lifecycle'],
  ...['encryption', 'publicAccessBlock', 'location'],
];

/** Parameters that say more of the same call. */
const DETAILS = new Set([
  ...['x-id', 'list-type', 'prefix', 'delimiter', 'max-keys', 'continuation-token', 'start-after', 'encoding-type'],
  ...['versionId', 'partNumber', 'max-parts', 'part-number-marker', 'key-marker', 'version-id-marker', 'fetch-owner'],
]);

/** `PUT object`, `GET bucket versioning`: with what nobody modelled in its name, so that it is refused. */
export function operationName({ headers, method, query }: Request, about: 'bucket' | 'object'): string {
  const subresource = SUBRESOURCES.find((name) => query.has(name));
  const unknown = [...query.keys()].filter(
    (name) => name !== subresource && !DETAILS.has(name) && !name.toLowerCase().startsWith('x-amz-'),
  );
  const copies = headers['x-amz-copy-source'] === undefined ? [] : ['copy'];
  return [method, about, subresource, ...unknown, ...copies].filter((part) => part !== undefined).join(' ');
}

/** `/bucket/some/key` by its two parts, decoded. */
export function splitPath(path: string): { readonly bucket: string; readonly key: string } {
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  return { bucket, key: decodeURIComponent(key) };
}

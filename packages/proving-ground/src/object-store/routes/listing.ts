import type { Reply } from '../../http/http-service.ts';
import { type Call, isoTime, type Operations, xmlReply } from '../call.ts';
import { invalidArgument } from '../refusal.ts';
import type { Version } from '../version.ts';
import { around, element } from '../xml.ts';

export const listOperations: Operations = {
  'GET bucket': { right: 's3:ListBucket', answer: listObjects },
  'GET bucket versions': { right: 's3:ListBucketVersions', answer: listVersions },
};

const OWNER = around('Owner', element('ID', 'proving-ground'));

/** ListObjectsV2; the first version of the call is not modelled. */
function listObjects({ bucket, request: { query } }: Call): Reply {
  if (query.get('list-type') !== '2') throw invalidArgument('list-type must be 2');
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const most = mostOf(query, 'max-keys');
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : fromToken(token);
  const name = namesIn(query);

  const rows: { readonly last: string; readonly xml: string }[] = [];
  const groups = new Set<string>();
  for (const key of bucket.keys()) {
    const version = bucket.current(key);
    if (version === undefined || !key.startsWith(prefix)) continue;
    const group = groupOf(key, prefix, delimiter);
    if (group !== undefined) {
      if (groups.has(group) || !isAfter(group, after)) continue;
      groups.add(group);
      rows.push({ last: group, xml: around('CommonPrefixes', element('Prefix', name(group))) });
    } else if (isAfter(key, after)) rows.push({ last: key, xml: around('Contents', contents(version, name)) });
  }
  const page = rows.slice(0, most);
  const last = page.at(-1)?.last;
  const isTruncated = rows.length > page.length;
  return xmlReply(
    'ListBucketResult',
    element('Name', bucket.name) +
      element('Prefix', name(prefix)) +
      (delimiter === '' ? '' : element('Delimiter', name(delimiter))) +
      element('MaxKeys', most) +
      element('KeyCount', page.length) +
      element('IsTruncated', isTruncated) +
      (token === null ? '' : element('ContinuationToken', token)) +
      (isTruncated && last !== undefined ? element('NextContinuationToken', toToken(last)) : '') +
      (query.get('encoding-type') === 'url' ? element('EncodingType', 'url') : '') +
      page.map((row) => row.xml).join(''),
  );
}

function listVersions({ bucket, request: { query } }: Call): Reply {
  const prefix = query.get('prefix') ?? '';
  const most = mostOf(query, 'max-keys');
  const name = namesIn(query);
  const all = bucket
    .keys()
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => bucket.versions(key).map((version, at) => ({ version, isLatest: at === 0 })));
  const marker = query.get('key-marker');
  const from =
    marker === null
      ? 0
      : 1 +
        all.findLastIndex(({ version: { key, versionId } }) => {
          const id = query.get('version-id-marker');
          return id === null ? !isAfter(key, marker) : key === marker && versionId === id;
        });
  const page = all.slice(from, from + most);
  const next = all.length > from + most ? page.at(-1)?.version : undefined;
  return xmlReply(
    'ListVersionsResult',
    element('Name', bucket.name) +
      element('Prefix', name(prefix)) +
      element('MaxKeys', most) +
      element('IsTruncated', next !== undefined) +
      (next === undefined
        ? ''
        : element('NextKeyMarker', name(next.key)) + element('NextVersionIdMarker', next.versionId)) +
      page.map(({ isLatest, version }) => versionXml(version, isLatest, name)).join(''),
  );
}

function versionXml(version: Version, isLatest: boolean, name: (text: string) => string): string {
  const which = element('VersionId', version.versionId) + element('IsLatest', isLatest);
  return version.isDeleteMarker
    ? around(
        'DeleteMarker',
        element('Key', name(version.key)) + which + element('LastModified', isoTime(version.modified)) + OWNER,
      )
    : around('Version', which + contents(version, name) + OWNER);
}

function contents({ body, checksum, etag, key, modified }: Version, name: (text: string) => string): string {
  return (
    element('Key', name(key)) +
    element('LastModified', isoTime(modified)) +
    element('ETag', `"${etag}"`) +
    (checksum === undefined
      ? ''
      : element('ChecksumAlgorithm', checksum.algorithm.toUpperCase()) + element('ChecksumType', checksum.type)) +
    element('Size', body.length) +
    element('StorageClass', 'STANDARD')
  );
}

function groupOf(key: string, prefix: string, delimiter: string): string | undefined {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}

/** A page never needs to be larger; S3 cuts what is asked for to it. */
function mostOf(query: URLSearchParams, name: string): number {
  const most = Number(query.get(name) ?? 1_000);
  if (!Number.isInteger(most) || most < 0)
    throw invalidArgument(`Provided ${name} not an integer or within integer range`);
  return Math.min(most, 1_000);
}

function namesIn(query: URLSearchParams): (text: string) => string {
  return query.get('encoding-type') === 'url'
    ? (text) => encodeURIComponent(text).replaceAll('%2F', '/')
    : (text) => text;
}

function isAfter(key: string, marker: string): boolean {
  return Buffer.compare(Buffer.from(key), Buffer.from(marker)) > 0;
}

/** Opaque: nobody is to make one. */
function toToken(last: string): string {
  return Buffer.from(`v1:${last}`).toString('base64');
}

function fromToken(token: string): string {
  const text = Buffer.from(token, 'base64').toString('utf8');
  if (!text.startsWith('v1:')) throw invalidArgument('The continuation token provided is incorrect');
  return text.slice(3);
}

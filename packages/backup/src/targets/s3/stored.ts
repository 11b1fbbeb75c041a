import type { StoredObject } from '../target.ts';
import { unreadable } from './failure.ts';
import { allAt, parseXml, textAt } from './xml.ts';

/** An object by the head that a store gives of it. What hides a lock from the key is not there. */
export function storedObject(key: string, headers: Headers): StoredObject {
  const bytes = Number(headers.get('content-length') ?? Number.NaN);
  const modifiedMs = Date.parse(headers.get('last-modified') ?? '');
  if (Number.isNaN(bytes) || Number.isNaN(modifiedMs)) throw unreadable(`HEAD ${key}`, headers);
  const lockedUntilMs = Date.parse(headers.get('x-amz-object-lock-retain-until-date') ?? '');
  return {
    key,
    bytes,
    modifiedMs,
    ...(Number.isNaN(lockedUntilMs) ? {} : { lockedUntilMs }),
    ...(headers.get('x-amz-object-lock-legal-hold') === 'ON' ? { legalHold: true } : {}),
  };
}

export interface Page {
  readonly objects: readonly StoredObject[];
  /** For the next page; undefined where this was the last. */
  readonly next: string | undefined;
}

/** A page of ListObjectsV2, its keys without `own`; undefined where it is none. */
export function readPage(text: string, own: string): Page | undefined {
  const xml = parseXml(text);
  if (xml?.name !== 'ListBucketResult') return undefined;
  const objects = allAt(xml, 'Contents').map((one): StoredObject => {
    const key = textAt(one, 'Key') ?? '';
    return {
      key: key.startsWith(own) ? key.slice(own.length) : '',
      bytes: Number(textAt(one, 'Size') ?? Number.NaN),
      modifiedMs: Date.parse(textAt(one, 'LastModified') ?? ''),
    };
  });
  const isSound = objects.every(({ bytes, key, modifiedMs }) => key !== '' && !Number.isNaN(bytes + modifiedMs));
  const isTruncated = textAt(xml, 'IsTruncated') === 'true';
  const next = isTruncated ? textAt(xml, 'NextContinuationToken') : undefined;
  return isSound && isTruncated === (next !== undefined) ? { objects, next } : undefined;
}

import type { Past } from '../target.ts';
import { unreadable } from './failure.ts';
import type { S3Request } from './request.ts';
import type { S3Store } from './store.ts';
import { allAt, parseXml, textAt, type XmlElement } from './xml.ts';

/** What a store answers that does not list versions, by its status. */
const NOT_SHOWN: Readonly<Record<number, 'no-versions' | 'no-right'>> = {
  403: 'no-right',
  405: 'no-versions',
  501: 'no-versions',
};

type Markers = Readonly<Record<string, string>>;

interface Found {
  readonly key: string;
  readonly firstMs: number;
  readonly isDeleted: boolean;
  readonly tags: ReadonlySet<string>;
}

interface Page {
  readonly kept: readonly XmlElement[];
  readonly deleted: readonly XmlElement[];
  readonly next: Markers | undefined;
}

/**
 * What was ever stored, deleted objects among it, or why the store does not show that to this key. Needs
 * `s3:ListBucketVersions`. A bucket that keeps no versions lists each object as its one version, `null`; so does one that
 * kept some, of what it got before and after: such a version is replaced, and deleted, without a trace.
 */
export async function readEverStored(
  store: S3Store,
  prefix: string,
  signal: AbortSignal | undefined,
): Promise<Past | 'no-versions' | 'no-right'> {
  const own = store.fullKey('');
  const found = new Map<string, Found>();
  let [markers, keepsVersions, isWhole]: [Markers | undefined, boolean, boolean] = [{}, false, true];
  while (markers !== undefined) {
    const query: Readonly<Record<string, string>> = { versions: '', prefix: `${own}${prefix}`, ...markers };
    const page: Page | 'no-versions' | 'no-right' = await readPage(store, { method: 'GET', query }, signal);
    if (typeof page === 'string') return page;
    for (const one of page.kept) add(found, own, one, false);
    for (const one of page.deleted) add(found, own, one, true);
    const hasOwn = [...page.kept, ...page.deleted].map((one) => (textAt(one, 'VersionId') ?? 'null') !== 'null');
    keepsVersions ||= hasOwn.includes(true);
    isWhole &&= !hasOwn.includes(false);
    markers = page.next;
  }
  if (found.size > 0 && !keepsVersions) return 'no-versions';
  // A marker alone: what it hid is gone.
  const kept = [...found.values()].filter(({ firstMs }) => Number.isFinite(firstMs));
  return { keys: kept.map(({ tags, ...one }) => ({ ...one, isSame: tags.size === 1 })), isWhole };
}

function readPage(store: S3Store, request: S3Request, signal: AbortSignal | undefined) {
  return store.retried(signal, async (): Promise<Page | 'no-versions' | 'no-right'> => {
    const answer = await store.once(request, signal);
    const notShown = NOT_SHOWN[answer.status];
    if (notShown !== undefined) return notShown;
    if (answer.status !== 200) throw store.failure(request, answer);
    const xml = parseXml(answer.text);
    const page = xml?.name === 'ListVersionsResult' ? pageOf(xml) : undefined;
    const before = request.query;
    const isSame = page?.next?.['key-marker'] === before?.['key-marker'];
    const isStuck =
      page?.next !== undefined && isSame && page.next['version-id-marker'] === before?.['version-id-marker'];
    if (page === undefined || isStuck) throw unreadable('GET bucket (versions)', answer.headers);
    return page;
  });
}

function pageOf(xml: XmlElement): Page | undefined {
  const [kept, deleted] = [allAt(xml, 'Version'), allAt(xml, 'DeleteMarker')];
  const isSound = [...kept, ...deleted].every((one) => !Number.isNaN(Date.parse(textAt(one, 'LastModified') ?? '')));
  const isTruncated = textAt(xml, 'IsTruncated') === 'true';
  const [key, version] = [textAt(xml, 'NextKeyMarker'), textAt(xml, 'NextVersionIdMarker')];
  if (!isSound || (isTruncated && key === undefined)) return undefined;
  const next = { 'key-marker': key ?? '', ...(version === undefined ? {} : { 'version-id-marker': version }) };
  return { kept, deleted, next: isTruncated ? next : undefined };
}

function add(found: Map<string, Found>, own: string, one: XmlElement, isMarker: boolean): void {
  const whole = textAt(one, 'Key') ?? '';
  if (!whole.startsWith(own) || whole.length === own.length) return;
  const key = whole.slice(own.length);
  const known = found.get(key) ?? { key, firstMs: Number.POSITIVE_INFINITY, isDeleted: false, tags: new Set() };
  const atMs = isMarker ? Number.POSITIVE_INFINITY : Date.parse(textAt(one, 'LastModified') ?? '');
  const isDeleted = known.isDeleted || (isMarker && textAt(one, 'IsLatest') === 'true');
  const tag = `${textAt(one, 'ETag')} ${textAt(one, 'Size')}`;
  const tags = isMarker ? known.tags : new Set([...known.tags, tag]);
  found.set(key, { key, firstMs: Math.min(known.firstMs, atMs), isDeleted, tags });
}

import type { Protection } from '../target.ts';
import { unreadable } from './failure.ts';
import { nameOf, type S3Request } from './request.ts';
import type { S3Store } from './store.ts';
import { allAt, parseXml, textAt, type XmlElement } from './xml.ts';

/** What a store says where a bucket has no such setting: that is an answer. */
const ABSENT: readonly string[] = ['ObjectLockConfigurationNotFoundError', 'NoSuchLifecycleConfiguration'];
/** What a store answers that does not have such a setting at all. */
const UNKNOWN_THERE = [405, 501];

/**
 * What the bucket does with what is stored in it; undefined where the store has no Object Lock to ask for. Throws
 * RemoteError where the key may not ask.
 */
export async function readProtection(store: S3Store, signal: AbortSignal | undefined): Promise<Protection | undefined> {
  const [lock, versioning, lifecycle] = await Promise.all(
    ['object-lock', 'versioning', 'lifecycle'].map((name) => readSetting(store, name, signal)),
  );
  if (lock === 'not-there' || versioning === 'not-there') return undefined;
  return {
    defaultLock: lockOf(lock),
    keepsVersions: versioning !== undefined && textAt(versioning, 'Status') === 'Enabled',
    expiry: lifecycle === undefined || lifecycle === 'not-there' ? [] : expiryOf(lifecycle, store.place.prefix),
  };
}

async function readSetting(
  store: S3Store,
  name: string,
  signal: AbortSignal | undefined,
): Promise<XmlElement | 'not-there' | undefined> {
  const request: S3Request = { method: 'GET', query: { [name]: '' } };
  return store.retried(signal, async () => {
    const answer = await store.once(request, signal);
    if (answer.status < 300) {
      const xml = parseXml(answer.text);
      if (xml === undefined) throw unreadable(nameOf(request), answer.headers);
      return xml;
    }
    if (UNKNOWN_THERE.includes(answer.status)) return 'not-there';
    const error = store.failure(request, answer);
    if (ABSENT.includes(error.code ?? '')) return undefined;
    throw error;
  });
}

function lockOf(xml: XmlElement | undefined): Protection['defaultLock'] {
  if (xml === undefined || textAt(xml, 'ObjectLockEnabled') !== 'Enabled') return undefined;
  const [retention] = allAt(xml, 'Rule', 'DefaultRetention');
  const mode = retention && textAt(retention, 'Mode')?.toLowerCase();
  if (retention === undefined || (mode !== 'compliance' && mode !== 'governance')) return undefined;
  // Some stores say both, the one that does not hold as 0.
  const days = Number(textAt(retention, 'Days') ?? 0) || 365 * Number(textAt(retention, 'Years') ?? 0);
  return days > 0 ? { mode, days } : undefined;
}

/** The rules that delete what is stored below the place's prefix, by its own keys. */
export function expiryOf(xml: XmlElement, ownPrefix: string): Protection['expiry'] {
  const own = ownPrefix === '' ? '' : `${ownPrefix}/`;
  return allAt(xml, 'Rule').flatMap((rule) => {
    const days = Number(textAt(rule, 'Expiration', 'Days') ?? Number.NaN);
    const date = Date.parse(textAt(rule, 'Expiration', 'Date') ?? '');
    if (textAt(rule, 'Status') !== 'Enabled' || (Number.isNaN(days) && Number.isNaN(date))) return [];
    // What we store has no tags: a rule for those that have some is none for us.
    if (allAt(rule, 'Filter', 'Tag').length + allAt(rule, 'Filter', 'And', 'Tag').length > 0) return [];
    const scope =
      textAt(rule, 'Filter', 'And', 'Prefix') ?? textAt(rule, 'Filter', 'Prefix') ?? textAt(rule, 'Prefix') ?? '';
    // On a day of the calendar everything goes, however new it is.
    const after = Number.isNaN(days) ? 0 : days;
    if (scope.startsWith(own)) return [{ prefix: scope.slice(own.length), days: after }];
    return own.startsWith(scope) ? [{ prefix: '', days: after }] : [];
  });
}

import { type Call, header } from './call.ts';
import { noSuchKey, Refusal } from './refusal.ts';
import type { Version } from './version.ts';

const failed = () =>
  new Refusal(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');

/** `If-None-Match: *` and `If-Match` of a write (docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html). */
export function assertMayWrite(call: Call): void {
  if (!call.conditionalWrites) return;
  const current = call.bucket.current(call.key);
  const none = header(call, 'if-none-match');
  if (none !== undefined && none !== '*')
    throw new Refusal(501, 'NotImplemented', 'A header you provided implies functionality that is not implemented');
  if (none === '*' && current !== undefined) throw failed();
  const match = header(call, 'if-match');
  if (match === undefined) return;
  if (current === undefined) throw noSuchKey();
  if (!matches(match, current)) throw failed();
}

/** Of a read; gives true where it need not be sent again (304). */
export function isUnchanged(call: Call, version: Version): boolean {
  const match = header(call, 'if-match');
  if (match !== undefined && !matches(match, version)) throw failed();
  const none = header(call, 'if-none-match');
  return none !== undefined && matches(none, version);
}

function matches(condition: string, { etag }: Version): boolean {
  return condition === '*' || condition.split(',').some((one) => one.trim().replaceAll('"', '') === etag);
}

export interface Span {
  readonly from: number;
  /** Behind the last byte. */
  readonly to: number;
}

/** The part of `size` bytes that a Range header names; undefined where it names none that S3 obeys. */
export function spanOf(range: string | undefined, size: number): Span | undefined {
  const found = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (found === null || (found[1] === '' && found[2] === '')) return undefined;
  const [, first = '', last = ''] = found;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (from >= size || (first === '' && last === '0'))
    throw new Refusal(416, 'InvalidRange', 'The requested range is not satisfiable', {
      more: { ActualObjectSize: String(size) },
    });
  return from < to ? { from, to } : undefined;
}

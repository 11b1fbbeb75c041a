import { parseRetryAfter, RemoteError } from '@lockstep/base';
import { parseXml, textAt } from './xml.ts';

/** The service's name in every error: AWS, R2, B2 or whoever speaks it. */
export const S3 = 'S3';

export interface Refused {
  readonly status: number;
  readonly headers: Headers;
  /** The body; `''` of a HEAD. */
  readonly text: string;
}

/** These may pass: the store is busy, or bytes were changed on their way. */
const PASSING: readonly string[] = [
  ...['InternalError', 'SlowDown', 'ServiceUnavailable', 'RequestTimeout', 'OperationAborted'],
  ...['BadDigest', 'XAmzContentSHA256Mismatch', 'IncompleteBody', 'ConditionalRequestConflict'],
];

const HINTS: Readonly<Record<string, string>> = {
  AccessDenied: 'the key needs the permission that this call asks for, also in the policy of the bucket',
  InvalidAccessKeyId: 'the access key is not known there: check s3-endpoint and the credentials',
  SignatureDoesNotMatch: 'the secret does not belong to the access key',
  ExpiredToken:
    'the temporary credentials have expired: get them closer to this step, or for longer (role-duration-seconds)',
  InvalidToken: 'the session token does not belong to the access key',
  RequestTimeTooSkewed: 'the clock of this machine is more than 15 minutes off',
  NoSuchBucket: 'check the bucket of `to`, and s3-endpoint',
  NotImplemented: 'this store does not have what was asked for',
  EntityTooLarge: 'the store takes no object of this size',
};

/** A refusal or breakdown as an error. `what` names the call: `PUT daily/…/rows.gz.age`. */
export function failureOf(what: string, { headers, status, text }: Refused, nowMs: number): RemoteError {
  const answer = parseXml(text);
  const code = answer?.name === 'Error' ? textAt(answer, 'Code') : undefined;
  const words = (answer && textAt(answer, 'Message')) ?? wordsFor(status);
  const requestId = headers.get('x-amz-request-id') ?? (answer && textAt(answer, 'RequestId')) ?? headers.get('cf-ray');
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'), nowMs);
  const region = headers.get('x-amz-bucket-region') ?? (answer && textAt(answer, 'Region'));
  const hint =
    region === null || region === undefined ? (HINTS[code ?? ''] ?? hintFor(status)) : `set s3-region: ${region}`;
  const passes = status === 408 || status === 429 || (status >= 500 && status !== 501);
  return new RemoteError(`${S3}: ${what}: ${words}`, {
    service: S3,
    status,
    retryable: passes || PASSING.includes(code ?? ''),
    ...(code === undefined ? {} : { code }),
    ...(requestId === null || requestId === undefined ? {} : { requestId }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** No answer at all, or one that broke off: cut, refused, not resolved, or too late. */
export function noAnswer(what: string, cause: unknown): RemoteError {
  return new RemoteError(`${S3}: ${what}: no answer`, { service: S3, retryable: true, cause });
}

/** An answer that does not say what such an answer says. */
export function unreadable(what: string, headers: Headers): RemoteError {
  const requestId = headers.get('x-amz-request-id');
  return new RemoteError(`${S3}: ${what}: the answer cannot be read`, {
    service: S3,
    retryable: true,
    hint: 'check s3-endpoint and any proxy in between',
    ...(requestId === null ? {} : { requestId }),
  });
}

function wordsFor(status: number): string {
  if (status === 403) return 'access denied';
  if (status === 404) return 'not found';
  if (status >= 300 && status < 400) return 'a redirect, which is not followed';
  return status >= 500 ? 'the store returned a server error' : 'refused';
}

function hintFor(status: number): string | undefined {
  if (status === 403) return HINTS['AccessDenied'];
  if (status >= 300 && status < 400) return 'check s3-region and s3-endpoint';
  return undefined;
}

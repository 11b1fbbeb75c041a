import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from '../http/http-service.ts';
import { accessDenied, invalidRequest, Refusal } from './refusal.ts';

/** A key and what it opens. */
export interface Holder {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials, which are nothing without it. */
  readonly sessionToken: string | undefined;
}

/** A request whose signature was recomputed, with what a streamed payload is signed on with. */
export interface Signed<H extends Holder> {
  readonly holder: H;
  /** What the signature was made over in place of the payload: a digest, or a word that says how it is sent. */
  readonly payload: string;
  readonly stream: SigningContext;
}

export interface SigningContext {
  readonly key: Buffer;
  /** `20261129T120000Z` */
  readonly at: string;
  /** `20261129/eu-central-1/s3/aws4_request` */
  readonly scope: string;
  /** The signature of the head, which the first chunk is chained to. */
  readonly seed: string;
}

export interface SignatureRules<H extends Holder> {
  readonly region: string;
  readonly now: number;
  holder(accessKeyId: string): H | undefined;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const SKEW_MS = 15 * 60_000;
const LONGEST_PRESIGNED_S = 604_800;

/**
 * Recomputes the signature of a request (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html),
 * from its Authorization header or from its query. Throws Refusal.
 */
export function verifySignature<H extends Holder>(request: Request, rules: SignatureRules<H>): Signed<H> {
  const isPresigned = request.query.has('X-Amz-Signature');
  const claim = isPresigned ? fromQuery(request, rules.now) : fromHeader(request, rules.now);
  const [accessKeyId = '', date = '', region = '', service = '', end = ''] = claim.credential.split('/');
  if (service !== 's3' || end !== 'aws4_request' || date !== claim.at.slice(0, 8))
    throw new Refusal(
      400,
      'AuthorizationHeaderMalformed',
      'The authorization header is malformed; the credential is wrong.',
    );
  if (region !== rules.region) {
    const message = `The authorization header is malformed; the region '${region}' is wrong; expecting '${rules.region}'`;
    throw new Refusal(400, 'AuthorizationHeaderMalformed', message, { more: { Region: rules.region } });
  }
  const holder = rules.holder(accessKeyId);
  const token = one(request.headers['x-amz-security-token']) ?? request.query.get('X-Amz-Security-Token') ?? undefined;
  // Temporary credentials without their token are as unknown as any other.
  if (holder === undefined || (holder.sessionToken !== undefined && token === undefined))
    throw new Refusal(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  if (holder.sessionToken !== token)
    throw new Refusal(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.');

  const scope = `${date}/${region}/${service}/${end}`;
  const key = signingKey(holder.secretAccessKey, date, region);
  const canonical = canonicalRequest(request, claim.signedHeaders, claim.payload);
  const expected = hmac(key, [ALGORITHM, claim.at, scope, sha256(canonical)].join('\n')).toString('hex');
  if (!same(expected, claim.signature)) {
    const message =
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
    throw new Refusal(403, 'SignatureDoesNotMatch', message, { more: { CanonicalRequest: canonical } });
  }
  return { holder, payload: claim.payload, stream: { key, at: claim.at, scope, seed: expected } };
}

interface Claim {
  readonly credential: string;
  readonly at: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly payload: string;
}

function fromHeader({ headers }: Request, now: number): Claim {
  const text = headers.authorization;
  if (text === undefined) throw accessDenied();
  const found = /^(\S+) Credential=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/.exec(text);
  if (found === null || found[1] !== ALGORITHM)
    throw new Refusal(400, 'AuthorizationHeaderMalformed', 'The authorization header that you provided is not valid.');
  const at = one(headers['x-amz-date']);
  if (at === undefined) throw accessDenied('AWS authentication requires a valid Date or x-amz-date header');
  const payload = one(headers['x-amz-content-sha256']);
  if (payload === undefined) throw invalidRequest('Missing required header for this request: x-amz-content-sha256');
  if (Math.abs(timeOf(at) - now) > SKEW_MS) {
    const message = 'The difference between the request time and the current time is too large.';
    throw new Refusal(403, 'RequestTimeTooSkewed', message, {
      more: { RequestTime: at, ServerTime: new Date(now).toISOString(), MaxAllowedSkewMilliseconds: String(SKEW_MS) },
    });
  }
  const signedHeaders = (found[3] ?? '').split(';');
  const unsigned = Object.keys(headers).filter((name) => mustBeSigned(name) && !signedHeaders.includes(name));
  if (unsigned.length > 0) {
    const message = 'There were headers present in the request which were not signed';
    throw new Refusal(403, 'AccessDenied', message, { more: { HeadersNotSigned: unsigned.join(', ') } });
  }
  return { credential: found[2] ?? '', at, signedHeaders, signature: found[4] ?? '', payload };
}

function fromQuery({ headers, query }: Request, now: number): Claim {
  const part = (name: string) => query.get(`X-Amz-${name}`) ?? '';
  const seconds = Number(part('Expires'));
  if (part('Algorithm') !== ALGORITHM || !(seconds >= 1 && seconds <= LONGEST_PRESIGNED_S))
    throw new Refusal(400, 'AuthorizationQueryParametersError', 'X-Amz-Expires must be between 1 and 604800 seconds');
  const began = timeOf(part('Date'));
  if (now < began - SKEW_MS) throw accessDenied('Request is not valid yet');
  if (now > began + seconds * 1_000) throw accessDenied('Request has expired');
  return {
    credential: part('Credential'),
    at: part('Date'),
    signedHeaders: part('SignedHeaders').split(';'),
    signature: part('Signature'),
    payload:
      query.get('X-Amz-Content-Sha256') ??
      query.get('x-amz-content-sha256') ??
      one(headers['x-amz-content-sha256']) ??
      'UNSIGNED-PAYLOAD',
  };
}

function mustBeSigned(header: string): boolean {
  return header === 'host' || header === 'content-md5' || header.startsWith('x-amz-');
}

/** The form that both sides sign: nothing of it hangs on how a client or a proxy wrote the request. */
export function canonicalRequest(request: Request, signedHeaders: readonly string[], payload: string): string {
  const pairs = [...request.query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  const headers = signedHeaders.map((name) => {
    const value = one(request.headers[name]) ?? '';
    return `${name}:${value.trim().replace(/ +/g, ' ')}\n`;
  });
  return [
    request.method,
    request.path
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    pairs.map((pair) => pair.join('=')).join('&'),
    headers.join(''),
    signedHeaders.join(';'),
    payload,
  ].join('\n');
}

/** A step of a streamed payload, chained to the one before it. */
export function chainedSignature(
  context: SigningContext,
  what: 'PAYLOAD' | 'TRAILER',
  parts: readonly string[],
): string {
  const text = [`${ALGORITHM}-${what}`, context.at, context.scope, ...parts].join('\n');
  return hmac(context.key, text).toString('hex');
}

export function signingKey(secret: string, date: string, region: string): Buffer {
  return [date, region, 's3', 'aws4_request'].reduce<Buffer>(
    (key, part) => hmac(key, part),
    Buffer.from(`AWS4${secret}`),
  );
}

export function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** RFC 3986, as S3 has it. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function timeOf(at: string): number {
  const time = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (Number.isNaN(time)) throw accessDenied('AWS authentication requires a valid Date or x-amz-date header');
  return time;
}

function one(header: string | readonly string[] | undefined): string | undefined {
  return header === undefined || typeof header === 'string' ? header : header.join(',');
}

import type { Request } from '../http/http-service.ts';
import { invalidRequest, Refusal } from './refusal.ts';
import { chainedSignature, type SigningContext, same, sha256 } from './signature.ts';

export interface Payload {
  readonly bytes: Buffer;
  /** Headers that came behind the bytes, such as a checksum. */
  readonly trailers: Readonly<Record<string, string>>;
}

const SIGNED = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD';
const SIGNED_TRAILER = `${SIGNED}-TRAILER`;
const UNSIGNED_TRAILER = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

/** The bytes that were meant, held against what was signed (`how`: a digest, or a word). Throws Refusal. */
export function readPayload(request: Request, how: string, context: SigningContext): Payload {
  if (how.startsWith('STREAMING-')) return readChunks(request, how, context);
  if (how !== 'UNSIGNED-PAYLOAD' && !same(sha256(request.body), how))
    throw new Refusal(
      400,
      'XAmzContentSHA256Mismatch',
      'The provided x-amz-content-sha256 header does not match what was computed.',
    );
  return { bytes: request.body, trailers: {} };
}

/** docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html, and -streaming-trailers.html */
function readChunks({ body, headers }: Request, how: string, context: SigningContext): Payload {
  if (![SIGNED, SIGNED_TRAILER, UNSIGNED_TRAILER].includes(how)) throw invalidRequest(`${how} is not supported`);
  const isSigned = how !== UNSIGNED_TRAILER;
  const chunks: Buffer[] = [];
  let at = 0;
  let before = context.seed;
  const line = () => {
    const end = body.indexOf('\r\n', at);
    if (end < 0) throw incomplete();
    const text = body.toString('latin1', at, end);
    at = end + 2;
    return text;
  };
  for (let size = -1; size !== 0; ) {
    const head = /^([0-9a-f]+)(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(line());
    if (head === null || (head[2] !== undefined) !== isSigned) throw incomplete();
    size = Number.parseInt(head[1] ?? '', 16);
    if (at + size > body.length) throw incomplete();
    const chunk = body.subarray(at, at + size);
    at += size;
    if (isSigned) before = chained(context, 'PAYLOAD', [before, sha256(''), sha256(chunk)], head[2] ?? '');
    if (size > 0 && line() !== '') throw incomplete();
    chunks.push(chunk);
  }
  const trailers = readTrailers(body.toString('latin1', at));
  const { 'x-amz-trailer-signature': signature, ...rest } = trailers;
  const named = String(headers['x-amz-trailer'] ?? '');
  if (named !== '' && named.split(',').some((name) => rest[name.trim().toLowerCase()] === undefined))
    throw new Refusal(400, 'MalformedTrailerError', 'The request contained trailing data that was not well-formed.');
  if (how === SIGNED_TRAILER) {
    const text = Object.entries(rest)
      .map(([name, value]) => `${name}:${value}\n`)
      .join('');
    chained(context, 'TRAILER', [before, sha256(text)], signature ?? '');
  }
  const bytes = Buffer.concat(chunks);
  if (Number(headers['x-amz-decoded-content-length']) !== bytes.length) throw incomplete();
  return { bytes, trailers: rest };
}

function readTrailers(text: string): Record<string, string> {
  const lines = text.split('\r\n').filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      if (colon < 1) throw incomplete();
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

function chained(
  context: SigningContext,
  what: 'PAYLOAD' | 'TRAILER',
  parts: readonly string[],
  given: string,
): string {
  const expected = chainedSignature(context, what, parts);
  if (same(expected, given)) return expected;
  throw new Refusal(
    403,
    'SignatureDoesNotMatch',
    'The chunk signature we calculated does not match the one you provided.',
  );
}

function incomplete(): Refusal {
  const message = 'You did not provide the number of bytes specified by the Content-Length HTTP header';
  return new Refusal(400, 'IncompleteBody', message);
}

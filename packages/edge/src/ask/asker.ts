import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import { cancellation, type Secret } from '@lockstep/base';
import { type Allowance, mayAsk } from './allowed.ts';
import { BODY_LIMIT_BYTES, decode } from './decode.ts';
import type { Answer, Exchange, NoAnswerReason } from './exchange.ts';

export const USER_AGENT = 'lockstep-edge-audit (+https://github.com/lockstep-ci/lockstep)';

export interface AskOptions {
  readonly allowance: Allowance;
  readonly timeoutMs: number;
  /** All requests of an audit together. */
  readonly mostRequests: number;
  /** Vercel's bypass secret; sent to the origin that is audited, and over TLS (or loopback) only. */
  readonly bypass: Secret;
  readonly origin: URL;
  /** Certificates that are trusted besides the well-known ones, PEM. */
  readonly ca?: readonly string[];
  readonly lookup?: LookupFunction;
  readonly signal: AbortSignal;
}

export interface Question {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Asker {
  /** Sends one request and follows no redirect. Throws only when cancelled. */
  ask(url: URL, question?: Question): Promise<Exchange>;
  readonly asked: number;
  close(): void;
}

export function openAsker(options: AskOptions): Asker {
  const { allowance, bypass, mostRequests, origin, signal, timeoutMs } = options;
  const shared = { keepAlive: true, maxSockets: 6 };
  const plain = new http.Agent(shared);
  const secure = new https.Agent({ ...shared, ...(options.ca === undefined ? {} : { ca: [...options.ca] }) });
  let asked = 0;

  async function ask(url: URL, { method = 'GET', headers = {}, body }: Question = {}): Promise<Exchange> {
    if (signal.aborted) throw cancellation(signal);
    const none = (why: NoAnswerReason, code = ''): Exchange => ({ kind: 'none', url, why, code });
    if (!mayAsk(url, allowance)) return none('not-allowed');
    if (asked >= mostRequests) return none('too-many');
    asked += 1;
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), timeoutMs);
    try {
      const agent = url.protocol === 'https:' ? secure : plain;
      const sent = {
        'user-agent': USER_AGENT,
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        'accept-encoding': 'br, gzip',
        ...headers,
        ...(bypass.isEmpty || url.origin !== origin.origin || !isPrivate(url)
          ? {}
          : { 'x-vercel-protection-bypass': bypass.reveal() }),
      };
      const { lookup } = options;
      const request = {
        agent,
        method,
        headers: sent,
        maxHeaderSize: MOST_HEADER_BYTES,
        signal: AbortSignal.any([timer.signal, signal]),
        ...(lookup === undefined ? {} : { lookup }),
      };
      return await send(url, request, body);
    } catch (error) {
      if (signal.aborted) throw cancellation(signal);
      if (timer.signal.aborted) return none('timeout');
      const { code = '' } = error as NodeJS.ErrnoException;
      return none(whyOf(code), code);
    } finally {
      clearTimeout(timeout);
    }
  }

  return {
    ask,
    get asked() {
      return asked;
    },
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}

/** As much as Chromium reads of the headers of one answer; Node alone would stop at 16 kB. */
const MOST_HEADER_BYTES = 256 * 1024;

/** Nobody between here and there reads what is sent. */
function isPrivate(url: URL): boolean {
  return url.protocol === 'https:' || url.hostname === '127.0.0.1' || url.hostname === 'localhost';
}

/** What Node says of a certificate that it does not trust (nodejs.org/api/tls.html, X509 certificate error codes). */
const CERTIFICATE_CODES: ReadonlySet<string> = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'HOSTNAME_MISMATCH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function whyOf(code: string): NoAnswerReason {
  if (CERTIFICATE_CODES.has(code)) return 'certificate';
  return code === 'ENOTFOUND' ? 'unresolved' : 'network';
}

function send(url: URL, options: https.RequestOptions, body: string | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const take = (response: http.IncomingMessage) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const finish = (cut: boolean) => resolve(answerOf(url, response, { raw: Buffer.concat(chunks), cut }));
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size <= BODY_LIMIT_BYTES) return;
        finish(true);
        response.destroy();
      });
      response.on('end', () => finish(false));
      response.on('error', reject);
    };
    // No answer may be left open: one that switches protocols ends without an error.
    const closed = () => reject(Object.assign(new Error('closed without an answer'), { code: 'ECONNRESET' }));
    const request = (url.protocol === 'https:' ? https : http).request(url, options, take);
    request.on('error', reject);
    request.on('upgrade', (_response, socket) => {
      socket.destroy();
      closed();
    });
    request.end(body);
  });
}

function answerOf(url: URL, response: http.IncomingMessage, read: { raw: Buffer; cut: boolean }): Answer {
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < response.rawHeaders.length; index += 2)
    headers.push([(response.rawHeaders[index] ?? '').toLowerCase(), response.rawHeaders[index + 1] ?? '']);
  const { bytes, intact } = decode(read.raw, response.headers['content-encoding'] ?? '');
  return {
    kind: 'answer',
    url,
    status: response.statusCode ?? 0,
    headers,
    body: bytes.toString('utf8'),
    bytes: bytes.length,
    truncated: read.cut || !intact,
  };
}

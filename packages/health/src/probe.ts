import * as http from 'node:http';
import * as https from 'node:https';
import type { TLSSocket } from 'node:tls';
import { cancellation, onOrigin, type Secret } from '@lockstep/base';
import type { HttpResponse, NoResponse, ProbeExchange } from './exchange.ts';
import { code } from './fields.ts';

/** More than any health route says; the rest is not read. */
const BODY_LIMIT_BYTES = 262_144;
const MOST_REDIRECTS = 3;

export interface ProbeTarget {
  /** Where to connect: scheme, host and port. */
  readonly origin: URL;
  /** The host to ask for (Host header, TLS server name) where it is not the origin's own. */
  readonly host: string | undefined;
}

/** Headers that only the target's own origin may see: bypass secrets, tokens, the caller's own. */
export type Credentials = () => Promise<Readonly<Record<string, Secret>>>;

/** By Vercel's bypass secret alone; empty for none. */
export function bypassOnly(bypass: Secret): Credentials {
  return async () => (bypass.isEmpty ? {} : { 'x-vercel-protection-bypass': bypass });
}

export interface ProbeOptions {
  readonly target: ProbeTarget;
  readonly credentials: Credentials;
  /** Put into the query of every request, redirects included: `name=value`. */
  readonly query?: string;
  /** Keeps connections open between probes, to compare answers rather than handshakes. */
  readonly keepAlive?: boolean;
  /** HTTP_PROXY, HTTPS_PROXY and NO_PROXY; honored by Node 24.5 and later. */
  readonly proxyEnv?: NodeJS.ProcessEnv;
}

export interface Prober {
  /** Sends one GET. Throws only `signal`'s reason, or what `credentials` threw. */
  ask(path: string, timeoutMs: number, signal: AbortSignal): Promise<ProbeExchange>;
  close(): void;
}

type Reply = Pick<HttpResponse, 'status' | 'headers' | 'body' | 'truncated' | 'certificateEnds'>;

export function openProber(options: ProbeOptions): Prober {
  const { origin, host } = options.target;
  const secure = origin.protocol === 'https:';
  const agent = new (secure ? https : http).Agent({
    keepAlive: options.keepAlive ?? false,
    // A resumed TLS session shows no certificate.
    maxCachedSessions: 0,
    ...(options.proxyEnv === undefined ? {} : { proxyEnv: options.proxyEnv }),
  });
  const seenAs = new URL(host === undefined ? origin.origin : `${origin.protocol}//${host}`);

  async function ask(path: string, timeoutMs: number, signal: AbortSignal): Promise<ProbeExchange> {
    const credentials = Object.entries(await options.credentials());
    const at = Date.now();
    const started = performance.now();
    const since = () => performance.now() - started;
    const lost = (kind: NoResponse['kind'], why: string): NoResponse => ({ kind, code: why, path, at, ms: since() });
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), timeoutMs);
    const stop = AbortSignal.any([timer.signal, signal]);
    try {
      const headers = {
        accept: 'application/health+json, application/json;q=0.9, */*;q=0.8',
        'accept-encoding': 'identity',
        'cache-control': 'no-cache',
        'user-agent': 'lockstep-health-gate',
        host: seenAs.host,
        ...Object.fromEntries(credentials.map(([name, secret]) => [name, secret.reveal()])),
      };
      for (let redirects = 0, next = path; ; redirects++) {
        const reply = await get(agent, asked(onOrigin(next, origin), options.query), headers, stop);
        const onward = redirects < MOST_REDIRECTS ? redirectWithin(reply, onOrigin(next, seenAs)) : undefined;
        if (onward !== undefined) {
          next = onward;
          continue;
        }
        const credentialed = credentials.length > 0;
        return { kind: 'answer', path, landed: next, redirects, at, ms: since(), credentialed, ...reply };
      }
    } catch (error) {
      if (signal.aborted) throw cancellation(signal);
      if (timer.signal.aborted) return lost('timeout', 'NO_ANSWER');
      return lost('network', code((error as NodeJS.ErrnoException).code));
    } finally {
      clearTimeout(timeout);
    }
  }
  return { ask, close: () => agent.destroy() };
}

/** The path to follow when an answer redirects within the origin it came from. */
function redirectWithin(reply: Reply, from: URL): string | undefined {
  const location = reply.headers['location'];
  if (reply.status < 300 || reply.status > 399 || location === undefined) return undefined;
  if (!URL.canParse(location, from.href)) return undefined;
  const to = new URL(location, from);
  return to.origin === from.origin ? `${to.pathname}${to.search}` : undefined;
}

function asked(url: URL, query: string | undefined): URL {
  if (query !== undefined) url.search = url.search === '' ? query : `${url.search.slice(1)}&${query}`;
  return url;
}

function get(
  agent: http.Agent,
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    // The agent takes the TLS server name from the Host header.
    const options = { agent, headers, signal };
    const take = (response: http.IncomingMessage) => {
      const chunks: Buffer[] = [];
      let size = 0;
      // Now: once the answer has ended the socket may have forgotten it.
      const ends = certificateEnds(response.socket);
      const finish = (truncated: boolean) =>
        resolve({
          status: response.statusCode ?? 0,
          headers: flatten(response.headers),
          body: Buffer.concat(chunks).toString('utf8'),
          truncated,
          certificateEnds: ends,
        });
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
    const secure = url.protocol === 'https:';
    const request = secure ? https.request(url, options, take) : http.request(url, options, take);
    request.on('error', reject);
    request.end();
  });
}

function flatten(headers: http.IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
}

function certificateEnds(socket: unknown): number | undefined {
  const certificate = (socket as Partial<TLSSocket>).getPeerCertificate?.();
  const ends = Date.parse(certificate?.valid_to ?? '');
  return Number.isNaN(ends) ? undefined : ends;
}

import { type Clock, cancellation, DeadlineError, withDeadline } from '@lockstep/base';
import type { Exchange } from './exchange.ts';

export interface Request {
  readonly method: string;
  /** Absolute, on the origin of the backend. */
  readonly url: URL;
  /** Values as they are sent; what is secret among them was wrapped where it came in. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** Sends one request and follows no redirect. Throws only the signal's reason. */
export type Send = (request: Request) => Promise<Exchange>;

export interface ClientOptions {
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Headers of every request, such as the key of a protected deployment. */
  readonly always: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
}

/** More of a body is not read, and is then not judged. */
export const BODY_LIMIT = 8 * 1024 * 1024;

export function createClient({ timeoutMs, clock, signal, always, fetch: send }: ClientOptions): Send {
  return async ({ method, url, headers, body }) => {
    const path = `${url.pathname}${url.search}`;
    const started = performance.now();
    const ask = async (inner: AbortSignal): Promise<Exchange> => {
      const response = await send(url, {
        method,
        headers: {
          accept: '*/*',
          'cache-control': 'no-cache',
          'user-agent': 'lockstep-contract-check',
          ...always,
          ...headers,
        },
        redirect: 'manual',
        signal: inner,
        ...(body === undefined ? {} : { body }),
      });
      const ms = performance.now() - started;
      const { text, truncated } = await readBody(response);
      return {
        kind: 'answer',
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: text,
        truncated,
        ms,
        path,
      };
    };
    try {
      return await withDeadline(`${method} ${path}`, timeoutMs, ask, { clock, signal });
    } catch (error) {
      if (signal.aborted) throw cancellation(signal);
      if (error instanceof DeadlineError) return { kind: 'lost', why: 'timeout', code: 'NO_ANSWER', path };
      return { kind: 'lost', why: 'network', code: codeOf(error), path };
    }
  };
}

async function readBody(response: Response): Promise<{ readonly text: string; readonly truncated: boolean }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    size += value.length;
    if (size <= BODY_LIMIT) continue;
    await reader.cancel();
    break;
  }
  return { text: Buffer.concat(pieces).toString('utf8'), truncated: size > BODY_LIMIT };
}

function codeOf(error: unknown): string {
  const cause = (error as { readonly cause?: { readonly code?: unknown } } | null)?.cause;
  const code = cause?.code;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'NETWORK';
}

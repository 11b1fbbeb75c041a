import { type Clock, cancellation } from './clock.ts';
import { withDeadline } from './deadline.ts';
import { RemoteError } from './errors.ts';
import type { Logger } from './log.ts';
import type { Secret } from './secret.ts';

/** A JSON API that a bearer token opens. */
export interface ServiceAccess {
  readonly token: Secret;
  /** The only origin that ever sees the token. */
  readonly apiUrl: URL;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
  /** For one try of one request, body included, in milliseconds. */
  readonly requestTimeoutMs: number;
}

export interface ServiceRequest {
  readonly method: string;
  /** Below the API's URL, with its query. */
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Buffer | undefined;
}

/** What came back over the wire. */
export interface ServiceAnswer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
  /** The text as JSON; undefined where it is none. */
  readonly body: unknown;
}

/** The address of a path (`/v9/projects`) of the API, whose own URL may have a path too. */
export function serviceUrl(apiUrl: URL, path: string): URL {
  return new URL(`${apiUrl.href.replace(/\/$/, '')}${path}`);
}

/** 1 Mbit/s: what is sent slower than that is not coming. */
const SLOWEST_BYTES_PER_MS = 125;

/**
 * Sends one request once, and says whatever the service answered. Redirects are never followed: no other host may see
 * the token. Throws a retryable RemoteError where no answer came in time (the request may have been carried out), or
 * the signal's reason.
 */
export async function askService(
  service: string,
  access: ServiceAccess,
  { body, headers, method, url }: ServiceRequest,
): Promise<ServiceAnswer> {
  const { clock, log, signal } = access;
  const what = `${service}: ${method} ${url.pathname}`;
  const started = clock.now();
  const exchange = async (inner: AbortSignal): Promise<ServiceAnswer> => {
    const response = await access.fetch(url, {
      method,
      redirect: 'manual',
      signal: inner,
      headers: {
        authorization: `Bearer ${access.token.reveal()}`,
        accept: 'application/json',
        'user-agent': 'lockstep',
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return { status: response.status, header: (name) => response.headers.get(name), text, body: jsonIn(text) };
  };
  const limitMs = access.requestTimeoutMs + (body?.length ?? 0) / SLOWEST_BYTES_PER_MS;
  try {
    const answer = await withDeadline(what, limitMs, exchange, { clock, signal });
    log.debug(`${what}: ${answer.status} in ${clock.now() - started} ms`);
    return answer;
  } catch (cause) {
    if (signal.aborted) throw cancellation(signal);
    log.debug(`${what}: no answer after ${clock.now() - started} ms`);
    throw new RemoteError(`${what}: no answer`, { service, retryable: true, cause });
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

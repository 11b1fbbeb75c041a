import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface WireRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
  readonly signal: AbortSignal;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Whoever has it reads it to its end, or ends the signal. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Sends one request as it is; follows nothing, repeats nothing. */
export type Transport = (request: WireRequest) => Promise<WireAnswer>;

/**
 * Node's own HTTP. Not `fetch`, which copies each body before it sends it: an upload of large parts would need twice its
 * memory, and leave as much again to be collected (1 GB in parts of 8 MiB: 208 MB at most instead of 92 MB).
 */
export const nodeTransport: Transport = ({ body, headers, method, signal, url }) =>
  new Promise((resolve, reject) => {
    const length = body === undefined && method !== 'POST' ? {} : { 'content-length': String(body?.length ?? 0) };
    // By the agent of the process, which keeps connections and is the one that obeys HTTPS_PROXY.
    const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
    const request = send(url, { method, headers: { ...headers, ...length }, signal });
    request.once('error', reject);
    request.once('response', (response) => resolve(answerOf(response)));
    request.end(body);
  });

function answerOf(response: IncomingMessage): WireAnswer {
  // Without it, what breaks off after its last reader left would end the process.
  response.on('error', () => undefined);
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return { status: response.statusCode ?? 0, headers, body: response };
}

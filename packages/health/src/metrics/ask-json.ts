import { type Clock, cancellation, type Secret, withDeadline } from '@lockstep/base';
import { code, hostName } from '../fields.ts';

/** More than any answer of numbers has. */
const MOST_BYTES = 1_000_000;

export interface JsonQuestion {
  readonly url: URL;
  readonly headers: Readonly<Record<string, Secret | string>>;
  /** Sent as JSON or as a form; a GET without. */
  readonly body?:
    | { readonly kind: 'json'; readonly value: unknown }
    | { readonly kind: 'form'; readonly value: URLSearchParams };
  readonly timeoutMs: number;
}

export type JsonAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly json: unknown; readonly headers: Headers }
  /** In our own words. */
  | { readonly kind: 'none'; readonly what: string };

export interface Asking {
  readonly clock: Clock;
  readonly fetch: typeof fetch;
}

/**
 * Asks once, of this origin alone: a redirect is not followed, so that no other host sees a token. A reading that fails is
 * followed by the next one, so nothing is tried again here. Throws the signal's reason.
 */
export async function askJson(
  question: JsonQuestion,
  { clock, fetch }: Asking,
  signal: AbortSignal,
): Promise<JsonAnswer> {
  const { body, url } = question;
  try {
    return await withDeadline(
      'the request',
      question.timeoutMs,
      async (inner) => {
        const response = await fetch(url, {
          method: body === undefined ? 'GET' : 'POST',
          redirect: 'manual',
          signal: inner,
          headers: {
            accept: 'application/json',
            'user-agent': 'lockstep',
            ...(body?.kind === 'json' ? { 'content-type': 'application/json' } : {}),
            ...revealed(question.headers),
          },
          ...(body === undefined ? {} : { body: body.kind === 'json' ? JSON.stringify(body.value) : body.value }),
        });
        const text = await textOf(response);
        return text === undefined
          ? none('the answer is longer than any metric is')
          : { kind: 'answer' as const, status: response.status, json: jsonIn(text), headers: response.headers };
      },
      { clock, signal },
    );
  } catch (error) {
    if (signal.aborted) throw cancellation(signal);
    return none(whyNot(error, url));
  }
}

async function textOf(response: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function revealed(headers: JsonQuestion['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : value.reveal()]),
  );
}

/** Undefined where it is none. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function none(what: string): JsonAnswer {
  return { kind: 'none', what };
}

function whyNot(error: unknown, { host }: URL): string {
  const found = error as { readonly name?: string; readonly cause?: { readonly code?: unknown } };
  const from = `from ${hostName(host)}`;
  if (found.name === 'DeadlineError')
    return `no complete answer ${from} within the timeout of a request; raise "request-timeout" if it is slow`;
  const known = found.cause?.code === undefined ? '' : ` (${code(found.cause.code)})`;
  return `no answer ${from}${known}; check the address`;
}

/** What a refusal means for the reading: the next one may be answered, or none ever is. `check`: what may be wrong in it. */
export function refused(
  status: number,
  service: string,
  check: string,
): { readonly kind: 'error' | 'not-available'; readonly what: string } {
  if (status === 400 || status === 404)
    return { kind: 'error', what: `${service} answered HTTP ${status}; check ${check}` };
  if (status === 401 || status === 403)
    return { kind: 'error', what: `${service} refuses the token (HTTP ${status}); check it and what it may read` };
  if (status === 402)
    return { kind: 'not-available', what: `${service} does not offer this in the current plan (HTTP 402)` };
  if (status === 429)
    return { kind: 'error', what: `${service} limits how often it is asked (HTTP 429); raise "interval"` };
  if (status >= 300 && status < 400)
    return { kind: 'error', what: `${service} redirects (HTTP ${status}); set its "url" to the address that answers` };
  return { kind: 'error', what: `${service} answered HTTP ${status}` };
}

/** A finite number, also one that is written as a text. */
export function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

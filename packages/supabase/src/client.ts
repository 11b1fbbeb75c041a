import {
  type Clock,
  cancellation,
  defaultRetry,
  describeTry,
  type Logger,
  RemoteError,
  type RetryPolicy,
  retry,
  type Secret,
  type Sent,
  withDeadline,
} from '@lockstep/base';
import { failureOf, noAnswer, notJson, type RawAnswer } from './failure.ts';
import { type Operations, PATHS } from './openapi.ts';
import { assertRef } from './ref.ts';
import type { Unsure } from './unsure.ts';

export const SUPABASE_API = 'https://api.supabase.com';

export interface SupabaseClientOptions {
  /** A personal access token, best one that is scoped to the project and may only read. */
  readonly token: Secret;
  /** The only origin that ever sees the token. */
  readonly apiUrl: URL;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
  /** For one try of one request, body included, in milliseconds. */
  readonly requestTimeoutMs: number;
  readonly retry?: RetryPolicy;
  readonly random?: () => number;
}

export type OperationId = keyof Operations;

/** Supabase's Management API, by the operations of its own description. */
export interface SupabaseApi {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The JSON of a GET, of which nothing is certain. Throws RemoteError when its retries are used up. */
  read<Id extends OperationId>(
    operation: Id,
    ref: string,
    ...query: keyof Operations[Id]['query'] extends never ? [] : [query: Operations[Id]['query']]
  ): Promise<Unsure<Operations[Id]['answer']>>;
  /** One POST, never repeated: the caller looks before it sends again. */
  change<Id extends OperationId>(
    operation: Id,
    ref: string,
    body: Operations[Id]['body'],
  ): Promise<Sent<Unsure<Operations[Id]['answer']>>>;
}

/** A limit of 120 requests in a minute: the wait for the next minute fits. */
const POLICY: RetryPolicy = { ...defaultRetry, budgetMs: 90_000 };

export function createSupabaseClient(options: SupabaseClientOptions): SupabaseApi {
  const { clock, log, random, signal } = options;

  async function send(method: string, url: URL, body?: object): Promise<RawAnswer> {
    const what = `${method} ${url.pathname}`;
    const started = clock.now();
    try {
      const answer = await withDeadline(
        what,
        options.requestTimeoutMs,
        (inner) => exchange(options, { method, url, body }, inner),
        { clock, signal },
      );
      log.debug(`Supabase: ${what}: ${answer.status} in ${clock.now() - started} ms`);
      return answer;
    } catch (cause) {
      if (signal.aborted) throw cancellation(signal);
      throw noAnswer(what, cause);
    }
  }

  return {
    clock,
    signal,

    read: (operation, ref, ...[query]) =>
      retry(
        async () => {
          const url = addressOf(options.apiUrl, operation, ref, query);
          const answer = await send('GET', url);
          const what = `GET ${url.pathname}`;
          if (answer.status !== 200) throw failureOf(what, answer, clock.now());
          if (answer.body === undefined) throw notJson(what, answer);
          return answer.body as Unsure<Operations[typeof operation]['answer']>;
        },
        options.retry ?? POLICY,
        {
          clock,
          signal,
          ...(random === undefined ? {} : { random }),
          onRetry: (error, attempt, delayMs) =>
            log.debug(`${describeTry(error)}: try ${attempt} again in ${Math.round(delayMs)} ms`),
        },
      ),

    async change(operation, ref, body) {
      const url = addressOf(options.apiUrl, operation, ref);
      const what = `POST ${url.pathname}`;
      let answer: RawAnswer;
      try {
        answer = await send('POST', url, body);
      } catch (error) {
        if (error instanceof RemoteError) return { kind: 'lost', error };
        throw error;
      }
      const { status } = answer;
      if (status >= 200 && status < 300) {
        if (answer.body === undefined) return { kind: 'lost', error: notJson(what, answer) };
        return { kind: 'accepted', data: answer.body as Unsure<Operations[typeof operation]['answer']> };
      }
      const error = failureOf(what, answer, clock.now());
      return status < 500 && status !== 408 ? { kind: 'refused', error } : { kind: 'lost', error };
    },
  };
}

/** Lists as `services=auth&services=db`, as the description has them. */
function addressOf(apiUrl: URL, operation: OperationId, ref: string, query: object = {}): URL {
  assertRef(ref);
  const { path, rest } = inPath(PATHS[operation].replace('{ref}', ref), query);
  const url = new URL(`${apiUrl.href.replace(/\/$/, '')}${path}`);
  for (const [name, value] of rest)
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) url.searchParams.append(name, String(one));
  return url;
}

/** What the path has a place for is put there, and can leave it neither up nor down. */
function inPath(path: string, query: object) {
  const rest: [string, unknown][] = [];
  let filled = path;
  for (const [name, value] of Object.entries(query)) {
    const place = `{${name}}`;
    if (filled.includes(place)) filled = filled.replace(place, () => encodeURIComponent(String(value)));
    else rest.push([name, value]);
  }
  return { path: filled, rest };
}

/** Redirects are never followed: no other host may see the token. */
async function exchange(
  options: SupabaseClientOptions,
  { body, method, url }: { readonly method: string; readonly url: URL; readonly body: object | undefined },
  signal: AbortSignal,
): Promise<RawAnswer> {
  const response = await options.fetch(url, {
    method,
    redirect: 'manual',
    signal,
    headers: {
      authorization: `Bearer ${options.token.reveal()}`,
      accept: 'application/json',
      'user-agent': 'lockstep',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, header: (name) => response.headers.get(name), body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

import {
  askService,
  type Clock,
  defaultRetry,
  describeTry,
  RemoteError,
  type RetryPolicy,
  retry,
  type Sent,
  type ServiceAccess,
  type ServiceAnswer,
  type ServiceRequest,
  serviceUrl,
} from '@lockstep/base';
import { failureOf, notJson } from './failure.ts';
import { type Operations, PATHS } from './openapi.generated.ts';
import { assertRef } from './ref.ts';
import type { Unsure } from './unsure.ts';

export const SUPABASE_API = 'https://api.supabase.com';

/** The token: a personal access token, best one that is scoped to the project and may only read. */
export interface SupabaseClientOptions extends ServiceAccess {
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

  return {
    clock,
    signal,

    read: (operation, ref, ...[query]) =>
      retry(
        async () => {
          const url = addressOf(options.apiUrl, operation, ref, query);
          const answer = await askService('Supabase', options, { method: 'GET', url });
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
      let answer: ServiceAnswer;
      try {
        answer = await askService('Supabase', options, { method: 'POST', url, ...jsonBody(body) });
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
  const url = serviceUrl(apiUrl, path);
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

function jsonBody(body: object | undefined): Pick<ServiceRequest, 'headers' | 'body'> {
  if (body === undefined) return {};
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

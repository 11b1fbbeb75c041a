import {
  askService,
  at,
  type Clock,
  defaultRetry,
  describeTry,
  type Logger,
  numberAt,
  RemoteError,
  type RetryPolicy,
  retry,
  type ServiceAccess,
  type ServiceAnswer,
  serviceUrl,
} from '@lockstep/base';
import { listAt } from './answer.ts';
import { failureOf, notJson } from './failure.ts';

export const VERCEL_API = 'https://api.vercel.com';

export interface VercelClientOptions extends ServiceAccess {
  /** `team_…` or the team's slug; `''` for a personal account. */
  readonly team: string;
  readonly retry?: RetryPolicy;
  readonly random?: () => number;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * How a change ended. `refused`: Vercel said no, nothing happened. `lost`: it is not known whether it happened; only
 * reading can decide.
 */
export type VercelChange =
  | { readonly kind: 'accepted'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'refused'; readonly error: RemoteError; readonly body: unknown }
  | { readonly kind: 'lost'; readonly error: RemoteError };

export interface ChangeBody {
  readonly bytes: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Vercel's REST API: reads that are retried, changes that never are unless Vercel refused them unseen (429). */
export interface VercelApi {
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** The JSON of a GET. Throws RemoteError when its retries are used up. */
  read(path: string, query?: Query): Promise<unknown>;
  /** Every item of a paginated list, in pages of 100. */
  readAll(path: string, member: string, query?: Query): Promise<readonly unknown[]>;
  change(method: 'POST' | 'PATCH' | 'DELETE', path: string, query?: Query, body?: object): Promise<VercelChange>;
  /** A change that may safely be repeated: it is retried like a read. */
  put(path: string, body: ChangeBody): Promise<void>;
}

const PAGE = 100;
const MOST_PAGES = 200;

export function createVercelClient(options: VercelClientOptions): VercelApi {
  const { clock, log, signal, random } = options;
  const policy = options.retry ?? defaultRetry;
  const tools = {
    clock,
    signal,
    ...(random === undefined ? {} : { random }),
    onRetry: (error: unknown, attempt: number, delayMs: number) =>
      log.debug(`${describeTry(error)}: try ${attempt} again in ${Math.round(delayMs)} ms`),
  };

  async function send(method: string, path: string, query: Query, body?: ChangeBody): Promise<ServiceAnswer> {
    const url = address(options, path, query);
    const answer = await askService('Vercel', options, { method, url, headers: body?.headers, body: body?.bytes });
    // Some changes answer with nothing at all.
    return answer.text.trim() === '' ? { ...answer, body: {} } : answer;
  }

  async function once(method: string, path: string, query: Query, body?: ChangeBody): Promise<ServiceAnswer> {
    const answer = await send(method, path, query, body);
    if (answer.status < 200 || answer.status >= 300) throw failureOf(`${method} ${path}`, answer, clock.now());
    return answer;
  }

  const read: VercelApi['read'] = (path, query = {}) =>
    retry(
      async () => {
        const answer = await once('GET', path, query);
        if (answer.body === undefined) throw notJson(`GET ${path}`, answer);
        return answer.body;
      },
      policy,
      tools,
    );

  return {
    clock,
    log,
    signal,
    read,

    async readAll(path, member, query = {}) {
      const items: unknown[] = [];
      let until: number | undefined;
      for (let asked = 0; asked < MOST_PAGES; asked++) {
        const answer = await read(path, { ...query, limit: PAGE, until });
        const page = listAt(answer, member);
        // An answer without the list is no empty one.
        if (page === undefined)
          throw new RemoteError(`Vercel: GET ${path}: no list "${member}" in the answer`, {
            service: 'Vercel',
            retryable: false,
          });
        items.push(...page);
        const next = numberAt(at(answer, 'pagination'), 'next');
        if (next === undefined || next === until) return items;
        until = next;
      }
      throw new RemoteError(`Vercel: GET ${path}: more than ${MOST_PAGES * PAGE} items`, {
        service: 'Vercel',
        retryable: false,
      });
    },

    async change(method, path, query = {}, body = {}) {
      const what = `${method} ${path}`;
      const json = { bytes: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      try {
        return await retry(
          async () => {
            const answer = await attempt(() => send(method, path, query, json));
            if (answer instanceof RemoteError) return { kind: 'lost', error: answer };
            // 429 is the one failure that says for sure that nothing was done.
            if (answer.status === 429) throw failureOf(what, answer, clock.now());
            return judge(what, answer, clock.now());
          },
          policy,
          tools,
        );
      } catch (error) {
        if (!(error instanceof RemoteError)) throw error;
        return { kind: 'refused', error, body: undefined };
      }
    },

    async put(path, body) {
      await retry(() => once('POST', path, {}, body), policy, tools);
    },
  };
}

/** A read of something that need not exist: undefined on 404. */
export async function orAbsent(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RemoteError && error.status === 404) return undefined;
    throw error;
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<T | RemoteError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RemoteError) return error;
    throw error;
  }
}

function judge(what: string, answer: ServiceAnswer, nowMs: number): VercelChange {
  const { status, body } = answer;
  if (status >= 200 && status < 300)
    return body === undefined ? { kind: 'lost', error: notJson(what, answer) } : { kind: 'accepted', status, body };
  const error = failureOf(what, answer, nowMs);
  return status < 500 && status !== 408 ? { kind: 'refused', error, body } : { kind: 'lost', error };
}

function address(options: VercelClientOptions, path: string, query: Query): URL {
  const url = serviceUrl(options.apiUrl, path);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  if (options.team !== '') url.searchParams.set(options.team.startsWith('team_') ? 'teamId' : 'slug', options.team);
  return url;
}

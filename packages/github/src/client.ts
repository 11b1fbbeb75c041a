import {
  type Clock,
  cancellation,
  defaultRetry,
  describe,
  type Logger,
  RemoteError,
  type RetryPolicy,
  redactData,
  retry,
  type Secret,
  withDeadline,
} from '@lockstep/base';
import { Octokit } from '@octokit/core';
import type { Endpoints } from '@octokit/types';
import { noAnswer, nothingDone, notJson, type RefusedAnswer, refusalOf } from './failure.ts';

export interface ClientOptions {
  readonly token: Secret;
  /** GITHUB_API_URL: the only place that sees the token. */
  readonly apiUrl: string;
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly clock: Clock;
  readonly log: Logger;
  /** Ends every wait and every request. */
  readonly signal: AbortSignal;
  /** For one try of one request, in milliseconds (20 s). */
  readonly requestTimeoutMs?: number;
  readonly retry?: RetryPolicy;
  readonly random?: () => number;
  readonly fetch?: typeof fetch;
}

type Read = Extract<keyof Endpoints, `GET ${string}`>;
type Change = Exclude<keyof Endpoints, `GET ${string}`>;

/** What a route takes; the repository is filled in by the client. */
export type RouteParameters<R extends keyof Endpoints> = Omit<Endpoints[R]['parameters'], 'owner' | 'repo'>;
export type RouteData<R extends keyof Endpoints> = Endpoints[R]['response']['data'];

/**
 * How a change ended. `refused`: GitHub said no, nothing happened. `lost`: nobody knows whether it happened; only
 * reading can tell.
 */
export type ChangeAnswer<T> =
  | { readonly kind: 'accepted'; readonly status: number; readonly data: T }
  | { readonly kind: 'refused'; readonly error: RemoteError }
  | { readonly kind: 'lost'; readonly error: RemoteError };

/** GitHub's REST API in one repository: reads that are retried, changes that are sent once. */
export interface GitHub {
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly repository: { readonly owner: string; readonly repo: string };
  /** Throws RemoteError when its retries are used up. */
  read<R extends Read>(route: R, parameters: RouteParameters<R>): Promise<RouteData<R>>;
  /** The pages of a list, 100 items each, each read when it is asked for. */
  pages<R extends Read>(route: R, parameters: RouteParameters<R>): AsyncGenerator<RouteData<R>, void, undefined>;
  /** Without any secret in it (`redactData`). Repeated only while GitHub's rate limit turns it away unseen. */
  change<R extends Change>(route: R, parameters: RouteParameters<R>): Promise<ChangeAnswer<RouteData<R>>>;
}

const REQUEST_TIMEOUT_MS = 20_000;
const MOST_PAGES = 100;

/**
 * @octokit/core makes the requests. Its retry and throttling plugins are left out: they repeat changes that may have
 * taken effect, space writes a second apart, and wait on timers that no signal ends. One policy serves all of
 * Lockstep instead: `retry` of @lockstep/base.
 */
export function createClient(options: ClientOptions): GitHub {
  const { clock, log, signal, repository, random } = options;
  const timeoutMs = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
  const policy = options.retry ?? defaultRetry;
  const octokit = new Octokit({
    auth: options.token.reveal(),
    baseUrl: options.apiUrl.replace(/\/$/, ''),
    userAgent: 'lockstep',
    log: { debug: log.debug, info: log.debug, warn: log.debug, error: log.debug },
    ...(options.fetch === undefined ? {} : { request: { fetch: options.fetch } }),
  });
  const tools = {
    clock,
    signal,
    ...(random === undefined ? {} : { random }),
    onRetry: (error: unknown, attempt: number, delayMs: number) =>
      log.debug(`${describe(error)}: try ${attempt} failed, again in ${Math.round(delayMs)} ms`),
  };

  /** One try. Throws RemoteError, or the reason of the client's signal. */
  async function send(route: string, parameters: object): Promise<RefusedAnswer> {
    const { method, url } = octokit.request.endpoint(route, { ...repository, ...parameters });
    const what = `${method} ${url.slice(octokit.request.endpoint.DEFAULTS.baseUrl.length)}`;
    const started = clock.now();
    try {
      const answer = await withDeadline(
        what,
        timeoutMs,
        (inner) => octokit.request(route, { ...repository, ...parameters, request: { signal: inner } }),
        clock,
        signal,
      );
      log.debug(`${what}: ${answer.status} in ${clock.now() - started} ms`);
      if (typeof answer.data === 'string' && answer.status !== 204) throw notJson(what, answer.status);
      return answer;
    } catch (cause) {
      if (signal.aborted) throw cancellation(signal);
      if (cause instanceof RemoteError) throw cause;
      const answer = (cause as { response?: RefusedAnswer }).response;
      log.debug(`${what}: ${answer?.status ?? 'no answer'} after ${clock.now() - started} ms`);
      throw answer === undefined ? noAnswer(what, cause) : refusalOf(what, answer, clock.now());
    }
  }

  return {
    clock,
    log,
    signal,
    repository,

    async read(route, parameters) {
      const answer = await retry(() => send(route, parameters), policy, tools);
      return answer.data as never;
    },

    async *pages(route, parameters) {
      for (let page = 1; page <= MOST_PAGES; page++) {
        const answer = await retry(() => send(route, { ...parameters, per_page: 100, page }), policy, tools);
        yield answer.data as never;
        if (!/rel="next"/.test(String(answer.headers['link'] ?? ''))) return;
      }
      throw new RemoteError(`GitHub: ${route}: more than ${MOST_PAGES} pages`, { service: 'GitHub', retryable: false });
    },

    async change(route, parameters) {
      const once = async (): Promise<ChangeAnswer<never>> => {
        try {
          const answer = await send(route, redactData(parameters));
          return { kind: 'accepted', status: answer.status, data: answer.data as never };
        } catch (error) {
          if (!(error instanceof RemoteError) || nothingDone(error)) throw error;
          return { kind: 'lost', error };
        }
      };
      try {
        return await retry(once, policy, tools);
      } catch (error) {
        if (!(error instanceof RemoteError)) throw error;
        return { kind: 'refused', error };
      }
    },
  };
}

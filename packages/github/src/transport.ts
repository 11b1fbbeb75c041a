import { cancellation, RemoteError, redactData, withDeadline } from '@lockstep/base';
import { Octokit } from '@octokit/core';
import { restEndpointMethods } from '@octokit/plugin-rest-endpoint-methods';
import type { ClientOptions } from './client-options.ts';
import { BEYOND_REPOSITORY, CHANGES, type Endpoint } from './endpoints.ts';
import { type Answer, noAnswer, notJson, refusalOf } from './failure.ts';
import { ROUTES } from './routes.ts';

/** One try of one request. Throws RemoteError, or the reason of the client's signal. */
export type Send = (endpoint: Endpoint, parameters: object) => Promise<Answer>;

/** An endpoint of Octokit's, without its types: those are at the client's door. */
interface Method {
  (parameters: object): Promise<Answer>;
  endpoint(parameters: object): { readonly method: string; readonly url: string };
}

const REQUEST_TIMEOUT_MS = 20_000;
const changes: ReadonlySet<Endpoint> = new Set(CHANGES);
const beyond: ReadonlySet<Endpoint> = new Set(BEYOND_REPOSITORY);

/**
 * Octokit with its typed endpoints; around each request a deadline, the client's signal, and a RemoteError for whatever
 * is no answer. No change leaves with a secret in it. Its retry and throttling plugins are left out: they repeat changes that may have taken effect, space
 * writes a second apart, and wait on timers that no signal ends.
 */
export function openTransport(options: ClientOptions): Send {
  const { clock, log, repository, signal } = options;
  const timeoutMs = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
  const baseUrl = options.apiUrl.replace(/\/$/, '');
  const quiet = { debug: log.debug, info: log.debug, warn: log.debug, error: log.debug };
  const octokit = new (Octokit.plugin(restEndpointMethods))({
    auth: options.token.reveal(),
    baseUrl,
    userAgent: 'lockstep',
    log: quiet,
    request: {
      log: quiet,
      redirect: options.redirects === 'refused' ? 'manual' : 'follow',
      ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    },
  });
  const methods = octokit.rest as unknown as Readonly<Record<string, Readonly<Record<string, Method>>>>;

  const routes: Readonly<Record<string, string>> = ROUTES;
  const methodOf = (endpoint: Endpoint): Method | undefined => {
    const route = routes[endpoint];
    const [scope = '', name = ''] = endpoint.split('.');
    return route === undefined
      ? methods[scope]?.[name]
      : (octokit.request.defaults(routeOf(route)) as unknown as Method);
  };

  return async (endpoint, parameters) => {
    const ask = methodOf(endpoint);
    if (ask === undefined) throw new Error(`Octokit knows no endpoint ${endpoint}`);
    const all = {
      ...(beyond.has(endpoint) ? {} : repository),
      ...(changes.has(endpoint) ? redactData(parameters) : parameters),
    };
    const { method, url } = ask.endpoint(all);
    const what = `${method} ${url.slice(baseUrl.length)}`;
    const started = clock.now();
    try {
      const work = (inner: AbortSignal) => ask({ ...all, request: { signal: inner } });
      const answer = await withDeadline(what, timeoutMs, work, { clock, signal });
      log.debug(`${what}: ${answer.status} in ${clock.now() - started} ms`);
      // Only where redirects are refused.
      if (answer.status >= 300) throw refusalOf(what, answer, clock.now());
      if (typeof answer.data === 'string' && answer.status !== 204) throw notJson(what, answer.status);
      return answer;
    } catch (cause) {
      if (signal.aborted) throw cancellation(signal);
      if (cause instanceof RemoteError) throw cause;
      const answer = (cause as { response?: Answer }).response;
      log.debug(`${what}: ${answer?.status ?? 'no answer'} after ${clock.now() - started} ms`);
      throw answer === undefined ? noAnswer(what, cause) : refusalOf(what, answer, clock.now());
    }
  };
}

/** `GET /orgs/{org}` as Octokit takes it. */
function routeOf(route: string): { readonly method: string; readonly url: string } {
  const [method = '', url = ''] = route.split(' ');
  return { method, url };
}

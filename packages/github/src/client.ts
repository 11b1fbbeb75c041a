import { type Clock, defaultRetry, describeTry, InputError, type Logger, RemoteError, retry } from '@lockstep/base';
import type { ClientOptions } from './client-options.ts';
import { BEYOND_REPOSITORY, type Change, type EndpointData, type EndpointParameters, type Read } from './endpoints.ts';
import { nothingDone } from './failure.ts';
import type { Send } from './transport.ts';

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
  /** Throws RemoteError when its retries are used up, and InputError where no repository is named. */
  read<E extends Read>(endpoint: E, parameters: EndpointParameters<E>): Promise<EndpointData<E>>;
  /** The pages of a list, 100 items each, each read when it is asked for. */
  pages<E extends Read>(
    endpoint: E,
    parameters: EndpointParameters<E>,
  ): AsyncGenerator<EndpointData<E>, void, undefined>;
  /** Leaves without any secret in it (`redactData`). Repeated only while GitHub's rate limit turns it away unseen. */
  change<E extends Change>(endpoint: E, parameters: EndpointParameters<E>): Promise<ChangeAnswer<EndpointData<E>>>;
}

const MOST_PAGES = 100;
const beyond: ReadonlySet<string> = new Set(BEYOND_REPOSITORY);

/** What is wrong with a repository, where GitHub could not be asked about it: on a person's own machine none is named. */
export function repositoryProblem({ owner, repo }: GitHub['repository']): string | undefined {
  if (owner !== '' && repo !== '') return undefined;
  const given = [owner, repo].filter((part) => part !== '').join('/');
  return `GITHUB_REPOSITORY: expected OWNER/NAME, ${given === '' ? 'and it is not set' : `got "${given}"`}; a runner sets it, elsewhere set it to the repository on GitHub`;
}

/**
 * Reads are retried by the one policy of all of Lockstep (`retry` of @lockstep/base); a change is sent once. Octokit
 * with its table of all endpoints is loaded with the first request: many runs of an action ask nothing of GitHub.
 */
export function createGitHubClient(options: ClientOptions): GitHub {
  const { clock, log, signal, repository, random } = options;
  const policy = options.retry ?? defaultRetry;
  const tools = {
    clock,
    signal,
    ...(random === undefined ? {} : { random }),
    onRetry: (error: unknown, attempt: number, delayMs: number) =>
      log.debug(`${describeTry(error)}: try ${attempt} failed, again in ${Math.round(delayMs)} ms`),
  };
  let transport: Promise<Send> | undefined;
  const send: Send = async (endpoint, parameters) => {
    // Only now: who makes a client may need nothing of GitHub.
    const problem = beyond.has(endpoint) ? undefined : repositoryProblem(repository);
    if (problem !== undefined) throw new InputError(problem);
    transport ??= import('./transport.ts').then(({ openTransport }) => openTransport(options));
    return await (await transport)(endpoint, parameters);
  };

  return {
    clock,
    log,
    signal,
    repository,

    async read(endpoint, parameters) {
      const answer = await retry(() => send(endpoint, parameters), policy, tools);
      return answer.data as never;
    },

    async *pages(endpoint, parameters) {
      for (let page = 1; page <= MOST_PAGES; page++) {
        const answer = await retry(() => send(endpoint, { ...parameters, per_page: 100, page }), policy, tools);
        yield answer.data as never;
        if (!/rel="next"/.test(String(answer.headers['link'] ?? ''))) return;
      }
      throw new RemoteError(`GitHub: ${endpoint}: more than ${MOST_PAGES} pages`, {
        service: 'GitHub',
        retryable: false,
      });
    },

    async change(endpoint, parameters) {
      const once = async (): Promise<ChangeAnswer<never>> => {
        try {
          const answer = await send(endpoint, parameters);
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

import type { Clock, Logger, RemoteError } from '@lockstep/base';
import type { Endpoints } from '@octokit/types';

type Reads =
  | 'GET /repos/{owner}/{repo}/commits'
  | 'GET /repos/{owner}/{repo}/commits/{ref}'
  | 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls'
  | 'GET /repos/{owner}/{repo}/compare/{basehead}'
  | 'GET /repos/{owner}/{repo}/contents/{path}'
  | 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}'
  | 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}'
  | 'GET /repos/{owner}/{repo}/releases'
  | 'GET /repos/{owner}/{repo}/releases/{release_id}';

type Changes = 'POST /repos/{owner}/{repo}/releases' | 'PATCH /repos/{owner}/{repo}/releases/{release_id}';

type Parameters<R extends keyof Endpoints> = Omit<Endpoints[R]['parameters'], 'owner' | 'repo'>;
export type RouteData<R extends keyof Endpoints> = Endpoints[R]['response']['data'];

type Answer<T> =
  | { readonly kind: 'accepted'; readonly data: T }
  /** GitHub said no, nothing happened. */
  | { readonly kind: 'refused'; readonly error: RemoteError }
  /** Nobody knows whether it happened; only reading can tell. */
  | { readonly kind: 'lost'; readonly error: RemoteError };

/** What release notes ask of GitHub, in one repository; the client of @lockstep/github is one such. */
export interface GitHub {
  readonly clock: Clock;
  readonly log: Logger;
  /** Ends every wait. */
  readonly signal: AbortSignal;
  /** Throws RemoteError when its retries are used up. */
  read<R extends Reads>(route: R, parameters: Parameters<R>): Promise<RouteData<R>>;
  /** The pages of a list, each read when it is asked for. */
  pages<R extends Reads>(route: R, parameters: Parameters<R>): AsyncIterable<RouteData<R>>;
  /** Sent once. */
  change<R extends Changes>(route: R, parameters: Parameters<R>): Promise<Answer<RouteData<R>>>;
}

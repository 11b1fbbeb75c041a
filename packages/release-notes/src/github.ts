import type { Clock, Logger, RemoteError } from '@lockstep/base';
import type { RestEndpointMethodTypes } from '@octokit/plugin-rest-endpoint-methods';

type Repos = RestEndpointMethodTypes['repos'];
type Git = RestEndpointMethodTypes['git'];

interface Reads {
  'git.getTree': Git['getTree'];
  'git.listMatchingRefs': Git['listMatchingRefs'];
  'repos.compareCommitsWithBasehead': Repos['compareCommitsWithBasehead'];
  'repos.getCommit': Repos['getCommit'];
  'repos.getContent': Repos['getContent'];
  'repos.getRelease': Repos['getRelease'];
  'repos.listCommits': Repos['listCommits'];
  'repos.listPullRequestsAssociatedWithCommit': Repos['listPullRequestsAssociatedWithCommit'];
  'repos.listReleases': Repos['listReleases'];
}

interface Changes {
  'repos.createRelease': Repos['createRelease'];
  'repos.updateRelease': Repos['updateRelease'];
}

type Endpoints = Reads & Changes;

/** What the client fills in, or nobody may set for one request alone. */
type Settled = 'owner' | 'repo' | 'baseUrl' | 'headers' | 'mediaType' | 'request';
type Open<P> = {
  [K in keyof P as string extends K ? never : number extends K ? never : Exclude<K, Settled>]: P[K];
};
type AllParameters = { [E in keyof Endpoints]: Open<Endpoints[E]['parameters']> };
type AllData = { [E in keyof Endpoints]: Endpoints[E]['response']['data'] };
/** Interfaces, so that a client with more endpoints fits. */
interface Parameters extends AllParameters {}
interface Data extends AllData {}
export type EndpointData<E extends keyof Endpoints> = Data[E];

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
  read<E extends keyof Reads>(endpoint: E, parameters: Parameters[E]): Promise<EndpointData<E>>;
  /** The pages of a list, each read when it is asked for. */
  pages<E extends keyof Reads>(endpoint: E, parameters: Parameters[E]): AsyncIterable<EndpointData<E>>;
  /** Sent once. */
  change<E extends keyof Changes>(endpoint: E, parameters: Parameters[E]): Promise<Answer<EndpointData<E>>>;
}

import type { RemoteError, Secret } from '@lockstep/base';
import type { World } from './exchange.ts';

export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly body: string;
}

/** How a change ended. `refused`: nothing happened. `lost`: it is not known whether it happened. */
export type Changed<T> =
  | { readonly kind: 'accepted'; readonly data: T }
  | { readonly kind: 'refused' | 'lost'; readonly error: RemoteError };

/** A comment, without what it says. */
export interface Remark {
  /** Of its author: a number, not a name. */
  readonly authorId: string;
  /** Whether a person wrote it. */
  readonly isPerson: boolean;
  /** Whether its author is of the team: in a public repository anyone may write one. Throws RemoteError. */
  isOfTeam(): Promise<boolean>;
  readonly atMs: number;
}

/** Issues of one repository, as the caller's client of GitHub reaches them. */
export interface Issues {
  /** Open ones with this label. Throws RemoteError. */
  listOpen(label: string): Promise<readonly Issue[]>;
  create(request: { readonly title: string; readonly body: string; readonly label: string }): Promise<Changed<Issue>>;
  /** The first 100 comments since a time (ISO 8601). Throws RemoteError. */
  remarks(number: number, since: string): Promise<readonly Remark[]>;
  comment(number: number, body: string): Promise<Changed<unknown>>;
  close(number: number): Promise<Changed<unknown>>;
}

/** Opens the issues of `owner/repo`. */
export type OpenIssues = (repository: string, token: Secret, world: World) => Issues;

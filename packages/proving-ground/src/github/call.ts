import type { Reply } from '../http/http-service.ts';
import { type Page, pageOf } from './pages.ts';
import type { Permissions } from './tokens.ts';
import type { Repository, Run, User, World } from './world.ts';

/** One request that is known, allowed, and well-formed. */
export interface Call {
  readonly world: World;
  readonly repo: Repository;
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Checked against GitHub's description: a route may take its fields for what they are there. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Who the token acts as. */
  readonly user: User;
  /** The time, as GitHub writes it. */
  readonly at: string;
  /** The API's own address, without a slash at the end. */
  readonly base: string;
  /** The address that was asked, query and all. */
  readonly self: string;
  readonly events: Events;
}

/** What the stand-in tells whoever runs the workflows. */
export interface Events {
  readonly onCancel?: (run: Run) => void;
  /** Called for a workflow_dispatch; gives the run that it started. */
  readonly onDispatch?: (dispatch: Dispatch) => Run;
}

export interface Dispatch {
  readonly repo: Repository;
  /** The workflow's file name. */
  readonly workflow: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly user: User;
}

export interface Route {
  /** What the token must be allowed, as alternatives. Source: the "Permissions required" lists of GitHub's REST docs. */
  readonly needs: readonly Permissions[];
  readonly answer: (call: Call) => Reply;
}

/** By operation id. */
export type Routes = Readonly<Record<string, Route>>;

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

export function created(body: unknown): Reply {
  return { status: 201, body };
}

/** One page of a list, each item in its shape. */
export function listed<T>(call: Call, all: readonly T[], shape: (item: T) => unknown): Reply {
  const page = pageFor(call, all);
  return { status: 200, body: page.items.map(shape), headers: page.headers };
}

/** One page of a list that comes in an object with `total_count`. */
export function counted<T>(call: Call, key: string, all: readonly T[], shape: (item: T) => unknown): Reply {
  const page = pageFor(call, all);
  return { status: 200, body: { total_count: page.total, [key]: page.items.map(shape) }, headers: page.headers };
}

function pageFor<T>(call: Call, all: readonly T[]): Page<T> {
  return pageOf(all, call.query, call.self);
}

export function refusal(status: number, message: string, more: object = {}): Reply {
  return {
    status,
    body: { message, ...more, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  };
}

export const notFound = (message = 'Not Found'): Reply => refusal(404, message);

/** GitHub's 422 with the field at fault. */
export function invalid(resource: string, field: string, code: string, message?: string): Reply {
  const error = { resource, field, code, ...(message === undefined ? {} : { message }) };
  return refusal(422, 'Validation Failed', { errors: [error] });
}

/** Newest first, as most of GitHub's lists are. */
export function newestFirst<T extends { readonly id: number }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => b.id - a.id);
}

import { requestId } from '../edge/request-id.ts';
import type { Handler, Reply, Request } from '../http/http-service.ts';
import { type Access, admit } from './access.ts';
import { Refusal } from './refusal.ts';
import { goOnByTime } from './rollout-goes-on.ts';
import type { State } from './state.ts';
import type { World } from './world.ts';

export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly request: Request;
  readonly access: Access;
  /** What this caller gets to see: an older state where a `stale` fault struck. */
  readonly state: State;
}

export interface Route {
  readonly method: string;
  /** With `:name` for one segment. Several, where Vercel serves several versions of one thing. */
  readonly paths: readonly string[];
  readonly answer: (world: World, call: Call) => Reply | Promise<Reply>;
}

/** Lets a request through before it is answered, or throws a Refusal (rate limits). */
export type Guard = (route: string, access: Access) => Readonly<Record<string, string>>;

/** Answers with the routes' answers, Vercel's errors, and 404 for what is not modelled, which it reports. */
export function makeApi(
  world: World,
  routes: readonly Route[],
  guard: Guard,
  onUnmodelled: (request: string) => void,
): Handler {
  const table = routes.flatMap((route) =>
    route.paths.map((path) => ({ route, path, pattern: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) })),
  );
  return async (request) => {
    const id = { 'x-vercel-id': requestId() };
    try {
      const hits = table.flatMap((entry) => {
        const match = entry.pattern.exec(request.path);
        return match === null ? [] : [{ ...entry, params: { ...match.groups } }];
      });
      const hit = hits.find(({ route }) => route.method === request.method);
      if (hit === undefined) {
        onUnmodelled(`${request.method} ${request.path}`);
        throw new Refusal(404, 'not_found', 'The requested API endpoint was not found.');
      }
      const access = admit(world, request);
      const headers = guard(`${request.method} ${hit.path}`, access);
      world.store.writeNow(() => goOnByTime(world));
      const state = request.stale ? world.store.beforeLatestWrite : world.store.now;
      const call = { params: decoded(hit.params), query: request.query, request, access, state };
      const work = () => hit.route.answer(world, call);
      const reply = request.method === 'GET' ? await work() : await world.store.write(work);
      return { ...reply, headers: { ...id, ...headers, ...reply.headers } };
    } catch (error) {
      if (error instanceof Refusal) return error.reply(id);
      throw error;
    }
  };
}

function decoded(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]));
}

/** One parameter of the path. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`no such parameter in this route: ${name}`);
  return value;
}

/** The body as an object. Vercel refuses members it does not know, and so do we. */
export function readBody(call: Call, known: readonly string[]): Readonly<Record<string, unknown>> {
  let body: unknown;
  try {
    body = call.request.json() ?? {};
  } catch {
    throw new Refusal(400, 'bad_request', 'Invalid JSON');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal(400, 'bad_request', 'Invalid request: should be object.');
  const stranger = Object.keys(body).find((key) => !known.includes(key));
  if (stranger !== undefined)
    throw new Refusal(400, 'bad_request', `Invalid request: should NOT have additional property \`${stranger}\`.`);
  return body as Record<string, unknown>;
}

/** A member of a body that has to be a string where it is there at all (null counts as absent). */
export function text(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string')
    throw new Refusal(400, 'bad_request', `Invalid request: \`${name}\` should be string.`);
  return value;
}

import type { Faults } from '../faults/faults.ts';
import { type HttpService, type Reply, type Request, serve } from '../http/http-service.ts';
import { type Contract, readContract, type Violation } from '../openapi/contract.ts';
import { newProject, type ProjectOptions, type SupabaseProjectSeed } from './project.ts';
import { routes } from './routes.ts';

export interface SupabaseOptions {
  readonly faults: Faults;
  /** Milliseconds since the epoch; the system's time when absent. */
  readonly now?: () => number;
  /** Requests of a token in a minute, above which it answers 429 (120). */
  readonly perMinute?: number;
}

export interface SupabaseGrant {
  /** The permissions of a scoped token (`backups_read`); all of them when absent, as a classic token has. */
  readonly permissions?: readonly string[];
  /** The projects that it reaches; all of them when absent. */
  readonly projects?: readonly string[];
}

/** Supabase's Management API, as far as this toolkit calls it. */
export interface Supabase extends HttpService {
  /** The project of a reference, made where it is new; its members are the API's own, and can be changed. */
  project(ref: string, options?: ProjectOptions): SupabaseProjectSeed;
  token(grant?: SupabaseGrant): string;
  /** Requests and answers that Supabase's own description does not allow, in order. */
  readonly violations: readonly Violation[];
  /** Throws, naming them, when there are violations. For the end of every test. */
  expectNoViolations(): void;
  /** Gives the violations and forgets them: for tests that ask wrongly on purpose. */
  takeViolations(): readonly Violation[];
}

// The same place from src/ and from the compiled lib/.
const CUT = new URL('../../src/supabase/openapi-cut.json', import.meta.url);
const FORBIDDEN =
  'Your account does not have the necessary privileges to access this endpoint. For more details, refer to our documentation https://supabase.com/docs/guides/platform/access-control';

let loaded: Contract | undefined;

/** Supabase's own description. One for the whole process. */
export function loadSupabaseContract(): Contract {
  loaded ??= readContract(CUT);
  return loaded;
}

export async function startSupabase(options: SupabaseOptions): Promise<Supabase> {
  const { now = Date.now, perMinute = 120 } = options;
  const contract = loadSupabaseContract();
  const projects = new Map<string, SupabaseProjectSeed>();
  const tokens = new Map<string, SupabaseGrant>();
  const minutes = new Map<string, { began: number; asked: number }>();
  const violations: Violation[] = [];

  const service = await serve('supabase', handle, options.faults);

  function handle(request: Request): Reply {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const grant = tokens.get(token);
    if (grant === undefined) return { status: 401, body: { message: 'Unauthorized' } };
    const minute = minuteOf(token);
    const left = perMinute - minute.asked;
    const reset = Math.max(1, Math.ceil((minute.began + 60_000 - now()) / 1_000));
    const limits = {
      'x-ratelimit-limit': String(perMinute),
      'x-ratelimit-remaining': String(Math.max(0, left)),
      'x-ratelimit-reset': String(reset),
    };
    const reply =
      left < 0 ? { status: 429, body: { message: 'ThrottlerException: Too Many Requests' } } : answer(request, grant);
    return { ...reply, headers: { 'x-gotrue-id': 'proving-ground', ...limits, ...reply.headers } };
  }

  function minuteOf(token: string): { began: number; asked: number } {
    const known = minutes.get(token);
    const minute = known === undefined || now() - known.began >= 60_000 ? { began: now(), asked: 0 } : known;
    minute.asked++;
    minutes.set(token, minute);
    return minute;
  }

  function answer(request: Request, grant: SupabaseGrant): Reply {
    const matched = contract.match(request.method, request.path);
    const route = matched === undefined ? undefined : routes[matched.operation];
    if (matched === undefined || route === undefined)
      return violation(request, 'unknown-route', ['no such operation'], {
        status: 404,
        body: { message: `Cannot ${request.method} ${request.path}` },
      });
    // What is of an organization is asked of it by its slug: here it holds all projects.
    const ref = matched.params['ref'] ?? [...projects.keys()][0] ?? '';
    const reaches = grant.projects === undefined || grant.projects.includes(ref);
    const needs = contract.needs(matched.operation);
    const may =
      grant.permissions === undefined ||
      needs.some((all) => all.every((permission) => grant.permissions?.includes(permission)));
    if (!reaches || !may) return { status: 403, body: { message: FORBIDDEN } };

    let body: unknown;
    try {
      body = request.json();
    } catch {
      return violation(request, 'request', ['the body is no JSON'], {
        status: 400,
        body: { message: ['invalid JSON'] },
      });
    }
    const { problems, refused } = contract.checkRequest(matched.operation, {
      params: matched.params,
      query: request.query,
      body,
    });
    if (problems.length > 0) {
      const reply = violation(request, 'request', problems, { status: 400, body: { message: problems } });
      if (refused) return reply;
    }
    const project = projects.get(ref);
    if (project === undefined) return { status: 404, body: { message: 'Project not found' } };
    const reply = route({
      project,
      params: matched.params,
      query: request.query,
      body: (body ?? {}) as Readonly<Record<string, unknown>>,
      now: now(),
    });
    const wrong = contract.checkAnswer(matched.operation, reply.status, reply.body);
    return wrong.length === 0 ? reply : violation(request, 'answer', wrong, reply);
  }

  function violation(request: Request, kind: Violation['kind'], problems: readonly string[], reply: Reply): Reply {
    for (const what of problems) violations.push({ kind, method: request.method, path: request.path, what });
    return reply;
  }

  return {
    ...service,
    violations,
    expectNoViolations: () => {
      const lines = violations.map(({ kind, method, path, what }) => `  ${kind}: ${method} ${path}: ${what}`);
      if (lines.length > 0) throw new Error(`Supabase's description was violated:\n${lines.join('\n')}`);
    },
    takeViolations: () => violations.splice(0),
    project: (ref, seed = {}) => {
      const project = projects.get(ref) ?? newProject(ref, seed);
      projects.set(ref, project);
      return project;
    },
    token: (grant = {}) => {
      const token = `sbp_${String(tokens.size + 1).padStart(40, '0')}`;
      tokens.set(token, grant);
      return token;
    },
  };
}

import { Faults } from '@lockstep/proving-ground/faults';
import { type HttpService, type Reply, type Request, serve } from '@lockstep/proving-ground/http';

/** What a route says; called for each request, with how often this path was asked before. */
export type Route = (request: Request, turn: number) => Reply | Promise<Reply>;

export interface App extends HttpService {
  readonly faults: Faults;
}

/** A real HTTP server with these routes; anything else is 404. */
export async function startApp(routes: Readonly<Record<string, Route>>): Promise<App> {
  const faults = new Faults();
  const turns = new Map<string, number>();
  const service = await serve(
    'app',
    (request) => {
      const route = routes[request.path];
      const turn = turns.get(request.path) ?? 0;
      turns.set(request.path, turn + 1);
      return route === undefined ? { status: 404, body: { error: 'not found' } } : route(request, turn);
    },
    faults,
  );
  return { ...service, exchanges: service.exchanges, faults };
}

export interface HealthBody {
  readonly status?: string;
  readonly timestamp?: string | undefined;
  readonly checks?: Readonly<Record<string, { readonly status: string; readonly message?: string }>> | undefined;
  readonly metadata?: Readonly<Record<string, string>>;
}

export const deployment = 'dpl_8kGqLm2Xy4';
export const commit = '4f2a9c1d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39';

/** A good answer of the `health` format, with parts of it replaced. */
export function healthy(change: HealthBody & Record<string, unknown> = {}): Reply {
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: {
      status: 'healthy',
      timestamp: new Date().toISOString(),
      version: '1.0.0',
      environment: 'production',
      checks: {
        database: { status: 'pass' },
        authentication: { status: 'pass' },
        external_services: { status: 'pass' },
      },
      metadata: { deployment_id: deployment, git_commit: commit },
      ...change,
    },
  };
}

/** `healthy` with one check of another state, and the status and code that go with it. */
export function troubled(check: string, state: 'warn' | 'fail'): Reply {
  const checks = { database: { status: 'pass' }, [check]: { status: state, message: 'Jane Doe, born 1970' } };
  return state === 'fail'
    ? { ...healthy({ status: 'unhealthy', checks }), status: 503 }
    : healthy({ status: 'degraded', checks });
}

import type { Faults } from '@lockstep/proving-ground/faults';
import { type HttpService, type Reply, type Request, serve } from '@lockstep/proving-ground/http';

/** What came, as the service of a vendor sees it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export interface StandIn extends HttpService {
  readonly asked: readonly Asked[];
}

/** A service on loopback that answers by the rules of a vendor, and keeps what it was asked (not what a fault took). */
export async function standIn(
  name: string,
  faults: Faults,
  rules: (asked: Asked, request: Request) => Reply | Promise<Reply>,
): Promise<StandIn> {
  const asked: Asked[] = [];
  const service = await serve(
    name,
    async (request) => {
      const text = request.body.toString('utf8');
      const isJson = String(request.headers['content-type'] ?? '').startsWith('application/json');
      const { headers, method, path } = request;
      const one = { method, path, query: request.query.toString(), headers, body: isJson ? JSON.parse(text) : text };
      asked.push(one);
      return await rules(one, request);
    },
    faults,
  );
  return { ...service, asked };
}

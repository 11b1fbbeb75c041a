import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from '@lockstep/proving-ground/net';

/** An answer as the backend sends it. `body` is sent as it is where it is a text. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** Who asks; undefined without valid credentials. */
  readonly who: 'doctor' | 'patient' | undefined;
}

/** A fault: answers in place of the sound backend where it gives something. */
export type Fault = (ask: Ask, sound: Reply) => Reply | undefined;

export interface Backend {
  readonly url: URL;
  readonly asked: readonly string[];
  /** Path and query of each request. */
  readonly queries: readonly string[];
  readonly close: () => Promise<void>;
}

export const DOCTOR = 'Bearer doctor-4c1fe0a9b7d2';
export const PATIENT = 'Bearer patient-9e8d7c6b5a40';

const ann = {
  id: 1,
  name: 'Ann',
  born: '1970-02-03',
  email: 'ann@example.org',
  status: 'active',
  visits: [{ at: '2026-11-05T10:00:00Z', by: 'Dr. Who' }],
};

/** A small clinic that keeps its contract (`clinic.ts`), over HTTP on loopback. */
export async function startBackend(fault: Fault = () => undefined): Promise<Backend> {
  const asked: string[] = [];
  const queries: string[] = [];
  const created = new Map<string, object>();
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://backend.invalid');
    const authorization = request.headers.authorization;
    const who = authorization === DOCTOR ? 'doctor' : authorization === PATIENT ? 'patient' : undefined;
    const ask: Ask = {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      who,
    };
    asked.push(`${ask.method} ${ask.path} ${who ?? '-'}`);
    queries.push(`${url.pathname}${url.search}`);
    request.resume();
    request.on('end', () => {
      const sound = answer(ask, created);
      const reply = fault(ask, sound) ?? sound;
      const text =
        reply.body === undefined ? '' : typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
      const type = reply.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
      response.writeHead(reply.status, { ...type, ...reply.headers });
      response.end(ask.method === 'HEAD' ? undefined : text);
    });
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    asked,
    queries,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const problem = (status: number, code: string): Reply => ({ status, body: { error: { code } } });

function answer({ method, path, query, who }: Ask, created: Map<string, object>): Reply {
  if (path === '/v1/health' && method === 'GET') return { status: 200, body: { status: 'healthy' } };
  const isKnown = /^\/v1\/(patients(\/[\w-]+)?|admin\/users)$/.test(path);
  if (!isKnown)
    return { status: 404, headers: { 'content-type': 'text/html' }, body: `<pre>Cannot ${method} ${path}</pre>` };
  if (who === undefined) return problem(401, 'unauthenticated');
  if (path === '/v1/admin/users')
    return who === 'doctor' ? { status: 200, body: [{ id: 7, role: 'doctor' }] } : problem(403, 'forbidden');
  if (path === '/v1/patients' && method === 'POST') {
    const id = `n${created.size + 1}`;
    created.set(id, { ...ann, id });
    return { status: 201, body: { id } };
  }
  if (path === '/v1/patients') {
    const page = Number(query.get('page') ?? '1');
    const next = page === 1 ? '/v1/patients?page=2' : null;
    return { status: 200, headers: { 'x-total-count': '2' }, body: { items: [{ ...ann, id: page }], next } };
  }
  const id = path.split('/').at(-1) ?? '';
  if (method === 'DELETE') return created.delete(id) ? { status: 204 } : problem(404, 'not-found');
  const one = id === '1' ? ann : created.get(id);
  return one === undefined ? problem(404, 'not-found') : { status: 200, body: one };
}

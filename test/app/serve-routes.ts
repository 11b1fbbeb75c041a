import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { listen } from '@lockstep/proving-ground/net';

export type Handler = (request: Request) => Response | Promise<Response>;

export interface RouteServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Route handlers of Next.js behind a real HTTP server. Anything else is 404. */
export async function serveRoutes(routes: Readonly<Record<string, Handler>>): Promise<RouteServer> {
  const server = createServer((incoming, outgoing) => {
    const answer = async () => {
      const handler = routes[incoming.url ?? ''];
      const headers = new Headers(incoming.headers as Record<string, string>);
      const hasBody = incoming.method === 'POST';
      const body = hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' as const } : {};
      const request = new Request(`http://app${incoming.url}`, { method: incoming.method ?? 'GET', headers, ...body });
      const response = (await handler?.(request)) ?? new Response('Not Found', { status: 404 });
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    };
    answer().catch(() => outgoing.destroy());
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

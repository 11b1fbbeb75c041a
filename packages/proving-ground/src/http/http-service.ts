import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FaultEffect, Faults } from '../faults/faults.ts';
import { closeServer, listen } from '../net/listen.ts';

export interface Request {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** True when a `stale` fault struck: answer this read from an older state. */
  readonly stale: boolean;
  /** The body as JSON; undefined when empty; throws SyntaxError on anything else. */
  json(): unknown;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a string or Buffer as it is. */
  readonly body?: unknown;
}

export type Handler = (request: Request) => Reply | Promise<Reply>;

/** One request as it went over the wire; `status` 0 where the connection was cut. */
export interface Exchange {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly requestBody: Buffer;
  readonly status: number;
  readonly fault: FaultEffect['kind'] | undefined;
}

export interface HttpService {
  readonly name: string;
  readonly url: string;
  readonly port: number;
  /** Everything asked so far, in order of arrival of the answers. */
  readonly exchanges: readonly Exchange[];
  close(): Promise<void>;
}

/** Serves `handler` on loopback on a free port, with the proving ground's faults in front of it. */
export async function serve(name: string, handler: Handler, faults: Faults): Promise<HttpService> {
  const exchanges: Exchange[] = [];
  const served = { name, handler, faults, exchanges };
  const server = createServer((incoming, outgoing) => {
    void answer(served, incoming, outgoing);
  });
  const port = await listen(server);
  return { name, url: `http://127.0.0.1:${port}`, port, exchanges, close: () => closeServer(server) };
}

interface Served {
  readonly name: string;
  readonly handler: Handler;
  readonly faults: Faults;
  readonly exchanges: Exchange[];
}

async function answer(
  { exchanges, faults, handler, name }: Served,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const method = incoming.method ?? 'GET';
  const target = incoming.url ?? '/';
  const at = Date.now();
  const url = new URL(target, 'http://127.0.0.1');
  const body = await readAll(incoming).catch(() => undefined);
  if (body === undefined) return void outgoing.destroy();
  const effect = faults.take(name, method, target);
  const note = (status: number) =>
    exchanges.push({
      at,
      method,
      path: url.pathname,
      query: url.search,
      requestBody: body,
      status,
      fault: effect?.kind,
    });

  const cut = () => {
    note(0);
    outgoing.destroy();
  };

  if (effect?.kind === 'hang') return void note(0);
  if (effect?.kind === 'reset-before') return cut();
  if (effect?.kind === 'actor') await effect.act();
  const reply = effectReply(effect) ?? (await safely(handler, request(incoming, { method, url, body, effect })));
  if (effect?.kind === 'reset-after') return cut();
  note(reply.status);
  await send(outgoing, reply, effect);
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: Buffer;
  readonly effect: FaultEffect | undefined;
}

function request(incoming: IncomingMessage, { body, effect, method, url }: Asked): Request {
  return {
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body,
    stale: effect?.kind === 'stale',
    json: () => (body.length === 0 ? undefined : JSON.parse(body.toString('utf8'))),
  };
}

function effectReply(effect: FaultEffect | undefined): Reply | undefined {
  if (effect?.kind === 'status') {
    const body = effect.body ?? { error: { code: 'planted', message: `planted fault: HTTP ${effect.status}` } };
    return { status: effect.status, body, ...(effect.headers === undefined ? {} : { headers: effect.headers }) };
  }
  if (effect?.kind === 'html') {
    const body = `<html><head><title>${effect.status}</title></head><body>upstream trouble</body></html>`;
    return { status: effect.status, headers: { 'content-type': 'text/html' }, body };
  }
  return undefined;
}

/** A fault of the stand-in itself must be seen as such, not as the service's answer. */
async function safely(handler: Handler, incoming: Request): Promise<Reply> {
  try {
    return await handler(incoming);
  } catch (error) {
    return {
      status: 599,
      body: { standInFault: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    };
  }
}

async function send(outgoing: ServerResponse, reply: Reply, effect: FaultEffect | undefined): Promise<void> {
  const slowMs = effect?.kind === 'slow' ? effect.ms : 0;
  const raw = typeof reply.body === 'string' || Buffer.isBuffer(reply.body);
  const payload = reply.body === undefined ? '' : raw ? (reply.body as string | Buffer) : JSON.stringify(reply.body);
  const type = raw ? {} : { 'content-type': 'application/json; charset=utf-8' };
  outgoing.writeHead(reply.status, { ...(reply.body === undefined ? {} : type), ...reply.headers });
  const bytes = Buffer.from(payload);
  if (effect?.kind === 'cut') {
    outgoing.write(bytes.subarray(0, effect.bytes), () => outgoing.destroy());
  } else if (slowMs > 0) {
    const step = Math.max(1, Math.ceil(bytes.length / 10));
    for (let from = 0; from < bytes.length && !outgoing.destroyed; from += step) {
      outgoing.write(bytes.subarray(from, from + step));
      await new Promise((resolve) => setTimeout(resolve, slowMs / 10));
    }
    outgoing.end();
  } else {
    outgoing.end(bytes);
  }
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

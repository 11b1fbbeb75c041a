import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Faults } from '../faults/faults.ts';
import { closeServer, listen } from '../net/listen.ts';
import type { Scope } from '../scope/scope.ts';
import { strike } from './edge-faults.ts';
import { type Instance, Instances } from './instances.ts';
import { requestId } from './request-id.ts';
import type { Served, Target } from './target.ts';
import { bypassCookie, wallAnswer } from './wall.ts';

export interface EdgeOptions {
  readonly scope: Scope;
  readonly faults: Faults;
  readonly functionTimeoutMs: number;
  /** Variables of every process behind it. */
  readonly processEnv?: Readonly<Record<string, string>>;
  /** What stands behind the host now; before the latest switch where `stale`. */
  readonly look: (host: string, visit: Visit, stale: boolean) => Target;
}

/** What a request says of itself and of who sends it. */
type Visit = IncomingHttpHeaders & { readonly url: string; readonly ip: string | undefined };

export interface Edge {
  readonly port: number;
  /** Ends the process behind a deployment without a word, if there is one. */
  kill(deploymentId: string): Promise<void>;
  /** What the functions of a deployment wrote, oldest first. */
  log(deploymentId: string): Promise<readonly string[]>;
}

/**
 * Serves every host on one loopback port: by the Host header, whatever its port. Each request looks the host up anew,
 * so a switch holds for the first request that arrives after it, on an old connection as on a new one.
 */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const instances = new Instances(options.scope, options.processEnv ?? {});
  const server = createServer((incoming, outgoing) => {
    void answer(options, instances, incoming, outgoing).catch(() => outgoing.destroy());
  });
  const port = await listen(server);
  options.scope.defer('edge', () => closeServer(server));
  return {
    port,
    kill: async (id) => {
      const instance = await instances.get(id)?.catch(() => undefined);
      instance?.process.kill('SIGKILL');
      await instance?.process.ended;
    },
    log: async (id) => (await instances.get(id)?.catch(() => undefined))?.log ?? [],
  };
}

async function answer(
  { faults, look, functionTimeoutMs }: EdgeOptions,
  instances: Instances,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const host = incoming.headers.host ?? '';
  const url = incoming.url ?? '/';
  const effect = faults.take('edge', incoming.method ?? 'GET', `${host}${url}`);
  if (await strike(effect, outgoing)) return;
  const target = look(host, { ...incoming.headers, url, ip: incoming.socket.remoteAddress }, effect?.kind === 'stale');
  outgoing.setHeader('server', 'Vercel');
  outgoing.setHeader('x-vercel-id', requestId());
  switch (target.kind) {
    case 'nothing':
      return refuse(outgoing, 404, 'DEPLOYMENT_NOT_FOUND', 'The deployment could not be found on Vercel.');
    case 'building':
      outgoing.setHeader('location', 'https://vercel.com/');
      return refuse(outgoing, 303, 'DEPLOYMENT_NOT_READY_REDIRECTING', 'The deployment is not ready yet.');
    case 'redirect':
      outgoing.writeHead(target.status, { location: `https://${target.to}${url}` });
      return void outgoing.end();
    case 'wall': {
      const { status, headers, body } = wallAnswer(target.wall, host, url);
      outgoing.writeHead(status, headers);
      return void outgoing.end(body);
    }
    case 'deployment': {
      outgoing.setHeader('x-lockstep-build', target.deployment.id);
      for (const [name, value] of Object.entries(target.headers ?? {})) outgoing.setHeader(name, value);
      const { answered } = target;
      if (answered !== undefined) outgoing.on('finish', () => answered(outgoing.statusCode));
      const cookie = bypassCookie(incoming.headers);
      if (cookie !== undefined) outgoing.appendHeader('set-cookie', cookie);
      const instance = await instances.of(target.deployment).catch(() => undefined);
      if (instance === undefined || isDead(instance)) return failed(outgoing);
      forward({ deployment: target.deployment, instance, timeoutMs: functionTimeoutMs }, incoming, outgoing);
    }
  }
}

interface Destination {
  readonly deployment: Served;
  readonly instance: Instance;
  readonly timeoutMs: number;
}

function forward(
  { deployment, instance: { agent, port }, timeoutMs }: Destination,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  const { headers, method, url } = incoming;
  const seen = { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': headers.host, 'x-forwarded-proto': 'https' };
  const platform = { 'x-vercel-deployment-url': deployment.url, 'x-vercel-id': outgoing.getHeader('x-vercel-id') };
  const upstream = request(
    { host: '127.0.0.1', port, agent, method, path: url, headers: { ...headers, ...seen, ...platform } },
    (reply) => {
      for (const [name, value] of Object.entries(reply.headers))
        if (name === 'set-cookie') outgoing.appendHeader(name, value ?? []);
        else if (value !== undefined && name !== 'connection' && name !== 'keep-alive') outgoing.setHeader(name, value);
      outgoing.writeHead(reply.statusCode ?? 502);
      reply.pipe(outgoing);
      reply.on('error', () => outgoing.destroy());
    },
  );
  upstream.setTimeout(timeoutMs, () => {
    const said = 'The function did not answer in time.';
    if (!outgoing.headersSent) refuse(outgoing, 504, 'FUNCTION_INVOCATION_TIMEOUT', said);
    upstream.destroy();
  });
  upstream.on('error', () => {
    if (outgoing.headersSent) return void outgoing.destroy();
    refuse(outgoing, 502, 'NO_RESPONSE_FROM_FUNCTION', 'The function ended without an answer.');
  });
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) upstream.destroy();
  });
  incoming.pipe(upstream);
}

/** Other than on the platform a dead process is not replaced: a test that kills one means it. */
function isDead({ process: { child } }: Instance): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function failed(outgoing: ServerResponse): void {
  refuse(outgoing, 500, 'FUNCTION_INVOCATION_FAILED', 'A server error has occurred');
}

/** The platform's own error page, as it words it for those who do not ask for HTML. https://vercel.com/docs/errors */
function refuse(outgoing: ServerResponse, status: number, code: string, message: string): void {
  const id = String(outgoing.getHeader('x-vercel-id'));
  outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-vercel-error': code });
  outgoing.end(`${message}\n\n${code}\n\n${id}\n`);
}

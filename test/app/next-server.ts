import { spawn } from 'node:child_process';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Handler } from '../../packages/edge/test/site.ts';

export interface NextServer {
  readonly url: string;
  end(): void;
}

/** Next's own production server for a folder that was built, once it answers. */
export async function startNext(folder: string, variables: Readonly<Record<string, string>>): Promise<NextServer> {
  const port = await freePort();
  const { NODE_OPTIONS: _jests, ...env } = process.env;
  const server = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '--port', String(port), '--hostname', '127.0.0.1'],
    { cwd: folder, stdio: 'ignore', env: { ...env, NODE_ENV: 'production', ...variables } },
  );
  const end = () => void server.kill('SIGKILL');
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${url}/api/health/live`).catch(() => undefined);
    if (answer?.ok === true) return { url, end };
    await new Promise((done) => setTimeout(done, 100));
  }
  end();
  throw new Error('the app never answered');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Passes requests on as a platform does that ends TLS; `change` is what goes wrong on the way back. */
export function passOnTo(
  url: string,
  change: (headers: Record<string, string | string[] | undefined>, path: string) => void = () => undefined,
): Handler {
  return (request, response) => {
    const headers = { ...request.headers, 'x-forwarded-proto': 'https' };
    const there = ask(`${url}${request.url}`, { method: request.method, headers }, (answer) => {
      const back = { ...answer.headers };
      change(back, request.url ?? '');
      response.writeHead(answer.statusCode ?? 502, back);
      answer.pipe(response);
    });
    there.on('error', () => response.destroy());
    request.pipe(there);
  };
}

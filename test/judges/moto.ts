import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { listen } from '@lockstep/proving-ground/net';

/** `…/bin/moto_server`: an S3 from pip, which `.ci/run` installs. It takes any key. */
export const MOTO = process.env['LOCKSTEP_MOTO'];

export interface Moto {
  readonly endpoint: string;
  close(): Promise<void>;
}

export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const server = spawn(MOTO ?? '', ['--host', '127.0.0.1', '--port', String(port)], { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  await isUp(endpoint, server);
  return {
    endpoint,
    close: async () => {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function isUp(endpoint: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`moto ended with ${server.exitCode}`);
    const answer = await fetch(endpoint).catch(() => undefined);
    if (answer !== undefined) return;
    // Real time: another program starts, and has no other way to say that it is up.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

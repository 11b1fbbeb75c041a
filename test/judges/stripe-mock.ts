import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { listen } from '@lockstep/proving-ground/net';

/** `…/bin/stripe-mock`: Stripe's own stand-in of its API, which `.ci/judges stripe` builds. */
export const STRIPE_MOCK = process.env['LOCKSTEP_STRIPE_MOCK'];

export interface StripeMock {
  readonly url: string;
  close(): Promise<void>;
}

export async function startStripeMock(): Promise<StripeMock> {
  const port = await freePort();
  const server = spawn(STRIPE_MOCK ?? '', ['-http-addr', `127.0.0.1:${port}`], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await isUp(url, server);
  return {
    url,
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

async function isUp(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`stripe-mock ended with ${server.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

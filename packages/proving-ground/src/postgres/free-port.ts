import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the range from which systems take the ports of outgoing connections (Linux 32768 on, macOS 49152 on): a port
// that is free now can then only be taken by another server.
const RANGE = [20_000, 32_000] as const;

/** A loopback port on which nothing listens now. Throws a one-line error where 50 guesses find none. */
export async function freePort([from, below]: readonly [number, number] = RANGE): Promise<number> {
  for (let guess = 0; guess < 50; guess++) {
    const port = randomInt(from, below);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port on 127.0.0.1 from ${from} to ${below - 1}; end another proving ground and try again`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { test as base } from '@playwright/test';
import { SignJWT } from 'jose';

/** Between the app and its database: off, nothing of the database is reached, as in an outage. */
export class Backend {
  readonly #sockets = new Set<Socket>();
  #on = true;
  readonly #server: Server;

  constructor(target: URL) {
    this.#server = createServer((client) => {
      if (!this.#on) return void client.destroy();
      const there = connect(Number(target.port === '' ? 5432 : target.port), target.hostname);
      for (const [one, other] of [
        [client, there],
        [there, client],
      ] as const) {
        this.#sockets.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
      }
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  down(): void {
    this.#on = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  up(): void {
    this.#on = true;
  }

  close(): void {
    this.down();
    this.#server.close();
  }
}

const SECRET = 'a secret of a project that is none: 32 characters';

/** A token as Supabase Auth gives it. */
export function tokenOf(user: string): Promise<string> {
  return new SignJWT({ role: 'authenticated' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(user)
    .setAudience('authenticated')
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(SECRET));
}

/** The built app, served by Next.js itself, once for all tests of a worker. */
export const test = base.extend<object, { readonly backend: Backend }>({
  backend: [
    async ({ browserName: _any }, use) => {
      const given = process.env['DATABASE_URL'];
      if (given === undefined) throw new Error('DATABASE_URL: expected a database with the migrations and the seed');
      const url = new URL(given);
      const backend = new Backend(new URL(given));
      url.host = `127.0.0.1:${await backend.listen()}`;
      const server = serve(url.href);
      try {
        await answers('http://localhost:3210/api/health/live');
        await use(backend);
      } finally {
        server.kill('SIGKILL');
        backend.close();
      }
    },
    { scope: 'worker' },
  ],
});

function serve(databaseUrl: string): ChildProcess {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATABASE_URL: databaseUrl,
    SUPABASE_JWT_SECRET: SECRET,
  };
  return spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '--port', '3210'], {
    env,
    stdio: 'inherit',
  });
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`${url} never answered`);
}

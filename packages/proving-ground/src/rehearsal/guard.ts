import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scope } from '../scope/scope.ts';

/** Somebody who would have asked another machine. */
export interface Attempt {
  readonly host: string;
  /** 0 where it is not known. */
  readonly port: number;
  /** The program and its first arguments. */
  readonly by: string;
}

/** What keeps a rehearsal on this machine. */
export interface Guard {
  /** For every process of it. */
  readonly env: Readonly<Record<string, string>>;
  /** Whom Vercel's own CLI asks from now on, with settings of its own: the stand-in is up after the guard is. */
  leadVercelCli(api: string): void;
  /** So far, in order. */
  attempts(): readonly Attempt[];
  /** Calls back at the next attempt, once; gives the way to stop listening. */
  onAttempt(act: (attempt: Attempt) => void): () => void;
}

// Holds from src and from lib.
const PRELOAD = fileURLToPath(new URL('../../src/rehearsal/guard.cjs', import.meta.url));
const SSH = fileURLToPath(new URL('../../src/rehearsal/guard-ssh.cjs', import.meta.url));
const LOOK_EVERY_MS = 100;
/** What tools say home unless they are told not to. */
const QUIET = {
  NEXT_TELEMETRY_DISABLED: '1',
  VERCEL_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NO_UPDATE_NOTIFIER: '1',
  // Node's preload holds Vercel's CLI, and not the binary that it would start in its place on a Mac.
  VERCEL_CLI_USE_NATIVE_BINARY: '0',
  CHECKPOINT_DISABLE: '1',
  NPM_CONFIG_UPDATE_NOTIFIER: 'false',
  NPM_CONFIG_AUDIT: 'false',
  NPM_CONFIG_FUND: 'false',
};

/**
 * Starts it. Node processes are held by a preload, git over ssh by what it has in place of ssh; others
 * (curl, git, pip) by a proxy on loopback that they are told of. Whoever connects by itself (psql, ssh) is not held.
 * `registries`: hosts that package managers may ask.
 */
export async function startGuard(scope: Scope, registries: readonly string[]): Promise<Guard> {
  const log = join(scope.folder('lockstep-guard-'), 'attempts');
  const vercel = scope.folder('lockstep-vercel-');
  const byProxy: Attempt[] = [];
  const port = await startProxy(scope, (attempt) => byProxy.push(attempt));
  const attempts = () => [...byProxy, ...readLog(log)];
  const proxy = `http://127.0.0.1:${port}`;
  const direct = ['localhost', '127.0.0.1', '::1', '.localhost', '.test', ...registries].join(',');
  const proxies = { http_proxy: proxy, https_proxy: proxy, all_proxy: proxy, no_proxy: direct };
  const env = {
    ...QUIET,
    ...proxies,
    ...Object.fromEntries(Object.entries(proxies).map(([name, value]) => [name.toUpperCase(), value])),
    LOCKSTEP_GUARD_LOG: log,
    LOCKSTEP_GUARD_REGISTRIES: registries.join(','),
    LOCKSTEP_GUARD_VERCEL: vercel,
    // git asks by its own connection for git://, and by ssh, which knows no proxy.
    GIT_ALLOW_PROTOCOL: 'file:http:https:ssh',
    GIT_SSH_COMMAND: [process.execPath, SSH].map((part) => JSON.stringify(part)).join(' '),
    GIT_SSH_VARIANT: 'ssh',
    NODE_OPTIONS: `--require=${JSON.stringify(PRELOAD)}`,
  };
  return {
    env,
    leadVercelCli: (api) => writeFileSync(join(vercel, 'config.json'), JSON.stringify({ api })),
    attempts,
    onAttempt: (act) => {
      const before = attempts().length;
      const timer = setInterval(() => {
        const attempt = attempts()[before];
        if (attempt === undefined) return;
        clearInterval(timer);
        act(attempt);
      }, LOOK_EVERY_MS);
      return () => clearInterval(timer);
    },
  };
}

async function startProxy(scope: Scope, note: (attempt: Attempt) => void): Promise<number> {
  const noteUrl = (text: string) => {
    const { hostname, port } = new URL(text.includes('://') ? text : `tcp://${text}`);
    note({ host: hostname, port: Number(port), by: 'a program that asks by proxy' });
  };
  const server = createServer((request, response) => {
    noteUrl(request.url ?? '');
    response.writeHead(403).end('a rehearsal asks nothing outside of this machine\n');
  });
  server.on('connect', (request, socket) => {
    noteUrl(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  scope.defer('the guard', async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return (server.address() as AddressInfo).port;
}

function readLog(file: string): Attempt[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Attempt);
}

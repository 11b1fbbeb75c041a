import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Clock, describe, type Logger } from '@lockstep/base';
import { identifier, openSession, readDatabaseUrl } from '@lockstep/postgres';
import { openToOthers } from './binaries.ts';

/** Nobody: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;
const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;
/** What is in it is thrown away. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // As Supabase has it: publications are for that.
  wal_level: 'logical',
  // As Supabase has it: migrations name functions of extensions without their schema.
  search_path: '"$user", public, extensions',
};

/** What compares texts byte by byte, as each system calls it. */
const LOCALE = process.platform === 'linux' ? 'C.UTF-8' : 'C';

export type Local<T> =
  | { readonly kind: 'ran'; readonly value: T }
  | { readonly kind: 'no-server'; readonly message: string };

export interface Waits {
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** Gives `work` the URL of a new server on loopback that ends with it, and whose files are deleted. */
export async function withLocalServer<T>(
  found: string,
  shell: Waits,
  work: (url: string) => Promise<T>,
): Promise<Local<T>> {
  const isRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-postgres-'));
  const as = { cwd: folder, ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}) };
  let server: ChildProcess | undefined;
  try {
    const password = randomBytes(24).toString('hex');
    writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
    if (isRoot) for (const path of [folder, join(folder, 'password')]) chownSync(path, NOBODY, NOBODY);
    const bin = isRoot ? openToOthers(found, folder) : found;
    const data = join(folder, 'data');
    const failure = await initialize(bin, data, as);
    if (failure !== undefined) return { kind: 'no-server', message: failure };
    const port = await freePort();
    const flags = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    server = spawn(join(bin, 'postgres'), ['-D', data, '-p', `${port}`, ...flags], { ...as, stdio: 'ignore' });
    const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres?sslmode=disable`;
    const refused = await untilReady(server, url, shell);
    if (refused !== undefined) return { kind: 'no-server', message: refused };
    return { kind: 'ran', value: await work(url) };
  } finally {
    if (server !== undefined) await stop(server, shell.clock);
    rmSync(folder, { recursive: true, force: true });
  }
}

type As = { readonly cwd: string; readonly uid?: number; readonly gid?: number };

async function initialize(bin: string, data: string, as: As): Promise<string | undefined> {
  const args = ['-D', data, '-U', 'postgres', '-E', 'UTF8', `--locale=${LOCALE}`, '--no-sync'];
  const child = spawn(join(bin, 'initdb'), [...args, '--auth=scram-sha-256', `--pwfile=${join(as.cwd, 'password')}`], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : `initdb ended with code ${code}`));
  });
  const [said, problem] = await Promise.all([child.stderr === null ? '' : text(child.stderr), ended]);
  return problem === undefined ? undefined : `${problem}: ${said.trim().split('\n').at(-1) ?? ''}`;
}

/** Undefined once it takes connections, else why it does not. */
async function untilReady(
  server: ChildProcess,
  url: string,
  { clock, log, signal }: Waits,
): Promise<string | undefined> {
  const deadline = clock.now() + START_WITHIN_MS;
  let ended: string | undefined;
  server.once('error', (error) => {
    ended = error.message;
  });
  server.once('exit', (code) => {
    ended = `it ended with code ${code}`;
  });
  for (;;) {
    signal.throwIfAborted();
    if (ended !== undefined) return `PostgreSQL did not start: ${ended}`;
    const why = await whyUnreachable(url, { log, signal });
    if (why === undefined) return undefined;
    if (clock.now() > deadline) return `PostgreSQL did not start in ${START_WITHIN_MS / 1_000} s: ${why}`;
    await clock.sleep(100, signal);
  }
}

/** Another database on the same server; its URL. */
export async function createDatabase(
  url: string,
  name: string,
  { log, signal }: Omit<Waits, 'clock'>,
): Promise<string> {
  const session = await openSession(readDatabaseUrl(url), { log, signal, applicationName: 'lockstep local server' });
  try {
    await session.rows(`create database ${identifier(name)}`);
  } finally {
    await session.close();
  }
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

async function whyUnreachable(url: string, { log, signal }: Omit<Waits, 'clock'>): Promise<string | undefined> {
  try {
    const session = await openSession(readDatabaseUrl(url), { log, signal, applicationName: 'lockstep local server' });
    await session.close();
    return undefined;
  } catch (error) {
    return describe(error);
  }
}

async function stop(server: ChildProcess, clock: Clock): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  // Immediate: no one needs the data again.
  server.kill('SIGQUIT');
  const late = new AbortController();
  const killed = clock.sleep(STOP_WITHIN_MS, late.signal).then(
    () => server.kill('SIGKILL'),
    () => undefined,
  );
  await exited;
  late.abort();
  await killed;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

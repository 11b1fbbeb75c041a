import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, chownSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Clock, describe, type Logger } from '@lockstep/base';
import { identifier, openSession, readDatabaseUrl } from '@lockstep/postgres';
import { closedFolder, openToOthers } from './binaries.ts';
import { startByControl } from './starts/by-control.ts';
import { startDirectly } from './starts/direct.ts';
import type { As, Server, Start } from './starts/start.ts';

/** Nobody: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;
const START_WITHIN_MS = 60_000;
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

/** How a server is started on this system. */
const START = process.platform === 'win32' ? startByControl : startDirectly;

/** Windows lets nobody delete what another program has open, and a server's last processes end a little later. */
const DELETE = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };

/** Gives `work` the URL of a new server on loopback that ends with it, and whose files are deleted. */
export async function withLocalServer<T>(
  found: string,
  shell: Waits,
  work: (url: string) => Promise<T>,
  start: Start = START,
): Promise<Local<T>> {
  const isRoot = process.getuid?.() === 0;
  const folder = newFolder(isRoot);
  if (typeof folder !== 'string') return { kind: 'no-server', message: `${folder.why}; name another in ${TEMPORARY}` };
  const as = { cwd: folder, ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}) };
  let server: Server | undefined;
  try {
    const password = randomBytes(24).toString('hex');
    writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
    if (isRoot) for (const path of [folder, join(folder, 'password')]) chownSync(path, NOBODY, NOBODY);
    const bin = isRoot ? openToOthers(found, folder) : found;
    const data = join(folder, 'data');
    const failure = await initialize(bin, data, as);
    if (failure !== undefined) return { kind: 'no-server', message: failure };
    const port = await freePort();
    appendFileSync(join(data, 'postgresql.conf'), settingsText({ ...SETTINGS, port: `${port}` }));
    server = start({ bin, data, as, clock: shell.clock });
    const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres?sslmode=disable`;
    const refused = await untilReady(server, url, shell);
    if (refused !== undefined) return { kind: 'no-server', message: refused };
    return { kind: 'ran', value: await work(url) };
  } finally {
    await server?.stop();
    rmSync(folder, DELETE);
  }
}

const TEMPORARY = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';

function newFolder(isRoot: boolean): string | { readonly why: string } {
  const parent = tmpdir();
  try {
    const closed = isRoot ? closedFolder(realpathSync(parent)) : undefined;
    if (closed === undefined) return mkdtempSync(join(parent, 'lockstep-postgres-'));
    return { why: `it cannot run as root, and others may not enter ${closed}, in which temporary files are kept` };
  } catch (error) {
    return { why: `no folder can be made in ${parent}, in which temporary files are kept (${describe(error)})` };
  }
}

/** As the server reads them; the last one of a name counts. */
function settingsText(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('');
}

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
async function untilReady(server: Server, url: string, { clock, log, signal }: Waits): Promise<string | undefined> {
  const deadline = clock.now() + START_WITHIN_MS;
  for (;;) {
    signal.throwIfAborted();
    const ended = server.ended();
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

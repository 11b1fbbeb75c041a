import { chmodSync, chownSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { InputError } from '@lockstep/base';
import type { OwnedOptions } from '../scope/owned-process.ts';
import type { Scope } from '../scope/scope.ts';
import { closedFolder, type PostgresHome, prepareBinaries } from './binaries.ts';

/** A data folder, made and not yet served, and how to run programs on it. */
export interface Cluster {
  /** Of the binaries. */
  readonly bin: string;
  /** Holds `data` and the files beside it; owned by the server's user. */
  readonly folder: string;
  readonly data: string;
  /** User and environment for every program of the server. */
  readonly as: OwnedOptions;
}

/** `nobody`, on every system that has root. PostgreSQL refuses to run as root; no user is made for it. */
const NOBODY = 65_534;

/** What `initdb` is told: who may come in, and how. */
export interface Access {
  /** Asked of every user (SCRAM); without it all are trusted. */
  readonly password: string | undefined;
  /** True where a connection without TLS is refused. */
  readonly tlsOnly: boolean;
}

/** Makes a data folder with superuser `postgres`. Throws InputError where binaries or folder do not serve. */
export async function makeCluster(scope: Scope, home: PostgresHome, access: Access): Promise<Cluster> {
  const isRoot = process.getuid?.() === 0;
  const folder = scope.folder('lockstep-postgres-');
  const closed = isRoot ? closedFolder(path.dirname(folder)) : undefined;
  if (closed !== undefined) {
    throw new InputError(
      `PostgreSQL runs as user ${NOBODY} here and cannot enter ${closed}; set TMPDIR to a folder open to all users`,
    );
  }
  const bin = prepareBinaries(home, isRoot, () => openFolder(scope));
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const cluster: Cluster = {
    bin,
    folder,
    data: path.join(folder, 'data'),
    as: {
      cwd: folder,
      env: { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', ...(process.env['TZ'] && { TZ: process.env['TZ'] }) },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(isRoot && { uid: NOBODY, gid: NOBODY }),
    },
  };
  await initdb(scope, cluster, access);
  return cluster;
}

/** Writes a file that the server alone can read, beside its data. Returns its path. */
export function writeServerFile(cluster: Cluster, name: string, content: string): string {
  const file = path.join(cluster.folder, name);
  writeFileSync(file, content, { mode: 0o600 });
  if (cluster.as.uid !== undefined) chownSync(file, cluster.as.uid, cluster.as.uid);
  return file;
}

async function initdb(scope: Scope, cluster: Cluster, access: Access): Promise<void> {
  const args = ['-D', cluster.data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '--auth=trust'];
  if (access.password !== undefined) args.push(`--pwfile=${writeServerFile(cluster, 'password', access.password)}`);
  const run = await scope.spawn(path.join(cluster.bin, 'initdb'), args, cluster.as);
  const output = run.child.stderr === null ? '' : await text(run.child.stderr);
  const { code, signal } = await run.ended;
  if (code !== 0) {
    const last = output.trim().split('\n').slice(-2).join(' ');
    throw new Error(`initdb ended with ${signal ?? `code ${code}`} in ${cluster.folder}: ${last}`);
  }
  const kind = access.tlsOnly ? 'hostssl' : 'host';
  const method = access.password === undefined ? 'trust' : 'scram-sha-256';
  const rules = ['all', 'replication'].map((database) => `${kind} ${database} all 127.0.0.1/32 ${method}\n`);
  writeServerFile(cluster, 'data/pg_hba.conf', rules.join(''));
}

/** The scope's folders are closed to other users; the server's user must enter this one. */
function openFolder(scope: Scope): string {
  const folder = scope.folder('lockstep-postgres-bin-');
  chmodSync(folder, 0o755);
  return folder;
}

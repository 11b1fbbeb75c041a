import { Socket } from 'node:net';
import pg from 'pg';
import type { OwnedProcess } from '../scope/owned-process.ts';
import type { Scope } from '../scope/scope.ts';
import { type Certificate, makeCertificate } from '../tls/certificate.ts';
import { defaultVersion, findPostgres, type PostgresHome, type PostgresVersion } from './binaries.ts';
import { type Cluster, makeCluster, writeServerFile } from './cluster.ts';
import { freePort } from './free-port.ts';
import { freeSharedMemory, killServer, startServer } from './server-process.ts';

export interface PostgresOptions {
  /** What `LOCKSTEP_POSTGRES` says by default, and 17 without it. */
  readonly version?: PostgresVersion;
  /** Where its programs are, instead of looking for those of a version. */
  readonly home?: PostgresHome;
  /** Server settings, on top of ours: `{ log_statement: 'all' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Asked of every login (SCRAM) and set for `postgres`; without it every login is trusted. */
  readonly password?: string;
  /** Offers TLS with a certificate made for `hosts` (127.0.0.1, localhost); `required` refuses everything else. */
  readonly tls?: { readonly required?: boolean; readonly hosts?: readonly string[] };
  /** SQL run in `template1` before anybody comes in: every database made by createDatabase inherits it. */
  readonly seed?: string;
}

// The data lives as long as the scope: nothing is gained by making it outlive the machine. It has to outlive the server,
// also one that is killed, so what is committed is with the system by then (synchronous_commit).
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '16MB',
  // Not under /dev/shm, where a killed server would leave it.
  dynamic_shared_memory_type: 'mmap',
  log_min_messages: 'warning',
  timezone: 'UTC',
};
const KEPT_LOG = 8_000_000;

/**
 * Starts PostgreSQL on a free loopback port, as long as the scope lasts: its own data folder, superuser `postgres`,
 * about half a second. As root it runs as `nobody`; no user is made. Throws InputError where the platform has no
 * binaries, the temp folder does not serve or a setting is refused, each in one line with what to do.
 */
export async function startPostgres(scope: Scope, options: PostgresOptions = {}): Promise<Postgres> {
  const access = { password: options.password, tlsOnly: options.tls?.required ?? false };
  const cluster = await makeCluster(scope, options.home ?? findPostgres(options.version ?? defaultVersion()), access);
  const tls = options.tls && (await makeCertificate(options.tls.hosts ?? ['127.0.0.1', 'localhost']));
  const postgres = new Postgres(scope, cluster, await freePort(), { ...options, certificate: tls });
  scope.defer('PostgreSQL', () => postgres.clean());
  await postgres.start();
  if (options.seed !== undefined) await postgres.query(options.seed, [], 'template1');
  return postgres;
}

/** A running server; `stop`, `start`, `restart` and `kill` keep its data and its port. */
export class Postgres {
  readonly #scope: Scope;
  readonly #cluster: Cluster;
  readonly #options: PostgresOptions;
  readonly #settings: Readonly<Record<string, string>>;
  /** PEM: whom a client has to trust where TLS is on. */
  readonly certificate: string | undefined;
  #port: number;
  #wasKilled = false;
  #server: OwnedProcess | undefined;
  #log = '';

  /** Use startPostgres. */
  constructor(
    scope: Scope,
    cluster: Cluster,
    port: number,
    { certificate: tls, ...options }: PostgresOptions & { readonly certificate: Certificate | undefined },
  ) {
    this.#scope = scope;
    this.#cluster = cluster;
    this.#port = port;
    this.#options = options;
    this.certificate = tls?.certificate;
    this.#settings = {
      ...SETTINGS,
      ...(tls && {
        ssl: 'on',
        ssl_key_file: writeServerFile(cluster, 'server.key', tls.key),
        ssl_cert_file: writeServerFile(cluster, 'server.crt', tls.certificate),
      }),
      ...options.settings,
    };
  }

  get port(): number {
    return this.#port;
  }

  /** The process id of the server, where it runs. */
  get pid(): number | undefined {
    return this.#server?.pid;
  }

  /** What the server logged since the start, its last 8 MB. */
  get log(): string {
    return this.#log;
  }

  /** The connection URL of a database, for `postgres` or for another login (with the same password, if any). */
  url(database = 'postgres', user = 'postgres'): string {
    const password = this.#options.password;
    const login = password === undefined ? user : `${user}:${encodeURIComponent(password)}`;
    return `postgresql://${login}@127.0.0.1:${this.#port}/${encodeURIComponent(database)}`;
  }

  /** Runs SQL as superuser on a connection of its own; several statements where there are no values. */
  async query<Row extends pg.QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
    database = 'postgres',
  ): Promise<Row[]> {
    const ssl = this.certificate === undefined ? {} : { ssl: { rejectUnauthorized: false } };
    const client = new pg.Client({ connectionString: this.url(database), ...ssl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const result = await client.query<Row>(sql, values.length === 0 ? undefined : [...values]);
      return result.rows;
    } finally {
      await client.end();
    }
  }

  /** Makes a database, as a copy of `template` (template1) where given, and returns its URL. */
  async createDatabase(name: string, options: { template?: string; owner?: string } = {}): Promise<string> {
    const template = options.template === undefined ? '' : ` template ${pg.escapeIdentifier(options.template)}`;
    const owner = options.owner === undefined ? '' : ` owner ${pg.escapeIdentifier(options.owner)}`;
    // By copying files: what a copy by the log writes twice costs twice as much, and nothing here outlives its server.
    await this.query(`create database ${pg.escapeIdentifier(name)}${template}${owner} strategy file_copy`);
    return this.url(name);
  }

  /** Drops a database, its connections included; nothing where there is none. */
  async dropDatabase(name: string): Promise<void> {
    await this.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  }

  /** Starts a stopped or killed server again, on the same port. */
  async start(): Promise<void> {
    const isFirst = this.#log === '';
    for (let attempt = 1; this.#server === undefined; attempt++) {
      const start = await startServer(
        this.#scope,
        this.#cluster,
        { port: this.#port, settings: this.#settings },
        (text) => this.#keep(text),
      );
      if (start.kind === 'up') {
        const { server } = start;
        this.#server = server;
        this.#wasKilled = false;
        void server.ended.then(() => {
          if (this.#server === server) this.#server = undefined;
        });
      } else if (attempt === 50) {
        throw new Error(`PostgreSQL did not start on port ${this.#port} (${start.kind})`);
      } else if (start.kind === 'port-taken' && isFirst) {
        this.#port = await freePort();
      } else {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  /** `fast` ends every connection and shuts down in order; `immediate` is a crash that leaves nothing running. */
  async stop(mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await server?.stop(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  }

  async restart(mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
    await this.stop(mode);
    await this.start();
  }

  /** SIGKILL to the server and all its backends at once, as when the machine loses power. */
  async kill(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    this.#wasKilled = true;
    await killServer(server);
  }

  /** The server, as it runs now, keeps this process from ending no longer; it ends with it. */
  unref(): void {
    const child = this.#server?.child;
    child?.unref();
    // Sockets, which a stream of a child need not be.
    for (const stream of [child?.stdout, child?.stderr]) if (stream instanceof Socket) stream.unref();
  }

  /** For the end of the scope: takes away what a killed server could not. */
  clean(): void {
    if (this.#wasKilled) freeSharedMemory(this.#cluster);
  }

  #keep(text: string): void {
    this.#log += text;
    if (this.#log.length > 2 * KEPT_LOG) this.#log = this.#log.slice(-KEPT_LOG);
  }
}

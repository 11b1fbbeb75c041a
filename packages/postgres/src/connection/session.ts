import { readFileSync } from 'node:fs';
import { CancelledError, cancellation, formatDuration, InputError, type Logger, RemoteError } from '@lockstep/base';
import type { Client, ClientConfig } from 'pg';
import { identifier } from '../quote.ts';
import type { Target } from './database-url.ts';
import { explainFailedLogin } from './explain.ts';
import { Message, type MessageOptions, type Reply, type Wire } from './message.ts';
import { ConnectionLost, endsConnection, SqlError } from './sql-error.ts';
import { supabaseRoots } from './supabase-ca.ts';

/** What a failed message had done before it failed: the tags of the statements that had finished. */
export interface MessageFailure {
  readonly error: SqlError | ConnectionLost;
  readonly tags: readonly string[];
}

/** `status` as of the ReadyForQuery behind this very message. */
export type MessageResult =
  | { readonly ok: true; readonly reply: Reply; readonly status: TransactionStatus }
  | ({ readonly ok: false } & MessageFailure);

/** `I` idle, `T` in a transaction, `E` in a failed one. */
export type TransactionStatus = 'I' | 'T' | 'E';

/**
 * One connection to the server. Everything goes as simple queries, so that the server itself splits, and a whole file
 * costs one round trip.
 */
export interface Session {
  /** The backend's process id, as the server itself says. */
  readonly pid: number;
  /** The process id that was told at the login: another one where a pooler answered. */
  readonly announcedPid: number;
  /** The server's version, as in `server_version_num`: 170010. */
  readonly version: number;
  /** Whether the server can be told to end a statement whose client is gone (`client_connection_check_interval`). */
  readonly noticesClientLoss: boolean;
  /** Sends one message. Never rejects for what the server or the connection do: that is in the result. */
  send(sql: string, options?: MessageOptions): Promise<MessageResult>;
  /**
   * Sends several messages at once, without waiting for the answer to each: together they cost one round trip. The
   * server takes one after the other, also behind one that fails.
   */
  sendAll(messages: readonly OutgoingMessage[]): readonly Promise<MessageResult>[];
  /** Sends and throws SqlError or ConnectionLost; for statements of our own. */
  rows(sql: string): Promise<readonly (readonly (string | null)[])[]>;
  /** The status byte of the last ReadyForQuery. */
  status(): TransactionStatus;
  /** True once the connection is of no more use. */
  readonly lost: boolean;
  /** Ends the connection as it is, without a word to the server, which may not be there any more. */
  abandon(): void;
  close(): Promise<void>;
}

export interface OutgoingMessage {
  readonly sql: string;
  readonly options: MessageOptions;
}

export interface OpenOptions {
  readonly log: Logger;
  readonly signal: AbortSignal | undefined;
  /** Shown in pg_stat_activity; at most 63 bytes count. */
  readonly applicationName: string;
  /** How long to wait for the connection and the server's first answer; 20 s. */
  readonly withinMs?: number;
}

const CONNECT_WITHIN_MS = 20_000;
const CLOSE_WITHIN_MS = 2_000;
/** Behind so much silence the other side is asked, once a second and ten times, whether it is still there. */
const KEEP_ALIVE_MS = 10_000;
/** pg_current_xact_id and its type came with 13. */
const OLDEST = 130_000;

/** Opens a session. Throws InputError where the URL must change, RemoteError where the server cannot be reached. */
export async function openSession(target: Target, options: OpenOptions): Promise<Session> {
  if (options.signal?.aborted) throw new CancelledError('cancelled before connecting to the database');
  const { default: pg } = await import('pg');
  const withinMs = options.withinMs ?? CONNECT_WITHIN_MS;
  const client = new pg.Client(await clientConfig(target, options.applicationName, withinMs));
  const session = new PgSession(client, options.log);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    session.abandon();
  }, withinMs);
  // A server that takes the connection and says nothing must not keep whoever cancels.
  const cancel = () => session.abandon();
  options.signal?.addEventListener('abort', cancel, { once: true });
  try {
    await client.connect();
    await session.greet();
  } catch (error) {
    await session.close();
    if (options.signal?.aborted) throw cancellation(options.signal);
    const cause = isLate ? new Error(`no answer within ${formatDuration(withinMs)}`, { cause: error }) : error;
    throw explainFailedLogin(target, cause);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', cancel);
  }
  return session;
}

/** What pg's client needs to log in. */
export async function clientConfig(target: Target, applicationName: string, withinMs: number): Promise<ClientConfig> {
  return {
    host: target.host,
    port: target.port,
    database: target.database,
    user: target.user,
    password: target.password,
    ...(target.options === '' ? {} : { options: target.options }),
    application_name: applicationName,
    connectionTimeoutMillis: withinMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    ssl: await tlsOptions(target),
  };
}

async function tlsOptions({ tls, host }: Target): Promise<ClientConfig['ssl']> {
  if (tls.mode === 'off') return false;
  if (tls.mode === 'none') return { rejectUnauthorized: false };
  const own = tls.roots === undefined ? undefined : readRoots(tls.roots);
  const ca = own ?? (tls.supabase ? [...(await systemRoots()), ...supabaseRoots] : undefined);
  return {
    host,
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca: [...ca] }),
    ...(tls.mode === 'ca' ? { checkServerIdentity: () => undefined } : {}),
  } as ClientConfig['ssl'];
}

async function systemRoots(): Promise<readonly string[]> {
  const { rootCertificates } = await import('node:tls');
  return rootCertificates;
}

function readRoots(path: string): string[] {
  try {
    return [readFileSync(path, 'utf8')];
  } catch (cause) {
    throw new InputError(`database-url: sslrootcert ${path} cannot be read`, { cause });
  }
}

class PgSession implements Session {
  readonly #client: Client;
  /** Whose statements the server is at, for what it says of them. */
  #about = '';
  readonly #waiting: Message[] = [];
  /** pg's client has a message whose turn has not come. */
  #handedOver = false;
  pid = 0;
  version = 0;
  noticesClientLoss = false;
  lost = false;

  constructor(client: Client, log: Logger) {
    this.#client = client;
    client.on('error', () => {
      this.lost = true;
    });
    client.on('end', () => {
      this.lost = true;
    });
    client.on('notice', (notice) => {
      // Our own rollback, where the server has rolled back already.
      if (notice.code === '25P01') return;
      const text = notice.message ?? '';
      if (notice.severity === 'WARNING') log.info(`${this.#about}the server warns: ${text}`);
      else log.debug(`${this.#about}${notice.severity ?? 'NOTICE'}: ${text}`);
    });
  }

  async greet(): Promise<void> {
    const [row] = await this.rows(
      `select pg_backend_pid(), current_setting('server_version_num'), pg_is_in_recovery(),
              current_setting('transaction_read_only'), current_setting('standard_conforming_strings'), session_user`,
    );
    this.pid = Number(row?.[0]);
    this.version = Number(row?.[1]);
    if (row?.[2] === 't') throw new InputError('database-url: this server is a read replica; name the primary');
    if (row?.[3] === 'on') throw readOnly();
    if (row?.[4] === 'off') throw otherStrings(row[5] ?? '');
    if (this.version < OLDEST) {
      throw new InputError(
        `database-url: PostgreSQL ${Math.floor(this.version / 10_000)} is too old; 13 is the oldest`,
      );
    }
    this.noticesClientLoss = (await this.send("set client_connection_check_interval = '2s'")).ok;
  }

  get announcedPid(): number {
    return (this.#client as unknown as { processID: number }).processID;
  }

  send(sql: string, options: MessageOptions = {}): Promise<MessageResult> {
    const [sent] = this.sendAll([{ sql, options }]);
    return sent as Promise<MessageResult>;
  }

  sendAll(messages: readonly OutgoingMessage[]): readonly Promise<MessageResult>[] {
    const wire = this.#client.connection as Wire;
    if (!this.lost) {
      wire.stream.cork();
      for (const { sql } of messages) wire.query(sql);
      wire.stream.uncork();
    }
    const results = messages.map(({ options }) => this.#enqueue(options));
    this.#pump();
    return results;
  }

  #enqueue(options: MessageOptions): Promise<MessageResult> {
    return new Promise((resolve, reject) => {
      const fail = (error: unknown, tags: readonly string[], hadItsTurn: boolean) => {
        if (!hadItsTurn) this.#handOn();
        if (error instanceof SqlError && !endsConnection(error.server.code)) resolve({ ok: false, error, tags });
        else if (error instanceof SqlError || this.lost || isSocketError(error)) {
          this.lost = true;
          resolve({ ok: false, error: new ConnectionLost(error), tags });
        } else reject(error);
      };
      const done = (reply: Reply) => resolve({ ok: true, reply, status: this.status() });
      const onTurn = () => {
        this.#about = options.about === undefined ? '' : `${options.about}: `;
        this.#handOn();
      };
      this.#waiting.push(new Message({ ...options, onTurn }, done, fail));
    });
  }

  /**
   * pg's client would send a message when the one before is answered. Ours are sent by then: it only hands out the
   * answers, and takes one message while it is at another.
   */
  #pump(): void {
    if (this.#handedOver) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#handedOver = true;
    this.#client.query(next);
  }

  #handOn(): void {
    this.#handedOver = false;
    this.#pump();
  }

  async rows(sql: string): Promise<readonly (readonly (string | null)[])[]> {
    const result = await this.send(sql, { keepRows: true });
    if (!result.ok) throw result.error;
    return result.reply.rows;
  }

  status(): TransactionStatus {
    return (this.#client as unknown as { getTransactionStatus(): TransactionStatus }).getTransactionStatus();
  }

  abandon(): void {
    this.lost = true;
    this.#client.connection.stream.destroy();
  }

  async close(): Promise<void> {
    const timer = setTimeout(() => this.abandon(), CLOSE_WITHIN_MS);
    await this.#client.end().catch(() => undefined);
    clearTimeout(timer);
  }
}

/** Supabase and others do this when the disk is full. */
function readOnly(): RemoteError {
  return new RemoteError('the database is read-only', {
    service: 'PostgreSQL',
    code: '25006',
    retryable: false,
    hint: 'its disk may be full (Supabase switches to read-only then), or default_transaction_read_only is set for this role',
  });
}

/** Files are read before there is a connection: where their strings end must not depend on it. */
function otherStrings(role: string): InputError {
  return new InputError(
    'database-url: a backslash escapes in the strings of this role or database (standard_conforming_strings is off), so ' +
      `files would mean something else here; run "alter role ${identifier(role)} set standard_conforming_strings = on" ` +
      'and, in files that need it, "set standard_conforming_strings = off"',
  );
}

/** Errors that pg or the socket raise when a connection ends under a query. */
function isSocketError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return /^(E[A-Z]+|ERR_)/.test(code) || /connection (terminated|error|closed)|not queryable/i.test(error.message);
}

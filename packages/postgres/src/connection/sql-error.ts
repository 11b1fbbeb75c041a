import { oneLine, RemoteError } from '@lockstep/base';

/** The fields of an error response that are of use (PostgreSQL documentation, Error and Notice Message Fields). */
export interface ServerError {
  /** SQLSTATE. */
  readonly code: string;
  readonly message: string;
  /** 1-based, in characters of the message that was sent. */
  readonly position: number | undefined;
  readonly detail: string;
  readonly hint: string;
  /** The call stack; of a COPY, its table, line and value. */
  readonly where: string;
  readonly constraint: string;
  readonly table: string;
  readonly column: string;
}

/** A statement was refused by the server. The connection lives, unless `code` is one of its end. */
export class SqlError extends RemoteError {
  readonly server: ServerError;

  /** Without the original as its cause: that says what must not be said. */
  constructor(server: ServerError) {
    super(safeMessage(server), {
      service: 'PostgreSQL',
      code: server.code,
      retryable: /^(40|55P03|53)/.test(server.code),
      ...(safeHint(server) === undefined ? {} : { hint: safeHint(server) ?? '' }),
    });
    this.server = server;
  }
}

/**
 * The connection broke, or the server ended it: what was under way may have happened or not. Only the history can tell.
 */
export class ConnectionLost extends RemoteError {
  constructor(cause: unknown) {
    const words = cause instanceof Error ? cause.message : String(cause);
    super(`the connection to the database was lost: ${words}`, { service: 'PostgreSQL', retryable: true, cause });
  }
}

/** SQLSTATEs after which the server closes the connection: its shutdown, crash and timeouts (class 08, 57P, 25P0x). */
export function endsConnection(code: string): boolean {
  return /^(08|57P0[1-5]|25P03|25P04)/.test(code);
}

/** Errors of class 22 quote the value that was wrong; rows are nobody's business but the database's. */
function safeMessage(server: ServerError): string {
  return server.code.startsWith('22') ? server.message.replace(/"[^"]*"(?=$|[^\w])/g, '"…"') : server.message;
}

/** The server's hint, and its detail where that names objects and not rows. */
function safeHint(server: ServerError): string | undefined {
  const detail = /^(2B|42|55|57|0A)/.test(server.code) ? server.detail : '';
  const text = oneLine([detail, server.hint].filter((part) => part !== '').join(' '), '; ');
  return text === '' ? undefined : text;
}

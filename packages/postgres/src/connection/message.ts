import type { Duplex } from 'node:stream';
import type { Connection } from 'pg';
import { type ServerError, SqlError } from './sql-error.ts';

/** What came of one message: the tags of its statements and the rows of those that were to be kept. */
export interface Reply {
  /** `CREATE TABLE`, `INSERT 0 5`, …, one for each statement that finished. */
  readonly tags: readonly string[];
  /** The rows of the last statement that had any, where they were asked for; text values, null for NULL. */
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface MessageOptions {
  readonly keepRows?: boolean;
  /** Feeds a COPY FROM STDIN. */
  readonly copyData?: Iterable<Buffer> | AsyncIterable<Buffer>;
  /** Gets each row of a COPY TO STDOUT, whose bytes are good only until it returns, and the socket, to pause it. */
  readonly onCopyRow?: (row: Buffer, socket: Duplex) => void;
  /** What the server's warnings are about: the file that the statements are from. */
  readonly about?: string;
}

interface Sent extends MessageOptions {
  /** What the server says is about this message from here on. */
  readonly onTurn: () => void;
}

export interface Wire extends Connection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** The fields that pg gives an error it got from the server; absent from errors of its own. */
interface RawError extends Error {
  readonly severity?: string;
  readonly code?: string;
  readonly position?: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly where?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
}

/**
 * The answer to one simple-query message, for pg's client. pg's own Query keeps every row of every result; migrations may return any
 * number of them, and nobody looks. It also cannot feed a COPY.
 */
export class Message {
  readonly #options: Sent;
  readonly #resolve: (reply: Reply) => void;
  readonly #reject: (error: unknown, tags: readonly string[], hadItsTurn: boolean) => void;
  readonly #tags: string[] = [];
  #rows: (string | null)[][] = [];
  #hadItsTurn = false;
  #over = false;
  #unreadable: unknown;
  /** pg may set it; nothing here uses it. */
  callback: unknown = () => undefined;

  constructor(
    options: Sent,
    resolve: (reply: Reply) => void,
    reject: (error: unknown, tags: readonly string[], hadItsTurn: boolean) => void,
  ) {
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** pg calls it when the message's turn has come; its text is on its way already. */
  submit(): void {
    this.#hadItsTurn = true;
    this.#options.onTurn();
  }

  handleRowDescription(): void {
    this.#rows = [];
  }

  handleDataRow(message: { readonly fields: (string | null)[] }): void {
    if (this.#options.keepRows) this.#rows.push(message.fields);
  }

  handleCommandComplete(message: { readonly text: string }): void {
    this.#tags.push(message.text);
  }

  handleEmptyQuery(): void {}

  handlePortalSuspended(): void {}

  handleCopyData(message: { readonly chunk: Buffer }, connection: Connection): void {
    this.#options.onCopyRow?.(message.chunk, connection.stream as Duplex);
  }

  handleCopyInResponse(connection: Connection): void {
    const wire = connection as Wire;
    if (this.#options.copyData === undefined) wire.sendCopyFail('no rows follow this COPY in the file');
    else void this.#feed(wire, this.#options.copyData);
  }

  async #feed(wire: Wire, data: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<void> {
    try {
      for await (const chunk of data) {
        if (this.#over) return;
        wire.sendCopyFromChunk(chunk);
        if (wire.stream.writableNeedDrain) await drained(wire.stream);
      }
      if (!this.#over) wire.endCopyFrom();
    } catch (error) {
      this.#unreadable = error;
      wire.sendCopyFail('the rows could not be read');
    }
  }

  /** pg calls it for an answer of the server, whose ReadyForQuery it keeps to itself, and for errors of its own. */
  handleError(error: RawError): void {
    this.#over = true;
    const isAnswer = error.severity !== undefined && error.code !== undefined;
    this.#reject(this.#unreadable ?? (isAnswer ? new SqlError(fields(error)) : error), this.#tags, this.#hadItsTurn);
  }

  handleReadyForQuery(): void {
    this.#over = true;
    this.#resolve({ tags: this.#tags, rows: this.#rows });
  }
}

function fields(error: RawError): ServerError {
  return {
    code: error.code ?? '',
    message: error.message,
    position: error.position === undefined ? undefined : Number(error.position),
    detail: error.detail ?? '',
    hint: error.hint ?? '',
    where: error.where ?? '',
    constraint: error.constraint ?? '',
    table: error.table ?? '',
    column: error.column ?? '',
  };
}

function drained(stream: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      stream.off('drain', over).off('close', over);
      resolve();
    };
    stream.once('drain', over).once('close', over);
  });
}

import type { Duplex } from 'node:stream';
import type { MessageResult, Session } from './session.ts';

const BATCH_BYTES = 64 * 1024;
/** So many batches wait for whoever reads; then the server has to. */
const MOST_WAITING = 16;

/**
 * The rows of a COPY TO STDOUT, whole ones, in batches: constant memory however large the table is. Throws SqlError or
 * ConnectionLost. A reader that stops early gives up the connection: the server would go on sending.
 */
export async function* copyRows(session: Session, sql: string): AsyncGenerator<Buffer, void, void> {
  const batches = new Batches();
  let result: MessageResult | undefined;
  const sent = session.send(sql, { onCopyRow: (row, socket) => batches.add(row, socket) }).then((answer) => {
    result = answer;
    batches.end();
  });
  try {
    for (;;) {
      const batch = batches.take();
      if (batch !== undefined) yield batch;
      else if (batches.isOver) break;
      else await batches.more();
    }
    await sent;
    if (result?.ok === false) throw result.error;
  } finally {
    if (result === undefined) session.abandon();
    batches.resume();
    await sent;
  }
}

class Batches {
  readonly #full: Buffer[] = [];
  #open = Buffer.allocUnsafe(BATCH_BYTES);
  #used = 0;
  #paused: Duplex | undefined;
  #wake: (() => void) | undefined;
  isOver = false;

  /** Copies: the client uses the bytes of its buffer again. */
  add(row: Buffer, socket: Duplex): void {
    if (this.#used + row.length > BATCH_BYTES) this.#close();
    if (row.length > BATCH_BYTES) this.#push(Buffer.from(row));
    else this.#used += row.copy(this.#open, this.#used);
    if (this.#full.length < MOST_WAITING || this.#paused !== undefined) return;
    this.#paused = socket;
    socket.pause();
  }

  end(): void {
    this.#close();
    this.isOver = true;
    this.#wake?.();
  }

  take(): Buffer | undefined {
    const batch = this.#full.shift();
    if (this.#full.length < MOST_WAITING / 2) this.resume();
    return batch;
  }

  more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      if (this.isOver || this.#full.length > 0) resolve();
    });
  }

  resume(): void {
    this.#paused?.resume();
    this.#paused = undefined;
  }

  #close(): void {
    if (this.#used === 0) return;
    const batch = this.#open.subarray(0, this.#used);
    this.#open = Buffer.allocUnsafe(BATCH_BYTES);
    this.#used = 0;
    this.#push(batch);
  }

  #push(batch: Buffer): void {
    this.#full.push(batch);
    this.#wake?.();
  }
}

import { type Clock, count, type Logger } from '@lockstep/base';
import type { SourceTable } from '../source/inventory.ts';

const SAY_EVERY_MS = 15_000;

/** Says how far the copying is: large tables by name, the rest now and then. */
export class Progress {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #tables: number;
  readonly #startedMs: number;
  #saidMs: number;
  #finished = 0;
  #bytes = 0;

  constructor({ clock, log }: { readonly clock: Clock; readonly log: Logger }, tables: readonly SourceTable[]) {
    this.#clock = clock;
    this.#log = log;
    this.#tables = tables.length;
    this.#startedMs = clock.now();
    this.#saidMs = this.#startedMs;
    const size = tables.reduce((sum, table) => sum + table.bytes, 0);
    log.info(`copying ${count(tables.length, 'table')}, ${megabytes(size)} on the server's disk`);
  }

  /** The same rows, which count as they pass. */
  async *watched(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const batch of rows) {
      this.#bytes += batch.length;
      this.#say();
      yield batch;
    }
  }

  /** One table is. */
  finished(): void {
    this.#finished++;
    this.#say();
  }

  #say(): void {
    const now = this.#clock.now();
    if (this.#finished < this.#tables && now - this.#saidMs < SAY_EVERY_MS) return;
    this.#saidMs = now;
    const seconds = Math.max(0.1, (now - this.#startedMs) / 1_000);
    const rate = `${megabytes(this.#bytes)} in ${seconds.toFixed(1)} s`;
    this.#log.info(`${this.#finished} of ${count(this.#tables, 'table')}, ${rate}`);
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

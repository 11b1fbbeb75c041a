import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Shell } from '@lockstep/action-shell';
import { count, formatDuration } from '@lockstep/base';
import type { Gate, GateResult } from '@lockstep/quality';

/** Of a longer log the last part is shown; the whole is among the reports. */
const SHOWN_BYTES = 200_000;
const HEARTBEAT_MS = 30_000;

/**
 * Logs the progress of gates that run in parallel: each gate's output in one piece when it ends, and from time to time
 * which are still running.
 */
export class GateConsole {
  readonly #log: Shell['log'];
  readonly #running = new Map<string, number>();
  readonly #heartbeat: NodeJS.Timeout;
  #queue: Promise<void> = Promise.resolve();

  constructor(log: Shell['log']) {
    this.#log = log;
    this.#heartbeat = setInterval(() => this.#logRunning(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  started(gate: Gate, attempt: number): void {
    if (attempt === 1) this.#running.set(gate.name, Date.now());
    this.#enqueue(() => this.#log.info(`${gate.name}: ${attempt === 1 ? 'started' : `try ${attempt}`}`));
  }

  ended(result: GateResult): void {
    const { gate, judgement, durationMs, logPath, attempts } = result;
    this.#running.delete(gate.name);
    const tries = attempts > 1 ? ` after ${count(attempts, 'try', 'tries')}` : '';
    this.#enqueue(async () => {
      if (logPath !== undefined)
        await this.#log.group(`${gate.name}: output`, async () => this.#log.foreign(tail(logPath)));
      const result = `${judgement.verdict} (${judgement.reason}) in ${formatDuration(durationMs)}${tries}`;
      this.#log.info(`${gate.name}: ${result}: ${judgement.message}`);
      for (const note of judgement.notes) this.#log.info(`${gate.name}: ${note}`);
    });
  }

  /** Waits until everything is logged. */
  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    await this.#queue;
  }

  #logRunning(): void {
    const now = Date.now();
    const words = [...this.#running].map(([name, since]) => `${name} for ${formatDuration(now - since)}`);
    if (words.length > 0) this.#enqueue(() => this.#log.info(`still running: ${words.join(', ')}`));
  }

  /** One after another: the lines of two gates must never mix. */
  #enqueue(work: () => void | Promise<void>): void {
    this.#queue = this.#queue.then(work);
  }
}

function tail(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const length = Math.min(size, SHOWN_BYTES);
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, size - length);
    const text = bytes.toString('utf8').trimEnd();
    return length < size
      ? `(the first ${size - length} bytes are only in the log file among the reports)\n${text}`
      : text || '(no output)';
  } finally {
    closeSync(file);
  }
}

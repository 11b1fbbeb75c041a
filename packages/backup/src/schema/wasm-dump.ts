import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { cancellation, RemoteError } from '@lockstep/base';
import { openRaw, type RawConnection, type Target } from '@lockstep/postgres';

const BUFFER_BYTES = 256 * 1024;

/** What the thread says: bytes for the server, that it waits for some, or how it ended. */
type Said =
  | { readonly write: Uint8Array }
  | { readonly read: true }
  | { readonly sql: Uint8Array }
  | { readonly error: string };

/**
 * Runs pg_dump as WebAssembly over a connection of our own and returns what it writes. It runs in a thread of its own: it
 * waits for each answer without letting go. Throws RemoteError with pg_dump's own words.
 */
export async function wasmDump(
  target: Target,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const connection = await openRaw(target, { applicationName: 'lockstep backup schema' });
  const control = new SharedArrayBuffer(8);
  const data = new SharedArrayBuffer(BUFFER_BYTES);
  const { parameters, pid, secretKey } = connection;
  const worker = new Worker(beside('dump-worker.cjs'), {
    workerData: { module: pgDumpModule(), args, control, data, parameters, pid, secretKey },
  });
  const bridge = new Bridge(connection, new Int32Array(control), new Uint8Array(data));
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(cancellation(signal)), { once: true });
      if (signal?.aborted) reject(cancellation(signal));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the thread of pg_dump ended with code ${code}`)));
      worker.on('message', (said: Said) => {
        if ('write' in said) connection.socket.write(said.write);
        else if ('read' in said) bridge.wanted();
        else if ('sql' in said) resolve(said.sql);
        else reject(refused(said.error));
      });
    });
  } finally {
    await worker.terminate();
    connection.socket.destroy();
  }
}

/** Hands what the server sends to a thread that waits for it. */
class Bridge {
  readonly #control: Int32Array;
  readonly #data: Uint8Array;
  readonly #received: Buffer[] = [];
  #isWanted = false;
  #isClosed = false;

  constructor({ socket }: RawConnection, control: Int32Array, data: Uint8Array) {
    this.#control = control;
    this.#data = data;
    socket.on('data', (bytes: Buffer) => {
      this.#received.push(bytes);
      this.#hand();
    });
    socket.on('close', () => {
      this.#isClosed = true;
      this.#hand();
    });
    socket.on('error', () => undefined);
  }

  wanted(): void {
    this.#isWanted = true;
    this.#hand();
  }

  #hand(): void {
    if (!this.#isWanted || (this.#received.length === 0 && !this.#isClosed)) return;
    this.#isWanted = false;
    let length = 0;
    while (length < this.#data.length) {
      const first = this.#received[0];
      if (first === undefined) break;
      const part = first.subarray(0, this.#data.length - length);
      this.#data.set(part, length);
      length += part.length;
      if (part.length === first.length) this.#received.shift();
      else this.#received[0] = first.subarray(part.length);
    }
    Atomics.store(this.#control, 1, length);
    Atomics.store(this.#control, 0, 1);
    Atomics.notify(this.#control, 0);
  }
}

function refused(words: string): RemoteError {
  const said = /pg_dump: error: ([\s\S]*)/.exec(words)?.[1] ?? words;
  return new RemoteError(`pg_dump: ${said}`, { service: 'pg_dump', retryable: false });
}

/** Beside a bundle, or in what bundles share (`bundledFiles` in package.json puts it there), else in our sources. */
function beside(name: string): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const own = ['.', '../shared', '../../src/schema'].map((each) => join(folder, each, name));
  return own.find(existsSync) ?? join(folder, name);
}

/** It reads `pg_dump.wasm`, which is beside it wherever it is. */
function pgDumpModule(): string {
  const bundled = beside('pg_dump.cjs');
  if (existsSync(bundled)) return bundled;
  // Not as one text: ncc would put a copy of the module into the bundle.
  return createRequire(import.meta.url).resolve(['@electric-sql', 'pglite-tools', 'pg_dump'].join('/'));
}

import { cancellation } from '@lockstep/base';

/** Bytes in memory that are used again and again, so that an upload of any size needs as many. */
export class Buffers {
  readonly #size: number;
  readonly #free: Buffer[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  take(): Buffer {
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(this.#size);
  }

  give(buffer: Buffer): void {
    this.#free.push(buffer);
  }
}

/** The bytes of a stream in parts that fill a buffer each, but for the last; `isLast` is known with the part. */
export interface Piece {
  readonly buffer: Buffer;
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

/**
 * Cuts a stream into pieces, one of no bytes where it has none. Each buffer is the receiver's until it gives it back.
 * Throws what the stream throws, and the signal's reason between two chunks.
 */
export async function* piecesOf(
  body: AsyncIterable<Uint8Array>,
  buffers: Buffers,
  signal: AbortSignal | undefined,
): AsyncIterable<Piece> {
  let buffer = buffers.take();
  let filled = 0;
  for await (const chunk of interruptible(body, signal)) {
    for (let rest = chunk; rest.length > 0; ) {
      // Only when more comes is a full one known not to be the last.
      if (filled === buffer.length) {
        yield { buffer, bytes: buffer, isLast: false };
        buffer = buffers.take();
        filled = 0;
      }
      const part = rest.subarray(0, buffer.length - filled);
      buffer.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
    }
  }
  yield { buffer, bytes: buffer.subarray(0, filled), isLast: true };
}

/** The same stream, which also ends with the signal: also while it waits for bytes that never come. */
async function* interruptible(
  body: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncIterable<Uint8Array> {
  const source = body[Symbol.asyncIterator]();
  let refuse: (reason: Error) => void = () => undefined;
  const onAbort = () => refuse(cancellation(signal));
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    for (;;) {
      // A promise for each chunk: one for all of them would remember every chunk that it was raced with.
      const next = await new Promise<IteratorResult<Uint8Array>>((resolve, reject) => {
        refuse = reject;
        if (signal?.aborted) onAbort();
        else source.next().then(resolve, reject);
      });
      if (signal?.aborted) throw cancellation(signal);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    const ended = Promise.resolve(source.return?.()).catch(() => undefined);
    // A source that still waits for its own bytes would not end before they come.
    if (signal?.aborted !== true) await ended;
  }
}

import { type RowDigest, RowHash } from './row-hash.ts';

/**
 * The rows of a table are kept as a script that psql runs: the COPY statement, the rows, `\.`. So a backup can be restored
 * by unpacking its files one after the other into psql, and what is hashed is what is stored.
 */
const END = Buffer.from('\\.\n');
const NEWLINE = 10;

export interface CopiedTable {
  /** `COPY public.t (a, b) FROM stdin;` */
  readonly statement: string;
  readonly rows: AsyncIterable<Buffer>;
}

/** The script of a table; `digest` is of the rows that passed. */
export async function* copyScript(table: CopiedTable, digest: (rows: RowDigest) => void): AsyncGenerator<Buffer> {
  const hash = new RowHash();
  yield Buffer.from(`${table.statement}\n`);
  for await (const batch of table.rows) {
    hash.add(batch);
    yield batch;
  }
  yield END;
  const rows = hash.digest();
  if (rows === undefined) throw new Error('the last row of a COPY has no end');
  digest(rows);
}

/** The script is no whole one. */
export class BrokenScript extends Error {
  override readonly name = 'BrokenScript';
}

export interface ReadScript {
  /** Throws BrokenScript where the script ends before its end, at the latest after its last row. */
  readonly rows: AsyncIterable<Buffer>;
  /** What has passed, once all has. */
  digest(): RowDigest;
}

/** Takes the script of a table apart. Throws BrokenScript where it does not begin with that table's statement. */
export async function readScript(script: AsyncIterable<Uint8Array>, statement: string): Promise<ReadScript> {
  const chunks = script[Symbol.asyncIterator]();
  const expected = Buffer.from(`${statement}\n`);
  let head = Buffer.alloc(0);
  while (head.length < expected.length) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  if (!head.subarray(0, expected.length).equals(expected))
    throw new BrokenScript(`it does not begin with ${statement}`);
  const hash = new RowHash();
  let whole: RowDigest | undefined;
  async function* rows(): AsyncGenerator<Buffer> {
    for await (const chunk of withoutEnd(head.subarray(expected.length), chunks)) {
      hash.add(chunk);
      yield chunk;
    }
    whole = hash.digest();
    if (whole === undefined) throw new BrokenScript('its last row is cut');
  }
  return {
    rows: rows(),
    digest: () => {
      if (whole === undefined) throw new Error('not all rows were read');
      return whole;
    },
  };
}

/** All but the last bytes, which must be the end of the rows: `\.` in a line of its own, which no row is. */
async function* withoutEnd(first: Buffer, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  let held = first;
  let previous = NEWLINE;
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) break;
    const all = held.length === 0 ? asBuffer(next.value) : Buffer.concat([held, next.value]);
    const free = Math.max(0, all.length - END.length);
    if (free > 0) {
      previous = all[free - 1] ?? previous;
      yield all.subarray(0, free);
    }
    held = Buffer.from(all.subarray(free));
  }
  const free = held.length - END.length;
  if (free > 0) {
    previous = held[free - 1] ?? previous;
    yield held.subarray(0, free);
  }
  if (free < 0 || previous !== NEWLINE || !held.subarray(free).equals(END))
    throw new BrokenScript('its end is missing');
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

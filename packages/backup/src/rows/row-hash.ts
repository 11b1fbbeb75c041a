import { createHash, hash } from 'node:crypto';

const NEWLINE = 10;
/** A column of sums of 32-bit words stays exact in a double for 2^21 rows. */
const FOLD_EVERY = 2 ** 20;
const MOD = 2n ** 128n;

/** What a table's rows are, whatever their order: how many, how long, and the sum of their hashes. */
export interface RowDigest {
  readonly rows: number;
  readonly bytes: number;
  /** The sum of the first 128 bits of SHA-256 of each row, modulo 2^128, as 32 hexadecimal digits. */
  readonly hash: string;
}

/**
 * Counts and hashes the rows of a COPY (text format) as they pass. A row is a line: the format escapes every newline in
 * a value. The sum does not depend on the order of rows, which no server promises, and sees a row that is there twice.
 */
export class RowHash {
  readonly #sums = [0, 0, 0, 0] as [number, number, number, number];
  #total = 0n;
  #rows = 0;
  #bytes = 0;
  #rest: Buffer[] = [];

  add(chunk: Buffer): void {
    this.#bytes += chunk.length;
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      this.#row(chunk.subarray(from, end));
      from = end + 1;
    }
    if (from < chunk.length) this.#rest.push(Buffer.from(chunk.subarray(from)));
  }

  /** Undefined where the last row is cut. */
  digest(): RowDigest | undefined {
    if (this.#rest.length > 0) return undefined;
    this.#fold();
    return { rows: this.#rows, bytes: this.#bytes, hash: this.#total.toString(16).padStart(32, '0') };
  }

  #row(end: Buffer): void {
    const digest = this.#rest.length === 0 ? sha256(end) : this.#longRow(end);
    for (let word = 0; word < 4; word++) {
      this.#sums[word as 0] += digest.readUInt32BE(word * 4);
    }
    this.#rows++;
    if (this.#rows % FOLD_EVERY === 0) this.#fold();
  }

  /** One that came in several chunks. */
  #longRow(end: Buffer): Buffer {
    const long = createHash('sha256');
    for (const part of this.#rest) long.update(part);
    this.#rest = [];
    return long.update(end).digest();
  }

  #fold(): void {
    for (const [word, sum] of this.#sums.entries()) {
      this.#total += BigInt(sum) << BigInt(96 - 32 * word);
      this.#sums[word as 0] = 0;
    }
    this.#total %= MOD;
  }
}

function sha256(row: Buffer): Buffer {
  // Of one call, several times as fast as an object for each row.
  return hash('sha256', row, 'buffer');
}

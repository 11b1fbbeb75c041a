import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { BrokenScript, copyScript, readScript } from '../../src/rows/copy-script.ts';
import { type RowDigest, RowHash } from '../../src/rows/row-hash.ts';

const rows = ['1\ta', '2\tb', '2\tb', '', `3\t${'long'.repeat(50_000)}`];
const text = rows.map((row) => `${row}\n`).join('');
const statement = 'COPY public."t\nu" (a, b) FROM stdin;';

function hashed(...chunks: readonly string[]): RowDigest | undefined {
  const hash = new RowHash();
  for (const chunk of chunks) hash.add(Buffer.from(chunk));
  return hash.digest();
}

/** The sum, as arithmetic says it. */
function sumOf(lines: readonly string[]): string {
  const first128 = (line: string) => BigInt(`0x${createHash('sha256').update(line).digest('hex').slice(0, 32)}`);
  const sum = lines.reduce((total, line) => (total + first128(line)) % 2n ** 128n, 0n);
  return sum.toString(16).padStart(32, '0');
}

describe('the hash of rows', () => {
  test('is the sum of the hashes of all rows', () => {
    expect(hashed(text)).toEqual({ rows: 5, bytes: text.length, hash: sumOf(rows) });
    expect(hashed()).toEqual({ rows: 0, bytes: 0, hash: '0'.repeat(32) });
  });

  test('does not depend on the order of rows, nor on where they are cut on their way', () => {
    const turned = [...rows].reverse().map((row) => `${row}\n`);
    expect(hashed(...turned)).toEqual(hashed(text));
    for (const size of [1, 7, 4_096]) {
      const chunks = text.slice(0, 300).match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
      expect(hashed(...chunks, text.slice(300))).toEqual(hashed(text));
    }
  });

  test('sees a row that is there twice instead of another one', () => {
    expect(hashed('a\nb\n')?.hash).not.toBe(hashed('a\na\n')?.hash);
    expect(hashed('a\na\nb\nb\n')?.hash).not.toBe(hashed('c\nc\nb\nb\n')?.hash);
  });

  test('is none where the last row has no end', () => {
    expect(hashed('1\ta\n2')).toBeUndefined();
  });
});

async function* parts(whole: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}

async function scriptOf(content: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const source = { statement, rows: parts(Buffer.from(content), 1_000) };
  for await (const chunk of copyScript(source, () => undefined)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function readAll(script: Buffer, size: number) {
  const read = await readScript(parts(script, size), statement);
  const chunks: Buffer[] = [];
  for await (const chunk of read.rows) chunks.push(chunk);
  return { rows: Buffer.concat(chunks).toString(), digest: read.digest() };
}

describe('the script of a table', () => {
  test.each([1, 2, 3, 5, 1_000, 1_000_000])('gives its rows back, however it is cut: %i', async (size) => {
    const short = text.slice(0, 12);
    expect(await readAll(await scriptOf(short), size)).toEqual({ rows: short, digest: hashed(short) });
    expect((await readAll(await scriptOf(''), size)).digest).toEqual(hashed());
  });

  test.each<[string, (script: string) => string]>([
    ['has no end', (script) => script.slice(0, -3)],
    ['has half an end', (script) => script.slice(0, -1)],
    ['has an end within a row', (script) => script.replace('\n\\.\n', '\\.\n')],
    ['is of another table', (script) => script.replace('COPY', 'copy')],
    ['is empty', () => ''],
  ])('that %s is broken', async (_what, change) => {
    const script = Buffer.from(change((await scriptOf('1\ta\n')).toString()));
    await expect(readAll(script, 1_000)).rejects.toThrow(BrokenScript);
  });
});

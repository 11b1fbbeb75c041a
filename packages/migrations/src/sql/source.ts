import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** SQL that can be read in pieces: a file of any size, a part of one, or text from the history. */
export interface Source {
  /** For messages: the path as found, or what the text is. */
  readonly name: string;
  /** The line of the file on which it begins, 1-based. */
  readonly firstLine: number;
  readonly size: number;
  /** The bytes from `from` up to `to`, or up to the end where that comes first. */
  read(from: number, to: number): Buffer;
}

export function textSource(name: string, text: string | Buffer, firstLine = 1): Source {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  return { name, firstLine, size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}

const KEPT_IN_MEMORY = 1 << 20;

/** A file. Small ones are read once, large ones as asked for. */
export function fileSource(name: string, path: string): Source {
  const { size } = statSync(path);
  if (size <= KEPT_IN_MEMORY) return textSource(name, readRange(path, 0, size));
  return { name, firstLine: 1, size, read: (from, to) => readRange(path, from, Math.min(size, to)) };
}

function readRange(path: string, from: number, to: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const wanted = Math.max(0, Math.min(to, fstatSync(file).size) - from);
    const bytes = Buffer.allocUnsafe(wanted);
    let filled = 0;
    while (filled < wanted) {
      const got = readSync(file, bytes, filled, wanted - filled, from + filled);
      if (got === 0) break;
      filled += got;
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}

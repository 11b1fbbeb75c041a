import { inflateRawSync } from 'node:zlib';

/** What an archive of an artifact holds, or why it is not believed. */
export type ReadZip =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Buffer> }
  | { readonly kind: 'broken'; readonly why: string };

export interface ZipLimits {
  readonly files: number;
  /** Of all files that are wanted together, unpacked. */
  readonly bytes: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end is 22 bytes, and a comment of at most 65,535 may follow it. */
const FARTHEST_END = 22 + 65_535;
const STORED = 0;
const DEFLATED = 8;
/** In fields that the long form of the format (ZIP64) has elsewhere. */
const ELSEWHERE = 0xffffffff;

/**
 * Reads the wanted files of a ZIP archive, as `actions/upload-artifact` writes it, from its list at
 * the end. Nothing is written, so a name can lead nowhere; what unpacks to more than its list says is broken.
 */
export function readZip(bytes: Buffer, isWanted: (name: string) => boolean, limits: ZipLimits): ReadZip {
  try {
    return { kind: 'files', files: filesOf(bytes, isWanted, limits) };
  } catch (error) {
    return { kind: 'broken', why: error instanceof BrokenZip ? error.message : 'the archive is damaged' };
  }
}

class BrokenZip extends Error {}

function filesOf(bytes: Buffer, isWanted: (name: string) => boolean, limits: ZipLimits): ReadonlyMap<string, Buffer> {
  const end = endOf(bytes);
  const many = bytes.readUInt16LE(end + 10);
  if (many > limits.files) throw new BrokenZip(`the archive has ${many} files, at most ${limits.files} are read`);
  const files = new Map<string, Buffer>();
  let [at, left] = [bytes.readUInt32LE(end + 16), limits.bytes];
  for (let nth = 0; nth < many; nth++) {
    const entry = entryAt(bytes, at);
    at = entry.next;
    if (!isWanted(entry.name)) continue;
    left -= entry.size;
    if (left < 0) throw new BrokenZip(`the archive unpacks to more than ${limits.bytes} bytes`);
    if (files.has(entry.name)) throw new BrokenZip('the archive has a file twice');
    files.set(entry.name, unpacked(bytes, entry));
  }
  return files;
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - FARTHEST_END); at--)
    if (bytes.readUInt32LE(at) === END) return at;
  throw new BrokenZip('the archive has no end: it is cut off, or no ZIP archive');
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
  readonly next: number;
}

function entryAt(bytes: Buffer, at: number): Entry {
  if (bytes.readUInt32LE(at) !== ENTRY) throw new BrokenZip('the list of the archive is damaged');
  const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
    number,
    number,
    number,
  ];
  const [packed, size, local] = [20, 24, 42].map((field) => bytes.readUInt32LE(at + field)) as [number, number, number];
  if ([packed, size, local].includes(ELSEWHERE))
    throw new BrokenZip('the archive is in the long form, which is not read');
  if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new BrokenZip('the archive is encrypted');
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + name),
    method: bytes.readUInt16LE(at + 10),
    ...{ packed, size, local },
    next: at + 46 + name + extra + comment,
  };
}

function unpacked(bytes: Buffer, { local, method, packed, size }: Entry): Buffer {
  if (bytes.readUInt32LE(local) !== LOCAL) throw new BrokenZip('the archive is damaged');
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const raw = bytes.subarray(from, from + packed);
  if (raw.length !== packed) throw new BrokenZip('the archive is cut off');
  if (method !== STORED && method !== DEFLATED) throw new BrokenZip(`the archive is packed by method ${method}`);
  const content = method === STORED ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
  if (content.length !== size) throw new BrokenZip('a file of the archive has another size than its list says');
  return content;
}

import { createHash } from 'node:crypto';
import { invalidRequest, Refusal } from './refusal.ts';

/** The checksums that S3 checks and keeps, but for CRC64NVME, which this store does not know. */
export const ALGORITHMS = ['crc32', 'crc32c', 'sha1', 'sha256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export interface Checksum {
  readonly algorithm: Algorithm;
  /** Base64; of an object in parts `…-3` where it is the checksum of their checksums. */
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reflected polynomials of CRC-32 and CRC-32C. */
const POLYNOMIALS = { crc32: 0xedb88320, crc32c: 0x82f63b78 } as const;
const tables = new Map<number, Uint32Array>();

export function digest(algorithm: Algorithm, bytes: Buffer): Buffer {
  if (algorithm === 'sha1' || algorithm === 'sha256') return createHash(algorithm).update(bytes).digest();
  const out = Buffer.alloc(4);
  out.writeUInt32BE(crc(bytes, tableOf(POLYNOMIALS[algorithm])));
  return out;
}

/** What a client says of its bytes, held against them; undefined where it says nothing. Throws Refusal. */
export function checkedChecksum(bytes: Buffer, headers: Headers): Checksum | undefined {
  const md5 = headers['content-md5'];
  if (md5 !== undefined) {
    if (!/^[A-Za-z0-9+/]{22}==$/.test(String(md5)))
      throw new Refusal(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.');
    if (createHash('md5').update(bytes).digest('base64') !== md5)
      throw new Refusal(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  const said = Object.keys(headers).filter((name) => /^x-amz-checksum-(?!algorithm$|mode$|type$)/.test(name));
  if (said.length > 1)
    throw invalidRequest('Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.');
  const [header] = said;
  if (header === undefined) return undefined;
  const algorithm = algorithmOf(header.slice('x-amz-checksum-'.length));
  const value = digest(algorithm, bytes).toString('base64');
  if (value !== headers[header])
    throw new Refusal(
      400,
      'BadDigest',
      `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
    );
  return { algorithm, value, type: 'FULL_OBJECT' };
}

export function algorithmOf(name: string): Algorithm {
  const found = ALGORITHMS.find((algorithm) => algorithm === name.toLowerCase());
  if (found === undefined) throw new Refusal(501, 'NotImplemented', `the checksum ${name} is not modelled here`);
  return found;
}

/** The checksum of an object in parts: of all its bytes, or of the checksums of its parts. */
export function checksumOfParts(
  { algorithm, type }: Pick<Checksum, 'algorithm' | 'type'>,
  parts: readonly Buffer[],
): Checksum {
  if (type === 'FULL_OBJECT')
    return { algorithm, type, value: digest(algorithm, Buffer.concat(parts)).toString('base64') };
  const each = parts.map((part) => digest(algorithm, part));
  return { algorithm, type, value: `${digest(algorithm, Buffer.concat(each)).toString('base64')}-${parts.length}` };
}

export function checksumHeaders({ algorithm, type, value }: Checksum): Record<string, string> {
  return { [`x-amz-checksum-${algorithm}`]: value, 'x-amz-checksum-type': type };
}

function tableOf(polynomial: number): Uint32Array {
  const known = tables.get(polynomial);
  if (known !== undefined) return known;
  const table = Uint32Array.from({ length: 256 }, (_, at) => {
    let value = at;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
    return value;
  });
  tables.set(polynomial, table);
  return table;
}

function crc(bytes: Buffer, table: Uint32Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

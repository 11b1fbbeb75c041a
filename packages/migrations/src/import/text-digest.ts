import { createHash } from 'node:crypto';

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Whether a text has this SHA-256, whatever its line ends are now, and with or without a byte-order mark. */
export function hasDigest(bytes: Buffer, digest: string): boolean {
  const plain = bytes.subarray(0, 3).equals(MARK) ? bytes.subarray(3) : bytes;
  const unix = Buffer.from(plain.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  const windows = Buffer.from(unix.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
  const spellings = [plain, unix, windows].flatMap((each) => [each, Buffer.concat([MARK, each])]);
  return spellings.some((each) => createHash('sha256').update(each).digest('hex') === digest.toLowerCase());
}

import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openSealed } from '../seal/sealed-object.ts';
import { filesOf, type VerifyOptions } from './verify-files.ts';

export interface WrittenFiles {
  readonly written: number;
  readonly bytes: number;
  /** Not contained in the backup, or whose name no file can have here. */
  readonly left: number;
}

/**
 * Writes the files of a backup into a folder, as BUCKET/NAME: for an upload with any client of S3. Nothing is overwritten.
 * Throws what openSealed throws.
 */
export async function writeFiles(options: VerifyOptions, folder: string): Promise<WrittenFiles> {
  let written = 0;
  let bytes = 0;
  let left = 0;
  for await (const record of filesOf(options)) {
    const path = join(folder, record.bucket, record.name);
    const below = relative(folder, path);
    const isSafe = !below.startsWith('..') && !isAbsolute(below) && !record.name.includes('\0');
    if (record.stored === null || !isSafe) {
      left++;
      continue;
    }
    await mkdir(dirname(path), { recursive: true });
    const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    await pipeline(openSealed({ ...options.from, prefix: '' }, record.stored, options), target);
    written++;
    bytes += target.bytesWritten;
  }
  return { written, bytes, left };
}

import { createReadStream } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { describe, InputError } from '@lockstep/base';
import type { Call } from './command.ts';
import { whyUnread } from './files.ts';

/**
 * The text of a file, or of standard input for `-`, of at most so many bytes. Throws InputError where it cannot be read,
 * is longer, or is not UTF-8.
 */
export async function readText(
  path: string,
  mostBytes: number,
  { terminal, signal }: Pick<Call, 'terminal' | 'signal'>,
): Promise<string> {
  const name = path === '-' ? 'standard input' : path;
  const source = path === '-' ? (terminal.stdin as Readable) : createReadStream(path);
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of addAbortSignal(signal, source)) {
      pieces.push(piece as Buffer);
      size += (piece as Buffer).length;
      if (size > mostBytes) break;
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw new InputError(`${name}: cannot be read: ${whyUnread(cause) ?? describe(cause)}`, { cause });
  }
  if (size > mostBytes) throw new InputError(`${name}: longer than ${mostBytes} bytes, more are not read`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch (cause) {
    throw new InputError(`${name}: not UTF-8`, { cause });
  }
}

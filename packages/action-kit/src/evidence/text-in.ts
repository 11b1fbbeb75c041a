import { InputError } from '@lockstep/base';
import { bytesIn } from './bytes-in.ts';

/** Settings that people write by hand are far smaller. */
const MOST_BYTES = 1024 * 1024;

/**
 * The text of a file of the repository that an input names. Throws InputError, with what to do where there is none.
 */
export function textIn(input: string, file: string, remedy: string, workspace: string): string {
  const bytes = bytesIn(file, workspace);
  const refuse = (why: string) => new InputError(`input "${input}": ${file} ${why}`);
  if (bytes === undefined) throw refuse(`cannot be read; ${remedy}`);
  if (bytes.length > MOST_BYTES) throw refuse(`has ${bytes.length} bytes, and at most ${MOST_BYTES} are read`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('is not UTF-8; store it as UTF-8');
  }
}

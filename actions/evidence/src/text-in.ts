import { bytesIn } from '@lockstep/action-kit/evidence/bytes-in';
import type { Shell } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';

/** Settings that people write by hand are far smaller. */
const MOST_BYTES = 1024 * 1024;

/**
 * The text of a file of the repository that an input names. Throws InputError, with what to do where there is none.
 */
export function textIn(input: string, file: string, remedy: string, { env }: Shell): string {
  const bytes = bytesIn(file, env.workspace);
  const refuse = (why: string) => new InputError(`input "${input}": ${file} ${why}`);
  if (bytes === undefined) throw refuse(`cannot be read; ${remedy}, and the job needs actions/checkout`);
  if (bytes.length > MOST_BYTES) throw refuse(`has ${bytes.length} bytes, and at most ${MOST_BYTES} are read`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('is not in UTF-8; save it again in that encoding');
  }
}

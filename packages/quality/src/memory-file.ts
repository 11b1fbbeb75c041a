import { readFileSync } from 'node:fs';
import { describe, InputError, withoutMark } from '@lockstep/base';

/**
 * The JSON of a file in which a gate remembers earlier runs; undefined where there is none yet. A file that is there and
 * cannot be read is not "none": that would pass as a first run. Throws InputError on it, and on what is no JSON.
 */
export function readMemoryFile(what: string, path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new InputError(`${what} ${path}: cannot be read: ${describe(cause)}`, { cause });
  }
  try {
    return JSON.parse(withoutMark(text)) as unknown;
  } catch (cause) {
    throw new InputError(`${what} ${path}: no JSON; take it from the default branch again`, { cause });
  }
}

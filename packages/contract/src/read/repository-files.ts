import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { describe, InputError } from '@lockstep/base';
import type { ContractFiles } from './source.ts';

/** Files of the repository. A link that leads out of it is not followed: a report names what it was read from. */
export function repositoryFiles(root: string): ContractFiles {
  return {
    read: async (path) => {
      try {
        const real = await realpath(join(root, path));
        if (!isBelow(await realpath(root), real)) throw new InputError('it is outside of the repository');
        return await readFile(real, 'utf8');
      } catch (cause) {
        // Not with its cause, whose words have the path of this machine in them.
        throw new InputError(`${path}: cannot be read: ${withoutPath(cause)}`);
      }
    },
  };
}

function isBelow(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Node quotes the whole path, which begins with the one of this machine. */
function withoutPath(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file; check out the repository first';
  return code ?? describe(error);
}

/** A path as it was given, from the root of the repository and with forward slashes. */
export function repositoryPath(root: string, given: string): string {
  const way = isAbsolute(given) ? relative(root, given) : given;
  return way.split(sep).join('/').replace(/^\.\//, '');
}

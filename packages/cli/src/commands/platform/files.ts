import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InputError, redactText } from '@lockstep/base';

/** What the system says where a path of the caller's cannot be written. Anything else is a fault of ours. */
const REFUSALS: Readonly<Record<string, string>> = {
  EEXIST: 'a folder of its path is a file',
  ENOTDIR: 'a folder of its path is a file',
  EISDIR: 'it is a folder',
  ENOENT: 'a folder of its path is not there, and cannot be made',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  ENOSPC: 'the disk is full',
};

/** The text of a file. Throws InputError with the advice where it cannot be read. */
export function read(path: string, advice: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InputError(`${path} cannot be read; ${advice}`, { cause });
  }
}

/** Throws InputError where a file cannot be written, before the minutes that it takes to know what to write. */
export function assertWritable(path: string): void {
  refusing(path, () => {
    if (existsSync(path)) {
      if (statSync(path).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
      accessSync(path, constants.W_OK);
      return;
    }
    let folder = dirname(resolve(path));
    while (!existsSync(folder)) folder = dirname(folder);
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error('a file'), { code: 'ENOTDIR' });
    accessSync(folder, constants.W_OK);
  });
}

export function write(path: string, text: string): void {
  refusing(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, redactText(text));
  });
}

function refusing(path: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    const why = REFUSALS[(cause as NodeJS.ErrnoException).code ?? ''];
    if (why === undefined) throw cause;
    throw new InputError(`${path} cannot be written: ${why}; name another file`, { cause });
  }
}

/** Where findings point to, in SARIF: nothing for a file outside. */
export function repositoryPath(path: string): string | undefined {
  return path.startsWith('/') || path.startsWith('..') ? undefined : path.replace(/^\.\//, '');
}

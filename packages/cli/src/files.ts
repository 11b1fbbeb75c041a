import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { InputError, redactText } from '@lockstep/base';

/** What the system says where a path of the caller's cannot be used. Anything else is a fault of ours. */
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
  EDQUOT: 'the disk is full for this user',
  EINVAL: 'the name is none for this disk',
  EBUSY: 'another program uses it',
};

const UNREAD: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
};

const codeOf = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? '';

/** Why a file cannot be read, in words; undefined where that is no matter of its path. */
export function whyUnread(cause: unknown): string | undefined {
  return UNREAD[codeOf(cause)] ?? REFUSALS[codeOf(cause)];
}

/** Why a file cannot be written, in words; undefined where that is no matter of its path. */
export function whyUnwritten(cause: unknown): string | undefined {
  return REFUSALS[codeOf(cause)];
}

/** The bytes of a file. `advice`: what to do where it is not there. Throws InputError where it cannot be read. */
export function readBytes(path: string, advice: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const why = whyUnread(cause);
    if (why === undefined) throw cause;
    throw new InputError(`${path} cannot be read: ${why}; ${advice}`, { cause });
  }
}

/** As readBytes, for text in UTF-8, without the byte order mark of editors on Windows. */
export function read(path: string, advice: string): string {
  return decode(readBytes(path, advice), path);
}

/** The text of a file that was read. Throws InputError where it is not UTF-8. */
export function decode(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(`${path} is not UTF-8; store it as UTF-8`, { cause });
  }
}

/** As read; undefined where there is no such file. */
export function readIfThere(path: string, advice: string): string | undefined {
  return existsSync(path) ? read(path, advice) : undefined;
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
    while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error('a file'), { code: 'ENOTDIR' });
    accessSync(folder, constants.W_OK);
  });
}

/** Writes a report, without secrets, as writeExactly does. */
export function write(path: string, text: string): void {
  writeExactly(path, redactText(text));
}

/** Writes all of a text or leaves the file as it was; makes its folder. Throws InputError where that cannot be. */
export function writeExactly(path: string, text: string): void {
  refusing(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    const there = lstatSync(path, { throwIfNoEntry: false });
    // A device or a link is written to: in its place there would be a file.
    if (there !== undefined && !there.isFile()) {
      writeFileSync(path, text);
      return;
    }
    const copy = `${path}.${randomBytes(4).toString('hex')}.new`;
    try {
      writeFileSync(copy, text, { flag: 'wx', ...(there === undefined ? {} : { mode: there.mode }) });
      renameSync(copy, path);
    } catch (cause) {
      rmSync(copy, { force: true });
      throw cause;
    }
  });
}

/** A new folder for what is needed for a moment. Throws InputError where none can be made. */
export function temporaryFolder(prefix: string): string {
  try {
    return mkdtempSync(join(tmpdir(), prefix));
  } catch (cause) {
    const why = whyUnwritten(cause);
    if (why === undefined) throw cause;
    throw new InputError(`${tmpdir()}, the folder for temporary files, cannot be written: ${why}; ${OTHER_FOLDER}`, {
      cause,
    });
  }
}

const OTHER_FOLDER = `name another in ${process.platform === 'win32' ? 'TEMP' : 'TMPDIR'}`;

function refusing(path: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    const why = whyUnwritten(cause);
    if (why === undefined) throw cause;
    throw new InputError(`${path} cannot be written: ${why}; name another file`, { cause });
  }
}

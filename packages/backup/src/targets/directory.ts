import { randomBytes } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, link, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { cancellation, InputError, RemoteError } from '@lockstep/base';
import { assertKey, type BackupTarget, MissingObject, type PutOptions, type StoredObject } from './target.ts';

/** What is not whole yet: never listed, and nobody's backup. */
const UNFINISHED = /\.unfinished-[0-9a-f]+$/;

/**
 * A folder, for the caller's own upload or a mounted disk; what is put there first makes it. A file gets its name when
 * it is whole and on the disk. Throws InputError where the folder cannot be one.
 */
export async function directoryTarget(folder: string): Promise<BackupTarget> {
  const top = resolve(folder);
  for (let at = top; !(await isUsable(folder, at, top)); at = dirname(at));
  return new DirectoryTarget(folder);
}

/** False where there is nothing at this path, so that the one above decides. */
async function isUsable(folder: string, at: string, top: string): Promise<boolean> {
  try {
    if (!(await stat(at)).isDirectory()) throw new InputError(`to: ${folder} cannot be a folder: ${at} is a file`);
    await access(at, at === top ? constants.R_OK | constants.X_OK : constants.W_OK);
    return true;
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    if (isAbsent(cause) && dirname(at) !== at) return false;
    const may = at === top ? 'read it' : `make it in ${at}`;
    throw new InputError(`to: ${folder} cannot be used: this user may not ${may}; name another folder`, { cause });
  }
}

class DirectoryTarget implements BackupTarget {
  readonly name: string;
  readonly #folder: string;

  constructor(folder: string) {
    this.name = folder;
    this.#folder = folder;
  }

  async put(key: string, body: AsyncIterable<Uint8Array>, { signal }: PutOptions): Promise<StoredObject> {
    const unfinished = await this.#write(key, body, signal);
    await worded(key, () => rename(unfinished, this.#path(key)));
    const stored = await this.head(key);
    if (stored === undefined) throw failed(key, 'it is not there after it was written');
    return stored;
  }

  async putIfAbsent(key: string, body: Uint8Array, { signal }: PutOptions): Promise<'stored' | 'exists'> {
    const unfinished = await this.#write(key, once(body), signal);
    try {
      // Unlike a rename, a link is refused where the name is taken.
      await link(unfinished, this.#path(key));
      return 'stored';
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return 'exists';
      throw failed(key, 'it could not get its name', error);
    } finally {
      await unlink(unfinished).catch(() => undefined);
    }
  }

  async get(key: string): Promise<AsyncIterable<Uint8Array>> {
    if ((await this.head(key)) === undefined) throw new MissingObject(key);
    return createReadStream(this.#path(key));
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    const from = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : '';
    const keys = await this.#keysBelow(from);
    for (const key of keys.sort()) {
      const stored = key.startsWith(prefix) ? await this.head(key) : undefined;
      if (stored !== undefined) yield stored;
    }
  }

  async head(key: string): Promise<StoredObject | undefined> {
    try {
      const found = await stat(this.#path(key));
      return found.isFile() ? { key, bytes: found.size, modifiedMs: Math.floor(found.mtimeMs) } : undefined;
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw failed(key, 'it cannot be looked at', error);
    }
  }

  #path(key: string): string {
    assertKey(key);
    return join(this.#folder, key);
  }

  /** Writes to a name beside the last one, and returns it; nothing is left where that fails. */
  async #write(key: string, body: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): Promise<string> {
    const path = `${this.#path(key)}.unfinished-${randomBytes(6).toString('hex')}`;
    const file = await worded(key, async () => {
      await mkdir(dirname(path), { recursive: true });
      return open(path, 'wx', 0o600);
    });
    try {
      for await (const chunk of body) {
        if (signal?.aborted) throw cancellation(signal);
        await worded(key, () => writeAll(file, chunk));
      }
      if (signal?.aborted) throw cancellation(signal);
      await worded(key, () => file.sync());
      await worded(key, () => file.close());
      return path;
    } catch (error) {
      await file.close().catch(() => undefined);
      await unlink(path).catch(() => undefined);
      throw error;
    }
  }

  async #keysBelow(folder: string): Promise<string[]> {
    try {
      const entries = await readdir(join(this.#folder, folder), { withFileTypes: true });
      const below = entries.map(async (entry) => {
        const key = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) return this.#keysBelow(key);
        return entry.isFile() && !UNFINISHED.test(key) ? [key] : [];
      });
      return (await Promise.all(below)).flat();
    } catch (error) {
      if (isAbsent(error)) return [];
      throw failed(folder, 'it cannot be listed', error);
    }
  }
}

/** A write may take less than it is given. */
async function writeAll(file: { write(bytes: Uint8Array): Promise<{ bytesWritten: number }> }, chunk: Uint8Array) {
  for (let rest = chunk; rest.length > 0; ) rest = rest.subarray((await file.write(rest)).bytesWritten);
}

async function* once(body: Uint8Array): AsyncIterable<Uint8Array> {
  yield body;
}

async function worded<T>(key: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failed(key, 'it cannot be written', error);
  }
}

function failed(key: string, why: string, cause?: unknown): RemoteError {
  const code = codeOf(cause);
  return new RemoteError(`the folder of backups: ${key}: ${why}`, {
    service: 'file system',
    ...(code === undefined ? {} : { code }),
    retryable: false,
    ...(code === 'ENOSPC' ? { hint: 'its disk is full' } : {}),
    cause,
  });
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile, readlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError, nameSome } from '@lockstep/base';
import { atMost } from '../at-most.ts';
import { OUTPUT_FOLDER } from './prebuilt.ts';

/** One entry of a deployment: a file, a symlink (its bytes are where it points), or an empty folder (no digest). */
export interface DeploymentFile {
  /** Path within the deployment, with `/`. */
  readonly file: string;
  /** As `lstat` gives it. */
  readonly mode: number;
  readonly sha: string | undefined;
  readonly size: number;
  /** The bytes, read again each time: a deployment may be larger than memory. */
  readonly read: () => Promise<Buffer>;
}

export interface FileChoice {
  /** What paths of the deployment are relative to; absolute. */
  readonly directory: string;
  readonly prebuilt: boolean;
  /** The folder with the Build Output, where it is another one below that. Absolute. */
  readonly built?: string;
  /** `auto` packs more than 2500 files: uploads are counted by the day, and one archive is one upload. */
  readonly archive: 'auto' | 'tgz' | 'none';
}

export interface FileList {
  readonly files: readonly DeploymentFile[];
  readonly archived: boolean;
  readonly warning: string | undefined;
}

const MANY_FILES = 2_500;
const AT_ONCE = 32;

/**
 * What belongs to the deployment, chosen by Vercel's own client: its ignore rules, `.vercelignore`, and the files that
 * prebuilt functions refer to. Throws InputError when there is nothing, or a file is gone.
 */
export async function collectFiles(choice: FileChoice): Promise<FileList> {
  // Loaded here, so that only a deploy pays for it.
  const { buildFileTree } = await import('@vercel/client/dist/utils/index.js');
  const { directory, prebuilt, built = directory } = choice;
  const options = {
    isDirectory: true,
    prebuilt,
    ...(prebuilt ? { vercelOutputDir: join(built, OUTPUT_FOLDER) } : {}),
  };
  const { fileList, warning } = await buildFileTree(directory, options, () => undefined);
  const paths = [...new Set(fileList)];
  if (paths.length === 0) throw new InputError(`there is nothing to deploy in ${directory}`);
  const archived = choice.archive === 'tgz' || (choice.archive === 'auto' && paths.length > MANY_FILES);
  const files = archived ? await pack(directory, paths) : await digestAll(directory, paths);
  return { files, archived, warning };
}

async function pack(directory: string, paths: readonly string[]): Promise<DeploymentFile[]> {
  const { createTgzFiles } = await import('@vercel/client/dist/utils/archive.js');
  const parts = await createTgzFiles(directory, [...paths]);
  return [...parts].flatMap(([sha, part]) => {
    const bytes = part.data ?? Buffer.alloc(0);
    return part.names.map((name) => ({
      file: posix(relative(directory, name)),
      mode: part.mode,
      sha,
      size: bytes.length,
      read: async () => bytes,
    }));
  });
}

async function digestAll(directory: string, paths: readonly string[]): Promise<DeploymentFile[]> {
  const files: DeploymentFile[] = [];
  const gone: string[] = [];
  await atMost(AT_ONCE, paths, async (path) => {
    try {
      files.push(await digestOf(directory, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      gone.push(posix(relative(directory, path)));
    }
  });
  if (gone.length > 0)
    throw new InputError(
      `files that the deployment needs are missing: ${nameSome(gone.sort(), 5)}; install the dependencies and build again`,
    );
  return files.sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function digestOf(directory: string, path: string): Promise<DeploymentFile> {
  const stat = await lstat(path);
  const file = posix(relative(directory, path));
  if (stat.isDirectory()) return { file, mode: stat.mode, sha: undefined, size: 0, read: async () => Buffer.alloc(0) };
  const digest = createHash('sha1');
  if (stat.isSymbolicLink()) {
    const target = Buffer.from(await readlink(path));
    return {
      file,
      mode: stat.mode,
      sha: digest.update(target).digest('hex'),
      size: target.length,
      read: async () => target,
    };
  }
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer);
  return { file, mode: stat.mode, sha: digest.digest('hex'), size: stat.size, read: () => readFile(path) };
}

function posix(path: string): string {
  return path.split(sep).join('/');
}

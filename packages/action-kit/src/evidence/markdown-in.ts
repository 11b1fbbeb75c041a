import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bytesIn } from './bytes-in.ts';

/** A folder has no more documents that people write, and none of them is larger. */
const MOST_FILES = 2_000;
const MOST_BYTES = 1024 * 1024;

/**
 * The Markdown files of a folder of the repository and below it, by their paths; undefined where the repository is not
 * there: a job that did not check it out has an empty folder, in which nothing can be missing.
 */
export function markdownIn(folder: string, workspace: string): ReadonlyMap<string, string> | undefined {
  const path = resolve(workspace, folder);
  if (!existsSync(path)) return existsSync(join(workspace, '.git')) ? new Map() : undefined;
  const files = namesBelow(path)
    .filter((name) => /\.md$/i.test(name))
    .sort()
    .slice(0, MOST_FILES)
    .map((name) => `${folder.replace(/\/+$/, '')}/${name}`);
  return new Map(
    files.flatMap((file): [string, string][] => {
      const bytes = bytesIn(file, workspace);
      return bytes === undefined || bytes.length > MOST_BYTES ? [] : [[file, bytes.toString('utf8')]];
    }),
  );
}

function namesBelow(path: string): readonly string[] {
  try {
    return readdirSync(path, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
  } catch {
    return [];
  }
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = '.github/workflows';

/** The workflows of a repository, from its top. What only looks like one is left out: the lock of an editor is a link to nothing. */
export function workflowFiles(repository: string): readonly string[] {
  if (!existsSync(join(repository, FOLDER))) return [];
  return readdirSync(join(repository, FOLDER))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `${FOLDER}/${name}`)
    .filter((path) => statSync(join(repository, path), { throwIfNoEntry: false })?.isFile() === true);
}

import { readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/** A file of the repository, links of the file system followed; undefined for what is none, or lies outside of it. */
export function bytesIn(file: string, workspace: string, where: 'within' | 'anywhere' = 'within'): Buffer | undefined {
  try {
    const root = realpathSync(workspace);
    const path = realpathSync(resolve(root, file));
    if (where === 'within' && !path.startsWith(`${root}${sep}`)) return undefined;
    return statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { SqlFile } from '@lockstep/tenants';

/**
 * The SQL files of the migrations, in the order of their names; none where the directory is not there. They only say
 * which line made a policy: what cannot be read (the lock of an editor, a folder that is called so) is left out.
 */
export function readSqlFiles(directory: string, workspace: string): readonly SqlFile[] {
  const folder = resolve(workspace, directory);
  let names: readonly string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith('.sql') && !/(^|[._/-])down([._/-]|\.sql$)/.test(name))
    .filter((name) => !basename(name).startsWith('.'))
    .sort()
    .flatMap((name): readonly SqlFile[] => {
      const path = join(folder, name);
      const file = relative(workspace, path).replaceAll('\\', '/');
      try {
        return [{ file, text: readFileSync(path, 'utf8') }];
      } catch {
        return [];
      }
    })
    .filter(({ file }) => !file.startsWith('..'));
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { SqlFile } from '@lockstep/tenants';

/** The SQL files of the migrations, in the order of their names; none where the directory is not there. */
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
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return { file: relative(workspace, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') };
    })
    .filter(({ file }) => !file.startsWith('..'));
}

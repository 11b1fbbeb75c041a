import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', 'app');

/** The module that `lockstep add app` reads: the sets of app/sets.json, and the texts of the files of app/files. */
export function appFilesModule() {
  const sets = JSON.parse(readFileSync(join(home, 'sets.json'), 'utf8'));
  const files = join(home, 'files');
  const paths = readdirSync(files, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(files, join(entry.parentPath, entry.name)))
    .sort();
  const entry = (key, value) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`;
  return [
    '// Written by scripts/docs.mjs from app/.',
    "import type { FileSet } from './file-set.ts';",
    '',
    'export const SETS: Readonly<Record<string, FileSet>> = {',
    ...Object.entries(sets).map(([name, set]) => entry(name, set)),
    '};',
    '',
    'export const FILES: Readonly<Record<string, string>> = {',
    ...paths.map((path) => entry(path, readFileSync(join(files, path), 'utf8'))),
    '};',
    '',
  ].join('\n');
}

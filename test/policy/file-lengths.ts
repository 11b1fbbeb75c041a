import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One idea needs no more; most need half of it. */
const MOST_LINES = 350;
const CODE = /\.(?:ts|tsx|mjs|cjs|js|jsx)$/;
/** What is made of sources, or by others. */
const NOT_OURS = new Set(['node_modules', 'dist', 'lib', '.git', '.next']);
/** A file that a script writes says so in its first line, and which script. */
const GENERATED = /^\/\/ Written by scripts\/[\w/-]+\.mjs\b/;

/** Files of code below `folder` that are longer than a file may be, each as `path: lines`. */
export function tooLong(folder: string): string[] {
  return codeBelow(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    return lines > MOST_LINES && !GENERATED.test(text) ? [`${file}: ${lines}`] : [];
  });
}

/** All files of code below a folder: sources, tests and scripts. */
export function codeBelow(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(below, entry.name);
      if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : codeBelow(folder, path);
      return entry.isFile() && CODE.test(entry.name) ? [path] : [];
    })
    .sort();
}

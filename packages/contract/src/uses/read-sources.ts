import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { InputError } from '@lockstep/base';

const SOURCE = /\.[cm]?[jt]sx?$/;
/** Of others, or written by a build. */
const LEFT_OUT = /^(?:node_modules|\..*|coverage|dist|build|out)$/;
const DECLARATION = /\.d\.[cm]?ts$/;
const MOST_FILES = 20_000;
const MOST_BYTES = 2_000_000;

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** JavaScript and TypeScript of some directories or files of the repository. Throws InputError where one has none. */
export function readSources(root: string, paths: readonly string[]): readonly SourceFile[] {
  const found = new Map<string, SourceFile>();
  const problems: string[] = [];
  for (const path of paths) {
    const before = found.size;
    try {
      const real = realpathSync(join(root, path));
      if (relative(realpathSync(root), real).startsWith('..')) problems.push(`${path}: is outside of the repository`);
      else for (const file of filesBelow(real, path.replace(/\/+$/, ''))) found.set(file.file, file);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
      problems.push(`${path}: there is no such file or directory; check out the repository first`);
      continue;
    }
    if (found.size === before && problems.length === 0) problems.push(`${path}: has no JavaScript or TypeScript`);
    if (found.size > MOST_FILES)
      throw new InputError(`${path}: more than ${MOST_FILES} files; name smaller directories`);
  }
  if (problems.length > 0) throw new InputError(problems.map((one) => `input "source": ${one}`));
  return [...found.values()];
}

function filesBelow(real: string, path: string): readonly SourceFile[] {
  const stat = statSync(real);
  if (stat.isFile()) {
    if (stat.size > MOST_BYTES) throw new InputError(`${path}: longer than ${MOST_BYTES} bytes`);
    return [{ file: path.split(sep).join('/').replace(/^\.\//, ''), text: readFileSync(real, 'utf8') }];
  }
  return readdirSync(real, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const below = path === '' || path === '.' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) return LEFT_OUT.test(entry.name) ? [] : filesBelow(join(real, entry.name), below);
      const wanted = entry.isFile() && SOURCE.test(entry.name) && !DECLARATION.test(entry.name);
      return wanted ? filesBelow(join(real, entry.name), below) : [];
    });
}

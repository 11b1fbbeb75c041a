import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { specifiers } from './import-rules.ts';

/** A part of a package: a folder of its sources, and what it may stand on. */
export interface Part {
  readonly name: string;
  /** The parts that it imports. Each stands before it in the list, so that there is no way round. */
  readonly on: readonly string[];
  /** The packages that it imports. */
  readonly outside: readonly string[];
}

export interface SourceFile {
  /** Below the package's `src`. */
  readonly path: string;
  readonly text: string;
}

/** What a package's sources do otherwise than its parts say; files beside the folders may import everything. */
export function partProblems(parts: readonly Part[], files: readonly SourceFile[]): string[] {
  const known = new Map(parts.map((part) => [part.name, part]));
  const problems = parts.flatMap(({ name, on }, index) => {
    const before = parts.slice(0, index).map((part) => part.name);
    return on.filter((other) => !before.includes(other)).map((other) => `${name} stands on ${other}, not before it`);
  });
  const used = new Set<string>();
  for (const { path, text } of files) {
    const name = partOf(path);
    const part = known.get(name ?? '');
    if (name !== undefined && part === undefined) problems.push(`${path}: ${name} is no part that is declared`);
    for (const specifier of modules(text)) {
      const what = specifier.startsWith('.')
        ? partOf(normalize(join(dirname(path), specifier)))
        : specifier.startsWith('node:')
          ? undefined
          : packageOf(specifier);
      if (what === undefined || what === name) continue;
      used.add(`${name} ${what}`);
      if (part === undefined) continue;
      const allowed = specifier.startsWith('.') ? part.on : part.outside;
      if (!allowed.includes(what)) problems.push(`${path} imports ${what}, which is not declared of ${name}`);
    }
  }
  const unused = parts.flatMap(({ name, on, outside }) =>
    [...on, ...outside].filter((what) => !used.has(`${name} ${what}`)).map((what) => `${name} does not use ${what}`),
  );
  return [...problems, ...unused];
}

/** What is loaded with a file: files of this repository, and packages from outside it. */
export interface Closure {
  readonly files: readonly string[];
  readonly outside: readonly string[];
}

/** What `entry` loads when it is imported. Imports of types alone load nothing, and `import()` only when it is called. */
export function closure(root: string, entry: string): Closure {
  const files = new Set<string>();
  const outside = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const specifier of modules(loading(readFileSync(file, 'utf8')))) {
      const own = /^@lockstep\/([^/]+)(?:\/([^/]+))?$/.exec(specifier);
      if (specifier.startsWith('.')) visit(join(dirname(file), specifier));
      else if (own !== null) visit(join(root, 'packages', own[1] ?? '', 'src', own[2] ?? '', 'index.ts'));
      else if (!specifier.startsWith('node:')) outside.add(packageOf(specifier));
    }
  };
  visit(join(root, entry));
  return { files: [...files].map((file) => relative(root, file)).sort(), outside: [...outside].sort() };
}

/** A source without what is gone when it runs (types) and what may never be loaded (`import()`). */
export function loading(source: string): string {
  return source
    .replace(/\bimport\(/g, 'later(')
    .replace(/^(?:import|export) type [^;]*;/gm, '')
    .replace(/^import \{((?:\s*type \w+(?: as \w+)?,?)+\s*)\} from [^;]*;/gm, '');
}

/** What a source imports; a sentence with `from` in it names no module. */
function modules(source: string): string[] {
  return specifiers(source).filter((specifier) => !/\s/.test(specifier));
}

/** Every file of a package's sources. */
export function sourcesOf(root: string, name: string): SourceFile[] {
  const src = join(root, 'packages', name, 'src');
  return filesBelow(src).map((file) => ({ path: relative(src, file), text: readFileSync(file, 'utf8') }));
}

/** The folders of a package's sources that can be opened by name. */
export function doorsOf(root: string, name: string): string[] {
  const src = join(root, 'packages', name, 'src');
  return readdirSync(src).filter((folder) => existsSync(join(src, folder, 'index.ts')));
}

/** The part that a file or folder below `src` is of; undefined beside the folders. */
function partOf(path: string): string | undefined {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : undefined;
}

/** `@scope/name` or `name` of what is imported from a package. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return filesBelow(path);
      return name.endsWith('.ts') && !name.endsWith('.d.ts') ? [path] : [];
    });
}

import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that patterns of workspaces mean: with `*`, `**`, `?` and `{a,b}`; those behind a `!` are left out. */
export function foldersOf(patterns: readonly string[], into: string): readonly string[] {
  const of = (isLeftOut: boolean) =>
    patterns
      .filter((pattern) => pattern.startsWith('!') === isLeftOut)
      .map((pattern) =>
        pattern
          .replace(/^!/, '')
          .replace(/^\.?\//, '')
          .replace(/\/+$/, ''),
      );
  const leftOut = of(true).map(wholePattern);
  return of(false)
    .flatMap((pattern) => walk('', pattern.split('/'), into))
    .filter((folder) => !leftOut.some((pattern) => pattern.test(folder)));
}

function walk(at: string, [next, ...rest]: readonly string[], into: string): readonly string[] {
  if (next === undefined) return at === '' ? [] : [at];
  const below = (name: string) => (at === '' ? name : `${at}/${name}`);
  if (next === '**') {
    const deeper = foldersIn(join(into, at)).flatMap((name) => walk(below(name), [next, ...rest], into));
    return [...walk(at, rest, into), ...deeper];
  }
  if (/[*?{]/.test(next)) {
    const pattern = new RegExp(`^${partPattern(next)}$`);
    const names = foldersIn(join(into, at)).filter((name) => pattern.test(name));
    return names.flatMap((name) => walk(below(name), rest, into));
  }
  // A folder of another repository is none of this one.
  return next !== '..' && isFolder(join(into, below(next))) ? walk(below(next), rest, into) : [];
}

/** What cannot be read has none. */
function foldersIn(at: string): readonly string[] {
  const all = ((): readonly Dirent[] => {
    try {
      return readdirSync(at, { withFileTypes: true });
    } catch {
      return [];
    }
  })();
  const folders = all.filter((one) => one.isDirectory()).map(({ name }) => name);
  return folders.filter((name) => name !== 'node_modules' && !name.startsWith('.'));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function wholePattern(pattern: string): RegExp {
  const parts = pattern.split('/');
  const all = parts.map((part, nth) => {
    const isLast = nth === parts.length - 1;
    if (part === '**') return isLast ? '.*' : '(?:[^/]+/)*';
    return partPattern(part) + (isLast ? '' : '/');
  });
  return new RegExp(`^${all.join('')}$`);
}

/** Of one part of a path. */
function partPattern(part: string): string {
  return part.replace(/\{([^{}]*)\}|[\\^$.*+?()[\]{}|]/g, (mark, either?: string) => {
    if (either !== undefined) return `(?:${either.split(',').map(partPattern).join('|')})`;
    return mark === '*' ? '[^/]*' : mark === '?' ? '[^/]' : `\\${mark}`;
  });
}

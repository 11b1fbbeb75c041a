import { withoutComments } from './code.ts';

/** The files of an app by their path, as they are on disk. */
export type Sources = ReadonlyMap<string, string>;

const ENDINGS = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '/index.ts', '/index.tsx', '/index.js'];
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)(['"])([^'"\n]+)\1/g;

/** A file and all files of the app that it imports, directly or not. Packages are not followed. */
export function reachedFrom(start: readonly string[], sources: Sources): readonly string[] {
  const reached = new Set<string>();
  const left = [...start];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    const text = sources.get(path);
    if (text === undefined || reached.has(path)) continue;
    reached.add(path);
    for (const [, , name = ''] of withoutComments(text).matchAll(IMPORT)) {
      const found = resolve(path, name, sources);
      if (found !== undefined) left.push(found);
    }
  }
  return [...reached].sort();
}

/** `./x`, `../x`, and the alias `@/x` of create-next-app, which is the top of the app or its src/. */
function resolve(from: string, name: string, sources: Sources): string | undefined {
  const bases = name.startsWith('.')
    ? [joined([...from.split('/').slice(0, -1), ...name.split('/')])]
    : /^[@~]\//.test(name)
      ? [name.slice(2), `src/${name.slice(2)}`]
      : [];
  for (const base of bases)
    for (const ending of ENDINGS) {
      const bare = ending === '' ? base : `${base.replace(/\.(?:js|mjs|ts|tsx)$/, '')}${ending}`;
      if (sources.has(bare)) return bare;
    }
  return undefined;
}

function joined(parts: readonly string[]): string {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '..') kept.pop();
    else if (part !== '.' && part !== '') kept.push(part);
  }
  return kept.join('/');
}

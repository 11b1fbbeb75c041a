import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const DOMAIN = ['migrations', 'vercel', 'github', 'health', 'quality', 'notify'];

/** The only packages that may import these: each is somebody's house. */
const HOUSES: Readonly<Record<string, readonly string[]>> = {
  '@actions/core': ['action-shell'],
  '@actions/exec': ['action-shell'],
  '@actions/github': ['github'],
  '@actions': [],
  '@octokit': ['github'],
  '@vercel/client': ['vercel'],
};

/** Who imports what, and why that is not allowed. Undefined when it is. */
export function importProblem(importer: string, specifier: string): string | undefined {
  const [kind, name = ''] = importer.split('/');
  const own = /^@lockstep\/([\w-]+)$/.exec(specifier)?.[1];
  // A digest is as pure as a sum; Node merely has it ready.
  if (name === 'base') return specifier === 'node:crypto' ? undefined : 'base imports nothing but a digest';
  if (specifier.startsWith('node:')) return undefined;
  if (specifier.startsWith('.')) return 'what is not in its own src is imported by the name of its package';
  const house = Object.entries(HOUSES).find(([owned]) => specifier === owned || specifier.startsWith(`${owned}/`));
  if (house !== undefined && name !== 'proving-ground' && !house[1].includes(name)) {
    return `${house[0]} is imported by ${house[1].join(', ') || 'nobody'} alone`;
  }
  if (own === undefined || name === 'proving-ground') return undefined;
  if (own.startsWith('action-') && own !== 'action-shell') return 'actions never import each other';
  if (kind === 'actions') return own === 'proving-ground' ? 'the proving ground is for tests and the demo' : undefined;
  if (name === 'action-shell' || DOMAIN.includes(name))
    return own === 'base' ? undefined : `${name} imports base alone`;
  return undefined;
}

/** Every import in the sources of `packages/*` and `actions/*` below `root`. */
export function importsBelow(
  root: string,
): { readonly importer: string; readonly file: string; readonly specifier: string }[] {
  return ['packages', 'actions'].flatMap((kind) =>
    readdirIfThere(join(root, kind)).flatMap((name) =>
      sourceFiles(join(root, kind, name, 'src')).flatMap((file) =>
        specifiers(readFileSync(file, 'utf8'))
          .filter((specifier) => !specifier.startsWith('.') || leaves(join(root, kind, name, 'src'), file, specifier))
          .map((specifier) => ({ importer: `${kind}/${name}`, file: relative(root, file), specifier })),
      ),
    ),
  );
}

/** Module names in static, type-only and dynamic imports, in re-exports and in `require`. */
export function specifiers(source: string): string[] {
  const form = /(?:\bfrom|\bimport|\bimport\(|\brequire(?:\.resolve)?\()\s*(?:\/\*.*?\*\/\s*)?(['"`])([^'"`\n]+)\1/g;
  return [...source.matchAll(form)].map((match) => match[2] ?? '');
}

function leaves(home: string, file: string, specifier: string): boolean {
  return relative(home, join(dirname(file), specifier)).startsWith('..');
}

function sourceFiles(folder: string): string[] {
  return readdirIfThere(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return name.endsWith('.ts') ? [path] : [];
  });
}

function readdirIfThere(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

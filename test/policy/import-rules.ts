import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * The floors of the house, from the ground up. Who stands on one imports from floors below it, never from a neighbour.
 * A package that is not here stands nowhere, and is refused.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['base'],
  ['action-shell'],
  ['postgres', 'supabase'],
  [
    ...['migrations', 'vercel', 'github', 'release-notes', 'health', 'quality', 'notify'],
    ...['backup', 'tenants', 'edge', 'platform', 'contract', 'evidence', 'app', 'starters'],
  ],
  ['action-kit'],
  // And the actions.
  ['cli'],
];
const [BASE, SHELL, SERVICE, DOMAIN, KIT, EDGE] = [0, 1, 2, 3, 4, 5];

/** Which floors each floor sees: an edge with the runner is none of a domain's business. */
const SEES: readonly (readonly number[])[] = [
  [],
  [BASE],
  [BASE],
  [BASE, SERVICE],
  [BASE, SHELL, SERVICE, DOMAIN],
  [BASE, SHELL, DOMAIN, KIT],
];

/** Beside the house: for tests, for the demo, and for the package that the command rehearses with. */
const BESIDE: readonly string[] = ['workflow-runner', 'proving-ground'];
const REHEARSAL = '@lockstep-ci/rehearse';
const REHEARSES = /^packages\/cli\/src\/commands\/rehearse\//;

/** The only packages that may import these: each is somebody's house. */
const HOUSES: Readonly<Record<string, readonly string[]>> = {
  '@actions/core': ['action-shell'],
  '@actions/exec': ['action-shell'],
  '@actions/github': ['action-shell'],
  '@actions/workflow-parser': ['workflow-runner'],
  '@actions/expressions': ['workflow-runner', 'starters'],
  '@actions': [],
  '@octokit/plugin-rest-endpoint-methods': ['github', 'release-notes'],
  '@octokit': ['github'],
  '@vercel/client': ['vercel'],
  aws4fetch: ['backup'],
  pg: ['postgres'],
  'libpg-query': ['migrations'],
};

/** Who imports what (from which file), and why that is not allowed. Undefined when it is. */
export function importProblem(importer: string, specifier: string, file = ''): string | undefined {
  const [kind, name = ''] = importer.split('/');
  // A digest is as pure as a sum; Node merely has it ready.
  if (name === 'base') return specifier === 'node:crypto' ? undefined : 'base imports nothing but a digest';
  if (specifier.startsWith('node:')) return undefined;
  if (specifier === REHEARSAL)
    return REHEARSES.test(file) ? undefined : `${REHEARSAL} is for the command that rehearses`;
  if (specifier.startsWith('.')) return 'what is not in its own src is imported by the name of its package';
  const house = Object.entries(HOUSES).find(([owned]) => specifier === owned || specifier.startsWith(`${owned}/`));
  // An action may have the name of a package: it is another house all the same.
  const isOwner = kind === 'packages' && (name === 'proving-ground' || house?.[1].includes(name) === true);
  if (house !== undefined && !isOwner) {
    return `${house[0]} is imported by ${house[1].join(', ') || 'nobody'} alone`;
  }
  const own = /^@lockstep\/([\w-]+)(?:\/|$)/.exec(specifier)?.[1];
  return own === undefined ? undefined : floorProblem(kind === 'actions' ? 'cli' : name, own);
}

function floorProblem(name: string, own: string): string | undefined {
  const to = floorOf(own);
  if (own.startsWith('action-') && to < 0) return 'actions never import each other';
  if (name === 'workflow-runner') return to === BASE ? undefined : 'the workflow runner imports base alone';
  if (name === 'proving-ground') return to === EDGE ? 'the proving ground runs the command as a program' : undefined;
  if (name === 'rehearse')
    return own === 'proving-ground' || own === 'base' ? undefined : 'it gives on what the proving ground has';
  const from = floorOf(name);
  if (from < 0) return `${name} stands on no floor of the house`;
  if (BESIDE.includes(own)) {
    return `${own} is for tests, the demo and the package that rehearses`;
  }
  if (to < 0) return `${own} stands on no floor of the house`;
  if (SEES[from]?.includes(to)) return undefined;
  const why = from === to ? 'a neighbour is not imported' : from < to ? 'it stands above' : 'it is not for this floor';
  return `${name} (floor ${from}) imports ${own} (floor ${to}): ${why}`;
}

/** -1 where it stands on none. */
function floorOf(name: string): number {
  return FLOORS.findIndex((floor) => floor.includes(name));
}

/** Every source file of `packages/*` and `actions/*` below `root`, and whose it is. */
export function sourcesBelow(root: string): { readonly importer: string; readonly file: string }[] {
  return ['packages', 'actions'].flatMap((kind) =>
    readdirIfThere(join(root, kind)).flatMap((name) =>
      sourceFiles(join(root, kind, name, 'src')).map((path) => ({
        importer: `${kind}/${name}`,
        file: relative(root, path),
      })),
    ),
  );
}

/** Every import in them that leads out of its own `src`. */
export function importsBelow(
  root: string,
): { readonly importer: string; readonly file: string; readonly specifier: string }[] {
  return sourcesBelow(root).flatMap(({ importer, file }) =>
    specifiers(readFileSync(join(root, file), 'utf8'))
      .filter((specifier) => !specifier.startsWith('.') || leaves(join(importer, 'src'), file, specifier))
      .map((specifier) => ({ importer, file, specifier })),
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
    // What a script wrote is data: texts of files of an app, in which there is code too.
    return name.endsWith('.ts') && !name.endsWith('.generated.ts') ? [path] : [];
  });
}

function readdirIfThere(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

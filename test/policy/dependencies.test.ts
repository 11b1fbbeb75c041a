import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { specifiers } from './import-rules.ts';

const root = join(import.meta.dirname, '..', '..');
const packages = ['packages', 'actions'].flatMap((kind) =>
  readdirSync(join(root, kind)).map((name) => `${kind}/${name}`),
);

/** What is needed without an import, each with why. */
const UNSEEN: Readonly<Record<string, string>> = {
  'packages/backup: @electric-sql/pglite-tools':
    'its WebAssembly is read by its path, which keeps it out of the bundle',
};

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function sourcesBelow(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|mjs|cjs|cts|json)$/.test(path))
    .map((path) => join(folder, path));
}

/** Which packages of the given ones the sources do not name. */
function idle(declared: readonly string[], sources: readonly string[]): readonly string[] {
  const named = sources.flatMap(specifiers);
  return declared.filter((name) => !named.some((one) => one === name || one.startsWith(`${name}/`)));
}

test('what a package depends on, it imports', () => {
  const found = packages.flatMap((folder) => {
    const { dependencies = {} } = JSON.parse(read(`${folder}/package.json`)) as Manifest;
    return idle(Object.keys(dependencies), sourcesBelow(`${folder}/src`).map(read)).map((name) => `${folder}: ${name}`);
  });
  expect(found.filter((one) => UNSEEN[one] === undefined)).toEqual([]);
  expect(Object.keys(UNSEEN).filter((one) => !found.includes(one))).toEqual([]);
});

test('one that nothing imports is found', () => {
  const source = "import { a } from '@lockstep/base';\nawait import('yaml/x');\n";
  expect(idle(['@lockstep/base', 'yaml', '@lockstep/bas', 'pg'], [source])).toEqual(['@lockstep/bas', 'pg']);
});

test('each package says what it is for, and why it depends on what others wrote', () => {
  const missing = packages
    .filter((folder) => folder.startsWith('packages/'))
    .flatMap((folder) => {
      if (!existsSync(join(root, folder, 'README.md'))) return [`${folder}/README.md`];
      const readme = read(`${folder}/README.md`);
      const { dependencies = {} } = JSON.parse(read(`${folder}/package.json`)) as Manifest;
      return Object.keys(dependencies)
        .filter((name) => !name.startsWith('@lockstep') && !readme.includes(name.replace(/^(@inquirer)\/.*/, '$1')))
        .map((name) => `${folder}/README.md: ${name}`);
    });
  expect(missing).toEqual([]);
});

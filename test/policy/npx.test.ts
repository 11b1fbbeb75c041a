import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const INSTALLED = 'npm install --save-dev @lockstep-ci/cli';

/** Where a text runs the command by its short name before it is installed: npm takes that for a package of others. */
function strangers(text: string): number {
  const at = text.indexOf(INSTALLED);
  const before = text.slice(0, at === -1 ? text.length : at);
  return [...before.matchAll(/\bnpx (?:--yes )?lockstep\b(?! COMMAND)/g)].length;
}

function files(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => ending.test(path) && !/node_modules|\/lib\/|CHANGELOG/.test(path));
}

test('nobody is sent to the package of others that is named lockstep', () => {
  const read = [
    ...['README.md', 'CONTRIBUTING.md'],
    ...['docs', 'packages', 'actions', 'app', 'examples'].flatMap((folder) => files(folder, /\.md$/)),
    ...['.github', 'workflows-templates', 'examples'].flatMap((folder) => files(folder, /\.ya?ml$/)),
    ...files('packages/cli/src', /\.ts$/),
  ];
  expect(read.length).toBeGreaterThan(150);
  expect(read.filter((path) => strangers(readFileSync(join(root, path), 'utf8')) > 0)).toEqual([]);
});

test.each([
  ['npx lockstep up', 1],
  [`npx lockstep up\n${INSTALLED}`, 1],
  [`${INSTALLED}\nnpx lockstep up`, 0],
  ['npx @lockstep-ci/cli up', 0],
  ['npx --package @lockstep-ci/cli lockstep up', 0],
])('%j has %i of it', (text, found) => {
  expect(strangers(text)).toBe(found);
});

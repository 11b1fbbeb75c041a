#!/usr/bin/env node
/**
 * Makes the package @lockstep-ci/rehearse: the proving ground as a bundle, with the actions and workflows that it runs. It is
 * not in dist/, since all of it is made of what is there.
 *
 *   node scripts/pack-rehearse.mjs FOLDER     writes the package into that folder, for npm pack or npm publish
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ncc from '@vercel/ncc';
import { actionNames } from './build.mjs';
import { isMain } from './is-main.mjs';
import { licensesText, packagesOf, resourcesOf } from './licenses.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const WORKFLOWS = '.github/workflows';

/** Its files, in an empty folder. */
export async function packRehearse(to) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const entry = join(root, 'packages/rehearse/lib/index.js');
  if (!existsSync(entry)) throw new Error(`${entry} is missing: run "npm run typecheck" first`);
  const { code, assets, stats } = await ncc(entry, { cache: false, quiet: true, target: 'es2022' });
  write(to, 'index.js', withPaths(withoutPaths(code)));
  for (const [path, { source }] of Object.entries(assets))
    write(to, path, path.endsWith('.js') ? withoutPaths(String(source)) : source);
  const load = readFileSync(join(root, 'packages/rehearse/load.cjs'), 'utf8');
  write(to, 'load.cjs', load.replace('./lib/index.js', './index.js'));
  write(to, 'licenses.txt', licensesText(packagesOf(resourcesOf(stats)), []));
  for (const name of actionNames(root)) {
    const path = join('actions', name, 'action.yml');
    write(to, path, readFileSync(join(root, path)));
  }
  for (const name of readdirSync(join(root, WORKFLOWS))) {
    const text = readFileSync(join(root, WORKFLOWS, name), 'utf8');
    if (/^ {2}workflow_call:/m.test(text)) write(to, join(WORKFLOWS, name), text);
  }
  const isWanted = (path) => path !== join(root, 'dist', 'cli');
  cpSync(join(root, 'dist'), join(to, 'dist'), { recursive: true, filter: isWanted });
  for (const name of ['LICENSE', 'packages/rehearse/README.md'])
    write(to, name.split('/').at(-1), readFileSync(join(root, name)));
  write(to, 'package.json', `${JSON.stringify(manifest(), null, 2)}\n`);
}

/** All that it imports is in it. */
function manifest() {
  const path = join(root, 'packages/rehearse/package.json');
  const { dependencies: _bundled, optionalDependencies: _found, ...own } = JSON.parse(readFileSync(path, 'utf8'));
  return {
    ...own,
    exports: { '.': { require: './load.cjs', default: './index.js' }, './package.json': './package.json' },
  };
}

/** ncc makes a path of each `new URL('FILE', import.meta.url)` that it finds, and leaves around it what makes one of an address. */
function withPaths(code) {
  const fixed = code.replace(/\(0,\w+\.fileURLToPath\)\((__nccwpck_require__\.ab \+ "[^"]+")\)/g, '($1)');
  if (/fileURLToPath\)\(__nccwpck_require__\.ab/.test(fixed))
    throw new Error('ncc made another path than was expected');
  return fixed;
}

/** The bytes must not depend on where they were built. */
function withoutPaths(code) {
  return code.replaceAll(`${root}/`, '');
}

function write(to, path, text) {
  const file = join(to, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

if (isMain(import.meta.url)) {
  const [folder, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0 || folder.startsWith('-')) {
    console.error('expected one folder: node scripts/pack-rehearse.mjs FOLDER');
    process.exitCode = 1;
  } else await packRehearse(resolve(folder));
}

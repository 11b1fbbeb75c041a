#!/usr/bin/env node
/**
 * Compiles the workspace and bundles every action under actions/ into dist/NAME, and the command `lockstep` into
 * dist/cli, which is the package that npm packs: `npm pack ./dist/cli`.
 *
 *   node scripts/build.mjs               all of them, and notes from which sources (scripts/sources.mjs)
 *   node scripts/build.mjs --as-needed   the same, but leaves dist/ untouched where its bundles are fresh
 *   node scripts/build.mjs NAME …        these
 *   node scripts/build.mjs --check       builds in memory and compares with dist/ byte by byte: exits 1 on a changed,
 *                                        a new or a missing file
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker } from 'node:worker_threads';
import ncc from '@vercel/ncc';
import { chunkNames, SHARED, share, withNames } from './chunks.mjs';
import { isMain } from './is-main.mjs';
import { licensesText, packageNameOf, packagesOf, resourcesOf } from './licenses.mjs';
import { minified, withForeignMinified } from './minify.mjs';
import { namesOf, slowBuiltins, stableIds, withIds, withLazyBuiltins } from './modules.mjs';
import { BUILT_FROM, digestOfBuild } from './sources.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

export function actionNames(base = root) {
  const folder = join(base, 'actions');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'action.yml')))
    .sort();
}

/** The command, beside the actions. */
const COMMAND = 'cli';

/** All that is bundled, each by the folder of its bundle. */
export function bundleNames(base = root) {
  const isThere = existsSync(join(base, 'packages', COMMAND, 'package.json'));
  return [...actionNames(base), ...(isThere ? [COMMAND] : [])].sort();
}

function folderOf(name, base) {
  return join(base, name === COMMAND ? 'packages' : 'actions', name);
}

/** The files of one bundle: path below dist/NAME → bytes. */
export async function bundle(name, base = root) {
  const { code, assets, stats } = await fromFolder(base, () => {
    const entry = join(folderOf(name, base), 'lib', 'main.js');
    return ncc(entry, { cache: false, quiet: true, target: 'es2022' });
  });
  const { chunks, chunkGraph, modules } = stats.compilation;
  const names = chunkNames(chunks, (chunk) => foreignPackage(chunk, chunkGraph));
  const sources = namesOf(modules, chunkGraph, base);
  const ids = stableIds(sources);
  const files = new Map([['index.js', Buffer.from(withNames(withIds(withoutPaths(code, base), ids), names))]]);
  for (const [path, asset] of Object.entries(assets)) {
    const isText = /\.(c|m)?js$|\.json$|\.txt$/.test(path);
    const name = names.get(path);
    const text = isText ? withoutPaths(String(asset.source), base) : undefined;
    files.set(
      name ?? path,
      Buffer.from(text === undefined ? asset.source : name === undefined ? text : withIds(text, ids)),
    );
  }
  lazily(files, ['index.js', ...names.values()]);
  const readers = readersIn(files, name, base);
  for (const [path, bytes] of bundledFiles(readers)) files.set(path, bytes);
  const packages = packagesOf([...resourcesOf(stats), ...bundledPaths(readers)]);
  files.set('licenses.txt', Buffer.from(licensesText(packages, bundledLicenses(readers))));
  const foreign = [...chunks]
    .filter((chunk) => foreignPackage(chunk, chunkGraph) !== undefined)
    .flatMap((chunk) => [...chunk.files]);
  const all = manifestOf(name, base).minify === true;
  const theirs = new Set([...sources].filter(([, source]) => packageNameOf(source)).map(([id]) => ids.get(id)));
  for (const path of ['index.js', ...names.values()]) {
    const text = String(files.get(path));
    const isWhole = all || foreign.some((file) => names.get(file) === path);
    files.set(
      path,
      Buffer.from(isWhole ? await minified(text) : await withForeignMinified(text, (id) => theirs.has(id))),
    );
  }
  if (name === COMMAND) for (const [path, bytes] of packedFiles(base)) files.set(path, bytes);
  return files;
}

function manifestOf(name, base) {
  return JSON.parse(readFileSync(join(folderOf(name, base), 'package.json'), 'utf8'));
}

/**
 * What makes a package of the command's bundle: everything that it imports is in it, so it depends on nothing. Its scripts
 * run where it is packed, and bring in what is kept once for all bundles.
 */
function packedFiles(base) {
  const { dependencies: _bundled, devDependencies: _tests, bin, ...manifest } = manifestOf(COMMAND, base);
  const packed = { ...manifest, bin: Object.fromEntries(Object.keys(bin).map((name) => [name, 'index.js'])) };
  /** @type {[string, Buffer][]} */
  const files = [
    ['package.json', Buffer.from(`${JSON.stringify(packed, null, 2)}\n`)],
    ['README.md', readFileSync(join(folderOf(COMMAND, base), 'README.md'))],
    ['LICENSE', readFileSync(join(base, 'LICENSE'))],
  ];
  return files;
}

/** The package that most of a part of a bundle is from, where all of it is from packages of others. */
function foreignPackage(chunk, graph) {
  const sizes = new Map();
  for (const module of [...graph.getChunkModules(chunk)].flatMap((module) => [...(module.modules ?? [module])])) {
    const { resource } = module;
    if (resource === undefined) continue;
    const name = packageNameOf(resource);
    if (name === undefined) return undefined;
    sizes.set(name, (sizes.get(name) ?? 0) + module.size());
  }
  return [...sizes].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))[0]?.[0];
}

/** Each part of a bundle loads what is slow of Node where it is first used. */
function lazily(files, paths) {
  const slow = paths.flatMap((path) => slowBuiltins(files.get(path).toString('utf8')));
  for (const path of paths) files.set(path, Buffer.from(withLazyBuiltins(files.get(path).toString('utf8'), slow)));
}

/**
 * The action's workspace packages of which the bundle holds what reads files at run time, each with its manifest and where
 * that is: code that was left out reads nothing.
 */
function readersIn(files, name, base) {
  const { dependencies = {} } = manifestOf(name, base);
  const code = [...files].filter(([path]) => path.endsWith('.js')).map(([, bytes]) => bytes.toString('utf8'));
  return Object.keys(dependencies)
    .filter((dependency) => dependency.startsWith('@lockstep/'))
    .map((dependency) => join(base, 'packages', dependency.slice('@lockstep/'.length), 'package.json'))
    .map((path) => ({ path, manifest: JSON.parse(readFileSync(path, 'utf8')) }))
    .filter(({ manifest: { bundledFiles = [] } }) =>
      bundledFiles.some((file) => code.some((text) => text.includes(basename(file)))),
    );
}

/** What a workspace package of the action reads at run time: ncc would corrupt it. */
function bundledPaths(readers) {
  return readers.flatMap(({ path, manifest }) =>
    manifest.bundledFiles.map((file) => createRequire(path).resolve(file)),
  );
}

function bundledFiles(readers) {
  return bundledPaths(readers).map((path) => /** @type {const} */ ([basename(path), readFileSync(path)]));
}

/** Of what such a file was compiled from: it names no package. */
function bundledLicenses(readers) {
  return readers.flatMap(({ path, manifest: { bundledLicenses = [] } }) =>
    bundledLicenses.map((file) => readFileSync(join(dirname(path), file), 'utf8')),
  );
}

/** ncc names modules by their way from the working directory, which is that of the whole process. */
async function fromFolder(folder, work) {
  const before = process.cwd();
  if (before === folder) return work();
  process.chdir(folder);
  try {
    return await work();
  } finally {
    process.chdir(before);
  }
}

/** The bytes must not depend on where they were built. */
function withoutPaths(code, base) {
  return code.replaceAll(`${base}/`, '');
}

/** What differs between a bundle and the folder that should hold it. */
export function differences(files, folder) {
  const found = existsSync(folder) ? filesBelow(folder) : [];
  const problems = [];
  for (const [path, bytes] of files) {
    if (!found.includes(path)) problems.push(`missing: ${path}`);
    else if (!bytes.equals(readFileSync(join(folder, path)))) problems.push(`changed: ${path}`);
  }
  for (const path of found) if (!files.has(path)) problems.push(`not built: ${path}`);
  return problems;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

function write(files, folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/**
 * What the actions have alike; the command is a package by itself, and keeps its own. Of a few bundles, only what is in dist/shared
 * already is taken from there; the next whole build does the rest.
 */
function shareAmong(bundles, isWhole) {
  const folder = join(root, 'dist', SHARED);
  const standing = isWhole || !existsSync(folder) ? [] : filesBelow(folder);
  const actions = new Map([...bundles].filter(([name]) => name !== COMMAND));
  // What is read at run time: a module that is not bundled finds its WebAssembly beside itself.
  const large = [...actions.values()]
    .flatMap((files) => [...files.keys()])
    .filter((path) => path.endsWith('.wasm') || path.endsWith('.cjs'));
  const always = large.filter((path) => isWhole || standing.includes(path));
  const alike = share(actions, always, new Map(standing.map((path) => [path, readFileSync(join(folder, path))])));
  // Large, and in the repository once: the command finds it there too, and `npm pack` brings it in.
  const command = bundles.get(COMMAND);
  for (const path of always) {
    // Not there where dist/shared has an older one, which the next whole build replaces.
    const bytes = alike.get(path);
    if (bytes !== undefined && command?.get(path)?.equals(bytes) === true) command.delete(path);
  }
  if (alike.size > 0) alike.set('package.json', Buffer.from('{\n  "type": "module"\n}\n'));
  return alike;
}

/** Each core takes the next one; in the order of the names, whichever is done first. */
async function bundleAll(names) {
  const left = [...names];
  const done = new Map();
  const work = async () => {
    const worker = new Worker(new URL('bundle-worker.mjs', import.meta.url));
    try {
      for (let name = left.shift(); name !== undefined; name = left.shift()) {
        worker.postMessage(name);
        const [files] = await once(worker, 'message');
        done.set(name, new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes)])));
      }
    } finally {
      // Where one does not build, the rest is not either.
      left.length = 0;
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(names.length, availableParallelism()) }, work));
  return new Map(names.map((name) => [name, done.get(name)]));
}

async function main(args) {
  const check = args.includes('--check');
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const known = bundleNames();
  const strangers = wanted.filter((name) => !known.includes(name));
  if (strangers.length > 0) throw new Error(`no such bundle: ${strangers.join(', ')}; there are ${known.join(', ')}`);
  const projects = wanted.length > 0 ? wanted.map((name) => folderOf(name, root)) : [root];
  const tsc = [join(root, 'node_modules/typescript/bin/tsc'), '-b', ...projects];
  if (spawnSync(process.execPath, tsc, { stdio: 'inherit' }).status !== 0)
    throw new Error('the sources do not compile');

  const isWhole = wanted.length === 0;
  const started = Date.now();
  const bundles = await fromFolder(root, () => bundleAll(isWhole ? known : wanted));
  const alike = shareAmong(bundles, isWhole);
  let stale = 0;
  for (const [name, files] of [...bundles, ...(isWhole ? [[SHARED, alike]] : [])]) {
    const folder = join(root, 'dist', name);
    const problems = differences(files, folder);
    if (check) for (const problem of problems) console.error(`dist/${name}: ${problem}`);
    else if (problems.length > 0) write(files, folder);
    stale += problems.length;
    const size = [...files].filter(([path]) => path.endsWith('.js')).reduce((sum, [, bytes]) => sum + bytes.length, 0);
    const state = problems.length === 0 ? 'fresh' : check ? 'STALE' : 'built';
    console.log(`${relative(root, folder)}: ${state}, ${Math.round(size / 1000)} kB of JavaScript`);
  }
  console.log(`${Math.round((Date.now() - started) / 1000)} s`);
  const dist = join(root, 'dist');
  for (const folder of existsSync(dist) ? readdirSync(dist) : []) {
    if (known.includes(folder) || folder === SHARED || folder === BUILT_FROM || !isWhole) continue;
    stale++;
    if (check) console.error(`dist/${folder}: nothing of that name is bundled`);
    else rmSync(join(dist, folder), { recursive: true });
  }
  if (isWhole && !check && (stale > 0 || !args.includes('--as-needed')))
    writeFileSync(join(dist, BUILT_FROM), `${digestOfBuild()}\n`);
  if (check && stale > 0) throw new Error('dist is stale; run "node scripts/build.mjs" and commit what it writes');
}

if (isMainThread && isMain(import.meta.url)) {
  await main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

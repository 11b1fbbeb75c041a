#!/usr/bin/env node
/**
 * Publishes the tarballs of a release's tag to npm. Runs in publish-npm.yml, as that workflow and without a token: hence
 * Node, npm and tar alone, nothing installed. See docs/releasing.md.
 *
 *   node scripts/publish-npm.mjs plan FOLDER       says what is to be done, and refuses what must not be
 *   node scripts/publish-npm.mjs publish FOLDER    does it, and reads it back; does nothing where it is done
 *
 * FOLDER has what scripts/pack.mjs made. Environment: GITHUB_REF_NAME (the tag), GITHUB_REPOSITORY, GITHUB_STEP_SUMMARY. The
 * registry is the one that npm is set to.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './is-main.mjs';
import { compareFiles, PACKAGES, planNpm, readBackProblems } from './npm-plan.mjs';
import { readChangelog } from './publish-plan.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const env = (name, otherwise = '') => process.env[name] || otherwise;
const npm = (...args) => execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 1 << 26 }).trim();

/** A registry shows what it took a little later. */
const READ_BACK = { tries: 24, waitMs: Number(env('PUBLISH_NPM_WAIT_MS', '5000')) };

/** The files of a tarball: path → digest. */
function filesOf(tarball) {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-tarball-'));
  try {
    execFileSync('tar', ['-xzf', tarball, '-C', folder]);
    return digests(join(folder, 'package'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The files of a folder: path → digest.
 * @param {string} folder
 * @param {(name: string) => boolean} isWanted
 * @returns {Map<string, string>}
 */
function digests(folder, isWanted = (_name) => true) {
  const found = new Map();
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    if (entry.isFile() && isWanted(name))
      found.set(name, createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  return found;
}

/** What the tree has of each package, and what packing makes. */
const TREES = {
  '@lockstep-ci/cli': {
    made: [/^package\.json$/],
    tree: () =>
      new Map([
        ...digests(join(root, 'dist', 'shared'), (name) => /\.(wasm|cjs)$/.test(name)),
        ...digests(join(root, 'dist', 'cli')),
      ]),
  },
  '@lockstep-ci/rehearse': {
    // The proving ground as a bundle: it is built where it is packed.
    made: [/^licenses\.txt$/, /^[^/]+\.([cm]?js|json)$/],
    tree: () =>
      new Map([
        ...inside(
          'dist',
          digests(join(root, 'dist'), (name) => !name.startsWith('cli/')),
        ),
        ...inside(
          'actions',
          digests(join(root, 'actions'), (name) => /^[^/]+\/action\.yml$/.test(name)),
        ),
        ...inside('.github/workflows', digests(join(root, '.github', 'workflows'), isCalled)),
        ['LICENSE', digest(join(root, 'LICENSE'))],
        ['README.md', digest(join(root, 'packages', 'rehearse', 'README.md'))],
      ]),
  },
};

const digest = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
/** @type {(folder: string, files: Map<string, string>) => [string, string][]} */
const inside = (folder, files) => [...files].map(([name, value]) => [`${folder}/${name}`, value]);
const isCalled = (name) => /^ {2}workflow_call:/m.test(readFileSync(join(root, '.github', 'workflows', name), 'utf8'));

function readPackages(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  return names.map((name) => {
    const tarball = join(resolve(folder), name);
    const manifest = JSON.parse(execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' }));
    return { name: manifest.name, version: manifest.version, manifest, tarball, files: filesOf(tarball) };
  });
}

/** Whatever is packed is the tree of the tag, file by file. */
function requireTree(packages) {
  const problems = packages.flatMap(({ files, name }) => {
    const own = TREES[name];
    const found = own === undefined ? [] : compareFiles(files, own.tree(), own.made);
    return found.slice(0, 5).map((one) => `${name}: ${one}: pack it from this checkout, with dist as it is`);
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/**
 * Reads: as often as it takes, since nothing changes by it. A connection that was kept while npm published is closed by
 * then, and the first read afterwards fails on it.
 */
async function get(url, tries = 4) {
  try {
    return await fetch(url, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(30_000) });
  } catch (/** @type {any} */ error) {
    if (tries === 1)
      throw new Error(`${url}: ${error.cause?.message ?? error.message}; run it again`, { cause: error });
    await pause();
    return get(url, tries - 1);
  }
}

const pause = () => new Promise((resolved) => setTimeout(resolved, READ_BACK.waitMs));

/** What the registry has of a package; undefined where it has none. */
async function ask(registry, { files, name, tarball, version }) {
  const url = `${registry.replace(/\/$/, '')}/${name.replace('/', '%2f')}`;
  const response = await get(url);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${url}: the registry answered ${response.status}; run it again`);
  /** @type {any} */
  const answer = await response.json();
  const { 'dist-tags': tags = {}, versions: all = {} } = answer;
  const versions = new Map(Object.keys(all).map((text) => [text, true]));
  const dist = all[version]?.dist;
  if (dist !== undefined) versions.set(version, await isSame(dist, { files, tarball }));
  const attested = new Set(Object.keys(all).filter((text) => all[text].dist?.attestations !== undefined));
  return { versions, tags, attested };
}

/** Compressed elsewhere, the same files are other bytes: then file by file. */
async function isSame(dist, { files, tarball }) {
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (dist.integrity === integrity) return true;
  const response = await get(dist.tarball);
  if (!response.ok) throw new Error(`${dist.tarball}: the registry answered ${response.status}; run it again`);
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-published-'));
  try {
    const file = join(folder, 'published.tgz');
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    return compareFiles(filesOf(file), files, []).length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function say(line) {
  console.log(line);
  if (env('GITHUB_STEP_SUMMARY') !== '') appendFileSync(env('GITHUB_STEP_SUMMARY'), `${line}\n`);
}

async function readBack(registry, one, step) {
  let problems = [];
  for (let nth = 0; nth < READ_BACK.tries; nth++) {
    problems = readBackProblems(step, await ask(registry, one));
    if (problems.length === 0) return;
    await pause();
  }
  throw new Error(problems.join('\n'));
}

/** @returns {never} */
function fail(why) {
  throw new Error(why);
}

/** @param {readonly string[]} words */
async function main([command, folder, ...more]) {
  if ((command !== 'plan' && command !== 'publish') || folder === undefined || more.length > 0)
    throw new Error('expected plan FOLDER or publish FOLDER');
  const packages = readPackages(folder);
  requireTree(packages.filter(({ name }) => PACKAGES.includes(name)));
  const registry = npm('config', 'get', 'registry');
  const published = new Map();
  for (const one of packages) published.set(one.name, await ask(registry, one));
  const plan = planNpm({
    tag: env('GITHUB_REF_NAME'),
    changelog: readChangelog(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')),
    repository: env('GITHUB_REPOSITORY'),
    npm: npm('--version'),
    packages,
    published,
  });
  for (const step of plan) {
    const one = packages.find(({ name }) => name === step.name) ?? fail(`${step.name}: not packed`);
    const what = `${step.name}@${step.version}`;
    if (step.does === 'nothing') say(`${what}: is published already`);
    else if (command === 'plan') say(`${what}: would be published, as ${step.distTag}`);
    else {
      npm('publish', one.tarball, '--access', 'public', '--tag', step.distTag, '--ignore-scripts');
      say(`${what}: published, as ${step.distTag}`);
    }
    if (command === 'publish') await readBack(registry, one, step);
  }
}

if (isMain(import.meta.url)) {
  await main(process.argv.slice(2)).catch((error) => {
    console.error(`::error::${(error.stderr || error.message).trim().replaceAll('\n', '%0A')}`);
    process.exitCode = 1;
  });
}

#!/usr/bin/env node
/**
 * Makes a fresh checkout ready: installs the locked dependencies with the pnpm of this repository, compiles, and
 * bundles. Needs Node >= 20 and npm, nothing global. Does only what is not done yet.
 *
 *   node scripts/setup.mjs                all of it
 *   node scripts/setup.mjs dependencies   leaves dist/ as it is
 *   node scripts/setup.mjs fresh          fails where dist/ is not what the sources build, and changes nothing of it
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PNPM = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
const stamps = join(root, 'node_modules', '.lockstep');

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) fail(`Node ${process.versions.node} is too old: Lockstep needs Node 20 or later`);

step('dependencies', manifests, () => {
  const install = ['--yes', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'];
  run('npx', install, 'installing the dependencies failed; is the npm registry reachable?');
});
if (process.argv.includes('fresh')) {
  run(process.execPath, [join(root, 'scripts/build.mjs'), '--check'], 'dist/ is not what the sources build:');
  note('bundles', sources);
} else if (!process.argv.includes('dependencies'))
  step('bundles', sources, () => {
    run(process.execPath, [join(root, 'scripts/build.mjs')], 'the sources do not build:');
  });

/** Runs `work` unless it was done for exactly these files, what it writes among them. */
function step(name, files, work) {
  const stamp = join(stamps, name);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(files())) return;
  const started = Date.now();
  process.stderr.write(`setting up ${name} … `);
  work();
  note(name, files);
  process.stderr.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** From now on that is done for the files as they are. */
function note(name, files) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), digestOf(files()));
}

/** Silent where all goes well; shows all that the command said where it does not. */
function run(command, args, complaint) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, CI: 'true' },
    encoding: 'utf8',
  });
  if (status !== 0)
    fail(
      `\n${[complaint, stdout, stderr]
        .map((text) => text?.trim())
        .filter(Boolean)
        .join('\n')}`,
    );
}

function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function manifests() {
  const own = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'];
  return [...own, ...members().map((folder) => `${folder}/package.json`)].filter((file) =>
    existsSync(join(root, file)),
  );
}

function sources() {
  const below = members().flatMap((folder) => [`${folder}/src`, `${folder}/tsconfig.json`, `${folder}/package.json`]);
  return ['pnpm-lock.yaml', 'tsconfig.base.json', 'scripts/build.mjs', ...below, ...bundles()].flatMap(filesOf);
}

function bundles() {
  return existsSync(join(root, 'dist')) ? ['dist'] : [];
}

function members() {
  return ['packages', 'actions']
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
    .sort();
}

function filesOf(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

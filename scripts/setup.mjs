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
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf, digestOfBuild, isBuilt, members } from './sources.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PNPM = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
const stamps = join(root, 'node_modules', '.lockstep');

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) fail(`Node ${process.versions.node} is too old: Lockstep needs Node 20 or later`);

step(
  'dependencies',
  () => digestOf(manifests()),
  () => {
    const install = ['--yes', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'];
    run('npx', install, 'installing the dependencies failed; is the npm registry reachable?');
  },
);
if (process.argv.includes('fresh')) {
  run(process.execPath, [join(root, 'scripts/build.mjs'), '--check'], 'dist/ is not what the sources build:');
  note('bundles', digestOfOutputs);
} else if (!process.argv.includes('dependencies'))
  step('bundles', digestOfOutputs, () => {
    // Scripts and tests load what is compiled; what is bundled of these sources already is not bundled again.
    const script = isBuilt() ? ['node_modules/typescript/bin/tsc', '-b'] : ['scripts/build.mjs', '--as-needed'];
    run(process.execPath, script, 'the sources do not build:');
  });

/** What the sources are built to; a folder that somebody cleaned is compiled again. */
function digestOfOutputs() {
  const compiled = members().filter((folder) => existsSync(join(root, folder, 'lib/.tsbuildinfo')));
  return `${digestOfBuild()} ${compiled.length} compiled`;
}

/** Runs `work` unless it was done for exactly this digest, of what it writes as well. */
function step(name, digest, work) {
  const stamp = join(stamps, name);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest()) return;
  const started = Date.now();
  process.stderr.write(`setting up ${name} … `);
  work();
  note(name, digest);
  process.stderr.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** From now on that is done for the files as they are. */
function note(name, digest) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), digest());
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

function manifests() {
  const own = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'];
  return [...own, ...members().map((folder) => `${folder}/package.json`)].filter((file) =>
    existsSync(join(root, file)),
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

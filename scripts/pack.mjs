#!/usr/bin/env node
/**
 * Packs what npm gets: @lockstep-ci/cli out of dist/cli, and @lockstep-ci/rehearse out of the checkout. dist is only read.
 *
 *   node scripts/pack.mjs FOLDER [VERSION]     writes two tarballs into that folder; as 0.0.0, or as a version
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './is-main.mjs';
import { packRehearse } from './pack-rehearse.mjs';
import { parseVersion } from './publish-plan.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The tarballs, by the name of their package. */
export async function packAll(to, version) {
  const work = mkdtempSync(join(tmpdir(), 'lockstep-pack-'));
  try {
    // What is packed is brought together in its folder: others may run from the one here.
    for (const name of ['cli', 'shared']) cpSync(join(root, 'dist', name), join(work, name), { recursive: true });
    await packRehearse(join(work, 'rehearse'));
    const names = ['cli', 'rehearse'];
    return Object.fromEntries(names.map((name) => packOne(join(work, name), to, version)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A package as npm packs it, with its version; a checkout's own is private, so that nobody publishes it by mistake. */
export function packOne(folder, to, version) {
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  if (version !== undefined) writeFileSync(path, `${JSON.stringify(stamped(manifest, version), null, 2)}\n`);
  mkdirSync(to, { recursive: true });
  const args = ['pack', '--json', '--silent', '--pack-destination', resolve(to)];
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: folder, encoding: 'utf8' }));
  return [packed.name, join(resolve(to), packed.filename)];
}

export function stamped({ private: _unstamped, ...manifest }, version) {
  return { ...manifest, version };
}

if (isMain(import.meta.url)) {
  const [folder, version, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0 || folder.startsWith('-')) {
    console.error('expected a folder, and a version if any: node scripts/pack.mjs FOLDER [VERSION]');
    process.exitCode = 1;
  } else if (version !== undefined && parseVersion(version) === undefined) {
    console.error(`expected a version like 1.2.3, got ${version}`);
    process.exitCode = 1;
  } else for (const file of Object.values(await packAll(folder, version))) console.log(file);
}

/** Packs @lockstep-ci/cli out of dist, which is only read. Node and npm alone, nothing installed. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The tarball of the command line: the name of its package, and its path. */
export function packCli(to, version) {
  const work = mkdtempSync(join(tmpdir(), 'lockstep-pack-'));
  try {
    // What is packed is brought together in its folder: others may run from the one here.
    for (const name of ['cli', 'shared']) cpSync(join(root, 'dist', name), join(work, name), { recursive: true });
    return packOne(join(work, 'cli'), to, version);
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
  const said = npm(['pack', '--json', '--silent', '--pack-destination', resolve(to)], { cwd: folder });
  const [packed] = JSON.parse(said);
  return [packed.name, join(resolve(to), packed.filename)];
}

function stamped({ private: _unstamped, ...manifest }, version) {
  return { ...manifest, version };
}

/** The files of what npm gets: in the tarballs, and in the tree that they are packed from. Node and tar alone. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareFiles } from './npm-plan.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The tarballs of a folder, each with its manifest and its files. */
export function readPackages(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  return names.map((name) => {
    const tarball = join(resolve(folder), name);
    const manifest = JSON.parse(execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' }));
    return { name: manifest.name, version: manifest.version, manifest, tarball, files: filesOf(tarball) };
  });
}

/** The files of a tarball: path → digest. */
export function filesOf(tarball) {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-tarball-'));
  try {
    execFileSync('tar', ['-xzf', tarball, '-C', folder]);
    return digests(join(folder, 'package'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whatever is packed is the tree of the tag, file by file. Throws with what is not. */
export function requireTree(packages) {
  const problems = packages.flatMap(({ files, name }) => {
    const own = TREES[name];
    const found = own === undefined ? [] : compareFiles(files, own.tree(), own.made);
    return found.slice(0, 5).map((one) => `${name}: ${one}: pack it from this checkout, with dist as it is`);
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
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
    if (entry.isFile() && isWanted(name)) found.set(name, digest(path));
  }
  return found;
}

const digest = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
/** @type {(folder: string, files: Map<string, string>) => [string, string][]} */
const inside = (folder, files) => [...files].map(([name, value]) => [`${folder}/${name}`, value]);
const isCalled = (name) => /^ {2}workflow_call:/m.test(readFileSync(join(root, '.github', 'workflows', name), 'utf8'));

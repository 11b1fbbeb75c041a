/**
 * What the bundles are built from, as one digest: a build writes it into dist, so that a checkout whose sources are still
 * those is not built again. Nothing rests on it in CI: `node scripts/build.mjs --check` builds, and compares bytes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Below dist/: the digest of the sources and of what they were built to. */
export const BUILT_FROM = 'built-from.txt';

/** The scripts that bundle, by what each imports. */
const BUILDERS = ['build', 'bundle-worker', 'chunks', 'is-main', 'licenses', 'minify', 'modules', 'sources'].map(
  (name) => `scripts/${name}.mjs`,
);
const OF_A_MEMBER = ['src', 'licenses', 'tsconfig.json', 'package.json'];

export function members(base = root) {
  return ['packages', 'actions']
    .flatMap((parent) => readdirSync(join(base, parent)).map((name) => `${parent}/${name}`))
    .sort();
}

/** The digest of the sources and bundles as they are. */
export function digestOfBuild(base = root) {
  const below = members(base).flatMap((folder) => OF_A_MEMBER.map((name) => `${folder}/${name}`));
  // The last two are packed with the command.
  const common = ['pnpm-lock.yaml', 'tsconfig.base.json', ...BUILDERS, 'LICENSE', 'packages/cli/README.md'];
  const files = [...common, ...below, 'dist'].flatMap((path) => filesOf(path, base));
  return digestOf(
    files.filter((file) => file !== `dist/${BUILT_FROM}`),
    base,
  );
}

/** Whether dist is what these sources were built to, by what the last build wrote into it. */
export function isBuilt(base = root) {
  const path = join(base, 'dist', BUILT_FROM);
  return existsSync(path) && readFileSync(path, 'utf8') === `${digestOfBuild(base)}\n`;
}

export function digestOf(files, base = root) {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(join(base, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function filesOf(path, base) {
  const full = join(base, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`, base));
}

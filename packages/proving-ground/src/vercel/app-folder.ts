import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BuildFailure } from './build-failure.ts';
import type { AppFolder } from './package-manager.ts';

export interface Manifest {
  readonly packageManager?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** An app as it was sent: `app` is `root` or a folder below it. */
export function readAppFolder(root: string, app: string, searchPath: string): AppFolder {
  const folders = upwards(app, root);
  const manifest = readManifest(app);
  const needs = { ...manifest.dependencies, ...manifest.devDependencies };
  const named = folders.map((folder) => readManifest(folder).packageManager).find((name) => name !== undefined);
  return {
    files: folders.map((folder) => readdirSync(folder)),
    packageManager: named,
    writtenBy: folders.map(writerOf).find((name) => name !== undefined),
    needsPackages: Object.keys(needs).length > 0,
    isOnPath: (program) => isOnPath(program, searchPath),
  };
}

export function isOnPath(program: string, searchPath: string): boolean {
  return searchPath.split(path.delimiter).some((folder) => isProgram(path.join(folder, program)));
}

function writerOf(folder: string): string | undefined {
  const head = (name: string) => {
    const file = path.join(folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8').slice(0, 500) : '';
  };
  const pnpm = /^lockfileVersion: ['"]?([\d.]+)/m.exec(head('pnpm-lock.yaml'))?.[1];
  if (pnpm !== undefined) return `pnpm ${pnpm}`;
  return /^# yarn lockfile v1/m.test(head('yarn.lock')) ? 'yarn 1' : undefined;
}

/** An empty one where there is none. Throws BuildFailure where it is no JSON. */
export function readManifest(folder: string): Manifest {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Manifest;
  } catch {
    throw new BuildFailure('BAD_PACKAGE_JSON', `${path.basename(folder)}/package.json is not readable as JSON`);
  }
}

/** `from` and the folders above it, up to `root`. */
export function upwards(from: string, root: string): readonly string[] {
  if (from === root || !from.startsWith(root + path.sep)) return [from];
  return [from, ...upwards(path.dirname(from), root)];
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

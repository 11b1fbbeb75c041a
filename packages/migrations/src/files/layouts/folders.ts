import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '@lockstep/base';
import { listFolders, listSqlFiles } from '../list-files.ts';
import { MOST_OF_ONE, nthVersion, numberOf } from '../same-number.ts';
import type { Found, OtherLayout, StrayFile } from './other-layout.ts';

/** A folder for each migration, with `migration.sql` in it, as Prisma and Drizzle 1.0 have; its down is `down.sql`. */
export const folders: OtherLayout = {
  id: 'folders',
  isIt: (_files, at, names) => names.some((name) => existsSync(path.join(at, name, 'migration.sql'))),
  read({ base, directory, problems }) {
    requirePostgres(path.resolve(base ?? '.', directory), directory);
    const files: Found[] = [];
    const strays: StrayFile[] = (listSqlFiles(directory, base, problems) ?? []).map(({ file }) => ({
      file,
      message: 'not in a folder of its own; move it to NUMBER_name/migration.sql',
      version: /^\d+/.exec(path.basename(file))?.[0],
    }));
    // How many folders a number has so far.
    const seen = new Map<string, number>();
    for (const folder of listFolders(directory, base)) {
      const inside = listSqlFiles(`${directory}/${folder}`, base, problems) ?? [];
      const [, version, name] = /^(\d+)(?:_(.*))?$/.exec(folder) ?? [];
      const named = (file: string) => inside.find((each) => path.basename(each.file) === file);
      const up = named('migration.sql');
      if (up === undefined) {
        // A folder of anything else, where it has no number.
        if (version !== undefined)
          strays.push({ file: `${directory}/${folder}`, message: 'no migration.sql in it', version });
        continue;
      }
      if (version === undefined) {
        const message = 'its folder must begin with a number: NUMBER_name/migration.sql';
        strays.push({ file: up.file, message, version: undefined, matters: 'always' });
        continue;
      }
      const down = named('down.sql');
      const number = numberOf(version);
      const nth = seen.get(number) ?? 0;
      seen.set(number, nth + 1);
      if (nth >= MOST_OF_ONE) {
        const message = `more than ${MOST_OF_ONE} folders begin with ${version}; give this one a number of its own`;
        strays.push({ file: up.file, message, version, matters: 'always' });
        continue;
      }
      const of = { version: nthVersion(version, nth), name: name ?? '' };
      files.push({ ...up, name: { kind: 'up', ...of } });
      if (down !== undefined) files.push({ ...down, name: { kind: 'down', ...of } });
    }
    return { files, strays };
  },
};

/** Prisma says for which database its folder is. */
function requirePostgres(at: string, directory: string): void {
  const file = path.join(at, 'migration_lock.toml');
  if (!existsSync(file)) return;
  const provider = /^\s*provider\s*=\s*"([^"]*)"/m.exec(readFileSync(file, 'utf8'))?.[1];
  if (provider === undefined || provider === 'postgresql' || provider === 'postgres') return;
  throw new InputError(
    `migrations folder ${directory}: its migration_lock.toml is for ${provider}, not for postgresql`,
  );
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SqlFile } from '../list-files.ts';
import { listDeep } from '../list-files.ts';
import { versionKey } from '../migration.ts';
import type { Found, OtherLayout, StrayFile } from './other-layout.ts';

export const FLYWAY_NAME = /^([VUB])(\d+(?:[._]\d+)*)__(.*)\.sql$/;
const REPEATABLE = /^R__.*\.sql$/;
/** SQL that Flyway runs around migrations. */
const CALLBACK = /^(before|after|create)[A-Z]\w*\.sql$|^(before|after)[A-Z]\w*__.*\.sql$/;

/** `V1__name.sql` and `U1__name.sql`, with parts in the version (`V1.2__`, `V1_2__`), also in folders below. */
export const flyway: OtherLayout = {
  id: 'flyway',
  isIt: (files) => files.some((file) => FLYWAY_NAME.test(file) || REPEATABLE.test(file)),
  read({ base, directory, problems }) {
    const files: Found[] = [];
    const strays: StrayFile[] = [];
    for (const each of listDeep(directory, base, problems)) {
      const found = readName(each);
      if ('message' in found) strays.push(found);
      else files.push(withSettings(found, strays));
    }
    return { files, strays };
  },
};

function readName({ file, path: at }: SqlFile): Found | StrayFile {
  const base = path.posix.basename(file);
  if (REPEATABLE.test(base)) {
    const message =
      'a repeatable migration, which Flyway runs again whenever it changes and nothing here does: copy its SQL into a new V file each time it changes, and move it out of this folder';
    return { file, message, version: undefined, matters: 'always' };
  }
  if (CALLBACK.test(base)) {
    const message = "a callback of Flyway's, which nothing here runs: move its SQL into migrations, and it out of here";
    return { file, message, version: undefined, matters: 'always' };
  }
  const [, kind, digits, name] = FLYWAY_NAME.exec(base) ?? [];
  if (kind === undefined || digits === undefined || name === undefined) {
    const message = 'the file name is not a migration; rename it to VNUMBER__name.sql, with two underscores';
    const version = /^[VU]?(\d+(?:[._]\d+)*)/.exec(base)?.[1]?.replaceAll('_', '.');
    return { file, message, version };
  }
  const version = digits.replaceAll('_', '.');
  if (kind === 'B') {
    const message = 'a baseline migration, which Flyway runs in place of all before it; nothing here does';
    return { file, message, version };
  }
  // Flyway goes by the version alone.
  return { file, path: at, name: { kind: kind === 'V' ? 'up' : 'down', version, name }, key: versionKey(version) };
}

/** What `V1__name.sql.conf` says of its file. */
function withSettings(found: Found, strays: StrayFile[]): Found {
  const lines = read(`${found.path}.conf`).split('\n');
  const settings = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const other = settings.filter((line) => !/^executeInTransaction\s*=\s*(true|false)$/.test(line));
  if (other.length > 0) {
    const message = `written for Flyway: "${other[0]}" is not followed here; delete it, or apply ${found.file} with Flyway`;
    strays.push({ file: `${found.file}.conf`, message, version: found.name.version });
  }
  const isBare = settings.some((line) => /=\s*false$/.test(line) && line.startsWith('executeInTransaction'));
  return isBare ? { ...found, preamble: '-- lockstep: no-transaction\n' } : found;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

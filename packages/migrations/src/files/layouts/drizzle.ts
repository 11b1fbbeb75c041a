import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '@lockstep/base';
import { listSqlFiles } from '../list-files.ts';
import { compareVersions } from '../migration.ts';
import type { Found, OtherLayout, StrayFile } from './other-layout.ts';

const JOURNAL = 'meta/_journal.json';

/** A migration in Drizzle's journal. */
export interface JournalEntry {
  /** Its file without `.sql`. */
  readonly tag: string;
  /** When it was generated, in milliseconds: by this, Drizzle knows which are applied. */
  readonly when: string;
}

/** `0000_name.sql` in the order of `meta/_journal.json`; the down migration is `0000_name.down.sql`. */
export const drizzle: OtherLayout = {
  id: 'drizzle',
  isIt: (_files, at) => existsSync(path.join(at, JOURNAL)),
  read({ base, directory, problems }) {
    const listed = new Map(
      (listSqlFiles(directory, base, problems) ?? []).map((each) => [path.basename(each.file), each]),
    );
    const files: Found[] = [];
    const strays: StrayFile[] = [];
    let before: Found | undefined;
    for (const entry of readJournal(directory, base)) {
      const [, digits, rest] = /^(\d+)_(.*)$/.exec(entry.tag) ?? [];
      // Drizzle can leave the number out.
      const of = { version: digits ?? entry.when, name: rest ?? entry.tag };
      const [up, down] = [listed.get(`${entry.tag}.sql`), listed.get(`${entry.tag}.down.sql`)];
      listed.delete(`${entry.tag}.sql`);
      listed.delete(`${entry.tag}.down.sql`);
      if (up === undefined) {
        const message = `${JOURNAL} names it, and it is not there`;
        strays.push({ file: `${directory}/${entry.tag}.sql`, message, version: of.version });
        continue;
      }
      if (before !== undefined && compareVersions(of.version, before.name.version) < 0) {
        const message = `${JOURNAL} applies it after ${before.file}, which has a higher number; generate it again`;
        strays.push({ file: up.file, message, version: of.version });
      }
      before = { ...up, name: { kind: 'up', ...of }, stamp: entry.when };
      files.push(before);
      if (down !== undefined) files.push({ ...down, name: { kind: 'down', ...of } });
    }
    for (const { file } of listed.values()) {
      const message = `${JOURNAL} does not name it; create it with "drizzle-kit generate --custom"`;
      strays.push({ file, message, version: /^\d+/.exec(path.basename(file))?.[0] });
    }
    return { files, strays };
  },
};

/** Throws InputError where the journal cannot be read. */
export function readJournal(directory: string, base: string | undefined): readonly JournalEntry[] {
  const file = path.posix.join(directory, JOURNAL);
  const wrong = (why: string) => new InputError(`migrations folder ${directory}: ${file}: ${why}`);
  let journal: { readonly dialect?: unknown; readonly entries?: unknown } | null;
  try {
    journal = JSON.parse(readFileSync(path.resolve(base ?? '.', file), 'utf8'));
  } catch {
    throw wrong('is no JSON; restore it from git');
  }
  const { dialect, entries } = journal ?? {};
  if (!Array.isArray(entries)) throw wrong('has no entries; restore it from git');
  if (typeof dialect === 'string' && dialect !== 'postgresql' && dialect !== 'pg') {
    throw wrong(`is for ${dialect}, not for postgresql`);
  }
  return entries.map(({ idx, tag, when }: Record<string, unknown>) => {
    if (typeof tag !== 'string' || !/^[\w.-]+$/.test(tag) || !Number.isSafeInteger(when)) {
      throw wrong(`entry ${String(idx)} has no tag or no time; restore it from git`);
    }
    return { tag, when: String(when) };
  });
}

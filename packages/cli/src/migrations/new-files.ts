import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, InputError } from '@lockstep/base';
import { asSection, readStyle, type Style } from '@lockstep/migrations';
import { type FolderNames, nextFiles, versionsIn } from './next-files.ts';
import type { Place } from './options.ts';
import { type NewFile, writeNewFiles } from './write-files.ts';

export interface NewOptions {
  readonly isContract: boolean;
  /** Without a transaction. */
  readonly isBare: boolean;
  readonly nowMs: number;
  /** The text of either half, where there is one already. */
  readonly up?: string;
  readonly down?: string;
}

/** What a new migration is made of. */
export interface NewMigration {
  readonly version: string;
  readonly name: string;
  readonly files: readonly NewFile[];
  /** Its up half alone, where a file has both. */
  readonly upText: string;
  readonly downFile: string;
}

/** The files of the next migration, with what is in them. Throws InputError where the folder is another tool's. */
export function planFiles(place: Place, name: string, options: NewOptions): NewMigration {
  const folder = look(place);
  const { down, name: word, up, version } = nextFiles(folder, name, options.nowMs);
  const bare = options.isBare ? ['-- lockstep: no-transaction'] : [];
  const upText = lines([...(options.isContract ? ['-- lockstep: contract'] : []), ...bare, options.up ?? '']);
  // An empty draft is one that a person has to write.
  const downText = lines([...bare, options.down || '-- lockstep: unfinished write what reverses the migration']);
  const path = join(place.directory, up);
  const downFile = join(folder.layout === 'supabase' ? place.downDirectory : place.directory, down);
  const made = { version, name: word, upText, downFile };
  if (folder.layout !== 'sections')
    return {
      ...made,
      files: [
        { path, text: upText },
        { path: downFile, text: downText },
      ],
    };
  const { marks } = folder;
  const head = marks.up === '' ? '' : `${marks.up}\n`;
  const text = `${head}${asSection(upText, marks.up)}\n${marks.down}\n${asSection(downText, marks.down)}`;
  return { ...made, files: [{ path, text }] };
}

const TRIES = 50;

/**
 * Writes a migration that `plan` plans for the folder as it is. Where another command took the same version meanwhile, it
 * moves on to the next.
 */
export function writeMigration(place: Place, plan: () => NewMigration): NewMigration {
  for (let nth = 1; nth <= TRIES; nth++) {
    try {
      const made = writeOnce(place, plan);
      if (made !== undefined) return made;
    } catch (error) {
      if (nth === TRIES || !isFileGone(error)) throw error;
    }
  }
  throw new InputError(
    `${place.directory}: others write migrations there all the time; nothing was written, try again`,
  );
}

/** Undefined, with nothing written, where another migration has the version. */
function writeOnce(place: Place, plan: () => NewMigration): NewMigration | undefined {
  const made = plan();
  const takeBack = writeNewFiles(made.files);
  try {
    if (isOnlyOne(place, made)) return made;
  } catch (error) {
    takeBack();
    throw error;
  }
  takeBack();
  return undefined;
}

/** Another command took its file back while the folder was read. */
function isFileGone(error: unknown): boolean {
  return error instanceof InputError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
}

/** Whether no file of another migration has its version. */
function isOnlyOne(place: Place, { files, version }: NewMigration): boolean {
  const { layout, names } = look(place);
  const own = new Set(files.map(({ path }) => basename(layout === 'folders' ? dirname(path) : path)));
  const others = names.filter((name) => !own.has(name));
  return !versionsIn(others, layout).includes(version);
}

function look(place: Place): FolderNames & Pick<Style, 'marks'> {
  const names = listed(place.directory);
  const { isNamed: _, ...where } = place;
  const style = readStyle(where);
  // The versions of either half.
  const downs = style.layout === 'supabase' ? listed(place.downDirectory) : [];
  return { ...style, names: [...names, ...downs] };
}

function listed(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  try {
    return readdirSync(directory);
  } catch (cause) {
    throw new InputError(`${directory}: cannot be read: ${describe(cause)}`, { cause });
  }
}

function lines(all: readonly string[]): string {
  const text = all.filter((line) => line !== '').join('\n');
  return text === '' ? '' : `${text.trimEnd()}\n`;
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, InputError } from '@lockstep/base';
import { readStyle, type Style } from '@lockstep/migrations';
import { type FolderNames, nextFiles } from './next-files.ts';
import type { Place } from './options.ts';
import type { NewFile } from './write-files.ts';

export interface NewOptions {
  readonly isContract: boolean;
  /** Without a transaction. */
  readonly isBare: boolean;
  readonly nowMs: number;
  /** The text of either half, where there is one already. */
  readonly up?: string;
  readonly down?: string;
}

/** The files of the next migration, with what is in them. Throws InputError where the folder is another tool's. */
export function planFiles(place: Place, name: string, options: NewOptions): readonly NewFile[] {
  const folder = look(place);
  const { down, up } = nextFiles(folder, name, options.nowMs);
  const directives = [
    ...(options.isContract ? ['-- lockstep: contract'] : []),
    ...(options.isBare ? ['-- lockstep: no-transaction'] : []),
  ];
  const upText = lines([...directives, options.up ?? '']);
  const downText = lines([...(options.isBare ? ['-- lockstep: no-transaction'] : []), options.down ?? '']);
  if (folder.layout === 'sections') {
    const { down: downMark, up: upMark } = folder.marks;
    const bare = options.isBare ? '-- lockstep: no-transaction\n\n' : '';
    const [above, below] = [options.up ?? '', options.down ?? ''];
    const head = options.isContract ? '-- lockstep: contract\n' : '';
    return [{ path: join(place.directory, up), text: `${head}${bare}${upMark}\n${above}\n\n${downMark}\n${below}\n` }];
  }
  const inDowns = folder.layout === 'supabase' ? place.downDirectory : place.directory;
  return [
    { path: join(place.directory, up), text: upText },
    { path: join(inDowns, down), text: downText },
  ];
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

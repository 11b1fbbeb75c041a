import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileSource, type Source } from '../sql/source.ts';
import { downMarkOf } from './down-half.ts';
import { findMarks, type Mark } from './find-marks.ts';
import { type FolderOptions, readFolder } from './folder.ts';
import type { Layout } from './layout.ts';

/** How a folder writes its migrations: what the next one has to look like. */
export interface Style {
  readonly layout: Layout;
  /**
   * The lines that begin the halves of a file, as the newest file has them; dbmate's where no file says so. `up` is '' for
   * a tool that only marks the down half.
   */
  readonly marks: { readonly up: string; readonly down: string };
}

const DBMATE = { up: '-- migrate:up', down: '-- migrate:down' };

/** Throws InputError where the folder is another tool's. One that is not there yet has the style that was asked for. */
export function readStyle(options: FolderOptions): Style {
  const { base = '.', directory, layout } = options;
  if (!existsSync(path.resolve(base, directory)))
    return { layout: layout === 'auto' ? 'supabase' : layout, marks: DBMATE };
  const folder = readFolder({ ...options, mayBeEmpty: true });
  const newest = folder.migrations.at(-1)?.file;
  if (folder.layout !== 'sections' || newest === undefined) return { layout: folder.layout, marks: DBMATE };
  const source = fileSource(newest, path.resolve(base, newest));
  const marks = findMarks(source);
  const lineOf = (role: 'up' | 'down') =>
    markLine(
      source,
      marks.find(({ rule }) => rule.role === role),
    );
  const [up, down] = [lineOf('up'), lineOf('down')];
  if (up === undefined) return { layout: folder.layout, marks: down === undefined ? DBMATE : { up: '', down } };
  return { layout: folder.layout, marks: { up, down: down ?? downMarkOf(up) ?? DBMATE.down } };
}

/** Without what the line says of its own file, such as that it is no transaction. */
function markLine(source: Source, mark: Mark | undefined): string | undefined {
  if (mark === undefined) return undefined;
  const [line = ''] = source
    .read(mark.at, Math.min(source.size, mark.at + 400))
    .toString('utf8')
    .split(/\r?\n/);
  return line.replace(/\s+\w+\s*[:=]\s*\w+\s*$/, '').trimEnd();
}

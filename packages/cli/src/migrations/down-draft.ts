import { accessSync, constants, existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, InputError, type Verdict } from '@lockstep/base';
import { type Folder, hasStatements, readDownHalf, upTo, withDownHalf } from '@lockstep/migrations';
import type { Call } from '../command.ts';
import { decode, readBytes, whyUnread, writeExactly } from '../files.ts';
import { draftAndVerify, reportDraft } from './draft.ts';
import { folderOf } from './folder.ts';
import { type Place, placeOf } from './options.ts';
import { assertNoSecret, type NewFile, writeNewFiles } from './write-files.ts';

export async function downDraft(call: Call): Promise<Verdict> {
  const file = call.text('FILE');
  assertReadable(file);
  const directory = call.text('directory') || directoryOf(file);
  const place = { ...placeOf({ ...call, text: (name) => (name === 'directory' ? directory : call.text(name)) }) };
  const folder = upTo(folderOf(place), (each) => resolve(each.file) === resolve(file));
  if (folder === undefined) throw new InputError(`FILE: ${file} is no migration of ${place.directory}`);
  const target = downFileOf(folder, place, file);
  const isPrinted = call.flag('print');
  if (!isPrinted && !call.flag('force')) refuseWritten(folder, target);
  const wholeOf = (text: string) => fileWith(folder, target, text);
  const proven = await draftAndVerify(call, folder, {
    file: target,
    asWritten: (text) => (folder.layout === 'sections' && !isPrinted ? readDownHalf(target, wholeOf(text)) : text),
  });
  if (isPrinted) {
    assertNoSecret({ path: 'the draft', text: proven.text });
    if (!call.json) call.terminal.write(proven.text);
    return reportDraft(call, 'down-draft', proven, []);
  }
  write({ path: target, text: wholeOf(proven.text) });
  return reportDraft(call, 'down-draft', proven, [target]);
}

function assertReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (cause) {
    throw new InputError(`FILE: ${file} cannot be read: ${whyUnread(cause) ?? describe(cause)}; name a migration`, {
      cause,
    });
  }
}

/** Of a folder for each migration, the one above it. */
function directoryOf(file: string): string {
  const folder = dirname(file);
  return basename(file) === 'migration.sql' ? dirname(folder) : folder;
}

/** Where the layout has the down migration; the file itself where it has both halves. */
function downFileOf({ layout }: Folder, { downDirectory }: Place, file: string): string {
  const name = basename(file);
  const beside = (other: string) => join(dirname(file), other);
  switch (layout) {
    case 'supabase':
      return join(downDirectory, name);
    case 'pairs':
      return beside(name.replace(/\.up\.sql$/, '.down.sql'));
    case 'flyway':
      return beside(name.replace(/^V/, 'U'));
    case 'folders':
      return beside('down.sql');
    case 'drizzle':
      return beside(name.replace(/\.sql$/, '.down.sql'));
    case 'sections':
      return file;
  }
}

function refuseWritten({ layout }: Folder, target: string): void {
  if (!existsSync(target)) return;
  const text = textOf(target);
  const down = layout === 'sections' ? readDownHalf(target, text) : text;
  if (down !== undefined && hasStatements(down))
    throw new InputError(`${target}: has a down migration already; --force replaces it, --print shows a draft`);
}

/** The whole file, once it has this down migration. */
function fileWith({ layout }: Folder, target: string, down: string): string {
  return layout === 'sections' ? withDownHalf(target, textOf(target), down) : down;
}

/** To the last byte, since most of it is written again. */
function textOf(path: string): string {
  const bytes = readBytes(path, 'name another file');
  decode(bytes, path);
  return bytes.toString('utf8');
}

function write(file: NewFile): void {
  if (!existsSync(file.path)) {
    writeNewFiles([file]);
    return;
  }
  assertNoSecret(file);
  writeExactly(file.path, file.text);
}

import {
  ARCHIVE_HEAD,
  archiveRow,
  eraseEnd,
  extendEnd,
  listEnd,
  pruneEnd,
  RESTORED_HEAD,
  readErasures,
  removeEnd,
  restoredRow,
  restoreEnd,
  shownArchive,
} from '@lockstep/action-kit/migrate/archive-end';
import { InputError, parseDuration } from '@lockstep/base';
import {
  type ArchiveRecord,
  type Engine,
  eraseFromArchives,
  extendArchive,
  listArchives,
  pruneArchives,
  removeArchive,
  restoreArchives,
} from '@lockstep/migrations';
import { columns } from '../columns.ts';
import type { Call } from '../command.ts';
import type { Database } from '../database.ts';
import { readText } from '../read-text.ts';
import type { Answer } from './answer.ts';
import type { ArchiveCommand } from './archive-commands.ts';
import { engineOf } from './engine.ts';
import { versionOf } from './options.ts';

/** Lines of an erasure; more is a mistake. */
const LIMIT = 1024 * 1024;

export async function archive(call: Call, database: Database): Promise<Answer> {
  const command = call.text('COMMAND') as ArchiveCommand;
  const options = optionsOf(call, command);
  const erasures = command === 'erase' ? await erasuresOf(call) : [];
  const engine = await engineOf(call, database);
  switch (command) {
    case 'list': {
      const archives = await listArchives(engine);
      return { end: listEnd(archives), ...shown(archives) };
    }
    case 'prune': {
      const pruned = await pruneArchives(engine, options);
      return { end: pruneEnd(pruned, options.dryRun), ...shown(pruned) };
    }
    case 'restore':
      return await restore(call, engine, options.dryRun);
    case 'extend':
      return { end: extendEnd(await extendArchive(engine, options.id, options), options.dryRun) };
    case 'remove':
      return { end: removeEnd(await removeArchive(engine, options.id, options), options.dryRun) };
    case 'erase': {
      const erased = await eraseFromArchives(engine, erasures, options);
      return { end: eraseEnd(erased, erasures.length, options.dryRun), data: { erased } };
    }
  }
}

function shown(archives: readonly ArchiveRecord[]): Pick<Answer, 'text' | 'data'> {
  const text = archives.length === 0 ? '' : columns(ARCHIVE_HEAD, archives.map(archiveRow));
  return { text, data: { archives: archives.map(shownArchive) } };
}

async function restore(call: Call, engine: Engine, dryRun: boolean): Promise<Answer> {
  const [version, release] = [versionOf(call, 'migration'), call.text('release-id')];
  const only = { ...(version === '' ? {} : { version }), ...(release === '' ? {} : { release }) };
  const report = await restoreArchives(engine, { dryRun, triggersOff: call.text('archive-triggers') === 'off', only });
  const { tables } = report;
  const text = tables.length === 0 ? '' : columns(RESTORED_HEAD, tables.map(restoredRow));
  return { end: restoreEnd(report, dryRun), text, data: report };
}

interface Options {
  readonly id: string;
  readonly because: string;
  readonly keepMs: number;
  readonly dryRun: boolean;
}

/** Throws InputError for all that is wrong with them at once. */
function optionsOf(call: Call, command: ArchiveCommand): Options {
  const [id, because, keep] = [call.text('ARCHIVE'), call.text('because'), call.text('keep')];
  const keepMs = parseDuration(keep);
  const isOfOne = command === 'extend' || command === 'remove';
  const given: readonly [boolean, string][] = [
    [isOfOne && id === '', `ARCHIVE: ${command} needs the number of an archive; lockstep archive list shows them`],
    [isOfOne && id !== '' && !/^\d+$/.test(id), `ARCHIVE: expected the number of an archive, got "${id}"`],
    [!isOfOne && id !== '', `ARCHIVE: ${command} is not about one archive, got "${id}"`],
    [
      (isOfOne || command === 'erase') && because === '',
      `--because: ${command} needs a reason; it is stored with your user name`,
    ],
    [command === 'extend' && (keepMs ?? 0) <= 0, `--keep: expected a duration such as 30d, got "${keep}"`],
    [
      command === 'erase' && call.text('erase-file') === '',
      '--erase-file: erase needs a file with lines TABLE COLUMN=VALUE; - reads standard input',
    ],
  ];
  const problems = given.filter(([isWrong]) => isWrong).map(([, problem]) => problem);
  if (problems.length > 0) throw new InputError(problems);
  return { id, because, keepMs: keepMs ?? 0, dryRun: call.flag('dry-run') };
}

async function erasuresOf(call: Call) {
  const erasures = readErasures(await readText(call.text('erase-file'), LIMIT, call));
  if (erasures.length === 0) throw new InputError('--erase-file: it has no line TABLE COLUMN=VALUE');
  return erasures;
}

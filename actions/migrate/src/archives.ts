import {
  ARCHIVE_HEAD,
  archiveRow,
  eraseEnd,
  extendEnd,
  isOver,
  listEnd,
  pruneEnd,
  RESTORED_HEAD,
  readErasures,
  removeEnd,
  restoredRow,
  restoreEnd,
  shownArchive,
} from '@lockstep/action-kit/migrate/archive-end';
import type { Outcome, Shell } from '@lockstep/action-shell';
import {
  type ArchiveRecord,
  eraseFromArchives,
  extendArchive,
  listArchives,
  markdownTable,
  pruneArchives,
  removeArchive,
  restoreArchives,
} from '@lockstep/migrations';
import { engineOf } from './engine.ts';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';
import { writeReport } from './report.ts';

/** `restore-archive`. */
export async function runRestore(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const dryRun = values['dry-run'];
  const { version } = values;
  const only = {
    ...(version === '' ? {} : { version }),
    ...(values['release-id'] === '' ? {} : { release: values['release-id'] }),
  };
  const triggersOff = values['archive-triggers'] === 'off';
  const report = await restoreArchives(engineOf(values, shell), { dryRun, triggersOff, only });
  if (report.tables.length > 0) {
    const title = dryRun ? 'Would be restored' : 'Restored';
    shell.summary.add(`### ${title}\n\n${markdownTable(RESTORED_HEAD, report.tables.map(restoredRow))}`);
  }
  const outputs = { 'report-path': writeReport(shell, { dryRun, ...report }) };
  return { ...restoreEnd(report, dryRun), outputs };
}

/** `list-archives`. */
export async function runList(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const archives = await listArchives(engineOf(values, shell));
  showArchives(shell, 'Archives', archives);
  const report = writeReport(shell, { archives: archives.map(shownArchive) });
  const outputs = { archives: archives.length, 'archives-over': archives.filter(isOver).length, 'report-path': report };
  return { ...listEnd(archives), outputs };
}

function showArchives(shell: Shell, title: string, archives: readonly ArchiveRecord[]): void {
  if (archives.length > 0)
    shell.summary.add(`### ${title}\n\n${markdownTable(ARCHIVE_HEAD, archives.map(archiveRow))}`);
}

/** `prune-archives`. */
export async function runPrune(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const dryRun = values['dry-run'];
  const pruned = await pruneArchives(engineOf(values, shell), { dryRun });
  showArchives(shell, dryRun ? 'Archives that are over' : 'Deleted archives', pruned);
  const report = writeReport(shell, { dryRun, pruned: pruned.map(shownArchive) });
  return { ...pruneEnd(pruned, dryRun), outputs: { archives: pruned.length, 'report-path': report } };
}

/** `extend-archive`. */
export async function runExtend(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const options = { because: values.because, keepMs: values['archive-keep'], dryRun: values['dry-run'] };
  return extendEnd(await extendArchive(engineOf(values, shell), values['archive-id'], options), options.dryRun);
}

/** `remove-archive`. */
export async function runRemove(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const options = { because: values.because, dryRun: values['dry-run'] };
  return removeEnd(await removeArchive(engineOf(values, shell), values['archive-id'], options), options.dryRun);
}

/** `erase-archives`. */
export async function runErase(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const dryRun = values['dry-run'];
  const options = { because: values.because, dryRun };
  const erasures = readErasures(values.erase.reveal());
  const erased = await eraseFromArchives(engineOf(values, shell), erasures, options);
  return {
    ...eraseEnd(erased, erasures.length, dryRun),
    outputs: { 'report-path': writeReport(shell, { dryRun, erased }) },
  };
}

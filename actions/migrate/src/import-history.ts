import { importEnd, importedWords } from '@lockstep/action-kit/migrate/import-end';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { loadImport } from '@lockstep/migrations';
import { engineOf, folderOf } from './engine.ts';
import type { Inputs } from './inputs.ts';
import { showNotes } from './notes.ts';
import type { Reason } from './reasons.ts';
import { writeReport } from './report.ts';

/** `adopt` with `from`: takes over the history of another tool. */
export async function runImport(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { because, directory, from, 'dry-run': dryRun, 'history-table': table } = values;
  const { importHistory, readImportPlan } = await loadImport();
  const options = { folder: folderOf(values, shell), directory, base: shell.env.workspace, from, table, because };
  const report = await (dryRun ? readImportPlan : importHistory)(engineOf(values, shell), options);
  showNotes(shell, report.notes);
  for (const each of report.taken) {
    const words = importedWords(each);
    shell.log.info(`${each.file || `${each.version} ${each.name}`}: applied${words === '' ? '' : `, ${words}`}`);
  }
  return { ...importEnd(report, dryRun), outputs: { 'report-path': writeReport(shell, report) } };
}

import { importEnd, importedWords } from '@lockstep/action-kit/migrate/import-end';
import { loadImport } from '@lockstep/migrations';
import { columns } from '../columns.ts';
import type { Call } from '../command.ts';
import type { Database } from '../database.ts';
import type { Answer } from './answer.ts';
import { engineOf } from './engine.ts';
import { folderOf } from './folder.ts';
import { placeOf } from './options.ts';

export async function importHistory(call: Call, database: Database): Promise<Answer> {
  const dryRun = !call.flag('yes');
  const place = placeOf(call);
  const options = {
    ...{ folder: folderOf(place), directory: place.directory, base: process.cwd() },
    ...{ from: call.text('from'), table: call.text('history-table'), because: call.text('because') },
  };
  const engine = await engineOf(call, database);
  const { importHistory: take, readImportPlan } = await loadImport();
  const report = await (dryRun ? readImportPlan : take)(engine, options);
  const rows = report.taken.map((each) => [
    ...[each.version, each.name, each.hasDown ? 'yes' : 'no', each.file],
    importedWords(each),
  ]);
  const table = rows.length === 0 ? '' : columns(['version', 'name', 'down', 'file', ''], rows);
  const more = dryRun && rows.length > 0 ? 'nothing is recorded yet: run it again with --yes\n' : '';
  return { end: importEnd(report, dryRun), text: table + more, data: { ...report, recorded: !dryRun } };
}

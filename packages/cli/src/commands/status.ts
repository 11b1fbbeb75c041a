import { newestApplied, statusEnd } from '@lockstep/action-kit/migrate/records-end';
import { columns } from '../columns.ts';
import type { Command } from '../command.ts';
import { DATABASE_HELP, databaseOptions } from '../database.ts';
import { engineOf } from '../migrations/engine.ts';
import { folderOf, folderOptions, placeOf } from '../migrations/options.ts';
import { onDatabase } from '../migrations/run-command.ts';

export const status: Command = {
  name: 'status',
  summary: 'compares the migration files with what the database has',
  details: `
Lists each migration with its state: applied, pending, edited since it was applied, or applied without a file here. Changes
nothing. ${DATABASE_HELP}

  lockstep status --directory db/migrations`,
  arguments: [],
  options: [...folderOptions, ...databaseOptions],
  run: (call) =>
    onDatabase(call, {
      command: 'status',
      options: status.options,
      run: async (database) => {
        const { readEdits, readStatus } = await import('@lockstep/migrations');
        const folder = await folderOf(placeOf(call));
        const engine = await engineOf(call, database);
        const found = await readStatus(engine, folder);
        const isEdited = found.versions.some(({ state }) => state === 'checksum-mismatch');
        const edits = isEdited ? await readEdits(engine, folder) : [];
        const rows = found.versions.map((each) => [
          ...[each.version, each.name, each.state, each.hasDown ? 'yes' : 'no'],
          each.appliedAt,
        ]);
        const diffs = edits.map(({ diff, file }) => `edited since it was applied: ${file}\n${indented(diff)}`);
        const table = columns(['version', 'name', 'state', 'down', 'applied at'], rows);
        return {
          end: statusEnd(found),
          text: (rows.length === 0 ? '' : table) + diffs.join(''),
          data: { newest: newestApplied(found), migrations: found.versions, notes: found.notes, edits },
        };
      },
    }),
};

function indented(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}\n`).join('');
}

import { newestApplied, statusEnd } from '@lockstep/action-kit/migrate/records-end';
import { plainLine } from '@lockstep/base';
import { readEdits, readStatus } from '@lockstep/migrations';
import { columns } from '../columns.ts';
import type { Call } from '../command.ts';
import type { Database } from '../database.ts';
import type { Answer } from './answer.ts';
import { engineOf } from './engine.ts';
import { folderOf } from './folder.ts';
import { placeOf } from './options.ts';

export async function status(call: Call, database: Database): Promise<Answer> {
  const folder = folderOf(placeOf(call));
  const engine = await engineOf(call, database);
  const found = await readStatus(engine, folder);
  const isEdited = found.versions.some(({ state }) => state === 'checksum-mismatch');
  const edits = isEdited ? await readEdits(engine, folder) : [];
  const rows = found.versions.map((each) => [
    ...[each.version, each.name, each.state, each.hasDown ? 'yes' : 'no'],
    each.appliedAt,
  ]);
  const diffs = edits.map(({ diff, file }) => `edited since it was applied: ${plainLine(file)}\n${indented(diff)}`);
  const table = columns(['version', 'name', 'state', 'down', 'applied at'], rows);
  return {
    end: statusEnd(found),
    text: (rows.length === 0 ? '' : table) + diffs.join(''),
    data: { newest: newestApplied(found), migrations: found.versions, notes: found.notes, edits },
  };
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}\n`).join('');
}

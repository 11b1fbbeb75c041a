import { diffLines } from '@lockstep/base';
import { literal } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Folder } from '../files/folder.ts';
import { versionKey } from '../files/migration.ts';
import { settle } from '../history/settle.ts';
import { withReader } from '../run/runner.ts';

/** A file that is not what was applied any more. */
export interface Edit {
  readonly version: string;
  readonly file: string;
  /** From what the history holds to what the file says, statement by statement, as a unified diff. */
  readonly diff: readonly string[];
}

/** Compares the files that were edited since they were applied with what the history holds of them. */
export async function readEdits(engine: Engine, folder: Folder): Promise<Edit[]> {
  return withReader(engine, async ({ history, session }) => {
    const edits: Edit[] = [];
    const records = new Map(history.map((record) => [versionKey(record.version), record]));
    for (const migration of settle(folder, history).folder.migrations) {
      const record = records.get(versionKey(migration.version));
      if (record?.applied !== true || record.side === undefined) continue;
      if (record.side.checksum === migration.up.checksum) continue;
      const [row] = await session.rows(
        `select pg_catalog.array_to_string(statements, E';\\n') from supabase_migrations.schema_migrations where version = ${literal(record.version)}`,
      );
      const now = (migration.up.texts ?? []).join(';\n').replaceAll('\r\n', '\n');
      const diff = diffLines((row?.[0] ?? '').replaceAll('\r\n', '\n'), now);
      edits.push({ version: migration.version, file: migration.file, diff });
    }
    return edits;
  });
}

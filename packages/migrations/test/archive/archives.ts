import { type ArchiveLimits, defaultArchiveLimits } from '../../src/archive/limits.ts';
import { type DownReport, down } from '../../src/down/down.ts';
import { type Database, type EngineSetup, engineOn } from '../ground.ts';

/** Rolls the newest migrations back and archives what they would lose. */
export function archiveDown(
  database: Database,
  { steps = 1, ...setup }: EngineSetup & { readonly steps?: number } = {},
  archive: Partial<ArchiveLimits> = {},
): Promise<DownReport> {
  return down(engineOn(database, setup), {
    range: { kind: 'steps', steps },
    onDataLoss: 'archive',
    archiveLimits: { ...defaultArchiveLimits, ...archive },
  });
}

/** What was archived, newest last: table, how, how many rows, and the rows themselves. */
export async function archivesOf(
  database: Database,
): Promise<{ source: string; kind: string; rows: number; contents: Record<string, unknown>[] }[]> {
  const list = await database.rows(
    'select source, kind, rows::int, contents from lockstep_archive.archives order by id',
  );
  return Promise.all(
    list.map(async ([source, kind, rows, contents]) => ({
      source: String(source),
      kind: String(kind),
      rows: Number(rows),
      contents: (
        await database.rows(
          `select to_jsonb(kept.*) - array['_lockstep_xmin', '_lockstep_done', '_lockstep_conflict'] from lockstep_archive.${String(contents)} kept`,
        )
      ).map(([row]) => row as Record<string, unknown>),
    })),
  );
}

import { expect } from '@jest/globals';
import { down } from '../../src/down/down.ts';
import { readDownPlan } from '../../src/down/preview.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground } from '../ground.ts';

/** Up, down, and what happens before the next migration is applied. */
type Migration = readonly [up: string, down: string, meanwhile?: string];

/** Several migrations, and what is there before them. */
export interface History {
  readonly before?: string;
  readonly migrations: readonly Migration[];
}

/** A database in which the migrations of a history are applied, one after another. */
export async function applyHistory(ground: Ground, { before = '', migrations }: History): Promise<Database> {
  const database = await ground.database();
  if (before !== '') await database.run(before);
  await applyTo(ground, database, migrations);
  return database;
}

/** Applies migrations to a database, one after another. */
export async function applyTo(ground: Ground, database: Database, migrations: History['migrations']): Promise<void> {
  const files: Record<string, string> = {};
  for (const [nth, [upSql, downSql, meanwhile]] of migrations.entries()) {
    files[`migrations/${nth + 1}_case.sql`] = upSql;
    files[`rollbacks/${nth + 1}_case.sql`] = downSql;
    const report = await up(engineOn(database), {
      folder: folderOf(ground.scope, files),
      phase: 'all',
      allowOutOfOrder: false,
    });
    expect(report.failure).toBeUndefined();
    if (meanwhile !== undefined) await database.run(meanwhile);
  }
}

/** Takes so many of the newest migrations down. */
export function takeDown(
  database: Database,
  steps: number,
  onDataLoss: 'refuse' | 'allow' = 'refuse',
  url = database.url,
) {
  return down(engineOn(database, { url }), { range: { kind: 'steps', steps }, onDataLoss });
}

/** The same, and where it refuses, a preview must have said so, or that only the run shows it. */
export async function takeDownForeseen(database: Database, steps: number) {
  const { revert } = await readDownPlan(engineOn(database), { range: { kind: 'steps', steps } });
  const report = await takeDown(database, steps);
  if (report.refused !== undefined) {
    expect(revert.filter(({ losses, opaque }) => opaque || losses.length > 0)).not.toEqual([]);
  }
  return report;
}

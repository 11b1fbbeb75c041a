import { randomUUID } from 'node:crypto';
import { InputError } from '@lockstep/base';
import type { Folder } from '../files/folder.ts';
import { compareVersions, type Migration } from '../files/migration.ts';
import type { HistoryRecord } from '../history/record.ts';
import { insertEvent, insertHistory, upsertSide } from '../history/write.ts';
import { loadParser } from '../lint/parser.ts';
import { judgePhase } from '../lint/phase.ts';
import type { Engine } from '../run/engine.ts';
import { withReader, withRunner } from '../run/runner.ts';
import { noLessons } from '../sql/lessons.ts';

export interface AdoptOptions {
  readonly folder: Folder;
  /** The last version whose schema change is there already. */
  readonly to: string;
}

/** A version that is recorded without being run. */
export interface Adopted {
  readonly version: string;
  readonly name: string;
  readonly file: string;
  /** `both`: it was in no history. `side`: the Supabase CLI had recorded it, and its way down is stored now. */
  readonly records: 'both' | 'side';
}

/** What `adopt` would record; changes nothing. */
export async function readAdoptPlan(engine: Engine, options: AdoptOptions): Promise<Adopted[]> {
  return withReader(engine, async ({ history }) => planAdopt(options, history).map(shown));
}

/**
 * Records as applied what is there already: made by hand, by another tool, or by the Supabase CLI. Runs nothing of the
 * files. All or nothing.
 */
export async function adopt(engine: Engine, options: AdoptOptions): Promise<Adopted[]> {
  return withRunner(engine, { creates: true }, async ({ history, session, tables }) => {
    const planned = planAdopt(options, history);
    const statements: string[] = [];
    for (const { migration, records } of planned) {
      const entry = {
        migration,
        phase: (await judgePhase(migration, loadParser)).phase,
        provenance: engine.provenance,
        attempt: randomUUID(),
        // More than one: rows that are there were not written by a transaction that we know.
        segments: 2,
        lessons: noLessons,
      };
      if (records === 'both') statements.push(insertHistory(entry, tables));
      statements.push(upsertSide(entry, tables, 'applied'));
      statements.push(insertEvent('adopt', migration.version, engine.provenance, { records, phase: entry.phase }));
    }
    if (statements.length > 0) await session.rows(`begin; ${statements.join(' ')} commit;`);
    return planned.map(shown);
  });
}

interface Planned {
  readonly migration: Migration;
  readonly records: 'both' | 'side';
}

/** Pure: what is to be recorded, in order. Throws InputError where `to` is no version of the folder. */
export function planAdopt({ folder, to }: AdoptOptions, history: readonly HistoryRecord[]): Planned[] {
  const { migrations } = folder;
  if (!migrations.some((migration) => BigInt(migration.version) === BigInt(to))) {
    throw new InputError(`to: there is no migration ${to}; name the last one whose schema change is there`);
  }
  return migrations.flatMap((migration): Planned[] => {
    if (compareVersions(migration.version, to) > 0) return [];
    const record = history.find((each) => BigInt(each.version) === BigInt(migration.version));
    if (record?.side !== undefined && record.side.state !== 'applied') {
      throw new InputError(
        `${migration.file}: stopped half-way (${record.side.state}); finish it with "up" or "down" first`,
      );
    }
    if (record?.applied !== true) return [{ migration, records: 'both' }];
    return record.side === undefined ? [{ migration, records: 'side' }] : [];
  });
}

function shown({ migration: { file, name, version }, records }: Planned): Adopted {
  return { version, name, file, records };
}

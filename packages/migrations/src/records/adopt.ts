import { InputError, nameSome } from '@lockstep/base';
import type { Engine } from '../engine/engine.ts';
import type { Folder } from '../files/folder.ts';
import { type Migration, versionKey } from '../files/migration.ts';
import { describeForeign, type ForeignHistory, isAbout, isBroken, knows, readForeign } from '../history/foreign.ts';
import type { HistoryRecord } from '../history/record.ts';
import { settle } from '../history/settle.ts';
import { type Runner, withReader, withRunner } from '../run/runner.ts';
import { refuseInvalidIndexes } from './invalid-indexes.ts';
import { recordApplied } from './record-applied.ts';

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
  /** `both`: it was in no history. `side`: the Supabase CLI had recorded it, and its down migration is stored now. */
  readonly records: 'both' | 'side';
}

export interface AdoptReport {
  readonly adopted: readonly Adopted[];
  /** Files up to `to` that the tool which made this database never applied: they stay pending. */
  readonly lacking: readonly string[];
  /** What people should know. */
  readonly notes: readonly string[];
}

/** What `adopt` would record; changes nothing. */
export async function readAdoptPlan(engine: Engine, options: AdoptOptions): Promise<AdoptReport> {
  return withReader(engine, async (found) => reportOf(await readPlan(options, found)));
}

/**
 * Records as applied what is there already: made by hand, by another tool, or by the Supabase CLI. Runs nothing of the
 * files. All or nothing.
 */
export async function adopt(engine: Engine, options: AdoptOptions): Promise<AdoptReport> {
  // What is refused leaves no tables behind.
  const how = { creates: true, beforeFirst: async (found: Runner) => void (await readPlan(options, found)) };
  return withRunner(engine, how, async (runner) => {
    const { session, tables } = runner;
    const plan = await readPlan(options, runner);
    const statements: string[] = [];
    for (const { migration, records } of plan.record)
      statements.push(await recordApplied(migration, { engine, tables, records }));
    if (statements.length > 0) await session.rows(`begin; ${statements.join(' ')} commit;`);
    return reportOf(plan);
  });
}

async function readPlan(options: AdoptOptions, { history, session }: Runner): Promise<AdoptPlan> {
  const plan = planAdopt(options, history, await readForeign(session));
  await refuseInvalidIndexes(
    session,
    plan.record.map(({ migration }) => migration),
  );
  return plan;
}

interface Planned {
  readonly migration: Migration;
  readonly records: 'both' | 'side';
}

export interface AdoptPlan extends Omit<AdoptReport, 'adopted'> {
  /** In order. */
  readonly record: readonly Planned[];
}

/**
 * Pure: what is to be recorded. What another tool's history says of these files goes before what the caller says of
 * them: a version that it lacks is not recorded. Throws InputError where `to` is no version of the folder.
 */
export function planAdopt(
  { folder: found, to }: AdoptOptions,
  history: readonly HistoryRecord[],
  foreign: readonly ForeignHistory[] = [],
): AdoptPlan {
  const { folder, notes } = settle(found, history, '0');
  const { migrations } = folder;
  const last = migrations.find((migration) => versionKey(migration.version) === versionKey(to));
  if (last === undefined) {
    throw new InputError(
      `to: there is no migration ${to}; name the last one whose schema change the database already has`,
    );
  }
  if (folder.ambiguity !== undefined && !history.some(({ applied }) => applied)) throw new InputError(folder.ambiguity);
  const about = foreign.filter((each) => isAbout(each, migrations));
  const made = foreign.map((each) => describeForeign(each, migrations));
  const known = new Map(history.map((record) => [versionKey(record.version), record]));
  const lacking: string[] = [];
  const record = migrations.slice(0, migrations.indexOf(last) + 1).flatMap((migration): Planned[] => {
    const present = known.get(versionKey(migration.version));
    if (present?.side !== undefined && present.side.state !== 'applied') {
      throw new InputError(
        `${migration.file}: incomplete (${present.side.state}); finish it with "up" or "down" first`,
      );
    }
    if (present?.applied === true) return present.side === undefined ? [{ migration, records: 'side' }] : [];
    if (about.length > 0 && !about.some((each) => knows(each, migration, migrations))) {
      lacking.push(migration.file);
      return [];
    }
    return [{ migration, records: 'both' }];
  });
  const stopped = about.find((each) =>
    lacking.some((file) => migrations.some((m) => m.file === file && isBroken(each, m, migrations))),
  );
  if (stopped !== undefined) {
    throw new InputError(
      `to: ${to}: ${describeForeign(stopped, migrations)}; complete or revert it there with ${stopped.tool} first`,
    );
  }
  if (record.length === 0 && lacking.length > 0) {
    throw new InputError(`to: ${to}: ${made.join('; ')}: it never applied ${nameSome(lacking, 3)}; apply it with "up"`);
  }
  return { record, lacking, notes: [...made, ...notes] };
}

function reportOf({ lacking, notes, record }: AdoptPlan): AdoptReport {
  const adopted = record.map(
    ({ migration: { file, name, version }, records }): Adopted => ({ version, name, file, records }),
  );
  return { adopted, lacking, notes };
}

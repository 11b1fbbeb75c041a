import { InputError } from '@lockstep/base';
import type { Engine } from '../engine/engine.ts';
import type { Folder } from '../files/folder.ts';
import { type Migration, versionKey } from '../files/migration.ts';
import type { HistoryRecord } from '../history/record.ts';
import { settle } from '../history/settle.ts';
import { acceptSide, insertEvent, removeRecords } from '../history/write.ts';
import { withReader, withRunner } from '../run/runner.ts';
import { FileError } from '../sql/problem.ts';

export interface RepairOptions {
  readonly version: string;
  /**
   * `accept`: the file as it is now is what was applied; its down migration is stored again. `drop`: the version was not
   * applied after all; its record goes, the schema stays.
   */
  readonly does: 'accept' | 'drop';
  /** Why; kept with the actor's name. */
  readonly because: string;
  /** Needed to accept. */
  readonly folder: Folder | undefined;
}

export interface Repair {
  readonly version: string;
  readonly does: 'accept' | 'drop';
  readonly file: string;
  readonly oldChecksum: string;
  readonly newChecksum: string;
}

/** What `repair` would change; changes nothing. */
export async function readRepairPlan(engine: Engine, options: RepairOptions): Promise<Repair> {
  return withReader(engine, async ({ history }) => planRepair(options, history).repair);
}

/** Corrects the record of one version; runs nothing of the files. */
export async function repair(engine: Engine, options: RepairOptions): Promise<Repair> {
  return withRunner(engine, { creates: false }, async ({ history, session, tables }) => {
    const { migration, repair: planned } = planRepair(options, history);
    const { because, does } = options;
    const { oldChecksum, newChecksum, version } = planned;
    const detail = { because, oldChecksum, newChecksum };
    const change =
      migration === undefined || does === 'drop'
        ? removeRecords(version, tables.side.exists)
        : acceptSide(migration, version);
    const event = insertEvent({ kind: does === 'drop' ? 'drop' : 'repair', version, by: engine.provenance, detail });
    await session.rows(`begin; ${change} ${tables.side.exists ? event : ''} commit;`);
    return planned;
  });
}

/** Pure. Throws InputError where there is nothing to repair. */
export function planRepair(
  { because, does, folder, version }: RepairOptions,
  history: readonly HistoryRecord[],
): { readonly migration: Migration | undefined; readonly repair: Repair } {
  if (because.trim() === '') throw new InputError('repair: a reason is required; it is kept with your name');
  const record = history.find((each) => versionKey(each.version) === versionKey(version));
  if (record === undefined)
    throw new InputError(
      `repair: version ${version} is not recorded; if another tool applied it, record that (lockstep import, or command: adopt with from: auto)`,
    );
  const files = folder === undefined ? [] : settle(folder, history).folder.migrations;
  const migration = files.find((each) => versionKey(each.version) === versionKey(version));
  const repair = {
    version: record.version,
    does,
    file: migration?.file ?? '',
    oldChecksum: record.side?.checksum ?? '',
    newChecksum: does === 'drop' ? '' : (migration?.up.checksum ?? ''),
  };
  if (does === 'drop') return { migration, repair };
  if (migration === undefined) throw new InputError(`repair: there is no file of version ${version} to accept`);
  if (migration.problems !== undefined) throw new FileError(migration.problems);
  if (record.side === undefined || !record.applied) {
    throw new InputError(`repair: version ${version} was not applied by Lockstep; record it with "adopt"`);
  }
  if (record.side.state !== 'applied') {
    throw new InputError(
      `repair: version ${version} is incomplete (${record.side.state}); finish it with "up" or "down"`,
    );
  }
  return { migration, repair };
}

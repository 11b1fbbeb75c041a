import type { Engine } from '../engine/engine.ts';
import type { Folder } from '../files/folder.ts';
import { compareVersions, versionKey } from '../files/migration.ts';
import { describeForeign, knows, readForeign } from '../history/foreign.ts';
import type { HistoryRecord } from '../history/record.ts';
import { settle } from '../history/settle.ts';
import { withReader } from '../run/runner.ts';
import { describeProblem } from '../sql/problem.ts';

/** One version, as files and database see it. */
export interface VersionStatus {
  readonly version: string;
  readonly name: string;
  /** '' where there is none. */
  readonly file: string;
  /**
   * - `applied`: by us, from this very file
   * - `applied-elsewhere`: in the history, not by us
   * - `checksum-mismatch`: the file changed since
   * - `no-file`: applied, and not in this checkout
   * - `partial`, `down-incomplete`: stopped half-up migration or down
   * - `pending`: only a file
   */
  readonly state:
    | 'applied'
    | 'applied-elsewhere'
    | 'checksum-mismatch'
    | 'no-file'
    | 'partial'
    | 'down-incomplete'
    | 'pending';
  /** Whether the database knows its down migration. */
  readonly hasDown: boolean;
  readonly release: string;
  /** ISO 8601, '' where it is not known. */
  readonly appliedAt: string;
}

export interface Status {
  readonly versions: readonly VersionStatus[];
  /** What cannot be run of what is pending, and what else people should know. */
  readonly notes: readonly string[];
}

const RECORD_FIRST = '; record what it applied (lockstep import, or command: adopt with from: auto)';

/** Files and history side by side; changes nothing. */
export async function readStatus(engine: Engine, folder: Folder): Promise<Status> {
  return withReader(engine, async ({ history, session }) => {
    const { folder: settled, notes, problems } = settle(folder, history);
    const foreign = await readForeign(session);
    const ambiguities = settled.ambiguity === undefined ? [] : [settled.ambiguity];
    const recorded = new Set(history.filter(({ applied }) => applied).map(({ version }) => versionKey(version)));
    const open = settled.migrations.filter(({ version }) => !recorded.has(versionKey(version)));
    const made = foreign.map((each) => {
      const todo = open.some((migration) => knows(each, migration, settled.migrations)) ? RECORD_FIRST : '';
      return describeForeign(each, settled.migrations) + todo;
    });
    return {
      versions: statusOf(settled, history),
      notes: [...ambiguities, ...made, ...problems.map(describeProblem), ...notes],
    };
  });
}

/** Pure part of `readStatus`. */
export function statusOf(folder: Folder, history: readonly HistoryRecord[]): VersionStatus[] {
  const records = new Map(history.map((record) => [versionKey(record.version), record]));
  const files = new Map(folder.migrations.map((migration) => [versionKey(migration.version), migration]));
  const versions = new Map([...history, ...folder.migrations].map(({ version }) => [versionKey(version), version]));
  const sorted = [...versions.values()].sort((a, b) => compareVersions(a, b, folder.order));
  return sorted.map((version) => {
    const migration = files.get(versionKey(version));
    const record = records.get(versionKey(version));
    const side = record?.side;
    return {
      version,
      name: migration?.name ?? side?.name ?? record?.name ?? '',
      file: migration?.file ?? '',
      state: stateOf(record, migration?.up.checksum),
      hasDown: record?.applied === true ? side?.downSql !== undefined : migration?.down !== undefined,
      release: side?.release ?? '',
      appliedAt: side?.finishedAt ?? '',
    };
  });
}

function stateOf(record: HistoryRecord | undefined, checksum: string | undefined): VersionStatus['state'] {
  const side = record?.side;
  if (side?.state === 'partial') return 'partial';
  if (side?.state === 'reverting') return 'down-incomplete';
  if (record?.applied !== true) return 'pending';
  if (checksum === undefined) return 'no-file';
  if (side === undefined) return 'applied-elsewhere';
  return side.checksum === checksum ? 'applied' : 'checksum-mismatch';
}

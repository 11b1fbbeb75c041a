import type { Folder } from '../files/folder.ts';
import { compareVersions } from '../files/migration.ts';
import type { HistoryRecord } from '../history/record.ts';
import type { Engine } from '../run/engine.ts';
import { withReader } from '../run/runner.ts';

/** One version, as files and database see it. */
export interface VersionStatus {
  readonly version: string;
  readonly name: string;
  /** '' where there is none. */
  readonly file: string;
  /**
   * - `applied`: by us, from this very file
   * - `applied-elsewhere`: in the history, not by us
   * - `edited`: the file changed since
   * - `no-file`: applied, and not in this checkout
   * - `partial`, `reverting`: stopped half-way up or down
   * - `pending`: only a file
   */
  readonly state: 'applied' | 'applied-elsewhere' | 'edited' | 'no-file' | 'partial' | 'reverting' | 'pending';
  /** Whether the database knows its way down. */
  readonly hasDown: boolean;
  readonly release: string;
  /** ISO 8601, '' where it is not known. */
  readonly appliedAt: string;
}

/** Files and history side by side; changes nothing. */
export async function readStatus(engine: Engine, folder: Folder): Promise<VersionStatus[]> {
  return withReader(engine, async ({ history }) => statusOf(folder, history));
}

/** Pure part of `readStatus`. */
export function statusOf(folder: Folder, history: readonly HistoryRecord[]): VersionStatus[] {
  const versions = new Map<bigint, string>();
  for (const { version } of [...history, ...folder.migrations]) versions.set(BigInt(version), version);
  return [...versions.values()].sort(compareVersions).map((version) => {
    const migration = folder.migrations.find((each) => BigInt(each.version) === BigInt(version));
    const record = history.find((each) => BigInt(each.version) === BigInt(version));
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
  if (side?.state === 'partial' || side?.state === 'reverting') return side.state;
  if (record?.applied !== true) return 'pending';
  if (checksum === undefined) return 'no-file';
  if (side === undefined) return 'applied-elsewhere';
  return side.checksum === checksum ? 'applied' : 'edited';
}

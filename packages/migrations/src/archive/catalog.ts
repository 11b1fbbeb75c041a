import { literal, type Session } from '@lockstep/postgres';
import { ARCHIVE_SCHEMA, type Copy } from './plan.ts';
import { ARCHIVES } from './schema.ts';

/** An archive as the list has it. */
export interface ArchiveRecord {
  readonly id: string;
  /** What deleted it: a down migration, or a contract migration as it was applied. */
  readonly direction: 'down' | 'up';
  readonly version: string;
  readonly migration: string;
  readonly release: string;
  readonly source: string;
  readonly target: string;
  readonly kind: Copy['kind'];
  /** SQL: the table in which it is. */
  readonly contents: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly asText: boolean }[];
  readonly key: readonly string[];
  readonly dropped: readonly string[];
  readonly whole: boolean;
  readonly rows: number;
  readonly bytes: number;
  readonly digest: string | undefined;
  readonly xid: string;
  readonly cluster: string | undefined;
  /** ISO 8601. */
  readonly at: string;
  readonly expires: string;
  readonly isExpired: boolean;
  readonly restored: 'all' | 'partial' | undefined;
}

/** All archives, oldest first; none where there is no list. */
export async function readArchives(session: Session): Promise<readonly ArchiveRecord[]> {
  const [exists] = await session.rows(`select pg_catalog.to_regclass(${literal(ARCHIVES)}) is not null`);
  if (exists?.[0] !== 't') return [];
  const time = (column: string) => `pg_catalog.to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
  const rows = await session.rows(`
    select id, version, migration, coalesce(release, ''), source, target, kind, contents, columns, key, dropped, whole, rows, bytes,
           digest, xid, cluster, ${time('at')}, ${time('expires')}, expires <= pg_catalog.clock_timestamp(), restored, direction
      from ${ARCHIVES} order by id`);
  return rows.map((row): ArchiveRecord => {
    const text = (at: number) => row[at] ?? '';
    const columns = JSON.parse(text(8)) as { name: string; type: string; as_text: boolean }[];
    return {
      id: text(0),
      direction: text(21) === 'up' ? 'up' : 'down',
      version: text(1),
      migration: text(2),
      release: text(3),
      source: text(4),
      target: text(5),
      kind: text(6) as Copy['kind'],
      contents: `${ARCHIVE_SCHEMA}.${text(7)}`,
      columns: columns.map(({ as_text: asText, name, type }) => ({ name, type, asText })),
      key: JSON.parse(text(9)) as string[],
      dropped: JSON.parse(text(10)) as string[],
      whole: row[11] === 't',
      rows: Number(text(12)),
      bytes: Number(text(13)),
      digest: row[14] ?? undefined,
      xid: text(15),
      cluster: row[16] ?? undefined,
      at: text(17),
      expires: text(18),
      isExpired: row[19] === 't',
      restored: row[20] === null ? undefined : (text(20) as 'all' | 'partial'),
    };
  });
}

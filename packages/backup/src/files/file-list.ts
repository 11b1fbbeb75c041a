import { createHash } from 'node:crypto';
import type { Session } from '@lockstep/postgres';

/** The name of the list of files in a backup. */
export const FILES_NAME = 'files.jsonl';

/** A file of Supabase Storage, as the row that describes it says. */
export interface FileRow {
  readonly id: string;
  readonly bucket: string;
  readonly name: string;
  readonly version: string | null;
  readonly updatedAt: string | null;
  readonly bytes: number | null;
  readonly etag: string | null;
  readonly type: string | null;
}

/**
 * What became of a file: `listed`: its row alone is kept; `gone`: Storage has no bytes for it; `changed`: it has others
 * than its row said, which are kept; `left`: there was no time for it.
 */
export type FileState = 'listed' | 'copied' | 'changed' | 'gone' | 'left';

/** A line of the list. */
export interface FileRecord extends FileRow {
  readonly state: FileState;
  /** Of the stored bytes, below the place of all backups. */
  readonly stored: { readonly name: string; readonly bytes: number; readonly sha256: string } | null;
}

/** Without names: for the manifest, which is not encrypted. */
export interface FilesSummary {
  readonly mode: 'list' | 'copy';
  readonly files: number;
  /** As their rows say. */
  readonly bytes: number;
  /** Copied by this backup, and by one before it. */
  readonly copied: number;
  readonly reused: number;
  readonly gone: number;
  readonly changed: number;
  readonly left: number;
  /** The object that lists them. */
  readonly object: string;
}

/** Whether the database is one of Supabase Storage, and this role may read what describes its files. */
export async function hasFiles(session: Session): Promise<boolean> {
  const [row] = await session.rows(
    `select pg_catalog.to_regclass('storage.objects') is not null and pg_catalog.has_schema_privilege('storage', 'usage')
        and pg_catalog.has_table_privilege('storage.objects', 'select')
      where pg_catalog.to_regnamespace('storage') is not null`,
  );
  return row?.[0] === 't';
}

const PAGE = 2_000;

/** Every file, as the session's transaction sees it. Columns that older or newer versions of Storage lack are null. */
export async function readFiles(session: Session): Promise<readonly FileRow[]> {
  await session.rows(
    `declare lockstep_files no scroll cursor for
      select o ->> 'id', o ->> 'bucket_id', o ->> 'name', o ->> 'version', o ->> 'updated_at',
             o -> 'metadata' ->> 'size', o -> 'metadata' ->> 'eTag', o -> 'metadata' ->> 'mimetype'
        from (select pg_catalog.to_jsonb(s) as o from storage.objects s) each
       where coalesce(o ->> 'is_delete_marker', 'false') = 'false' and o ->> 'archived_at' is null
       order by o ->> 'bucket_id', o ->> 'name'`,
  );
  const files: FileRow[] = [];
  for (;;) {
    const rows = await session.rows(`fetch ${PAGE} from lockstep_files`);
    for (const [id, bucket, name, version, updatedAt, size, etag, type] of rows) {
      files.push({
        id: id ?? '',
        bucket: bucket ?? '',
        name: name ?? '',
        version: version ?? null,
        updatedAt: updatedAt ?? null,
        bytes: size === null || size === undefined ? null : Number(size),
        etag: etag?.replaceAll('"', '') ?? null,
        type: type ?? null,
      });
    }
    if (rows.length < PAGE) break;
  }
  await session.rows('close lockstep_files');
  return files;
}

/** The same only for the same bytes under the same name: the id in it is random, so nobody can guess a name by it. */
export function fingerprint({ id, bucket, name, version, updatedAt, bytes, etag }: FileRow): string {
  const identity = JSON.stringify([id, bucket, name, version, updatedAt, bytes, etag]);
  return createHash('sha256').update(identity).digest('hex');
}

import { crc32 } from '../crc32.ts';
import type { ImportTool } from '../tool.ts';

export const flyway: ImportTool = {
  id: 'flyway',
  title: 'Flyway',
  tables: [
    { name: 'flyway_schema_history', has: ['installed_rank', 'version', 'success', 'type', 'checksum'] },
    // Its name before Flyway 5.
    { name: 'schema_version', has: ['installed_rank', 'version', 'success', 'type', 'checksum'] },
  ],
  owns: ({ folder }) => folder.layout === 'flyway',
  names: 'each',
  // Without a version: repeatable migrations, and notes of its own.
  rows: (table) =>
    `select coalesce(nullif(script, ''), version), version, description,
            case when not success then 'failed' when type like 'UNDO%' or type = 'DELETE' then 'undone'
                 when type like '%BASELINE%' then 'baseline' else 'applied' end, checksum::text
       from ${table} where version is not null order by installed_rank`,
  isSame: (checksum, { bytes }) => Number(checksum) === checksumOf(bytes),
  onFailed:
    '"flyway info" says that LABEL failed: complete or revert by hand what it left, run "flyway repair", and import again',
};

/** CRC-32 of its lines without what ends them, as a signed number: no editor setting changes it. */
function checksumOf(bytes: Buffer): number {
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/);
  return crc32(Buffer.from(lines.join(''), 'utf8')) | 0;
}

import { hasDigest } from '../text-digest.ts';
import type { ImportTool } from '../tool.ts';

export const prisma: ImportTool = {
  id: 'prisma',
  title: 'Prisma Migrate',
  tables: [{ name: '_prisma_migrations', has: ['migration_name', 'checksum', 'finished_at', 'rolled_back_at'] }],
  owns: ({ folder, names }) => folder.layout === 'folders' && names.includes('migration_lock.toml'),
  names: 'each',
  // A migration may have several rows: tries that were marked as rolled back, and the one that went through.
  rows: (table) =>
    `select migration_name, substring(migration_name from '^[0-9]+'), regexp_replace(migration_name, '^[0-9]+_?', ''),
            case when rolled_back_at is not null then 'undone' when finished_at is null then 'failed' else 'applied' end, checksum
       from ${table} order by rolled_back_at is null, started_at`,
  hasName: (row, { name }) => row.name === name,
  isSame: (checksum, { bytes }) => hasDigest(bytes, checksum),
  onFailed:
    'LABEL failed there: complete or revert by hand what it left, record it with "prisma migrate resolve --applied LABEL" or "--rolled-back LABEL", and import again',
};

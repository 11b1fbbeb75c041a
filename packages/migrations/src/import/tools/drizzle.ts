import { hasDigest } from '../text-digest.ts';
import type { ImportTool } from '../tool.ts';

const has = ['hash', 'created_at'];

export const drizzle: ImportTool = {
  id: 'drizzle',
  title: 'Drizzle',
  tables: [
    { schema: 'drizzle', name: '__drizzle_migrations', has },
    { name: '__drizzle_migrations', has },
  ],
  owns: ({ folder, names }) =>
    folder.layout === 'drizzle' || (folder.layout === 'folders' && !names.includes('migration_lock.toml')),
  names: 'each',
  rows: (table) => `select created_at::text, null, null, 'applied', hash from ${table} order by created_at`,
  // It knows a migration by when it was generated, as its journal says. Folders have no journal: there the text tells.
  isAbout: ({ checksum, label }, { stamp, up }) => (stamp === undefined ? up.checksum === checksum : stamp === label),
  isSame: (checksum, { bytes }) => hasDigest(bytes, checksum),
  onFailed: 'finish it with "drizzle-kit migrate"',
};

import type { ImportTool } from '../tool.ts';

export const dbmate: ImportTool = {
  id: 'dbmate',
  title: 'dbmate',
  tables: [{ name: 'schema_migrations', has: ['version'], lacks: ['dirty', 'inserted_at', 'applied'] }],
  owns: ({ marks }) => marks.has('dbmate'),
  names: 'each',
  rows: (table) => `select version, version, null, 'applied', null from ${table} order by version`,
  // A migration and its row are one transaction there.
  onFailed: 'finish it with dbmate',
};

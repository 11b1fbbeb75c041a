import type { ImportTool } from '../tool.ts';

export const golangMigrate: ImportTool = {
  id: 'golang-migrate',
  title: 'golang-migrate',
  tables: [{ name: 'schema_migrations', has: ['version', 'dirty'] }],
  owns: ({ folder }) => folder.layout === 'pairs',
  names: 'up-to',
  rows: (table) =>
    `select version::text, version::text, null, case when dirty then 'failed' else 'applied' end, null from ${table}`,
  onFailed:
    'its history is dirty at LABEL: complete or revert by hand what that left, record it with "migrate force LABEL" (or the version before), and import again',
};

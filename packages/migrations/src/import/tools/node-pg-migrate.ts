import type { ImportTool } from '../tool.ts';

export const nodePgMigrate: ImportTool = {
  id: 'node-pg-migrate',
  title: 'node-pg-migrate',
  tables: [{ name: 'pgmigrations', has: ['name', 'run_on'] }],
  owns: ({ marks }) => marks.has('node-pg-migrate'),
  names: 'each',
  rows: (table) =>
    `select name, substring(name from '^[0-9]+'), regexp_replace(regexp_replace(name, '^[0-9]+[_-]?', ''), '[.]up$', ''), 'applied', null
       from ${table} order by run_on, id`,
  hasName: (row, { name }) => row.name === name,
  onFailed: 'finish it with node-pg-migrate',
};

import type { ImportTool } from '../tool.ts';

export const supabase: ImportTool = {
  id: 'supabase',
  title: 'the Supabase CLI',
  tables: [{ schema: 'supabase_migrations', name: 'schema_migrations', has: ['version', 'statements', 'name'] }],
  owns: ({ folder }) => folder.layout === 'supabase',
  names: 'each',
  rows: (table) =>
    `select version, version, name, 'applied', pg_catalog.array_to_json(statements)::text from ${table} order by version`,
  // It keeps the statements themselves. Those of a file that is too large to be kept again are not compared.
  isSame: (statements, { migration: { up } }) => {
    const { texts } = up;
    return texts === undefined || plain(readTexts(statements)) === plain(texts);
  },
  onFailed: 'finish it with "supabase migration up"',
};

function readTexts(json: string): readonly string[] {
  const texts: unknown = JSON.parse(json);
  return Array.isArray(texts) ? texts.map(String) : [];
}

/** Where statements are cut, and how lines end, is no difference. */
function plain(texts: readonly string[]): string {
  return texts
    .join(';')
    .replace(/[\s;]+/g, ' ')
    .trim();
}

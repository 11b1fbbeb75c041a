import { parts } from '../../sql/tokens.ts';
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
    if (texts === undefined) return undefined;
    const [theirs, ours] = [plain(readTexts(statements)), plain(texts)];
    return theirs.length === ours.length && theirs.every((each, nth) => each === ours[nth]);
  },
  onFailed: 'finish it with "supabase migration up"',
};

function readTexts(json: string): readonly string[] {
  const texts: unknown = JSON.parse(json);
  return Array.isArray(texts) ? texts.map(String) : [];
}

/** Where statements are cut, what is between tokens and how lines end is no difference; what is within them is. */
function plain(texts: readonly string[]): readonly string[] {
  const sql = texts.map((text) => text.replace(/^\uFEFF/, '')).join('\n;\n');
  const all = parts(Buffer.from(sql.replaceAll('\r\n', '\n'), 'utf8'));
  // Also where a comment comes after the last statement.
  const last = all.findLastIndex(({ kind, text }) => kind !== 'comment' && text !== ';');
  const kept = all.slice(0, last + 1).map(({ text }) => text);
  return kept.filter((text, nth) => text !== ';' || (nth > 0 && kept[nth - 1] !== ';'));
}

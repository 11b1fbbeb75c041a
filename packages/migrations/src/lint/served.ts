import { madeBy } from '../parse/made.ts';
import { canonical, child, type Parsed, relationName, text } from '../parse/parser.ts';

/** The table that a statement makes, where Supabase serves it over HTTP. */
export function servedTable(parsed: Parsed, exposedSchemas: readonly string[]): string | undefined {
  if (madeBy(parsed)?.kind !== 'table' || parsed.type === 'CreateForeignTableStmt') return undefined;
  const into = child(parsed.fields, 'into') ?? child(parsed.fields, 'intoClause');
  const relation = child(into ?? parsed.fields, into === undefined ? 'relation' : 'rel') ?? {};
  const name = canonical(relationName(relation));
  const isServed = exposedSchemas.includes(name.split('.')[0] ?? '') && text(relation, 'relpersistence') !== 't';
  return isServed ? name : undefined;
}

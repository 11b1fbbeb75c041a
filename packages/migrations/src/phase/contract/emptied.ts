import { coverOf } from '../../conditions/covers.ts';
import { child, children, type Parsed, relationName } from '../../parse/parser.ts';
import type { Picture } from '../../picture/picture.ts';
import { catalogWritten } from './catalog.ts';

/**
 * The tables that a statement leaves without any row: TRUNCATE, and a DELETE whose condition, if it has one, is true of
 * each row. A condition that may leave rows, or that holds for all or for none, is not of them; nor is a table that the
 * pending files make, for nobody uses it yet.
 */
export function emptied(statement: Parsed, picture: Picture): string[] {
  return tablesIn(statement, picture).filter((table) => !picture.isMade(table));
}

function tablesIn(statement: Parsed, picture: Picture): string[] {
  const { fields, type } = statement;
  if (type === 'TruncateStmt')
    return children(fields, 'relations').map((relation) => relationName(child(relation, 'RangeVar')));
  // Rows of a catalog are what PostgreSQL says of objects, which has its own reason.
  if (type !== 'DeleteStmt' || catalogWritten(statement, picture) !== undefined) return [];
  return coverOf(fields, picture) === 'all' ? [relationName(child(fields, 'relation'))] : [];
}

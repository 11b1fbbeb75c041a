import { child, children, listName, type Node, opened, text } from '../parse/parser.ts';
import type { Statement } from '../parse/statements.ts';
import type { Item } from './item.ts';
import { isCalled, nameOf, type RelationName } from './relations.ts';

/** A column as a statement names it. */
export interface Column {
  readonly table: RelationName;
  readonly column: string;
}

/** Columns whose values a statement makes from an expression that is more than a cast. */
export function usingOf(statements: readonly Statement[]): readonly Column[] {
  return statements.flatMap(({ parsed }) => {
    if (parsed?.type !== 'AlterTableStmt') return [];
    const table = nameOf(child(parsed.fields, 'relation'));
    return children(parsed.fields, 'cmds').flatMap((each) => {
      const command = child(each, 'AlterTableCmd') ?? {};
      if (text(command, 'subtype') !== 'AT_AlterColumnType') return [];
      const definition = child(child(command, 'def') ?? {}, 'ColumnDef') ?? {};
      const using = child(definition, 'raw_default');
      const column = text(command, 'name');
      return using === undefined || isCast(using, column, typeName(child(definition, 'typeName')))
        ? []
        : [{ table, column }];
    });
  });
}

export function isColumn({ column, table }: Column, { facts, kind }: Item): boolean {
  return (
    kind.name === 'column' &&
    isCalled(String(facts['table']), table) &&
    String(facts['column']).replace(/^"|"$/g, '').replaceAll('""', '"') === column
  );
}

/** `a`, `a::type` and `a::text::type`, where the type is the one that the column gets: as the server does it by itself. */
function isCast(expression: Node, column: string, type: string): boolean {
  const { fields, type: kind } = opened(expression);
  if (kind === 'ColumnRef') return listName(children(fields, 'fields').slice(-1)) === column;
  if (kind !== 'TypeCast' || typeName(child(fields, 'typeName')) !== type) return false;
  const inner = opened(child(fields, 'arg') ?? {});
  const isText = inner.type === 'TypeCast' && typeName(child(inner.fields, 'typeName')) === typeName(TEXT);
  return isCast((isText ? child(inner.fields, 'arg') : child(fields, 'arg')) ?? {}, column, '');
}

const TEXT: Node = { names: [{ String: { sval: 'text' } }], typemod: -1 };

/** In one form, wherever it is written. */
function typeName(node: Node | undefined): string {
  const names = listName(children(node ?? {}, 'names')).replace(/^pg_catalog\./, '');
  const bounds = children(node ?? {}, 'arrayBounds').length;
  return JSON.stringify([names, bounds, modifiers(children(node ?? {}, 'typmods'))]);
}

function modifiers(nodes: readonly Node[]): readonly unknown[] {
  return nodes.map((each) => child(child(each, 'A_Const') ?? {}, 'ival') ?? {});
}

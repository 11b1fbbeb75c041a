import { child, children, listName, type Node, opened, text } from '../parse/parser.ts';
import { typeWords } from '../parse/type-words.ts';
import type { Relation } from './known.ts';

/** What is known of relations; where no database was asked, of a table may be known only what files add to it. */
interface Known {
  readonly complete: boolean;
  readonly relation: (name: string) => Relation | undefined;
}

/** The columns that a view gives, with their types where those can be read off; undefined where the names cannot. */
export function outputsOf(fields: Node, picture: Known): ReadonlyMap<string, string | undefined> | undefined {
  const query = child(child(fields, 'query') ?? {}, 'SelectStmt');
  if (query === undefined) return undefined;
  const named = children(fields, 'aliases').map((each) => text(child(each, 'String'), 'sval'));
  const [source, ...more] = children(query, 'fromClause').map((each) => child(each, 'RangeVar'));
  const single = more.length === 0 && source !== undefined ? picture.relation(sourceName(source)) : undefined;
  const found = new Map<string, string | undefined>();
  const targets = children(child(query, 'larg') ?? query, 'targetList');
  for (const [nth, each] of targets.entries()) {
    const target = child(each, 'ResTarget') ?? {};
    const value = opened(child(target, 'val') ?? {});
    const parts = children(value.fields, 'fields');
    if (value.type === 'ColumnRef' && parts.some((part) => child(part, 'A_Star') !== undefined)) {
      if (single?.columns === undefined || !picture.complete) return undefined;
      for (const [column, { type }] of single.columns) found.set(column, type);
      continue;
    }
    const last = value.type === 'ColumnRef' ? listName(parts.slice(-1)) : '';
    const type = value.type === 'ColumnRef' ? single?.columns?.get(last)?.type : typeOf(value.type, value.fields);
    found.set(named[nth] ?? (text(target, 'name') || last || impliedName(value.type, value.fields)), type);
  }
  return found;
}

function sourceName(source: Node): string {
  const schema = text(source, 'schemaname');
  return schema === '' ? text(source, 'relname') : `${schema}.${text(source, 'relname')}`;
}

function typeOf(type: string, fields: Node): string | undefined {
  return type === 'TypeCast' ? typeWords(child(fields, 'typeName') ?? {}) : undefined;
}

/** As PostgreSQL names an output without a name (FigureColname). */
function impliedName(type: string, fields: Node): string {
  if (type === 'FuncCall') return listName(children(fields, 'funcname').slice(-1));
  if (type === 'TypeCast') {
    const inner = opened(child(fields, 'arg') ?? {});
    if (inner.type === 'ColumnRef') return listName(children(inner.fields, 'fields').slice(-1));
    return listName(children(child(fields, 'typeName') ?? {}, 'names').slice(-1));
  }
  if (type === 'CoalesceExpr') return 'coalesce';
  if (type === 'CaseExpr') return 'case';
  return '?column?';
}

import { canonical, child, children, type Node, text } from '../../parse/parser.ts';
import { constantOf, isNoNarrower } from '../../parse/trees.ts';
import type { Relation } from '../../picture/known.ts';
import { outputsOf } from '../../picture/outputs.ts';
import type { Picture } from '../../picture/picture.ts';
import type { Around } from './around.ts';

/** What those who read a view lose with the one that is made in its place further down: columns, types, rows. */
export function lostByView(name: string, { file, nth, picture }: Around): string[] {
  const old = picture.relation(name);
  const made = (file.made.get(canonical(name)) ?? []).filter((each) => each.nth > nth).at(-1);
  if (old?.kind !== 'view' || made === undefined) return [];
  return [...lostColumns(name, old, made.by.fields, picture), ...lostRows(name, old, made.by.fields)];
}

/** `CREATE OR REPLACE VIEW` keeps the columns; it may show fewer rows, or take fewer. */
export function replacedView(fields: Node, { picture }: Around): string[] {
  const view = child(fields, 'view');
  const name = [text(view, 'schemaname'), text(view, 'relname')].filter((each) => each !== '').join('.');
  const old = picture.relation(name);
  return fields['replace'] !== true || old?.kind !== 'view' || old.isMade ? [] : lostRows(name, old, fields);
}

function lostColumns(name: string, old: Relation, made: Node, picture: Picture): string[] {
  const now = outputsOf(made, picture);
  if (old.columns === undefined || now === undefined) return [];
  return [...old.columns].flatMap(([column, { type }]) => {
    if (!now.has(column)) return [`drops column ${name}.${column}`];
    const other = now.get(column);
    return type === undefined || other === undefined || other === type
      ? []
      : [`changes the type of column ${name}.${column}`];
  });
}

function lostRows(name: string, old: Relation, made: Node): string[] {
  const now = child(child(made, 'query') ?? {}, 'SelectStmt');
  if (old.query === undefined || now === undefined || !isNarrower(old.query, now)) return [];
  return [`hides rows of view ${name}, which its query returned until now`];
}

/** Whether a query asks for more than another one, so that it may give fewer rows. */
function isNarrower(old: Node, now: Node): boolean {
  const [had, has] = [conditionsOf(child(old, 'whereClause')), conditionsOf(child(now, 'whereClause'))];
  const isNew = (each: Node) => constantOf(each) !== true && !had.some((other) => isNoNarrower(other, each));
  if (has.some(isNew)) return true;
  if (LIMITING.some((clause) => now[clause] !== undefined && old[clause] === undefined)) return true;
  const joins = (query: Node) => children(query, 'fromClause').reduce((sum, each) => sum + 1 + innerJoins(each), 0);
  return joins(now) > joins(old);
}

const LIMITING = ['limitCount', 'limitOffset', 'havingClause', 'groupClause', 'distinctClause'];

function conditionsOf(where: Node | undefined): readonly Node[] {
  if (where === undefined) return [];
  const both = child(where, 'BoolExpr');
  return both !== undefined && text(both, 'boolop') === 'AND_EXPR'
    ? children(both, 'args').flatMap(conditionsOf)
    : [where];
}

/** Joins that drop rows without a partner. */
function innerJoins(item: Node): number {
  const join = child(item, 'JoinExpr');
  if (join === undefined) return 0;
  const sides = [child(join, 'larg'), child(join, 'rarg')].filter((each) => each !== undefined);
  const own = text(join, 'jointype') === 'JOIN_INNER' ? 1 : 0;
  return own + sides.reduce((sum: number, each) => sum + innerJoins(each), 0);
}

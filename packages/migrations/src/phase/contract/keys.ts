import {
  canonical,
  child,
  children,
  listName,
  type Node,
  opened,
  type Parsed,
  relationName,
  text,
} from '../../parse/parser.ts';
import { isSameCondition } from '../../parse/trees.ts';
import { constraintKey, indexKey, indexOf } from '../../picture/definitions.ts';
import { type Around, onTable } from './around.ts';

/** Constraints that refuse what old code writes, and keys that its ON CONFLICT names. */

const KINDS: Readonly<Record<string, string>> = {
  CONSTR_CHECK: 'check',
  CONSTR_UNIQUE: 'unique constraint',
  CONSTR_PRIMARY: 'primary key',
  CONSTR_FOREIGN: 'foreign key',
  CONSTR_EXCLUSION: 'exclusion constraint',
};

export function addedConstraint(constraint: Node, table: string, around: Around): string[] {
  const contype = text(constraint, 'contype');
  const kind = KINDS[contype];
  if (kind === undefined) return [];
  const notNull = checkedNotNull(constraint).filter((name) => around.picture.column(table, name)?.notNull !== true);
  const columns = columnsOf(constraint);
  if (columns.length > 0 && columns.every((name) => isFree(table, name, contype, around))) return [];
  if (checkedNotNull(constraint).length > 0) return notNull.map((name) => `forbids NULL in column ${table}.${name}`);
  if (contype === 'CONSTR_CHECK' && allows(constraint, table, around)) return [];
  if (contype === 'CONSTR_FOREIGN' && isSameReference(constraint, table, around)) return [];
  // What its index refuses is said where that is made.
  if (text(constraint, 'indexname') !== '') return [];
  const key = constraintKey(table, constraint);
  if (key !== undefined && isImplied(table, key.columns, around)) return [];
  const name = text(constraint, 'conname');
  return [`adds ${kind}${name === '' ? '' : ` ${name}`} to table ${table}, which refuses rows that old code may write`];
}

/** A new unique index. */
export function addedIndex(fields: Node, around: Around): string[] {
  const table = relationName(child(fields, 'relation'));
  const { picture } = around;
  if (fields['unique'] !== true || picture.isMade(table)) return [];
  const name = indexOf(table, text(fields, 'idxname'));
  if (fields['if_not_exists'] === true && picture.relation(name) !== undefined) return [];
  const key = indexKey(name, fields);
  if (key.columns.some((column) => column !== '' && isFree(table, column, 'CONSTR_UNIQUE', around))) return [];
  if (!key.columns.includes('') && isImplied(table, key.columns, around)) return [];
  return [
    `adds unique index ${text(fields, 'idxname') || `on ${key.columns.join(', ')}`} to table ${table}, which refuses rows that old code may write`,
  ];
}

/** A column that no old code writes: it stays NULL there, which refuses nothing. */
function isFree(table: string, name: string, contype: string, { file, nth, picture }: Around): boolean {
  const known = picture.column(table, name);
  if (known?.isNew === true) return !known.hasDefault || contype === 'CONSTR_FOREIGN' || contype === 'CONSTR_CHECK';
  // Added by the same statement.
  const cmds =
    file.statements[nth]?.type === 'AlterTableStmt' ? children(file.statements[nth]?.fields ?? {}, 'cmds') : [];
  return cmds.some(
    (each) =>
      text(child(child(opened(each).fields, 'def') ?? {}, 'ColumnDef'), 'colname') === name &&
      text(opened(each).fields, 'subtype') === 'AT_AddColumn',
  );
}

function columnsOf(constraint: Node): string[] {
  const listed = [...children(constraint, 'keys'), ...children(constraint, 'fk_attrs')].map((each) => listName([each]));
  if (text(constraint, 'contype') !== 'CONSTR_CHECK') return listed;
  return columnsIn(constraint['raw_expr']);
}

export function columnsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(columnsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'ColumnRef' ? [listName(children(value as Node, 'fields').slice(-1))] : columnsIn(value),
  );
}

/** Another key on fewer of the columns refuses more already. */
function isImplied(table: string, columns: readonly string[], { picture }: Around): boolean {
  const keys = [...(picture.relation(table)?.keys ?? []), ...picture.droppedKeys(table)];
  return keys.some(
    (key) => !key.partial && !key.columns.includes('') && key.columns.every((each) => columns.includes(each)),
  );
}

/** The constraints of a kind that the file drops up to this statement, itself included. */
function replaced(table: string, contype: string, { file, nth, picture }: Around): Node[] {
  return onTable(file, 'AlterTableStmt', table).flatMap((each) => {
    if (each.nth > nth) return [];
    return children(each.by.fields, 'cmds').flatMap((cmd) => {
      const { fields } = opened(cmd);
      if (text(fields, 'subtype') !== 'AT_DropConstraint') return [];
      const old = picture.droppedConstraint(table, text(fields, 'name'));
      return old !== undefined && text(old, 'contype') === contype ? [old] : [];
    });
  });
}

/** Whether a check takes all values that one takes which it replaces: `x in (…)` with the same values and more. */
function allows(constraint: Node, table: string, around: Around): boolean {
  const now = valuesOf(constraint);
  const isNew = (column: string) => isFree(table, column, 'CONSTR_CHECK', around);
  return replaced(table, 'CONSTR_CHECK', around).some((old) => {
    if (isSameCondition(old['raw_expr'], countingOld(constraint['raw_expr'], isNew))) return true;
    const before = valuesOf(old);
    return (
      now !== undefined &&
      before !== undefined &&
      now.column === before.column &&
      before.values.every((value) => now.values.includes(value))
    );
  });
}

/** `num_nonnulls (a, b)` without columns that old code leaves NULL: they count nothing there. */
function countingOld(node: unknown, isNew: (column: string) => boolean): unknown {
  if (Array.isArray(node)) return node.map((each) => countingOld(each, isNew));
  if (typeof node !== 'object' || node === null) return node;
  const call = (node as { FuncCall?: Node }).FuncCall;
  if (call !== undefined && listName(children(call, 'funcname').slice(-1)) === 'num_nonnulls') {
    const args = children(call, 'args').filter((each) => !columnsIn(each).some(isNew));
    return { FuncCall: { ...call, args } };
  }
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, countingOld(value, isNew)]));
}

/** `x in ('a', 'b')`, or as PostgreSQL writes it, `x = any (array['a', 'b'])`. */
function valuesOf(constraint: Node): { column: string; values: readonly string[] } | undefined {
  const expression = child(child(constraint, 'raw_expr') ?? {}, 'A_Expr');
  if (expression === undefined || !/^AEXPR_(IN|OP_ANY|OP)$/.test(text(expression, 'kind'))) return undefined;
  if (listName(children(expression, 'name')) !== '=') return undefined;
  const [column, ...more] = columnsIn(expression);
  const values = constantsIn(expression['rexpr']);
  return column === undefined || more.length > 0 || values.length === 0 ? undefined : { column, values };
}

function constantsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(constantsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'A_Const' ? [JSON.stringify({ ...(value as Node), location: undefined })] : constantsIn(value),
  );
}

function isSameReference(constraint: Node, table: string, around: Around): boolean {
  const words = (node: Node) =>
    JSON.stringify([
      columnsOf(node),
      canonical(relationName(child(node, 'pktable'))),
      children(node, 'pk_attrs').map((each) => listName([each])),
    ]);
  const loose = (node: Node) => JSON.stringify([columnsOf(node), canonical(relationName(child(node, 'pktable')))]);
  return replaced(table, 'CONSTR_FOREIGN', around).some(
    (old) =>
      words(old) === words(constraint) ||
      // Where the columns are not named, they are those of the primary key.
      (children(constraint, 'pk_attrs').length === 0 && loose(old) === loose(constraint)),
  );
}

export function droppedConstraint(cmd: Node, table: string, around: Around): string[] {
  const name = text(cmd, 'name');
  const known = around.picture.relation(table)?.constraints.get(name);
  const kind = KINDS[text(known, 'contype')];
  if (kind === undefined || !/^CONSTR_(UNIQUE|PRIMARY)$/.test(text(known, 'contype'))) return [];
  const columns = around.picture.relation(table)?.keys.find((key) => key.name === indexOf(table, name))?.columns ?? [];
  if (isKeptBy(table, name, columns, around)) return [];
  return [`drops ${kind} ${name} of table ${table}, which ON CONFLICT of old code may name`];
}

/** An index that goes; only a unique one is of use to those who do not know it. */
export function droppedKey(name: string, around: Around): string[] {
  const index = canonical(name);
  if (around.picture.isMade(index)) return [];
  const [table, relation] = around.picture.tableOfKey(index) ?? ['', undefined];
  const key = relation?.keys.find((each) => each.name === index);
  if (key === undefined || relation?.isMade === true) return [];
  if (isKeptBy(table, index.slice(index.indexOf('.') + 1), key.columns, around)) return [];
  return [
    `drops unique index ${name} of table ${table.replace(/^public\./, '')}, which ON CONFLICT of old code may name`,
  ];
}

/** Another key on the very same columns that is there, or that the file makes. */
function isKeptBy(table: string, name: string, columns: readonly string[], { file, nth, picture }: Around): boolean {
  const same = (others: readonly string[]) =>
    others.length === columns.length && !others.includes('') && others.every((each) => columns.includes(each));
  const there = (picture.relation(table)?.keys ?? []).some(
    (key) => key.name !== indexOf(table, name) && !key.partial && same(key.columns),
  );
  const later = (file.on.get(canonical(table)) ?? []).flatMap((each) =>
    each.nth >= nth ? keysMadeBy(each.by, table) : [],
  );
  return there || later.some((key) => !key.partial && same(key.columns));
}

function keysMadeBy(parsed: Parsed, table: string) {
  if (parsed.type === 'IndexStmt') return parsed.fields['unique'] === true ? [indexKey('', parsed.fields)] : [];
  if (parsed.type !== 'AlterTableStmt') return [];
  return children(parsed.fields, 'cmds').flatMap((cmd) => {
    const key = constraintKey(table, child(child(opened(cmd).fields, 'def') ?? {}, 'Constraint') ?? {});
    return key === undefined ? [] : [key];
  });
}

/** The columns of which a check says that they are not null: for those who write, it is the same as NOT NULL. */
export function checkedNotNull(constraint: Node): string[] {
  if (text(constraint, 'contype') !== 'CONSTR_CHECK') return [];
  const parts = (expression: Node): string[] => {
    const both = child(expression, 'BoolExpr');
    if (text(both, 'boolop') === 'AND_EXPR') return children(both ?? {}, 'args').flatMap(parts);
    const test = child(expression, 'NullTest') ?? {};
    if (text(test, 'nulltesttype') !== 'IS_NOT_NULL') return [];
    return [listName(children(child(child(test, 'arg') ?? {}, 'ColumnRef') ?? {}, 'fields'))];
  };
  return parts(child(constraint, 'raw_expr') ?? {});
}

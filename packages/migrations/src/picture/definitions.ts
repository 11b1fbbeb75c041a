import { canonical, child, children, listName, type Node, opened, text } from '../parse/parser.ts';
import { typeWords } from '../parse/type-words.ts';
import type { Column, Key, Policy } from './known.ts';

/** The canonical name of an index, which lies in the schema of its table. */
export function indexOf(table: string, name: string): string {
  if (name === '') return '';
  const full = canonical(table);
  return `${full.slice(0, full.indexOf('.'))}.${name}`;
}

export function indexKey(name: string, fields: Node): Key {
  return {
    name,
    columns: children(fields, 'indexParams').map((each) => text(child(each, 'IndexElem'), 'name')),
    partial: child(fields, 'whereClause') !== undefined,
  };
}

/** What a unique or primary key constraint makes; undefined for others. */
export function constraintKey(table: string, constraint: Node): Key | undefined {
  if (!/^CONSTR_(UNIQUE|PRIMARY)$/.test(text(constraint, 'contype'))) return undefined;
  const columns = children(constraint, 'keys').map((each) => listName([each]));
  return { name: indexOf(table, text(constraint, 'conname')), columns, partial: false };
}

export function columnsOf(fields: Node): Map<string, Column> | undefined {
  const elements = children(fields, 'tableElts');
  const isWhole = elements.every((each) => !['TableLikeClause'].includes(opened(each).type));
  if (!isWhole || children(fields, 'inhRelations').length > 0) return undefined;
  return new Map(
    elements.flatMap((each): [string, Column][] => {
      const column = child(each, 'ColumnDef');
      return column === undefined ? [] : [[text(column, 'colname'), columnOf(column)]];
    }),
  );
}

export function columnOf(definition: Node): Column {
  const kinds = children(definition, 'constraints').map((each) => text(child(each, 'Constraint'), 'contype'));
  return {
    type: typeWords(child(definition, 'typeName') ?? {}),
    notNull: kinds.includes('CONSTR_NOTNULL') || kinds.includes('CONSTR_PRIMARY'),
    hasDefault: ['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'].some((kind) => kinds.includes(kind)),
    isNew: false,
  };
}

export function policyOf(fields: Node): Policy {
  return {
    command: text(fields, 'cmd_name') || 'all',
    roles: children(fields, 'roles').map((each) => text(child(each, 'RoleSpec'), 'rolename') || 'public'),
    permissive: fields['permissive'] === true,
    using: child(fields, 'qual'),
    check: child(fields, 'with_check'),
  };
}

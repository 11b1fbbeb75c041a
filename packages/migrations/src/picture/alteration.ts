import { child, type Node, text } from '../parse/parser.ts';
import { typeWords } from '../parse/type-words.ts';
import { columnOf, constraintKey } from './definitions.ts';
import type { Column, Relation } from './known.ts';

/** What one command of an ALTER TABLE makes of what is known of the table. */
export function alteration(cmd: Node, table: string, relation: Relation): Partial<Relation> {
  const { columns, constraints, keys } = relation;
  const name = text(cmd, 'name');
  const definition = child(child(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
  const set = (change: Partial<Column>): Partial<Relation> => {
    const column = columns?.get(name);
    if (columns === undefined || column === undefined) return {};
    return { columns: new Map([...columns, [name, { ...column, ...change }]]) };
  };
  switch (text(cmd, 'subtype')) {
    case 'AT_AddColumn': {
      const added = text(definition, 'colname');
      if (cmd['missing_ok'] === true && columns?.has(added) === true) return {};
      return { columns: new Map([...(columns ?? []), [added, { ...columnOf(definition), isNew: true }]]) };
    }
    case 'AT_DropColumn':
      return columns === undefined ? {} : { columns: without(columns, name) };
    case 'AT_AlterColumnType':
      return set({ type: typeWords(child(definition, 'typeName') ?? {}) });
    case 'AT_SetNotNull':
      return set({ notNull: true });
    case 'AT_DropNotNull':
      return set({ notNull: false });
    case 'AT_ColumnDefault':
      return set({ hasDefault: cmd['def'] !== undefined });
    case 'AT_EnableRowSecurity':
      return { rowSecurity: true };
    case 'AT_DisableRowSecurity':
      return { rowSecurity: false };
    case 'AT_DropConstraint':
      return { constraints: without(constraints, name) };
    case 'AT_AddConstraint': {
      const constraint = child(child(cmd, 'def') ?? {}, 'Constraint') ?? {};
      const key = constraintKey(table, constraint);
      return {
        constraints: new Map([...constraints, [text(constraint, 'conname'), constraint]]),
        keys: key === undefined ? keys : [...keys, key],
      };
    }
    default:
      return {};
  }
}

/** Columns of a type that is renamed are of the new name by then. */
export function retyped(relation: Relation, from: string, to: string): Relation {
  const plain = (name: string) => name.replace(/^public\./, '');
  const isOf = ({ type }: Column) => type !== undefined && plain(type) === plain(from);
  if (relation.columns === undefined || ![...relation.columns.values()].some(isOf)) return relation;
  const columns = [...relation.columns].map(([name, column]): [string, Column] => [
    name,
    isOf(column) ? { ...column, type: plain(to) } : column,
  ]);
  return { ...relation, columns: new Map(columns) };
}

export function without<T>(map: ReadonlyMap<string, T>, name: string): Map<string, T> {
  return new Map([...map].filter(([each]) => each !== name));
}

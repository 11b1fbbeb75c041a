import { child, children, listName, type Node, opened, relationName, text } from '../../parse/parser.ts';

/** Objects that a program asks for by name. Indexes, policies, triggers and constraints are not among them. */
export const USED: Readonly<Record<string, string>> = {
  OBJECT_TABLE: 'table',
  OBJECT_FOREIGN_TABLE: 'foreign table',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'domain',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'procedure',
  OBJECT_ROUTINE: 'routine',
  OBJECT_AGGREGATE: 'aggregate',
  OBJECT_SCHEMA: 'schema',
  OBJECT_EXTENSION: 'extension',
  OBJECT_COLUMN: 'column',
  OBJECT_ATTRIBUTE: 'attribute',
  OBJECT_OPERATOR: 'operator',
  OBJECT_CAST: 'cast',
  OBJECT_COLLATION: 'collation',
  OBJECT_TSCONFIGURATION: 'text search configuration',
  OBJECT_PUBLICATION: 'publication',
  OBJECT_FOREIGN_SERVER: 'server',
  OBJECT_ROLE: 'role',
  OBJECT_DATABASE: 'database',
};

/** The name of what a DROP names: a list of strings, a string, a type, or a routine with its arguments. */
export function objectName(object: Node): string {
  const { type, fields } = opened(object);
  if (type === 'List' && children(fields, 'items').some((each) => child(each, 'TypeName') !== undefined))
    return children(fields, 'items')
      .map((each) => listName(children(child(each, 'TypeName') ?? {}, 'names').slice(-1)))
      .join(' as ');
  if (type === 'List') return listName(children(fields, 'items'));
  if (type === 'String') return text(fields, 'sval');
  if (type === 'TypeName') return listName(children(fields, 'names'));
  return type === 'ObjectWithArgs' ? listName(children(fields, 'objname')) : '';
}

/** The table of an ALTER TABLE, a policy, a trigger or a rule. */
export function tableOf(fields: Node): string {
  return relationName(child(fields, 'relation') ?? child(fields, 'table'));
}

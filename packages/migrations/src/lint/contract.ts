import { canonical, child, children, listName, type Node, opened, type Parsed, relationName, text } from './parser.ts';

/** What a file makes itself: whatever it does to those hurts nobody. Canonical names. */
export interface Made {
  readonly tables: ReadonlySet<string>;
  /** Made after they were dropped, so replaced: views and routines by name. */
  readonly replaced: ReadonlySet<string>;
}

/** Objects that a program asks for by name. Indexes, policies, triggers and constraints are not among them. */
const USED: Readonly<Record<string, string>> = {
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
};

/**
 * Why a statement breaks programs that were written for the schema before it: it drops, renames, or narrows something
 * they use. Empty for everything else.
 */
export function contractReasons({ type, fields }: Parsed, made: Made): string[] {
  switch (type) {
    case 'DropStmt':
      return dropped(fields, made);
    case 'RenameStmt':
      return renamed(fields, made);
    case 'AlterObjectSchemaStmt': {
      const kind = USED[text(fields, 'objectType')];
      return kind === undefined ? [] : [`moves ${kind} ${relationName(child(fields, 'relation'))} to another schema`];
    }
    case 'AlterTableStmt': {
      const table = relationName(child(fields, 'relation'));
      if (made.tables.has(canonical(table))) return [];
      return children(fields, 'cmds').flatMap((cmd) => altered(opened(cmd).fields, table));
    }
    case 'AlterEnumStmt':
      return text(fields, 'oldVal') === '' ? [] : [`renames a value of enum ${listName(children(fields, 'typeName'))}`];
    case 'AlterDomainStmt':
      return narrowedDomain(fields);
    case 'TruncateStmt': {
      const tables = children(fields, 'relations').map((relation) => relationName(child(relation, 'RangeVar')));
      return tables.filter((table) => !made.tables.has(canonical(table))).map((table) => `empties table ${table}`);
    }
    case 'DropOwnedStmt':
      return ['drops everything a role owns'];
    case 'DropdbStmt':
      return ['drops a database'];
    default:
      return [];
  }
}

function dropped(fields: Node, made: Made): string[] {
  const kind = USED[text(fields, 'removeType')];
  if (kind === undefined) return [];
  return children(fields, 'objects').flatMap((object) => {
    const name = objectName(object);
    return made.tables.has(canonical(name)) || made.replaced.has(canonical(name)) ? [] : [`drops ${kind} ${name}`];
  });
}

/** The name of what a DROP names: a list of strings, a string, a type, or a routine with its arguments. */
export function objectName(object: Node): string {
  const { type, fields } = opened(object);
  if (type === 'List') return listName(children(fields, 'items'));
  if (type === 'String') return text(fields, 'sval');
  if (type === 'TypeName') return listName(children(fields, 'names'));
  return type === 'ObjectWithArgs' ? listName(children(fields, 'objname')) : '';
}

function renamed(fields: Node, made: Made): string[] {
  const kind = USED[text(fields, 'renameType')];
  const relation = relationName(child(fields, 'relation'));
  if (kind === undefined || made.tables.has(canonical(relation))) return [];
  const part = text(fields, 'subname');
  const object = child(fields, 'object');
  const name = [relation === '' && object !== undefined ? objectName(object) : relation, part].filter(
    (each) => each !== '',
  );
  return [`renames ${kind} ${name.join('.')} to ${text(fields, 'newname')}`];
}

function altered(cmd: Node, table: string): string[] {
  const column = `${table}.${text(cmd, 'name')}`;
  switch (text(cmd, 'subtype')) {
    case 'AT_DropColumn':
      return [`drops column ${column}`];
    case 'AT_AlterColumnType':
      return [`changes the type of column ${column}`];
    case 'AT_SetNotNull':
      return [`forbids NULL in column ${column}`];
    case 'AT_DetachPartition':
      return [`takes a partition out of table ${table}`];
    case 'AT_AddColumn':
      return refusesOldInserts(cmd) ? [`adds column ${table}.${columnName(cmd)} that inserts must fill`] : [];
    default:
      return [];
  }
}

function columnName(cmd: Node): string {
  return text(child(child(cmd, 'def') ?? {}, 'ColumnDef'), 'colname');
}

/** A new column that must not be NULL and fills itself in no way. */
function refusesOldInserts(cmd: Node): boolean {
  const column = child(child(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
  const kinds = children(column, 'constraints').map((each) => text(child(each, 'Constraint'), 'contype'));
  const required = kinds.includes('CONSTR_NOTNULL') || kinds.includes('CONSTR_PRIMARY');
  const type = children(child(column, 'typeName') ?? {}, 'names');
  const fills = ['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'].some((kind) => kinds.includes(kind));
  return required && !fills && !/serial$/.test(listName(type));
}

/** `ALTER DOMAIN … SET NOT NULL` is 'O', `ADD CONSTRAINT` is 'C' (parsenodes.h, AlterDomainStmt). */
function narrowedDomain(fields: Node): string[] {
  const name = listName(children(fields, 'typeName'));
  const subtype = text(fields, 'subtype');
  if (/^(O|AD_SetNotNull)$/.test(subtype)) return [`forbids NULL in domain ${name}`];
  return /^(C|AD_AddConstraint)$/.test(subtype) ? [`narrows domain ${name}`] : [];
}

import { canonical, child, children, listName, type Node, opened, type Parsed, relationName, text } from './parser.ts';
import { readRevoked } from './revoked.ts';
import { madeBy, type Statement } from './statements.ts';

/** Where a statement stands. */
export interface Around {
  /** Canonical names of tables that were made before it, in this file or an earlier pending one: nobody uses them yet. */
  readonly tables: ReadonlySet<string>;
  readonly file: FileIndex;
  /** Its place among the statements of the file. */
  readonly nth: number;
}

/** What a file makes, wherever in it. */
export interface FileIndex {
  /** By canonical name, and where. */
  readonly made: ReadonlyMap<string, readonly { readonly nth: number; readonly by: Parsed }[]>;
  /** Canonical names of the tables that it makes policies for. */
  readonly policies: ReadonlySet<string>;
}

export function indexFile(statements: readonly Pick<Statement, 'parsed'>[]): FileIndex {
  const made = new Map<string, { nth: number; by: Parsed }[]>();
  const policies = new Set<string>();
  for (const [nth, { parsed }] of statements.entries()) {
    if (parsed === undefined) continue;
    const object = madeBy(parsed);
    if (object !== undefined) made.set(object.name, [...(made.get(object.name) ?? []), { nth, by: parsed }]);
    if (parsed.type === 'CreatePolicyStmt') policies.add(canonical(relationName(child(parsed.fields, 'table'))));
  }
  return { made, policies };
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
  OBJECT_OPERATOR: 'operator',
  OBJECT_TSCONFIGURATION: 'text search configuration',
  OBJECT_PUBLICATION: 'publication',
  OBJECT_FOREIGN_SERVER: 'server',
  OBJECT_ROLE: 'role',
  OBJECT_DATABASE: 'database',
};

/**
 * Why a statement breaks programs that were written for the schema before it: it drops, renames, or narrows something
 * they use. Empty for everything else.
 */
export function contractReasons({ type, fields }: Parsed, around: Around): string[] {
  switch (type) {
    case 'DropStmt':
      return dropped(fields, around);
    case 'RenameStmt':
      return renamed(fields, around);
    case 'AlterObjectSchemaStmt': {
      const kind = USED[text(fields, 'objectType')];
      const name = relationName(child(fields, 'relation')) || objectName(child(fields, 'object') ?? {});
      return kind === undefined || around.tables.has(canonical(name))
        ? []
        : [`moves ${kind} ${name} to another schema`];
    }
    case 'AlterTableStmt': {
      const table = relationName(child(fields, 'relation'));
      if (around.tables.has(canonical(table))) return [];
      return children(fields, 'cmds').flatMap((cmd) => altered(opened(cmd).fields, table, around));
    }
    case 'AlterEnumStmt':
      return text(fields, 'oldVal') === '' ? [] : [`renames a value of enum ${listName(children(fields, 'typeName'))}`];
    case 'AlterDomainStmt':
      return narrowedDomain(fields);
    case 'TruncateStmt': {
      const tables = children(fields, 'relations').map((relation) => relationName(child(relation, 'RangeVar')));
      return tables.filter((table) => !around.tables.has(canonical(table))).map((table) => `empties table ${table}`);
    }
    case 'DropOwnedStmt':
      return ['drops everything a role owns'];
    case 'DropdbStmt':
      return ['drops a database'];
    case 'DropRoleStmt':
      return children(fields, 'roles').map((role) => `drops role ${text(child(role, 'RoleSpec'), 'rolename')}`);
    case 'GrantStmt':
    case 'GrantRoleStmt':
      return readRevoked({ type, fields }, around);
    case 'AlterPublicationStmt':
      return /^AP_(Drop|Set)Objects$/.test(text(fields, 'action'))
        ? [`takes tables out of publication ${text(fields, 'pubname')}`]
        : [];
    default:
      return [];
  }
}

function dropped(fields: Node, around: Around): string[] {
  const type = text(fields, 'removeType');
  if (type === 'OBJECT_POLICY') return droppedPolicies(fields, around);
  const kind = USED[type];
  if (kind === undefined) return [];
  // What else goes with it does not come back with its replacement.
  const cascades = text(fields, 'behavior') === 'DROP_CASCADE';
  return children(fields, 'objects').flatMap((object) => {
    const name = objectName(object);
    if (around.tables.has(canonical(name)) || (!cascades && isReplaced(object, name, around))) return [];
    return [`drops ${kind} ${name}`];
  });
}

/** Whether a view, a routine or a type is made again further down, so that who uses it finds it. */
function isReplaced(object: Node, name: string, { file, nth }: Around): boolean {
  const { fields, type } = opened(object);
  return (file.made.get(canonical(name)) ?? []).some((made) => {
    if (made.nth < nth || madeBy(made.by)?.kind !== 'other') return false;
    return type !== 'ObjectWithArgs' || made.by.type !== 'CreateFunctionStmt' || takesCallsOf(made.by.fields, fields);
  });
}

/** Whether a routine takes the arguments of one that was dropped; those that it has besides must have defaults. */
function takesCallsOf(created: Node, dropped: Node): boolean {
  if (dropped['args_unspecified'] === true) return true;
  const inputs = children(created, 'parameters')
    .map((each) => child(each, 'FunctionParameter') ?? {})
    .filter((each) => !/^FUNC_PARAM_(OUT|TABLE)$/.test(text(each, 'mode')));
  const old = children(dropped, 'objargs').map((each) => typeName(child(each, 'TypeName')));
  return (
    old.every((type, at) => typeName(child(inputs[at] ?? {}, 'argType')) === type) &&
    inputs
      .slice(old.length)
      .every((each) => each['defexpr'] !== undefined || text(each, 'mode') === 'FUNC_PARAM_VARIADIC')
  );
}

function typeName(type: Node | undefined): string {
  const name = listName(children(type ?? {}, 'names')).replace(/^pg_catalog\./, '');
  return name + '[]'.repeat(children(type ?? {}, 'arrayBounds').length);
}

/** Without a policy that shows them, rows are gone for whoever asks. */
function droppedPolicies(fields: Node, around: Around): string[] {
  return children(fields, 'objects').flatMap((object) => {
    const items = children(child(object, 'List') ?? {}, 'items');
    const table = listName(items.slice(0, -1));
    if (around.tables.has(canonical(table)) || around.file.policies.has(canonical(table))) return [];
    return [`drops policy ${listName(items.slice(-1))} of table ${table}`];
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

function renamed(fields: Node, { tables }: Around): string[] {
  const kind = USED[text(fields, 'renameType')];
  const relation = relationName(child(fields, 'relation'));
  if (kind === undefined || tables.has(canonical(relation))) return [];
  const part = text(fields, 'subname');
  const object = child(fields, 'object');
  const name = [relation === '' && object !== undefined ? objectName(object) : relation, part].filter(
    (each) => each !== '',
  );
  return [`renames ${kind} ${name.join('.')} to ${text(fields, 'newname')}`];
}

function altered(cmd: Node, table: string, around: Around): string[] {
  const column = `${table}.${text(cmd, 'name')}`;
  switch (text(cmd, 'subtype')) {
    case 'AT_DropColumn':
      return [`drops column ${column}`];
    case 'AT_AlterColumnType':
      return [`changes the type of column ${column}`];
    case 'AT_SetNotNull':
      return [`forbids NULL in column ${column}`];
    case 'AT_AddConstraint':
      return checkedNotNull(child(child(cmd, 'def') ?? {}, 'Constraint') ?? {}).map(
        (name) => `forbids NULL in column ${table}.${name}`,
      );
    case 'AT_ColumnDefault':
      return cmd['def'] === undefined ? [`takes the default of column ${column}`] : [];
    case 'AT_DropIdentity':
      return [`takes the identity of column ${column}`];
    case 'AT_DropExpression':
      return [`computes column ${column} no more`];
    case 'AT_AddIdentity':
      return text(child(child(cmd, 'def') ?? {}, 'Constraint'), 'generated_when') === 'a'
        ? [`refuses values for column ${column}`]
        : [];
    case 'AT_EnableRowSecurity':
      return around.file.policies.has(canonical(table))
        ? []
        : [`hides the rows of table ${table} that no policy shows`];
    case 'AT_ForceRowSecurity':
      return [`hides rows of table ${table} from its owner`];
    case 'AT_DropInherit':
      return [`takes table ${table} out of table ${relationName(child(child(cmd, 'def') ?? {}, 'RangeVar'))}`];
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

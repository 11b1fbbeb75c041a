import { identifier } from '@lockstep/postgres';
import { madeBy } from '../parse/made.ts';
import {
  canonical,
  child,
  children,
  listName,
  type Node,
  opened,
  type Parse,
  type Parsed,
  relationName,
  text,
} from '../parse/parser.ts';
import { readStatements, type Statement } from '../parse/statements.ts';
import type { Script } from '../sql/inspect.ts';

/** What a down migration says it deletes. Canonical names; a materialized view is a table here, for it holds rows. */
export type Prediction =
  | { readonly kind: 'table' | 'view'; readonly table: string }
  | { readonly kind: 'rows'; readonly table: string }
  | { readonly kind: 'refresh'; readonly table: string }
  | { readonly kind: 'unlogged'; readonly table: string }
  | { readonly kind: 'sequence'; readonly sequence: string }
  | { readonly kind: 'schema'; readonly schema: string }
  /** The sequence that numbers a column; the column stays. */
  | { readonly kind: 'identity'; readonly table: string; readonly column: string }
  | { readonly kind: 'column'; readonly table: string; readonly column: string }
  | { readonly kind: 'type'; readonly table: string; readonly column: string; readonly to: string };

export interface Predicted {
  readonly deletes: readonly Prediction[];
  /** What else it deletes shows only when it runs: it runs code, writes rows, or deletes what depends on something. */
  readonly opaque: boolean;
}

/** Reads off a down migration what it deletes. Pure. */
export function predict(script: Script, parse: Parse): Predicted {
  const statements = readStatements(script, parse).filter(({ nested }) => !nested);
  const made = new Set<string>();
  let isRenamed = false;
  const deletes: Prediction[] = [];
  let opaque = false;
  for (const statement of statements) {
    const { parsed } = statement;
    const { opaque: isUnseen, deletes: found } = predictStatement(statement);
    // Something else has this name by now than before the down migration: only its run shows what goes.
    const known = found.filter((each) => !isRenamed && !('table' in each && made.has(each.table)));
    deletes.push(...known);
    opaque ||= known.length < found.length || isUnseen;
    isRenamed ||= parsed !== undefined && renames(parsed);
    const object = madeBy(parsed);
    if (object !== undefined) made.add(object.name);
  }
  // Another sequence may number its column from then on, further than this one or not.
  const renumbered = new Set(statements.flatMap(({ parsed }) => (parsed === undefined ? [] : numbers(parsed))));
  const left = deletes.filter((each) => each.kind !== 'identity' || !renumbered.has(`${each.table}.${each.column}`));
  // Labels of an enum that change places stand for other values afterwards.
  const relabels = statements.filter(({ parsed }) => parsed !== undefined && isRelabel(parsed)).length > 1;
  return { deletes: left, opaque: opaque || relabels || left.length < deletes.length };
}

function isRelabel({ fields, type }: Parsed): boolean {
  return type === 'AlterEnumStmt' && text(fields, 'oldVal') !== '';
}

/** Columns that get a sequence, or a default, which may be one. */
function numbers({ fields, type }: Parsed): readonly string[] {
  if (type !== 'AlterTableStmt') return [];
  const table = tableName(child(fields, 'relation'));
  return children(fields, 'cmds').flatMap((each) => {
    const cmd = opened(each).fields;
    const isNumbered = ['AT_AddIdentity', 'AT_ColumnDefault'].includes(text(cmd, 'subtype'));
    return isNumbered ? [`${table}.${text(cmd, 'name')}`] : [];
  });
}

/** The same of one statement, which stands by itself. */
export function predictStatement({ parsed, tag }: Pick<Statement, 'parsed' | 'tag'>): Predicted {
  return {
    deletes: parsed === undefined ? [] : deletedBy(parsed.type, parsed.fields),
    opaque: OPAQUE.has(tag) || (parsed !== undefined && isOpaque(parsed)),
  };
}

/** Gives names to other things than had them, or looks for them elsewhere. */
export function renames({ fields, type }: Parsed): boolean {
  return (
    type === 'RenameStmt' ||
    type === 'AlterObjectSchemaStmt' ||
    (type === 'VariableSetStmt' && text(fields, 'name') === 'search_path')
  );
}

const OPAQUE = new Set(['CALL', 'DO', 'SELECT', 'WITH', 'EXECUTE', 'EXPLAIN']);

function isOpaque({ fields, type }: Parsed): boolean {
  switch (type) {
    case 'UpdateStmt':
    case 'MergeStmt':
    case 'DropOwnedStmt':
      return true;
    case 'DeleteStmt':
      return fields['whereClause'] !== undefined;
    case 'InsertStmt':
      return text(child(fields, 'onConflictClause'), 'action') === 'ONCONFLICT_UPDATE';
    case 'TruncateStmt':
      return fields['restart_seqs'] === true;
    case 'AlterSeqStmt':
      return children(fields, 'options').some((each) => text(child(each, 'DefElem'), 'defname') === 'restart');
    case 'DropStmt':
      return (
        text(fields, 'behavior') === 'DROP_CASCADE' ||
        /^OBJECT_(TYPE|DOMAIN|EXTENSION)$/.test(text(fields, 'removeType'))
      );
    case 'AlterTableStmt':
      // A type that tables have columns of.
      if (text(fields, 'objtype') === 'OBJECT_TYPE') return true;
      return children(fields, 'cmds').some((each) => isOpaqueChange(opened(each).fields));
    default:
      return false;
  }
}

/** Values that an expression makes, numbers that begin again. */
function isOpaqueChange(cmd: Node): boolean {
  const definition = child(child(cmd, 'def') ?? {}, 'ColumnDef');
  if (text(cmd, 'subtype') === 'AT_AlterColumnType') return definition?.['raw_default'] !== undefined;
  return text(cmd, 'subtype') === 'AT_SetIdentity';
}

function deletedBy(type: string, fields: Node): Prediction[] {
  switch (type) {
    case 'DropStmt':
      return dropped(fields);
    case 'TruncateStmt':
      return children(fields, 'relations').map((each) => ({ kind: 'rows', table: tableName(child(each, 'RangeVar')) }));
    case 'DeleteStmt':
      return fields['whereClause'] === undefined ? [{ kind: 'rows', table: tableName(child(fields, 'relation')) }] : [];
    case 'RefreshMatViewStmt':
      return [{ kind: 'refresh', table: tableName(child(fields, 'relation')) }];
    case 'AlterTableStmt': {
      const table = tableName(child(fields, 'relation'));
      return children(fields, 'cmds').flatMap((each) => altered(table, opened(each).fields));
    }
    default:
      return [];
  }
}

function tableName(relation: Node | undefined): string {
  return canonical(relationName(relation));
}

function dropped(fields: Node): Prediction[] {
  const kind = text(fields, 'removeType');
  // Without CASCADE, only an empty schema goes.
  if (kind === 'OBJECT_SCHEMA' && text(fields, 'behavior') !== 'DROP_CASCADE') return [];
  return children(fields, 'objects').flatMap((each): Prediction[] => {
    if (kind === 'OBJECT_SCHEMA') return [{ kind: 'schema', schema: text(child(each, 'String'), 'sval') }];
    const name = listName(children(child(each, 'List') ?? {}, 'items'));
    if (kind === 'OBJECT_TABLE') return [{ kind: 'table', table: canonical(name) }];
    if (kind === 'OBJECT_MATVIEW') return [{ kind: 'view', table: canonical(name) }];
    return kind === 'OBJECT_SEQUENCE' ? [{ kind: 'sequence', sequence: canonical(name) }] : [];
  });
}

function altered(table: string, cmd: Node): Prediction[] {
  const column = text(cmd, 'name');
  if (text(cmd, 'subtype') === 'AT_DropColumn') return [{ kind: 'column', table, column }];
  if (text(cmd, 'subtype') === 'AT_DropIdentity') return [{ kind: 'identity', table, column }];
  if (text(cmd, 'subtype') === 'AT_SetUnLogged') return [{ kind: 'unlogged', table }];
  if (text(cmd, 'subtype') !== 'AT_AlterColumnType') return [];
  const type = child(child(child(cmd, 'def') ?? {}, 'ColumnDef') ?? {}, 'typeName');
  return [{ kind: 'type', table, column, to: typeText(type ?? {}) }];
}

/** A type as SQL: its quoted names, its numbers, its brackets. */
function typeText(type: Node): string {
  const names = children(type, 'names').map((part) => identifier(text(child(part, 'String'), 'sval')));
  const numbers = children(type, 'typmods').map((each) => {
    const value = child(child(each, 'A_Const') ?? {}, 'ival');
    return String(value?.['ival'] ?? 0);
  });
  const size = numbers.length === 0 ? '' : `(${numbers.join(', ')})`;
  return `${names.join('.')}${size}${'[]'.repeat(children(type, 'arrayBounds').length)}`;
}

/** `table public.notes`, `column public.users.bio`: for a plan. */
export function describePrediction(prediction: Prediction): string {
  switch (prediction.kind) {
    case 'schema':
      return `schema ${prediction.schema}`;
    case 'table':
      return `table ${prediction.table}`;
    case 'view':
      return `materialized view ${prediction.table}`;
    case 'rows':
      return `rows of table ${prediction.table}`;
    case 'refresh':
      return `rows of materialized view ${prediction.table}`;
    case 'unlogged':
      return `after a server crash, rows of table ${prediction.table}`;
    case 'sequence':
      return `sequence ${prediction.sequence}`;
    case 'identity':
      return `position of the sequence that numbers ${prediction.table}.${prediction.column}`;
    case 'column':
      return `column ${prediction.table}.${prediction.column}`;
    case 'type':
      return `type of column ${prediction.table}.${prediction.column}`;
  }
}

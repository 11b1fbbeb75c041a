import { identifier, literal, type Session } from '@lockstep/postgres';
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
import { countRows, isForbidden, isTooSlow, type Loss, lossOf, measure } from './losses.ts';
import type { OwnRows } from './own-rows.ts';
import { type Relations, readRelations } from './relations.ts';
import { type Threat, threatKey } from './threats.ts';

/** What a way down says it takes away. Canonical names. */
export type Prediction =
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'rows'; readonly table: string }
  | { readonly kind: 'schema'; readonly schema: string }
  | { readonly kind: 'column'; readonly table: string; readonly column: string }
  | { readonly kind: 'type'; readonly table: string; readonly column: string; readonly to: string };

export interface Predicted {
  readonly takes: readonly Prediction[];
  /** What else it takes away shows only when it runs: it runs code, writes rows, or takes along what depends on something. */
  readonly opaque: boolean;
}

/** Reads off a down migration what it takes away. Pure. */
export function predict(script: Script, parse: Parse): Predicted {
  const statements = readStatements(script, parse).filter(({ nested }) => !nested);
  const made = new Set<string>();
  let isRenamed = false;
  const takes: Prediction[] = [];
  let opaque = false;
  for (const statement of statements) {
    const { parsed } = statement;
    const { opaque: isUnseen, takes: taken } = predictStatement(statement);
    // Something else has this name by now than before the down migration: only its run shows what goes.
    const known = taken.filter((each) => !isRenamed && !('table' in each && made.has(each.table)));
    takes.push(...known);
    opaque ||= known.length < taken.length || isUnseen;
    isRenamed ||= parsed !== undefined && renames(parsed);
    const object = madeBy(parsed);
    if (object !== undefined) made.add(object.name);
  }
  return { takes, opaque };
}

/** The same of one statement, which stands by itself. */
export function predictStatement({ parsed, tag }: Pick<Statement, 'parsed' | 'tag'>): Predicted {
  return {
    takes: parsed === undefined ? [] : takenBy(parsed.type, parsed.fields),
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

const OPAQUE = new Set(['CALL', 'DO', 'SELECT', 'WITH', 'EXECUTE']);

function isOpaque({ fields, type }: Parsed): boolean {
  if (type === 'DeleteStmt') return fields['whereClause'] !== undefined;
  if (type === 'DropStmt')
    return (
      text(fields, 'behavior') === 'DROP_CASCADE' || /^OBJECT_(TYPE|DOMAIN|EXTENSION)$/.test(text(fields, 'removeType'))
    );
  return /^(Update|Merge|DropOwned)Stmt$/.test(type);
}

function takenBy(type: string, fields: Node): Prediction[] {
  switch (type) {
    case 'DropStmt':
      return dropped(fields);
    case 'TruncateStmt':
      return children(fields, 'relations').map((each) => ({ kind: 'rows', table: tableName(child(each, 'RangeVar')) }));
    case 'DeleteStmt':
      return fields['whereClause'] === undefined ? [{ kind: 'rows', table: tableName(child(fields, 'relation')) }] : [];
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
    return kind === 'OBJECT_TABLE' ? [{ kind: 'table', table: canonical(name) }] : [];
  });
}

function altered(table: string, cmd: Node): Prediction[] {
  const column = text(cmd, 'name');
  if (text(cmd, 'subtype') === 'AT_DropColumn') return [{ kind: 'column', table, column }];
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
    case 'rows':
      return `rows of table ${prediction.table}`;
    case 'column':
      return `column ${prediction.table}.${prediction.column}`;
    case 'type':
      return `type of column ${prediction.table}.${prediction.column}`;
  }
}

/**
 * Counts what is there now of the user data that predictions name. Takes no lock, so that it is only a preview;
 * undefined where policies hide rows from this role, or it may not read: then only the run itself tells. Undefined as
 * well where one count takes longer than `withinMs`.
 */
export async function countPredicted(
  session: Session,
  takes: readonly Prediction[],
  own: OwnRows | undefined,
  withinMs?: number,
): Promise<Loss[] | undefined> {
  if (takes.length === 0) return [];
  const limit = withinMs === undefined ? '' : `; set local statement_timeout = ${withinMs}`;
  await session.rows(`begin read only; set local row_security = off${limit}`);
  try {
    const threats = new Map(
      takes
        .flatMap(threatsIn(await readRelations(session, { where: namedBy(takes) })))
        .map((each) => [threatKey(each), each] as const),
    );
    const losses: Loss[] = [];
    for (const threat of threats.values()) {
      const { kind, relation } = threat;
      const loss =
        kind === 'rows'
          ? lossOf(kind, relation.name, await countRows(session, relation, own))
          : await measure(session, threat, own);
      if (loss !== undefined) losses.push(loss);
    }
    return losses;
  } catch (error) {
    if (!isForbidden(error) && !(withinMs !== undefined && isTooSlow(error))) throw error;
    return undefined;
  } finally {
    if (!session.lost) await session.send('rollback');
  }
}

/** SQL for the relations that predictions name; foreign tables keep their rows. */
function namedBy(takes: readonly Prediction[]): string {
  const names = takes.map((each) =>
    each.kind === 'schema'
      ? `n.nspname = ${literal(each.schema)}`
      : `c.relname = ${literal(each.table.slice(each.table.lastIndexOf('.') + 1))}`,
  );
  return `c.relkind <> 'f' and (${names.join(' or ')})`;
}

function threatsIn(relations: Relations): (prediction: Prediction) => Threat[] {
  const all = [...relations.values()];
  return (prediction) => {
    if (prediction.kind === 'schema') {
      const found = all.filter((relation) => relation.plainName.startsWith(`${prediction.schema}.`));
      return found.map((relation) => ({ kind: 'table', relation }));
    }
    const relation = all.find((each) => each.plainName === prediction.table);
    if (relation === undefined) return [];
    if (prediction.kind === 'table' || prediction.kind === 'rows') return [{ kind: prediction.kind, relation }];
    const [attnum, column] = [...relation.columns].find(([, { name }]) => name === prediction.column) ?? [];
    if (attnum === undefined || column === undefined || column.generated) return [];
    return prediction.kind === 'column'
      ? [{ kind: 'column', relation, attnum, column }]
      : [{ kind: 'type', relation, attnum, column, to: prediction.to }];
  };
}

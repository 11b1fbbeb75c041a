import { type Prediction, predictStatement } from '../../data-loss/predict.ts';
import { child, children, listName, type Node } from '../../parse/parser.ts';
import { isWidening } from '../../phase/widening.ts';
import type { Relation } from '../../picture/known.ts';
import type { Objection, Rule, RuleContext } from '../rule.ts';

/** What a contract migration deletes is archived, so that a rollback past it can restore it; of this it cannot be. */
export const notArchivable: Rule = {
  id: 'not-archivable',
  weight: 'warning',
  check: (statement, context) => {
    const { parsed } = statement;
    if (parsed === undefined || !context.isArchived) return [];
    const objects = callsUnlink(parsed.fields)
      ? [objection('a large object', 'the archive holds rows of tables alone')]
      : [];
    return [...objects, ...predictStatement(statement).deletes.flatMap((each) => judge(each, context))];
  },
};

function judge(deleted: Prediction, context: RuleContext): readonly Objection[] {
  const { picture } = context;
  switch (deleted.kind) {
    case 'sequence':
      return picture.isMade(deleted.sequence) || picture.isAbsent(deleted.sequence)
        ? []
        : [objection(`the position of the sequence ${deleted.sequence}`, AGAIN)];
    case 'schema':
    case 'view':
    case 'refresh':
      return [];
    case 'identity':
    case 'unlogged':
    case 'table':
    case 'rows':
    case 'column':
    case 'type':
      return picture.isMade(deleted.table) || picture.isAbsent(deleted.table)
        ? []
        : ofTable(deleted, picture.relation(deleted.table), context);
  }
}

const AGAIN = 'a sequence that is made again assigns the same numbers again';

function ofTable(
  deleted: Exclude<Prediction, { kind: 'schema' | 'sequence' }>,
  relation: Relation | undefined,
  { sizes }: RuleContext,
): readonly Objection[] {
  const { kind, table } = deleted;
  if (relation?.isForeign === true) {
    return kind === 'table'
      ? []
      : [objection(`rows of ${table}`, 'it is a foreign table, whose rows are on another server')];
  }
  if (kind === 'unlogged') {
    return [objection(`rows of ${table}`, 'they would be lost later, in a crash of the server')];
  }
  if (kind === 'identity') return [objection(`the position of the sequence of ${table}.${deleted.column}`, AGAIN)];
  if (kind === 'type' ? !narrows(relation?.columns?.get(deleted.column)?.type, deleted.to) : kind !== 'column')
    return [];
  // Only a database knows all keys of a table.
  if (
    sizes === undefined ||
    relation?.columns === undefined ||
    hasKey(relation, 'column' in deleted ? deleted.column : '')
  )
    return [];
  const why = 'no primary key, and no unique index over other required columns, distinguishes its rows';
  return 'column' in deleted ? [objection(`values of ${table}.${deleted.column}`, why)] : [];
}

/** A text that gets shorter; of other changes only the run shows which values they take. */
function narrows(from: string | undefined, to: string): boolean {
  const then = to
    .replaceAll('"', '')
    .replace(/^pg_catalog\./, '')
    .replace(/^varchar/, 'character varying');
  return from !== undefined && isWidening(then, from) && !isWidening(from, then);
}

function hasKey({ columns, keys }: Relation, but: string): boolean {
  return keys.some(
    (key) => !key.partial && key.columns.every((name) => name !== but && columns?.get(name)?.notNull === true),
  );
}

/** `lo_unlink`, wherever it is called. */
function callsUnlink(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(callsUnlink);
  if (typeof node !== 'object' || node === null) return false;
  const called = child(node as Node, 'FuncCall');
  const name = called === undefined ? '' : listName(children(called, 'funcname').slice(-1));
  return name === 'lo_unlink' || Object.values(node).some(callsUnlink);
}

function objection(what: string, why: string): Objection {
  return {
    message: `${what} cannot be archived: ${why}. A rollback past this migration would not restore it`,
    todo: 'save it in advance (a copy, a backup); or say "-- lockstep: no-archive because …" at the head of the file, if it may be deleted for good',
  };
}

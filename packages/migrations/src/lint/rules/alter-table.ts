import { callsIn } from '../../parse/calls.ts';
import { canonical, child, children, listName, type Node, opened, relationName, text } from '../../parse/parser.ts';
import type { Statement } from '../../parse/statements.ts';
import { typeWords } from '../../parse/type-words.ts';
import { checkedNotNull } from '../../phase/contract/keys.ts';
import { isWidening } from '../../phase/widening.ts';
import type { Objection, Rule, RuleContext } from '../rule.ts';

/** The commands of an ALTER TABLE on a table that is in use, each with its name and definition. */
export function commands(
  { parsed }: Statement,
  { picture }: RuleContext,
): { table: string; subtype: string; cmd: Node }[] {
  if (parsed?.type !== 'AlterTableStmt') return [];
  const table = relationName(child(parsed.fields, 'relation'));
  if (parsed.fields['missing_ok'] === true && picture.isAbsent(table)) return [];
  if (table === '' || picture.isMade(table) || text(parsed.fields, 'objtype') !== 'OBJECT_TABLE') return [];
  return children(parsed.fields, 'cmds').map((each) => {
    const cmd = opened(each).fields;
    return { table, subtype: text(cmd, 'subtype'), cmd };
  });
}

function constraintOf(cmd: Node): Node {
  return child(child(cmd, 'def') ?? {}, 'Constraint') ?? {};
}

function columnOf(cmd: Node): Node {
  return child(child(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
}

function constraintsOf(column: Node): Node[] {
  return children(column, 'constraints').map((each) => child(each, 'Constraint') ?? {});
}

/** How a finding says what the strongest lock of PostgreSQL means. */
export const LOCKED = 'under ACCESS EXCLUSIVE, which blocks reads and writes';

/** An objection for each command of a kind. */
function onCommand(
  subtype: string,
  judge: (found: { table: string; cmd: Node }) => Omit<Objection, 'table'> | undefined,
): Rule['check'] {
  return (statement, context) =>
    commands(statement, context).flatMap((each) => {
      if (each.subtype !== subtype) return [];
      const objection = judge(each);
      return objection === undefined ? [] : [{ ...objection, table: each.table }];
    });
}

/**
 * Functions that give every row of an ALTER TABLE the same value, so that no row has to be written for it: PostgreSQL's
 * own that are not volatile, as far as defaults use them, and Supabase's of who asks.
 */
const SAME_FOR_ALL = new Set(
  (
    'now transaction_timestamp statement_timestamp timezone date_trunc date_part extract age to_char to_timestamp to_date ' +
    'make_date make_time make_timestamp make_timestamptz make_interval current_database current_setting current_schema ' +
    'jsonb_build_object jsonb_build_array json_build_object json_build_array to_jsonb to_json lower upper initcap concat ' +
    'md5 encode decode length repeat btrim replace left right array_fill abs round floor ceil auth.uid auth.role auth.jwt auth.email'
  ).split(' '),
);

const addColumnRewrites = onCommand('AT_AddColumn', ({ cmd, table }) => {
  const column = columnOf(cmd);
  const name = `${table}.${text(column, 'colname')}`;
  const kinds = constraintsOf(column);
  const defaults = kinds.find((each) => text(each, 'contype') === 'CONSTR_DEFAULT');
  const varies = callsIn(defaults?.['raw_expr']).filter((call) => !SAME_FOR_ALL.has(call));
  const serial = /serial\d*$/.test(listName(children(child(column, 'typeName') ?? {}, 'names')));
  const filled = kinds.some(
    (each) =>
      text(each, 'contype') === 'CONSTR_IDENTITY' ||
      (text(each, 'contype') === 'CONSTR_GENERATED' && text(each, 'generated_kind') !== 'v'),
  );
  if (varies.length === 0 && !serial && !filled) return undefined;
  const why = varies.length > 0 ? `its default calls ${varies.join(', ')}` : 'each row gets its own value';
  return {
    message: `${name}: rewrites the whole table ${LOCKED}, because ${why}`,
    todo: 'add the column without a default, set the default for new rows, and fill the old ones in batches',
  };
});

const changeTypeRewrites: Rule['check'] = (statement, context) =>
  commands(statement, context).flatMap(({ cmd, subtype, table }) => {
    if (subtype !== 'AT_AlterColumnType') return [];
    const definition = columnOf(cmd);
    const from = context.picture.column(table, text(cmd, 'name'))?.type;
    const converts = definition['raw_default'] !== undefined;
    if (from !== undefined && !converts && isWidening(from, typeWords(child(definition, 'typeName') ?? {}))) return [];
    return [
      {
        table,
        message: `${table}.${text(cmd, 'name')}: may rewrite the table and its indexes ${LOCKED}`,
        todo: 'add a column of the new type, fill it in batches and switch the code over; text and a longer varchar need no rewrite',
      },
    ];
  });

const setNotNullScans: Rule['check'] = (statement, context) =>
  commands(statement, context).flatMap(({ cmd, subtype, table }) => {
    const name = text(cmd, 'name');
    // A column that the same transaction adds is read all the same.
    if (subtype !== 'AT_SetNotNull' || isProven(table, name, statement, context)) return [];
    return [
      {
        table,
        message: `${table}.${name}: scans the whole table ${LOCKED}`,
        todo: `add constraint … check (${name} is not null) not valid, validate it in a later transaction, then set not null: it needs no scan`,
      },
    ];
  });

/** Whether a check that is valid by then says that a column is not null: one of the database, or of an earlier statement. */
function isProven(table: string, column: string, statement: Statement, context: RuleContext): boolean {
  if (context.picture.column(table, column)?.notNull === true) return true;
  const before = [...context.earlier, ...context.statements.filter((each) => each.at < statement.at)];
  const found = before
    .flatMap((each) => commands(each, context))
    .filter((each) => canonical(each.table) === canonical(table));
  return found.some(({ cmd, subtype }) => {
    const constraint = constraintOf(cmd);
    if (subtype !== 'AT_AddConstraint' || !checkedNotNull(constraint).includes(column)) return false;
    const name = text(constraint, 'conname');
    const validated = found.some((each) => each.subtype === 'AT_ValidateConstraint' && text(each.cmd, 'name') === name);
    return validated || constraint['skip_validation'] !== true;
  });
}

const constraintScans = onCommand('AT_AddConstraint', ({ cmd, table }) => {
  const constraint = constraintOf(cmd);
  const kind = { CONSTR_CHECK: 'check', CONSTR_FOREIGN: 'foreign key' }[text(constraint, 'contype')];
  if (kind === undefined || constraint['skip_validation'] === true) return undefined;
  return {
    message: `${table}: checks every row ${kind === 'check' ? LOCKED : 'while writes to both tables are blocked'}`,
    todo: 'add it NOT VALID, and VALIDATE it in a later transaction',
  };
});

const constraintBuildsIndex = onCommand('AT_AddConstraint', ({ cmd, table }) => {
  const constraint = constraintOf(cmd);
  const kind = { CONSTR_UNIQUE: 'unique', CONSTR_PRIMARY: 'primary key', CONSTR_EXCLUSION: 'exclude' }[
    text(constraint, 'contype')
  ];
  if (kind === undefined || text(constraint, 'indexname') !== '') return undefined;
  return {
    message: `${table}: builds the index of the ${kind} constraint ${LOCKED}`,
    todo:
      kind === 'exclude'
        ? 'there is no online alternative; run it when the table is quiet'
        : `create unique index concurrently first, then add the constraint with ${kind} using index`,
  };
});

const columnConstraint = onCommand('AT_AddColumn', ({ cmd, table }) => {
  const column = columnOf(cmd);
  const kinds = constraintsOf(column).map((each) => text(each, 'contype'));
  if (!kinds.includes('CONSTR_UNIQUE') && !kinds.includes('CONSTR_PRIMARY')) return undefined;
  return {
    message: `${table}.${text(column, 'colname')}: builds the index of its constraint ${LOCKED}`,
    todo: 'add the column alone, create unique index concurrently, then add the constraint using index',
  };
});

/** A check in a new column is made of every row, and a foreign key too where the column begins with a value. */
const columnScans = onCommand('AT_AddColumn', ({ cmd, table }) => {
  const column = columnOf(cmd);
  const kinds = constraintsOf(column).map((each) => text(each, 'contype'));
  const keyed = kinds.includes('CONSTR_FOREIGN') && kinds.includes('CONSTR_DEFAULT');
  if (!kinds.includes('CONSTR_CHECK') && !keyed) return undefined;
  return {
    message: `${table}.${text(column, 'colname')}: checks every row ${LOCKED}`,
    todo: 'add the column alone, the constraint NOT VALID, and VALIDATE it in a later transaction',
  };
});

const attachScans: Rule['check'] = (statement, context) =>
  commands(statement, context).flatMap(({ cmd, subtype }) => {
    const part = relationName(child(child(child(cmd, 'def') ?? {}, 'PartitionCmd') ?? {}, 'name'));
    if (subtype !== 'AT_AttachPartition' || context.picture.isMade(part)) return [];
    const checks = [...context.earlier, ...context.statements]
      .flatMap((each) => commands(each, context))
      .some(
        (each) =>
          canonical(each.table) === canonical(part) && text(constraintOf(each.cmd), 'contype') === 'CONSTR_CHECK',
      );
    return checks || context.picture.relation(part)?.isChecked === true ? [] : [attached(part)];
  });

function attached(part: string): Objection {
  return {
    table: part,
    message: `${part}: checks every row against the bounds ${LOCKED}`,
    todo: 'add a check constraint that says the same NOT VALID, validate it, then attach: it needs no scan',
  };
}

/** Moves and other rewrites, for the rule about those. */
export const setRewrites: Rule['check'] = (statement, context) =>
  commands(statement, context).flatMap(({ subtype, table }) =>
    REWRITING.test(subtype)
      ? [
          {
            table,
            message: `${table}: rewrites the whole table ${LOCKED}`,
            todo: 'run it when the table is quiet, outside of a release',
          },
        ]
      : [],
  );
const REWRITING = /^AT_(SetTableSpace|SetLogged|SetUnLogged|SetAccessMethod|SetExpression)$/;

const validateAtOnce: Rule['check'] = (statement, context) =>
  commands(statement, context).flatMap(({ cmd, subtype, table }) => {
    if (subtype !== 'AT_ValidateConstraint') return [];
    const name = text(cmd, 'name');
    const before = context.statements.filter((each) => each.at < statement.at && context.isTogether(each));
    const added = before
      .flatMap((each) => commands(each, context))
      .some((each) => text(constraintOf(each.cmd), 'conname') === name);
    if (!added) return [];
    const message = `${table}: holds the lock from adding ${name} while it reads every row`;
    return [{ table, message, todo: 'validate it in a later file, whose transaction does not block the app' }];
  });

/** What an ALTER TABLE does that takes long while others wait. */
export const alterTableRules: readonly Rule[] = [
  { id: 'add-column-rewrites', weight: 'blocking', check: addColumnRewrites },
  { id: 'change-type-rewrites', weight: 'blocking', check: changeTypeRewrites },
  { id: 'set-not-null-scans', weight: 'blocking', check: setNotNullScans },
  { id: 'constraint-scans', weight: 'blocking', check: (s, c) => [...constraintScans(s, c), ...columnScans(s, c)] },
  {
    id: 'constraint-builds-index',
    weight: 'blocking',
    check: (s, c) => [...constraintBuildsIndex(s, c), ...columnConstraint(s, c)],
  },
  { id: 'attach-partition-scans', weight: 'blocking', check: attachScans },
  { id: 'validate-at-once', weight: 'blocking', check: validateAtOnce },
];

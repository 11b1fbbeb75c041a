import { callsIn } from '../../parse/calls.ts';
import { madeBy } from '../../parse/made.ts';
import {
  canonical,
  child,
  children,
  has,
  listName,
  type Node,
  opened,
  relationName,
  text,
} from '../../parse/parser.ts';
import { CALLS } from '../../parse/runs.ts';
import { onTable, securesRows } from '../../phase/contract/around.ts';
import { refusesOldInserts } from '../../phase/contract/columns.ts';
import { contractReasons } from '../../phase/contract/contract.ts';
import { emptied } from '../../phase/contract/emptied.ts';
import { objectName } from '../../phase/contract/names.ts';
import type { Objection, Rule } from '../rule.ts';
import { servedTable } from '../served.ts';

/** Statements that code written for the old schema does not survive, in a file that does not say so. */
const breaksOldCode: Rule['check'] = (statement, context) => {
  if (statement.parsed === undefined || context.declaresPhase) return [];
  const around = { picture: context.picture, file: context.file, nth: context.nth };
  return contractReasons(statement.parsed, around).map((what) => ({
    message: `${what}: breaks the code of the previous release`,
    todo: 'write "-- lockstep: contract" on the first line, or "-- lockstep: expand because …" if nothing uses it',
  }));
};

/** Data that no down migration brings back. */
const destroysData: Rule['check'] = ({ parsed }, { picture }) => {
  if (parsed === undefined) return [];
  const { fields, type } = parsed;
  const todo = 'make sure that nothing needs it and that a backup has it; no down migration restores it';
  if (type === 'DropStmt' && /^OBJECT_(TABLE|SCHEMA|MATVIEW)$/.test(text(fields, 'removeType'))) {
    const names = children(fields, 'objects').map(objectName);
    const isSchema = text(fields, 'removeType') === 'OBJECT_SCHEMA';
    const isAbsent = (name: string) =>
      fields['missing_ok'] === true && (isSchema ? picture.isAbsentObject('schema', name) : picture.isAbsent(name));
    return names
      .filter((name) => !picture.isMade(name) && !isAbsent(name))
      .map((name) => ({ message: `${name}: is dropped with all its rows`, todo }));
  }
  if (type === 'DropStmt' && /^OBJECT_(TYPE|DOMAIN|EXTENSION)$/.test(text(fields, 'removeType'))) {
    if (text(fields, 'behavior') !== 'DROP_CASCADE') return [];
    return children(fields, 'objects').map((each) => ({
      message: `${objectName(each)}: is dropped with every column that uses it`,
      todo,
    }));
  }
  if (type === 'TruncateStmt' || type === 'DeleteStmt') {
    const isCascade = type === 'TruncateStmt' && text(fields, 'behavior') === 'DROP_CASCADE';
    const others = isCascade ? ', and those of every table that refers to it' : '';
    return emptied(parsed, picture).map((name) => ({ message: `${name}: all its rows are deleted${others}`, todo }));
  }
  if ((type === 'SelectStmt' || type === CALLS) && callsIn(fields).includes('lo_unlink'))
    return [{ message: 'lo_unlink: a large object is deleted with its content', todo }];
  if (type !== 'AlterTableStmt') return [];
  const table = relationName(child(fields, 'relation'));
  if (picture.isMade(table) || text(fields, 'objtype') !== 'OBJECT_TABLE') return [];
  return children(fields, 'cmds').flatMap((each) => {
    const cmd = opened(each).fields;
    if (text(cmd, 'subtype') === 'AT_SetUnLogged')
      return [
        { message: `${table}: is emptied when the server crashes, and no replica has it`, todo: 'keep it logged' },
      ];
    const name = text(cmd, 'name');
    if (text(cmd, 'subtype') !== 'AT_DropColumn' || picture.column(table, name)?.isNew === true) return [];
    const columns = picture.relation(table)?.columns;
    if (cmd['missing_ok'] === true && picture.complete && columns?.has(name) === false) return [];
    return [{ message: `${table}.${text(cmd, 'name')}: is dropped with all its values`, todo }];
  });
};

/** NOT NULL without a value for the rows that are there. */
const failsOnRows: Rule['check'] = ({ parsed }, { picture, sizes }) => {
  if (parsed?.type !== 'AlterTableStmt') return [];
  const table = relationName(child(parsed.fields, 'relation'));
  const size = sizes?.get(canonical(table));
  if (picture.isMade(table) || (sizes !== undefined && (size?.rows ?? 1) === 0)) return [];
  return children(parsed.fields, 'cmds').flatMap((each) => {
    const cmd = opened(each).fields;
    const column = child(child(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
    if (text(cmd, 'subtype') !== 'AT_AddColumn' || !refusesOldInserts(column)) return [];
    if (cmd['missing_ok'] === true && picture.column(table, text(column, 'colname')) !== undefined) return [];
    return [
      {
        message: `${table}.${text(column, 'colname')}: fails where the table has rows (23502)`,
        todo: 'give it a default, or add it nullable, fill it, and set not null in a later file',
      },
    ];
  });
};

/** A table that Supabase serves over HTTP to anybody who has the public key. */
const rlsMissing: Rule['check'] = ({ parsed }, { exposedSchemas, file, picture }) => {
  const name = parsed === undefined ? undefined : servedTable(parsed, exposedSchemas);
  if (parsed === undefined || name === undefined || securesRows(file, name)) return [];
  if (madeBy(parsed)?.ifNotExists === true && picture.relation(name)?.rowSecurity === true) return [];
  return [
    {
      message: `${name}: is served over HTTP without row level security: anyone with the public key can read and write it`,
      todo: `alter table ${name} enable row level security, and write policies, in the same file`,
    },
  ];
};

/** What Supabase serves over HTTP past the policies of the tables behind it. */
const bypassesPolicies: Rule['check'] = ({ parsed }, { exposedSchemas, file }) => {
  if (parsed === undefined) return [];
  const { fields, type } = parsed;
  const served = (relation: Node | undefined, message: string, todo: string): Objection[] => {
    const name = canonical(relationName(relation));
    const isServed = exposedSchemas.includes(name.split('.')[0] ?? '') && text(relation, 'relpersistence') !== 't';
    return isServed ? [{ message: `${name}: ${message}`, todo }] : [];
  };
  const elsewhere = 'put it in a schema that is not served';
  if (type === 'CreateForeignTableStmt')
    return served(child(child(fields, 'base') ?? {}, 'relation'), 'foreign tables have no policies', elsewhere);
  if (type === 'CreateTableAsStmt' && text(fields, 'objtype') === 'OBJECT_MATVIEW')
    return served(child(child(fields, 'into') ?? {}, 'rel'), 'materialized views have no policies', elsewhere);
  if (type === 'AlterTableStmt' && resetsInvoker(fields))
    return served(
      child(fields, 'relation'),
      "now reads with its owner's rights, which bypasses the policies of its tables",
      'leave security_invoker on',
    );
  if (type !== 'ViewStmt' || has(fields, 'options', 'security_invoker')) return [];
  const view = child(fields, 'view');
  const setLater = onTable(file, 'AlterTableStmt', relationName(view)).some(({ by }) =>
    JSON.stringify(by.fields).includes('"security_invoker"'),
  );
  return setLater
    ? []
    : served(
        view,
        "reads with its owner's rights, which bypasses the policies of its tables",
        'create it with (security_invoker = true)',
      );
};

/** `reset (security_invoker)`, or set to false. */
function resetsInvoker(fields: Node): boolean {
  return children(fields, 'cmds').some((each) => {
    const cmd = opened(each).fields;
    const options = child(child(cmd, 'def') ?? {}, 'List') ?? {};
    const named = JSON.stringify(options).includes('"security_invoker"');
    if (text(cmd, 'subtype') === 'AT_ResetRelOptions') return named;
    return text(cmd, 'subtype') === 'AT_SetRelOptions' && named && !has(options, 'items', 'security_invoker');
  });
}

const rlsOff: Rule['check'] = ({ parsed }, { exposedSchemas }) => {
  if (parsed?.type !== 'AlterTableStmt') return [];
  const name = canonical(relationName(child(parsed.fields, 'relation')));
  if (!exposedSchemas.includes(name.split('.')[0] ?? '')) return [];
  const off = children(parsed.fields, 'cmds').some(
    (cmd) => text(opened(cmd).fields, 'subtype') === 'AT_DisableRowSecurity',
  );
  return off
    ? [
        {
          message: `${name}: its policies no longer apply, and it is served over HTTP`,
          todo: 'change the policies instead',
        },
      ]
    : [];
};

/** It runs with its owner's rights and its caller's search_path, so that the caller chooses what its names mean. */
const definerPath: Rule['check'] = ({ parsed }) => {
  if (parsed?.type !== 'CreateFunctionStmt' && parsed?.type !== 'AlterFunctionStmt') return [];
  const altered = parsed.type === 'AlterFunctionStmt';
  const options = children(parsed.fields, altered ? 'actions' : 'options').map((each) => child(each, 'DefElem') ?? {});
  const definer = options.some(
    (option) => text(option, 'defname') === 'security' && JSON.stringify(option['arg'] ?? '').includes('true'),
  );
  const path = options.some(
    (option) => text(option, 'defname') === 'set' && JSON.stringify(option).includes('search_path'),
  );
  if (!definer || path) return [];
  const routine = altered ? child(parsed.fields, 'func') : parsed.fields;
  const name = listName(children(routine ?? {}, altered ? 'objname' : 'funcname'));
  return [
    {
      message: `${name}: security definer without its own search_path; its caller decides what its names mean`,
      todo: "add: set search_path = ''",
    },
  ];
};

/** SQL that is put together while a block runs. */
const unreadable: Rule['check'] = (statement) =>
  statement.unreadable
    ? [
        {
          message: 'runs SQL that it builds at run time, which cannot be checked',
          todo: 'write out the statements, or allow it with the reason why it is safe',
        },
      ]
    : [];

const OWN = /"(?:schemaname|sval)":"(lockstep|supabase_migrations|lockstep_archive)"/;

/** `supabase db pull` and `db diff` take the side schema for the user's. */
const ownSchema: Rule['check'] = ({ parsed }) => {
  const named = parsed === undefined ? undefined : OWN.exec(JSON.stringify(parsed.fields))?.[1];
  if (named === undefined) return [];
  if (named === 'lockstep_archive') {
    const message = 'lockstep_archive: holds what rollbacks archived, closed to all other roles and only for a time';
    return [
      { message, todo: 'remove it, and use the commands of migrate (list-archives, restore-archive, erase-archives)' },
    ];
  }
  return [
    {
      message: 'changes the migration history; "supabase db pull" and "db diff" write such statements',
      todo: 'remove it, and run those commands with --schema public',
    },
  ];
};

/** What breaks code, loses data, or opens doors. */
export const safetyRules: readonly Rule[] = [
  { id: 'breaks-old-code', weight: 'warning', check: breaksOldCode },
  { id: 'destroys-data', weight: 'warning', check: destroysData },
  { id: 'fails-on-rows', weight: 'error', check: failsOnRows },
  { id: 'rls-missing', weight: 'error', check: rlsMissing },
  { id: 'bypasses-policies', weight: 'warning', check: bypassesPolicies },
  { id: 'rls-disabled', weight: 'error', check: rlsOff },
  { id: 'own-schema', weight: 'error', check: ownSchema },
  { id: 'unreadable-code', weight: 'warning', check: unreadable },
  { id: 'definer-search-path', weight: 'warning', check: definerPath },
];

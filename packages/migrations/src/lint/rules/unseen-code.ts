import { isBuiltIn } from '../../parse/built-in.ts';
import { canonical, child, children, listName, type Node, relationName } from '../../parse/parser.ts';
import { CALLS, calledBy } from '../../parse/runs.ts';
import type { Body } from '../../picture/known.ts';
import { isReadable } from '../../picture/routines.ts';
import type { Objection, Rule, RuleContext } from '../rule.ts';

/** Code that runs here and that none of the pending files shows: what it changes, nobody can judge beforehand. */
export const unseenCode: Rule = {
  id: 'unseen-code',
  weight: 'warning',
  check: ({ parsed }, context) => {
    if (parsed === undefined) return [];
    const { fields, type } = parsed;
    if (type === 'CreateTrigStmt') return ofTrigger(fields, context);
    if (!/^(Call|Select|CreateTableAs|Insert)Stmt$/.test(type) && type !== CALLS) return [];
    // What a row of values calls makes one of them.
    if (type === 'InsertStmt' && !isCopied(fields)) return [];
    const names = new Set(
      type === 'CallStmt' ? calledBy(parsed) : calledBy(parsed).filter((name) => mayWrite(name, context)),
    );
    return [...names].filter((name) => !isSeen(name, context)).map((name) => unseen(name, context));
  },
};

function unseen(name: string, { picture }: RuleContext): Objection {
  const plain = name.replace(/^public\./, '');
  return {
    ...(picture.complete ? {} : { weight: 'note' as const }),
    message: `${plain}: runs code that cannot be read here; what it changes is not checked`,
    todo: 'write out what it does, or allow it with the reason why it is safe',
  };
}

/** `insert into t select …`. */
function isCopied(fields: Node): boolean {
  const select = child(child(fields, 'selectStmt') ?? {}, 'SelectStmt');
  return select !== undefined && children(select, 'valuesLists').length === 0;
}

/** A trigger that runs what is there already for every row that is written from here on. */
function ofTrigger(fields: Node, context: RuleContext): Objection[] {
  const table = relationName(child(fields, 'relation'));
  const name = canonical(listName(children(fields, 'funcname')));
  const isAgain = context.file.droppedTriggers.has(`${canonical(table)} ${String(fields['trigname'])}`);
  if (context.picture.isMade(table) || isAgain || isSeen(name, context) || HARMLESS.test(name)) return [];
  return [
    {
      ...unseen(name, context),
      message: `${table}: trigger ${String(fields['trigname'])} now runs ${name.replace(/^public\./, '')} on writes, whose code cannot be read here`,
    },
  ];
}

/** Trigger functions of PostgreSQL and its extensions, which change a column or nothing. */
const HARMLESS =
  /\.(moddatetime|autoinc|insert_username|suppress_redundant_updates_trigger|tsvector_update_trigger(_column)?|lo_manage)$/;

/** A pending or an older file shows it, or the database does, and all of it can be read. */
function isSeen(name: string, { picture }: RuleContext): boolean {
  const routine = picture.routine(name);
  return routine !== undefined && isReadable(routine);
}

function isCompiled({ language }: Body): boolean {
  return language === 'c' || language === 'internal';
}

function ownName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Whether a function may do more than compute something. */
function mayWrite(name: string, { picture }: RuleContext): boolean {
  const routine = picture.routine(name);
  if (routine !== undefined) return routine.mayWrite && !(routine.bodies.every(isCompiled) && isBuiltIn(ownName(name)));
  // What the database does not have under this name is one of its own, or of an extension further down its path.
  if (picture.complete) return false;
  const [schema = '', own = ''] = name.split('.');
  if (/^(pg_catalog|information_schema|extensions)$/.test(schema)) return false;
  if (schema === 'auth') return !/^(uid|role|jwt|email)$/.test(own);
  return schema !== 'public' || !isBuiltIn(own);
}

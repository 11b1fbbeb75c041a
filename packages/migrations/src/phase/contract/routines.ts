import { routineCode } from '../../parse/code-block.ts';
import { madeBy } from '../../parse/made.ts';
import { canonical, child, children, listName, type Node, relationName, text } from '../../parse/parser.ts';
import { isBeforeRow, refuses } from '../../picture/routines.ts';
import type { Around } from './around.ts';

/** A trigger that may refuse, or swallow, what old code writes. */
export function addedTrigger(fields: Node, { file, picture }: Around): string[] {
  const table = relationName(child(fields, 'relation'));
  if (picture.isMade(table) || picture.relation(table)?.kind === 'view') return [];
  const name = text(fields, 'trigname');
  if (file.droppedTriggers.has(`${canonical(table)} ${name}`)) return [];
  const run = picture.routine(listName(children(fields, 'funcname')));
  const isBefore = isBeforeRow(fields);
  if (run === undefined || !run.bodies.some(({ code }) => refuses(code, isBefore))) return [];
  return [`adds trigger ${name} to table ${table}, which refuses rows that old code may write`];
}

/** A function of triggers that are there, which begins to refuse, or to swallow, what old code writes. */
export function replacedFunction(fields: Node, { file, picture }: Around): string[] {
  const name = listName(children(fields, 'funcname'));
  const old = picture.routine(name);
  if (fields['replace'] !== true || !isOfTriggers(fields)) return [];
  // What nobody knows of is there, as OR REPLACE says; but not in a file that makes triggers for it, or tables.
  if (old === undefined ? picture.complete || makesItsOwn(name, { file }) : old.isMade || !old.trigger) return [];
  const now = routineCode(fields);
  const isBefore = old?.isBefore ?? old !== undefined;
  if (!refuses(now, isBefore) || old?.bodies.some(({ code }) => refuses(code, isBefore)) === true) return [];
  return [`replaces function ${name}, so that its triggers refuse rows that old code may write`];
}

function isOfTriggers(fields: Node): boolean {
  return listName(children(child(fields, 'returnType') ?? {}, 'names').slice(-1)) === 'trigger';
}

function makesItsOwn(name: string, { file }: Pick<Around, 'file'>): boolean {
  return file.statements.some((each) => {
    const isTrigger =
      each?.type === 'CreateTrigStmt' && canonical(listName(children(each.fields, 'funcname'))) === canonical(name);
    return isTrigger || madeBy(each)?.kind === 'table';
  });
}

export function addedRule(fields: Node, { picture }: Around): string[] {
  const table = relationName(child(fields, 'relation'));
  if (picture.isMade(table) || fields['instead'] !== true || text(fields, 'rulename') === '_RETURN') return [];
  return [`adds rule ${text(fields, 'rulename')} to table ${table}, which changes what statements of old code do`];
}

/** A role that may not log in, or may do less. */
export function alteredRole(fields: Node): string[] {
  const role = text(child(fields, 'role'), 'rolename');
  const off = (name: string) =>
    children(fields, 'options').some((each) => {
      const option = child(each, 'DefElem') ?? {};
      return text(option, 'defname') === name && !JSON.stringify(option['arg'] ?? '').includes('true');
    });
  return [
    ...(off('canlogin') ? [`disables the login of role ${role}`] : []),
    ...(off('bypassrls') ? [`hides rows from role ${role}, which no longer bypasses policies`] : []),
    ...(off('superuser') ? [`revokes superuser from role ${role}`] : []),
  ];
}

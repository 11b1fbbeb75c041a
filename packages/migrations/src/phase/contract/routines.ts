import { routineCode } from '../../parse/code-block.ts';
import { canonical, child, children, listName, type Node, relationName, text } from '../../parse/parser.ts';
import type { Around } from './around.ts';

/** `raise` without a level that is no error. */
const RAISES = /\braise\s+(?!notice\b|warning\b|info\b|log\b|debug\b|;)/i;
const BEFORE = 2;

/** A trigger that may refuse, or swallow, what old code writes. */
export function addedTrigger(fields: Node, { file, picture }: Around): string[] {
  const table = relationName(child(fields, 'relation'));
  if (picture.isMade(table) || picture.relation(table)?.kind === 'view') return [];
  const name = text(fields, 'trigname');
  const replaces = file.droppedTriggers.has(`${canonical(table)} ${name}`);
  const made = file.made.get(canonical(listName(children(fields, 'funcname'))))?.at(-1);
  if (replaces || made?.by.type !== 'CreateFunctionStmt') return [];
  const code = routineCode(made.by.fields);
  const swallows =
    Number(fields['timing'] ?? 0) === BEFORE && fields['row'] === true && /\breturn\s+null\b/i.test(code);
  if (!RAISES.test(code) && !swallows) return [];
  return [`adds trigger ${name} to table ${table}, which refuses rows that old code may write`];
}

export function addedRule(fields: Node, { picture }: Around): string[] {
  const table = relationName(child(fields, 'relation'));
  if (picture.isMade(table) || fields['instead'] !== true || text(fields, 'rulename') === '_RETURN') return [];
  return [`adds rule ${text(fields, 'rulename')} to table ${table}, which does something else than old code asks for`];
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
    ...(off('canlogin') ? [`takes the login of role ${role}`] : []),
    ...(off('bypassrls') ? [`hides rows from role ${role}, which saw them past all policies`] : []),
    ...(off('superuser') ? [`takes the rights of superuser from role ${role}`] : []),
  ];
}

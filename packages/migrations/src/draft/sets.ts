import { child, children, has, type Parsed, text } from '../parse/parser.ts';
import type { Statement } from '../parse/statements.ts';
import { type Known, nameOf, shown, wasThere } from './relations.ts';

/** Statements that change what no catalog of a schema shows, by what they change. */
const UNSEEN: Readonly<Record<string, string>> = {
  SecLabelStmt: 'a security label',
  AlterSystemStmt: 'a setting of the server',
  AlterDatabaseStmt: 'the database itself',
  AlterDatabaseSetStmt: 'a setting of the database',
  CreateSubscriptionStmt: 'a subscription',
  AlterSubscriptionStmt: 'a subscription',
  DropSubscriptionStmt: 'a subscription',
  CreateUserMappingStmt: 'a user mapping',
  AlterUserMappingStmt: 'a user mapping',
  DropUserMappingStmt: 'a user mapping',
};

/** What a statement sets besides rows, and the schema before does not say. */
export function sets({ line, parsed }: Statement, known: Known): readonly string[] {
  if (parsed === undefined) return [];
  const what = UNSEEN[parsed.type];
  if (what !== undefined) return [`line ${line} changes ${what}: that stays changed`];
  const counted = restarted(parsed);
  return counted !== undefined && wasThere(nameOf(counted), known)
    ? [`line ${line} sets where the numbers of ${shown(nameOf(counted))} go on: how far they had come is not restored`]
    : [];
}

/** The sequence, or the table of the identity column, that begins anew. */
function restarted({ fields, type }: Parsed) {
  if (type === 'AlterSeqStmt') return has(fields, 'options', 'restart') ? child(fields, 'sequence') : undefined;
  if (type !== 'AlterTableStmt') return undefined;
  const isAnew = children(fields, 'cmds').some((each) => {
    const command = child(each, 'AlterTableCmd') ?? {};
    const options = child(child(command, 'def') ?? {}, 'List') ?? {};
    return text(command, 'subtype') === 'AT_SetIdentity' && has(options, 'items', 'restart');
  });
  return isAnew ? child(fields, 'relation') : undefined;
}

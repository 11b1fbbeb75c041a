import type { Migration } from '../files/migration.ts';
import type { Parse, Parsed } from '../parse/parser.ts';
import { text } from '../parse/parser.ts';
import { readStatements } from '../parse/statements.ts';
import type { Script } from '../sql/inspect.ts';
import type { Problem } from '../sql/problem.ts';

/** Of these there is one on a server, whichever database the statement runs in. */
const SERVER_WIDE =
  /^(CreateRole|AlterRole|AlterRoleSet|DropRole|GrantRole|Createdb|Dropdb|AlterDatabase|AlterDatabaseSet|AlterSystem|CreateTableSpace|DropTableSpace|AlterTableSpaceOptions|ReassignOwned|DropOwned)Stmt$/;
const SHARED_OBJECT = /^OBJECT_(DATABASE|ROLE|TABLESPACE|PARAMETER_ACL)$/;
const IN_CODE = /\b(alter|drop)\s+(role|user|group|database|system|tablespace)\b(?!\s+mapping\b)/i;
/** Behind a check whether it is there already, harmless where it is. */
const MAKES_ROLE = /\bcreate\s+(role|user|group)\b(?!\s+mapping\b)/i;

/**
 * Statements that change what a whole server has one of: run on a shadow beside the real database, they would change the
 * real thing, those of old migrations with what was true then.
 */
export function findServerWide(
  base: readonly Migration[],
  subjects: readonly Migration[],
  parse: Parse,
): readonly Problem[] {
  return [
    ...base.flatMap(({ up }) => inScript(up, parse, false)),
    ...subjects.flatMap(({ down, up }) =>
      [up, ...(down === undefined ? [] : [down])].flatMap((script) => inScript(script, parse, true)),
    ),
  ];
}

function inScript(script: Script, parse: Parse, makesRoles: boolean): Problem[] {
  return readStatements(script, parse).flatMap(({ line, nested, parsed, tag }) => {
    if (nested || parsed === undefined || !isServerWide(parsed, makesRoles)) return [];
    const message = `${tag} changes the whole server, so verify would change the real one; set shadow-database-url to an empty database on a server that may be changed`;
    return [{ file: script.source.name, line, message }];
  });
}

function isServerWide({ fields, type }: Parsed, makesRoles: boolean): boolean {
  if (type === 'DoStmt') {
    const code = JSON.stringify(fields);
    return IN_CODE.test(code) || (makesRoles && MAKES_ROLE.test(code));
  }
  return SERVER_WIDE.test(type) || SHARED_OBJECT.test(text(fields, 'objtype'));
}

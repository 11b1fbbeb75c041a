import { child, children, listName, opened, type Parsed, relationName, text } from '../../parse/parser.ts';
import type { Around } from './around.ts';
import { altered } from './columns.ts';
import { addedIndex } from './keys.ts';
import { dropped, moved, narrowedDomain, renamed } from './objects.ts';
import { readRevoked } from './rights.ts';
import { addedRule, addedTrigger, alteredRole } from './routines.ts';
import { addedPolicy, alteredPolicy } from './rows.ts';

/**
 * What counts as contract: why a statement breaks programs that were written for the schema before it. It drops, renames,
 * or narrows something they use. Empty for everything else.
 */
export function contractReasons({ type, fields }: Parsed, around: Around): string[] {
  const { picture } = around;
  switch (type) {
    case 'DropStmt':
      return dropped(fields, around);
    case 'RenameStmt':
      return renamed(fields, around);
    case 'AlterObjectSchemaStmt':
      return moved(fields, around);
    case 'AlterTableStmt': {
      const table = relationName(child(fields, 'relation'));
      if (picture.isMade(table) || (fields['missing_ok'] === true && picture.isAbsent(table))) return [];
      return children(fields, 'cmds').flatMap((cmd) => altered(opened(cmd).fields, table, around));
    }
    case 'IndexStmt':
      return addedIndex(fields, around);
    case 'CreateTrigStmt':
      return addedTrigger(fields, around);
    case 'RuleStmt':
      return addedRule(fields, around);
    case 'CreatePolicyStmt':
      return addedPolicy(fields, around);
    case 'AlterPolicyStmt':
      return alteredPolicy(fields, around);
    case 'AlterRoleStmt':
      return alteredRole(fields);
    case 'AlterEnumStmt':
      return text(fields, 'oldVal') === '' ? [] : [`renames a value of enum ${listName(children(fields, 'typeName'))}`];
    case 'AlterDomainStmt':
      return narrowedDomain(fields);
    case 'TruncateStmt': {
      const tables = children(fields, 'relations').map((relation) => relationName(child(relation, 'RangeVar')));
      return tables.filter((table) => !picture.isMade(table)).map((table) => `empties table ${table}`);
    }
    case 'DropOwnedStmt':
      return ['drops everything a role owns'];
    case 'DropdbStmt':
      return ['drops a database'];
    case 'DropRoleStmt':
      return children(fields, 'roles').map((role) => `drops role ${text(child(role, 'RoleSpec'), 'rolename')}`);
    case 'GrantStmt':
    case 'GrantRoleStmt':
      return readRevoked({ type, fields }, around);
    case 'AlterPublicationStmt':
      return /^AP_(Drop|Set)Objects$/.test(text(fields, 'action'))
        ? [`takes tables out of publication ${text(fields, 'pubname')}`]
        : [];
    default:
      return [];
  }
}

import { callsIn } from '../../parse/calls.ts';
import { child, children, listName, opened, type Parsed, relationName, text } from '../../parse/parser.ts';
import { CALLS } from '../../parse/runs.ts';
import type { Around } from './around.ts';
import { changedCatalog } from './catalog.ts';
import { altered } from './columns.ts';
import { emptied } from './emptied.ts';
import { addedIndex } from './keys.ts';
import { isMovedBack, isMovedHere, isUndone } from './net.ts';
import { dropped, moved, narrowedDomain, renamed } from './objects.ts';
import { narrowedPublication } from './publications.ts';
import { readRevoked } from './rights.ts';
import { addedRule, addedTrigger, alteredRole, replacedFunction } from './routines.ts';
import { addedPolicy, alteredPolicy } from './rows.ts';
import { replacedView } from './views.ts';

/**
 * What counts as contract: why a statement breaks programs that were written for the schema before it. It drops, renames,
 * or narrows something they use. Empty for everything else.
 */
export function contractReasons(statement: Parsed, around: Around): string[] {
  const { fields, type } = statement;
  const { picture } = around;
  if (isMovedBack(statement, around) || isMovedHere(statement, around)) return [];
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
      return children(fields, 'cmds')
        .map((each) => opened(each).fields)
        .flatMap((cmd) => (isUndone(cmd, table, around) ? [] : altered(cmd, table, around)));
    }
    case 'IndexStmt':
      return addedIndex(fields, around);
    case 'CreateFunctionStmt':
      return replacedFunction(fields, around);
    case 'ViewStmt':
      return replacedView(fields, around);
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
    case 'TruncateStmt':
      return emptied(statement, picture).map((table) => `empties table ${table}`);
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
      return narrowedPublication(fields, around);
    case 'InsertStmt':
    case 'UpdateStmt':
    case 'MergeStmt':
      return changedCatalog(statement, around);
    case 'DeleteStmt':
      return [
        ...changedCatalog(statement, around),
        ...emptied(statement, picture).map((table) => `empties table ${table}`),
      ];
    case 'SelectStmt':
    case 'CallStmt':
    case CALLS:
      return callsIn(fields).includes('lo_unlink') ? ['deletes large objects'] : [];
    default:
      return [];
  }
}

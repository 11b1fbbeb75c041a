import {
  canonical,
  child,
  children,
  listName,
  type Node,
  opened,
  type Parsed,
  relationName,
  text,
} from '../../parse/parser.ts';
import type { Around } from './around.ts';

/** What no program needs that only reads and writes. */
const FOR_MAKERS = new Set(['create', 'temp', 'temporary', 'references', 'trigger', 'maintain']);

/** What a REVOKE takes from whom: who was written for it gets 42501. Empty for a GRANT, and for what the file makes. */
export function readRevoked({ fields, type }: Parsed, around: Around): string[] {
  if (fields['is_grant'] === true || fields['grant_option'] === true) return [];
  if (type === 'GrantRoleStmt') {
    const roles = children(fields, 'granted_roles').map((each) => text(child(each, 'AccessPriv'), 'priv_name'));
    return optionOnly(fields) ? [] : [`revokes role ${roles.join(', ')} from ${grantees(fields, 'grantee_roles')}`];
  }
  const rights = children(fields, 'privileges').map((each) => text(child(each, 'AccessPriv'), 'priv_name'));
  if (rights.length > 0 && rights.every((right) => FOR_MAKERS.has(right))) return [];
  const kind = text(fields, 'objtype').replace('OBJECT_', '').toLowerCase().replaceAll('_', ' ');
  const inSchema = text(fields, 'targtype') === 'ACL_TARGET_ALL_IN_SCHEMA';
  const names = children(fields, 'objects')
    .map(nameOf)
    .filter((name) => inSchema || !isMade(name, around))
    // A trigger runs its function whatever rights anybody has.
    .filter((name) => !/^(function|routine)$/.test(kind) || around.picture.routine(name)?.trigger !== true);
  if (names.length === 0) return [];
  const what = inSchema ? `every ${kind} in schema ${names.join(', ')}` : `${kind} ${names.join(', ')}`;
  return [`revokes ${rights.join(', ') || 'all rights'} on ${what} from ${grantees(fields, 'grantees')}`];
}

/** `revoke admin option for …`. */
function optionOnly(fields: Node): boolean {
  return children(fields, 'opt').length > 0;
}

function nameOf(object: Node): string {
  const { fields, type } = opened(object);
  if (type === 'RangeVar') return relationName(fields);
  if (type === 'String') return text(fields, 'sval');
  if (type === 'List') return listName(children(fields, 'items'));
  return type === 'ObjectWithArgs' ? listName(children(fields, 'objname')) : listName(children(fields, 'names'));
}

function isMade(name: string, { file, nth, picture }: Around): boolean {
  const made = file.made.get(canonical(name)) ?? [];
  return picture.isMade(name) || made.some((each) => each.nth < nth);
}

function grantees(fields: Node, list: string): string {
  return children(fields, list)
    .map((each) => text(child(each, 'RoleSpec'), 'rolename') || 'public')
    .join(', ');
}

import { child, children, relationName, text } from '../../parse/parser.ts';
import { securesRows } from '../../phase/contract/around.ts';
import { objectName } from '../../phase/contract/names.ts';
import type { Rule } from '../rule.ts';

/** Everybody, signed in or not. */
const ANYBODY = new Set(['public', 'anon', 'authenticated']);
const WRITES = new Set(['insert', 'update', 'delete', 'truncate', 'references', 'trigger']);

/** Rights to write that everybody gets. Policies still hold where a table has them. */
export const opensRights: Rule = {
  id: 'opens-rights',
  weight: 'warning',
  check: ({ parsed }, { file, picture }) => {
    if (parsed?.type !== 'GrantStmt' || parsed.fields['is_grant'] !== true) return [];
    const { fields } = parsed;
    if (!/^OBJECT_(TABLE|SEQUENCE|SCHEMA)$/.test(text(fields, 'objtype'))) return [];
    const to = children(fields, 'grantees').map((each) => text(child(each, 'RoleSpec'), 'rolename') || 'public');
    const open = to.filter((role) => ANYBODY.has(role));
    const rights = children(fields, 'privileges').map((each) => text(child(each, 'AccessPriv'), 'priv_name'));
    const isSchema = text(fields, 'objtype') === 'OBJECT_SCHEMA';
    const writes = rights.length === 0 || rights.some((right) => (isSchema ? right === 'create' : WRITES.has(right)));
    if (open.length === 0 || !writes || text(fields, 'objtype') === 'OBJECT_SEQUENCE') return [];
    const isWhole = text(fields, 'targtype') === 'ACL_TARGET_ALL_IN_SCHEMA';
    const guarded = (table: string) => picture.relation(table)?.rowSecurity === true || securesRows(file, table);
    return children(fields, 'objects').map((object) => {
      const name = relationName(child(object, 'RangeVar')) || objectName(object);
      const what = isWhole ? `every table in schema ${name}` : name;
      const isGuarded = !isWhole && !isSchema && guarded(name);
      return {
        ...(isGuarded ? { weight: 'note' as const } : {}),
        message: `${what}: ${open.join(', ')} (that is, everyone) may ${isSchema ? 'create objects in it' : 'write to it'}${isGuarded ? '; only its policies restrict that' : ''}`,
        todo: 'grant only what is needed, to the role that needs it',
      };
    });
  },
};

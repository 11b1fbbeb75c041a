import type { Rights, RoleFacts, Table } from '../catalog/types.ts';

export type Verb = 'read' | 'change' | 'delete' | 'plant' | 'move';

const COMMAND = { read: 'r', change: 'w', delete: 'd', plant: 'a', move: 'w' } as const;

/** Why no row of a table can be reached by a role, from the catalog alone; undefined where it takes a try. */
export function closedBy(table: Table, role: RoleFacts, rights: Rights | undefined, verb: Verb): string | undefined {
  if (rights === undefined) return `the role may not use the schema ${table.schema}`;
  if (!hasRight(rights, verb)) return 'the role has no such privilege on the table';
  if (!isGuarded(table, role)) return undefined;
  if (policiesFor(table, role, verb).some(({ permissive }) => permissive)) return undefined;
  return 'row-level security is on and no policy applies to the role';
}

function hasRight(rights: Rights, verb: Verb): boolean {
  if (verb === 'read') return rights.selectColumns.length > 0;
  if (verb === 'plant') return rights.insertColumns.length > 0;
  return verb === 'delete' ? rights.delete : rights.updateColumns.length > 0;
}

/** Whether row-level security holds for a role. */
export function isGuarded(table: Table, role: RoleFacts): boolean {
  if (!table.rls || role.superuser || role.bypassRls) return false;
  return table.force || !role.memberOf.includes(table.owner);
}

export function policiesFor(table: Table, role: RoleFacts, verb: Verb): Table['policies'] {
  return table.policies.filter(
    ({ command, roles }) =>
      (command === '*' || command === COMMAND[verb]) &&
      roles.some((name) => name === 'public' || role.memberOf.includes(name)),
  );
}

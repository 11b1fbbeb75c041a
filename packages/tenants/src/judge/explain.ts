import type { RoleFacts, Table } from '../catalog/types.ts';
import type { Intent } from '../intent.ts';
import { policiesFor, type Verb } from '../probe/closed.ts';
import type { Kinship } from '../seed/kinship.ts';

/** Why rows could be reached: what of the database let it happen. */
export function whyOpen(table: Table, role: RoleFacts, verb: Verb): string {
  if (role.superuser || role.bypassRls) return `row-level security does not hold for the role ${role.name}`;
  if (!table.rls) return 'row-level security is off';
  if (!table.force && role.memberOf.includes(table.owner))
    return `the role ${role.name} owns the table, and row-level security is not forced on owners`;
  const permissive = policiesFor(table, role, verb).filter((policy) => policy.permissive);
  const names = permissive.map(({ check, name, using }) => {
    const isCheck = verb === 'plant' || verb === 'move';
    const text = (isCheck ? (check ?? using) : using) ?? 'true';
    return `"${name}" ${isCheck ? 'with check' : 'using'} ${text}`;
  });
  return `permissive ${names.length === 1 ? 'policy' : 'policies'}: ${names.join('; ')}`;
}

/** The policies that a leak could have come through, by name. */
export function suspects(table: Table, role: RoleFacts, verb: Verb): readonly string[] {
  return table.rls
    ? policiesFor(table, role, verb)
        .filter(({ permissive }) => permissive)
        .map(({ name }) => name)
    : [];
}

export interface Suggesting {
  readonly intent: Intent;
  readonly kinship: Kinship;
  readonly tables: readonly Table[];
}

const COMMANDS: Readonly<Record<Verb, string>> = {
  read: 'select',
  change: 'update',
  move: 'update',
  delete: 'delete',
  plant: 'insert',
};

/** A policy that would keep the tenants apart; '' where the intent does not say how a user belongs. */
export function suggested(table: Table, role: string, verb: Verb, suggesting: Suggesting): string {
  const condition = conditionOf(table, suggesting, 0);
  if (condition === undefined) return '';
  const command = COMMANDS[verb];
  const clauses = [
    ...(command === 'insert' ? [] : [`using (${condition})`]),
    ...(command === 'insert' || command === 'update' ? [`with check (${condition})`] : []),
  ];
  return `create policy tenant_${command} on ${table.sql} for ${command} to ${role} ${clauses.join(' ')};`;
}

function conditionOf(table: Table, suggesting: Suggesting, depth: number): string | undefined {
  const { intent, kinship, tables } = suggesting;
  const { membership } = intent;
  const me = '(select auth.uid())';
  if (intent.userTable !== 'auth.users') return undefined;
  if (intent.tenantTable === intent.userTable) {
    const [column] = kinship.userColumns(table);
    if (column !== undefined) return `${column} = ${me}`;
  } else if (membership !== undefined) {
    const belongs = (column: string) =>
      `${column} in (select m.${membership.tenantColumn} from ${membership.table} m where m.${membership.userColumn} = ${me})`;
    if (table.label === membership.table) return `${membership.userColumn} = ${me}`;
    if (table.label === intent.tenantTable && table.primaryKey[0] !== undefined) return belongs(table.primaryKey[0]);
    const [column] = kinship.tenantColumns(table);
    if (column !== undefined) return belongs(column);
  }
  if (depth > 3) return undefined;
  for (const { columns, target, targetColumns } of table.foreignKeys) {
    const parent = tables.find(({ oid }) => oid === target);
    if (parent === undefined || parent === table || !kinship.isOfTenant(parent) || parent.label === intent.userTable)
      continue;
    const inner = conditionOf(parent, suggesting, depth + 1);
    if (inner === undefined) continue;
    return `${columns[0]} in (select p${depth}.${targetColumns[0]} from ${parent.sql} p${depth} where p${depth}.${inner})`;
  }
  return undefined;
}

import { markdownTable } from '@lockstep/base';
import type { Access, ObjectAccess, PolicyText, RoleAccess } from './access.ts';

/** With which key of Supabase somebody gets a role. */
const KEYS: Readonly<Record<string, string>> = {
  anon: 'the publishable key (anon), without a user',
  authenticated: 'the publishable key, with the token of a user',
  service_role: 'the secret key (service_role)',
};

/**
 * The review as a document that is committed: one line for each role, each role on each object, each policy and each
 * function, so that a changed right is a changed line. The same schema gives the same text.
 */
export function accessDocument({ functions, objects, roles }: Access): string {
  const bypassing = new Set(roles.filter(({ bypassRls, superuser }) => bypassRls || superuser).map(({ name }) => name));
  return `${[
    '# Who may do what in the database',
    'Written by Lockstep (`tenant-audit` with `command: review`). A change of it is a change of rights: read it as one.',
    '## Roles and keys',
    table(['Role', 'Reached with', 'Attributes'], roles.map(roleRow)),
    '## Tables, views and sequences',
    table(
      ['Object', 'Role', 'May', 'Which rows'],
      objects.flatMap((object) => objectRows(object, bypassing)),
    ),
    '## Policies',
    table(['Table', 'Policy', 'For', 'Roles', 'Condition'], objects.flatMap(policyRows)),
    '## Functions',
    table(
      ['Function', 'Runs with the rights of', 'Who may call it'],
      functions.map(({ callers, definer, label }) => [
        label,
        definer ? 'its owner' : 'its caller',
        callers.map(everyone).toSorted().join(', ') || 'its owner alone',
      ]),
    ),
  ].join('\n\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0
    ? 'None.'
    : markdownTable(
        head,
        rows.map((row) => row.map(cell)),
      );
}

/** Text of the database in a cell: code, in which nothing is formatted or linked. */
function cell(text: string, nth: number): string {
  const plain = text.replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('`', "'");
  return nth === 0 ? `\`${plain}\`` : plain.replace(/[<>@]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function roleRow({ bypassRls, login, memberOf, name, superuser }: RoleAccess): readonly string[] {
  const attributes = [
    ...(superuser ? ['superuser'] : []),
    ...(bypassRls ? ['no policy holds for it'] : []),
    ...(memberOf.length > 0 ? [`has the rights of ${memberOf.join(', ')}`] : []),
  ];
  return [name, KEYS[name] ?? (login ? 'a login' : 'another role'), attributes.join('; ') || 'none'];
}

function objectRows(object: ObjectAccess, bypassing: ReadonlySet<string>): (readonly string[])[] {
  const roles = [...new Set(object.grants.map(({ role }) => role))];
  const by = (role: string) => object.grants.filter((grant) => grant.role === role);
  return roles.map((role) => [
    object.label,
    everyone(role),
    by(role)
      .map(
        ({ columns, grantable, right }) =>
          `${right}${columns.length > 0 ? ` (${columns.join(', ')})` : ''}${grantable ? ', and give it away' : ''}`,
      )
      .join(', '),
    rowsOf(object, role, bypassing),
  ]);
}

function rowsOf({ invoker, kind, policies, rls }: ObjectAccess, role: string, bypassing: ReadonlySet<string>): string {
  if (kind === 'sequence') return '';
  if (kind === 'view') return invoker ? 'those that its caller may see' : 'all that its owner may see';
  if (kind !== 'table') return `all: a ${kind} has no policies`;
  if (!rls) return 'all: row-level security is off';
  if (bypassing.has(role)) return 'all: no policy holds for the role';
  const own = policies.filter(
    ({ permissive, roles }) => permissive && (roles.includes(role) || roles.includes('public')),
  );
  return own.length === 0 ? 'none: no policy is for the role' : `by ${own.map(({ name }) => name).join(', ')}`;
}

function policyRows({ label, policies, rls }: ObjectAccess): (readonly string[])[] {
  return policies.map((policy) => [
    label,
    policy.name,
    `${policy.command}${policy.permissive ? '' : ', restrictive'}${rls ? '' : ', not in force'}`,
    policy.roles.map(everyone).join(', '),
    conditionOf(policy),
  ]);
}

function conditionOf({ check, using }: PolicyText): string {
  return [using === null ? '' : `using ${using}`, check === null ? '' : `with check ${check}`]
    .filter(Boolean)
    .join(' ');
}

function everyone(role: string): string {
  return role === 'public' ? 'everyone' : role;
}

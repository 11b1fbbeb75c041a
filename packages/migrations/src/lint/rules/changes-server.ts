import { callsIn } from '../../parse/calls.ts';
import { child, children, type Node, type Parsed, text } from '../../parse/parser.ts';
import { CALLS } from '../../parse/runs.ts';
import type { Rule } from '../rule.ts';

/** Settings and roles that other databases, or every session of an app, have too. */
export const changesServer: Rule = {
  id: 'changes-server',
  weight: 'warning',
  check: ({ parsed }) => {
    const what = parsed === undefined ? undefined : changed(parsed);
    if (what === undefined) return [];
    return [
      {
        message: `${what}; rolling back the migration's tables does not reverse it, and it can affect other databases of the server`,
        todo: 'do it once, by hand or in the setup of the server',
      },
    ];
  },
};

function changed({ fields, type }: Parsed): string | undefined {
  switch (type) {
    case 'AlterSystemStmt':
      return 'changes a setting of the whole server';
    case 'AlterDatabaseStmt':
    case 'AlterDatabaseSetStmt':
      return `changes settings of database ${text(fields, 'dbname')}, for every session from now on`;
    case 'AlterRoleSetStmt':
      return `changes settings of ${role(fields) || 'every role'}, for every session from now on`;
    case 'AlterRoleStmt':
      return `changes role ${role(fields)}`;
    case 'CreateRoleStmt':
      return may(fields) ? `creates role ${text(fields, 'role')}, which bypasses ordinary rights` : undefined;
    case 'GrantRoleStmt':
      return fields['is_grant'] === true &&
        /"(pg_\w+|postgres|supabase_admin|service_role)"/.test(JSON.stringify(fields['granted_roles']))
        ? 'grants a role that has nearly all rights'
        : undefined;
    case 'CreateEventTrigStmt':
      return `creates event trigger ${text(fields, 'trigname')}, which runs for every schema change`;
    case 'AlterEventTrigStmt':
      return `changes event trigger ${text(fields, 'trigname')}`;
    case 'CreateTableSpaceStmt':
    case 'DropTableSpaceStmt':
      return 'changes the tablespaces of the whole server';
    case 'CreatedbStmt':
      return `creates database ${text(fields, 'dbname')}`;
    case 'CreateSubscriptionStmt':
    case 'AlterSubscriptionStmt':
    case 'DropSubscriptionStmt':
      return `changes what this database replicates (subscription ${text(fields, 'subname')})`;
    case 'SelectStmt':
    case CALLS:
      return called(fields);
    default:
      return undefined;
  }
}

/** PostgreSQL's functions for those who run a server (documentation, System Administration Functions). */
const OF_SERVERS: readonly (readonly [RegExp, string])[] = [
  [/^pg_(terminate|cancel)_backend$/, 'ends statements or sessions of other users'],
  [
    /^pg_(reload_conf|rotate_logfile|switch_wal|promote|wal_replay_pause|wal_replay_resume|backup_start|backup_stop)$/,
    'changes how the server runs',
  ],
  [
    /^pg_(drop_replication_slot|create_(logical|physical)_replication_slot|copy_(logical|physical)_replication_slot|replication_slot_advance|replication_origin_\w+)$/,
    'changes what other servers replicate from this one',
  ],
  [/^pg_stat_(reset\w*|statements_reset)$/, 'resets statistics of the server'],
];

function called(fields: Node): string | undefined {
  const calls = callsIn(fields);
  return calls.flatMap((name) =>
    OF_SERVERS.flatMap(([pattern, what]) => (pattern.test(name) ? [`${what} (${name})`] : [])),
  )[0];
}

function role(fields: Node): string {
  return text(child(fields, 'role'), 'rolename');
}

/** SUPERUSER, BYPASSRLS, CREATEROLE or REPLICATION. */
function may(fields: Node): boolean {
  return children(fields, 'options').some((each) => {
    const option = child(each, 'DefElem') ?? {};
    const isOn = JSON.stringify(option['arg'] ?? '').includes('true');
    return isOn && /^(superuser|bypassrls|createrole|isreplication)$/.test(text(option, 'defname'));
  });
}

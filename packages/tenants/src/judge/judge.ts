import type { Check, NotVerified } from '@lockstep/base';
import type { Audited, FunctionFinding, ViewFinding } from '../findings.ts';
import type { Intent } from '../intent.ts';
import type { Cell } from '../probe/probe-table.ts';
import { type Suggesting, suggested, suspects, whyOpen } from './explain.ts';
import { extraCheck } from './extra-check.ts';
import { placeOf, type SqlFile } from './places.ts';
import { LEAKS, MEASURED, TITLES, UNKNOWN_REMEDY } from './words.ts';

export interface Judging {
  readonly intent: Intent;
  /** The migrations, to say where a policy was made; none where they are not at hand. */
  readonly files: readonly SqlFile[];
}

export interface Judged {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

/** What an audit found, as a list of checks. */
export function judgeAudit(audited: Audited, { files, intent }: Judging): Judged {
  const suggesting: Suggesting = { intent, kinship: audited.kinship, tables: audited.tables };
  const facts: Facts = { audited, suggesting, files };
  return {
    checks: [
      ...audited.cells.map((cell) => cellCheck(cell, facts)),
      ...audited.within.map((cell) => withinCheck(cell, facts)),
      ...audited.views.map((finding) => viewCheck(finding, files)),
      ...audited.functions.filter(({ kind }) => kind !== 'not-called').map((finding) => functionCheck(finding, files)),
      ...auditTableChecks(facts),
      ...audited.extras.map((extra) => extraCheck(extra, files)),
      ...audited.bypass.map(bypassCheck),
    ],
    notVerified: notVerified(audited),
  };
}

interface Facts {
  readonly audited: Audited;
  readonly suggesting: Suggesting;
  readonly files: readonly SqlFile[];
}

function cellCheck(cell: Cell, facts: Facts): Check {
  const { actor, bucket, evidence, kind, table, verb } = cell;
  const base = {
    id: `tenant/${verb}`,
    title: TITLES[verb],
    what: `${table.label}${bucket === undefined ? '' : ` in ${bucket}`} as ${actor}`,
    expected: facts.audited.ofNoTenant.includes(table.label)
      ? 'no access: the table is not public'
      : "no access to the other tenant's rows",
  };
  if (kind === 'leak') return leakCheck(cell, base, facts);
  if (kind === 'apart' || kind === 'closed' || kind === 'refused')
    return {
      ...base,
      verdict: 'pass',
      reason: kind,
      measured: kind === 'closed' ? evidence : MEASURED[kind],
      remedy: '',
    };
  const words = evidence === '' ? '' : ` (${evidence})`;
  return {
    ...base,
    verdict: 'unknown',
    reason: kind,
    measured: `${MEASURED[kind]}${words}`,
    remedy: UNKNOWN_REMEDY[kind],
  };
}

type Base = Pick<Check, 'id' | 'title' | 'what' | 'expected'>;

function leakCheck({ evidence, role, table, verb }: Cell, base: Base, { audited, files, suggesting }: Facts): Check {
  const facts = audited.roles.find(({ name }) => name === role);
  const why = facts === undefined ? '' : `; ${whyOpen(table, facts, verb)}`;
  const [policy] = facts === undefined ? [] : suspects(table, facts, verb);
  const where =
    (policy === undefined ? undefined : placeOf(files, { kind: 'policy', name: policy, table: table.label })) ??
    placeOf(files, { kind: 'table', name: table.label });
  const isOfNoTenant = audited.ofNoTenant.includes(table.label);
  const policySql = isOfNoTenant ? '' : suggested(table, role, verb, suggesting);
  const enable = table.rls ? '' : `alter table ${table.sql} enable row level security; `;
  const remedy = isOfNoTenant
    ? 'If everyone may read the table on purpose, name it in `public-objects`; no one may change it through this role. Otherwise enable row-level security, or revoke the privileges.'
    : `Replace it, for example: ${enable}${policySql || 'with a policy that compares the tenant of the row with that of the user.'}`;
  return {
    ...base,
    verdict: 'fail',
    reason: isOfNoTenant ? 'not-declared-public' : 'leak',
    ...(where === undefined ? {} : { where }),
    measured: `${isOfNoTenant ? 'a row that belongs to no tenant was reached' : LEAKS[verb]} by: ${evidence}${why}`,
    remedy,
  };
}

function withinCheck(cell: Cell, facts: Facts): Check {
  const check = cellCheck(cell, facts);
  return {
    ...check,
    id: `own-rows/${cell.verb}`,
    title: `${check.title.replace('another tenant', 'another user of the same tenant')}`,
    measured: check.measured
      .replace("another tenant's", "another user's")
      .replace('the other tenant', 'the other user')
      .replace('into another tenant', 'in the name of another user'),
    expected: 'access to rows of its own only',
    remedy: check.verdict === 'fail' ? 'Restrict the policies of this table to rows of the user.' : check.remedy,
  };
}

function viewCheck({ actor, evidence, kind, verb, view }: ViewFinding, files: readonly SqlFile[]): Check {
  const where = placeOf(files, { kind: 'view', name: view.label });
  const base = {
    id: `view/${verb}`,
    title: `No view ${verb === 'read' ? 'shows' : 'changes'} rows of another tenant`,
    what: `${view.label} as ${actor}`,
    expected: 'the same rows whether another tenant exists or not',
  };
  if (kind === 'apart') return { ...base, verdict: 'pass', reason: 'apart', measured: evidence, remedy: '' };
  if (kind === 'failed')
    return {
      ...base,
      verdict: 'unknown',
      reason: 'view-not-readable',
      measured: evidence,
      remedy: 'Correct the view, or revoke the privilege on it.',
    };
  const remedy = view.materialized
    ? 'Row-level security does not hold for materialized views: revoke select on it, and offer a function or view that filters by tenant.'
    : `alter view ${view.sql} set (security_invoker = true); or name it in \`public-objects\` if everyone may see it.`;
  const seen = verb === 'read' ? "another tenant's rows show in" : "another tenant's row was changed by";
  return {
    ...base,
    verdict: 'fail',
    reason: 'leak',
    ...(where === undefined ? {} : { where }),
    measured: `${seen}: ${evidence}`,
    remedy,
  };
}

function functionCheck({ actor, evidence, kind, routine }: FunctionFinding, files: readonly SqlFile[]): Check {
  const where = placeOf(files, { kind: 'function', name: routine.label });
  const base = {
    id: 'function/call',
    title: 'No function returns rows of another tenant',
    what: `${routine.label}(${routine.types.join(', ')}) as ${actor}`,
    expected: 'the same answer whether another tenant exists or not',
  };
  if (kind === 'apart') return { ...base, verdict: 'pass', reason: 'apart', measured: '', remedy: '' };
  if (kind === 'leak') {
    const rights = routine.definer ? 'it runs with the rights of its owner' : 'it runs with the rights of its caller';
    return {
      ...base,
      verdict: 'fail',
      reason: 'leak',
      ...(where === undefined ? {} : { where }),
      measured: `the answer depends on another tenant's rows: ${evidence}; ${rights}`,
      remedy:
        'Filter by the tenant of the user in the function, make it `security invoker`, revoke execute on it, or name it in `public-objects` if everyone may know.',
    };
  }
  const reason = kind === 'not-callable-here' ? 'no-arguments' : 'call-failed';
  return {
    ...base,
    verdict: 'unknown',
    reason,
    measured: evidence,
    remedy: 'Revoke execute on the function if this role does not need it, or accept the check with a reason.',
  };
}

function auditTableChecks({ audited, files }: Facts): readonly Check[] {
  return audited.auditTables.map(({ actor, evidence, kind, table }) => {
    const where = kind === 'leak' ? placeOf(files, { kind: 'table', name: table.label }) : undefined;
    return {
      id: 'audit-table/unchangeable',
      title: 'No one changes or deletes rows of an audit table',
      verdict: kind === 'leak' ? 'fail' : 'pass',
      reason: kind === 'leak' ? 'changeable' : 'unchangeable',
      what: `${table.label} as ${actor}`,
      ...(where === undefined ? {} : { where }),
      measured: evidence,
      expected: 'update, delete and truncate are refused',
      remedy:
        kind === 'leak'
          ? `revoke update, delete, truncate on ${table.sql} from the role, and give it no policy for them.`
          : '',
    };
  });
}

function bypassCheck({ role, why }: Audited['bypass'][number]): Check {
  return {
    id: 'role/bypass',
    title: 'Row-level security holds for every role that users get',
    verdict: 'fail',
    reason: 'bypasses-row-security',
    what: role,
    measured: why,
    expected: 'neither SUPERUSER nor BYPASSRLS',
    remedy: `alter role ${role} nosuperuser nobypassrls;`,
  };
}

function notVerified({ functions, messagePolicies, notSeeded }: Audited): readonly NotVerified[] {
  const once = new Map<string, NotVerified>();
  for (const { actor, kind, routine } of functions) {
    if (kind !== 'not-called') continue;
    once.set(`${routine.oid} ${actor}`, {
      id: 'function/call',
      what: `${routine.label}(${routine.types.join(', ')}) as ${actor}`,
      because: 'it is volatile and may do more than its caller; it is called only where the caller declared it',
      remedy:
        'Declare it `stable` if it only reads, name it in `callable` if a rollback undoes all it does, or revoke execute on it.',
      chosen: false,
    });
  }
  return [
    ...once.values(),
    ...(messagePolicies
      ? [
          {
            id: 'channel/listen',
            what: 'realtime.messages',
            because: 'there are policies for private channels, and `channels` names no topic',
            remedy: 'Name the topics of private channels in `channels`, with {tenant} or {user}.',
            chosen: false,
          },
        ]
      : []),
    ...notSeeded.map(({ table, why }) => ({
      id: 'tenant/seed',
      what: table.label,
      because: `no row could be inserted: ${why}`,
      remedy: 'Give the table SQL that inserts a row in `fixtures`.',
      chosen: false,
    })),
  ];
}

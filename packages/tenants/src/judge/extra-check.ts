import type { Check } from '@lockstep/base';
import type { Extra, ExtraId } from '../extras/finding.ts';
import { placeOf, type SqlFile } from './places.ts';

interface Words {
  readonly title: string;
  readonly expected: string;
  /** Before the statement that showed it. */
  readonly measured: string;
  readonly remedy: string;
  /** Why it passes and is told all the same. */
  readonly told?: string;
}

const VIEW_REMEDY =
  'Create the view with (security_invoker = true), or with check option and a condition on the tenant of the user, or revoke the privilege on it.';

const WORDS: Readonly<Record<ExtraId, Words>> = {
  'view/plant': {
    title: 'No view inserts rows into another tenant',
    expected: 'rows of the own tenant only',
    measured: 'a row was inserted into another tenant by',
    remedy: VIEW_REMEDY,
  },
  'view/move': {
    title: 'No view moves a row into another tenant',
    expected: 'rows stay in their tenant',
    measured: 'an own row was moved into another tenant by',
    remedy: VIEW_REMEDY,
  },
  'realtime/changes': {
    title: 'Realtime sends no change of a row of another tenant',
    expected: 'changes of rows of the own tenant only',
    measured: "the publication supabase_realtime has the table, and another tenant's changes are sent",
    remedy:
      'Enable row-level security on the table with a policy for select by tenant, or remove the table from the publication: `alter publication supabase_realtime drop table …`.',
  },
  'realtime/deletes': {
    title: 'Realtime sends no key that says whose a deleted row was',
    expected: 'a key that says nothing of its tenant, user or content',
    measured: 'policies do not hold for deletes in the publication supabase_realtime',
    remedy:
      'Give the table a primary key without meaning, such as a uuid, or remove the table from the publication: `alter publication supabase_realtime drop table …`.',
  },
  'oracle/unique': {
    title: 'No error says that a value exists in another tenant',
    expected: 'unique within a tenant',
    measured: 'the error of a unique constraint says that the value exists',
    remedy: 'Add the tenant to the unique constraint, unless the value must be unique among all tenants.',
    told: 'betrays-existence',
  },
  'sequence/shared': {
    title: 'No sequence says how many rows other tenants have',
    expected: 'no privilege on the sequence',
    measured: 'the sequence counts the rows of all tenants',
    remedy: 'Revoke all on the sequence from the role: identity columns need no privilege. Or use a uuid.',
    told: 'betrays-number',
  },
  'tenant/side-effect': {
    title: 'No trigger touches rows of another tenant',
    expected: "the other tenant's rows as they were",
    measured: "another tenant's rows were changed, deleted or added by a trigger behind",
    remedy: 'Restrict the statements of the trigger function to the tenant of the row that fired it.',
  },
  'tenant/cascade': {
    title: 'No delete cascades to rows of another tenant',
    expected: 'a row that other tenants refer to cannot be deleted by one of them',
    measured: "another tenant's row was deleted, or lost what it refers to, by",
    remedy: 'Declare the foreign key `on delete restrict`, or let no tenant delete what others may refer to.',
  },
  'channel/listen': {
    title: 'No one listens on a private channel of another tenant',
    expected: 'topics of the own tenant only',
    measured: 'messages of the channel can be received',
    remedy: 'Compare realtime.topic() with the tenant of the user in the policy for select on realtime.messages.',
  },
  'channel/send': {
    title: 'No one sends on a private channel of another tenant',
    expected: 'topics of the own tenant only',
    measured: 'messages can be sent on the channel',
    remedy: 'Compare realtime.topic() with the tenant of the user in the policy for insert on realtime.messages.',
  },
  'foreign-table/open': {
    title: 'No one reaches a table of another server',
    expected: 'no privilege on the foreign table',
    measured: 'row-level security does not hold for foreign tables',
    remedy:
      'Revoke all on it from the role, and offer a function or view that filters by tenant; or name it in `public-objects`.',
  },
  'schema/create': {
    title: 'No one creates objects in a schema of the application',
    expected: 'no privilege to create objects in the schema',
    measured: 'objects of the role are found by what names its own without a schema',
    remedy:
      'Revoke create on the schema from the role and from public, and set the search_path of functions that run as their owner.',
    told: 'may-create',
  },
  'own-rows/role': {
    title: 'No one gives themselves a role that sees more of the tenant',
    expected: 'the own role cannot be changed',
    measured: 'the role of the own membership was changed by',
    remedy: 'Revoke update on the column of the role, or restrict the policy to those who manage members.',
  },
};

export function extraCheck({ actor, evidence, id, kind, label }: Extra, files: readonly SqlFile[]): Check {
  const { expected, measured, remedy, title, told } = WORDS[id];
  const base = { id, title, what: `${label} as ${actor}`, expected };
  if (kind === 'apart' || kind === 'refused')
    return { ...base, verdict: 'pass', reason: kind, measured: evidence, remedy: '' };
  const seen = `${measured}: ${evidence}`;
  if (kind === 'told') return { ...base, verdict: 'pass', reason: told ?? 'told', measured: seen, remedy };
  if (kind === 'unknown')
    return {
      ...base,
      verdict: 'unknown',
      reason: 'control-failed',
      measured: evidence,
      remedy: 'Give the table a row in `fixtures`, or correct `identities` until the identity reaches its own rows.',
    };
  const where = placeOf(files, { kind: 'view', name: label }) ?? placeOf(files, { kind: 'table', name: label });
  return {
    ...base,
    verdict: 'fail',
    reason: 'leak',
    ...(where === undefined ? {} : { where }),
    measured: seen,
    remedy,
  };
}

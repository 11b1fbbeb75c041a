import { createHash } from 'node:crypto';
import { count, formatDuration, nameSome } from '@lockstep/base';
import type { ContractData, ContractState } from '@lockstep/migrations';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';
import { nameOf, type SchemaPlan } from './schema.ts';

/** What a rollback past contract migrations restores, before the traffic. */
export interface ContractRestore {
  /** Contract migrations that are rolled back first. */
  readonly applied: readonly ContractData[];
  /** Those that an earlier run rolled back, and whose data is not all restored yet. */
  readonly pending: readonly ContractData[];
  /** Those whose archive someone removed, or whose time was over, after they were rolled back: that data stays away. */
  readonly accepted: readonly ContractData[];
  /** What a person types to confirm it: the release that is rolled back, and a digest of all that will be done. */
  readonly confirmation: string;
}

export type ContractDecision =
  /** No contract migration is in the way, or `on-data-loss: allow` says that its data may be missing. */
  | { readonly kind: 'none' }
  | ({ readonly kind: 'restore' } & ContractRestore)
  | {
      readonly kind: 'refuse';
      readonly reason: Extract<Reason, 'contract-applied' | 'contract-not-confirmed'>;
      readonly message: string;
      /** What would be restored, where only the confirmation is missing. */
      readonly restore: ContractRestore | undefined;
    };

export interface ContractQuestion {
  readonly schema: SchemaPlan;
  readonly data: readonly ContractData[];
  readonly policy: Inputs['on-data-loss'];
  /** What was typed. */
  readonly confirmed: string;
  /** The releases that are rolled back, newest first. */
  readonly releases: readonly string[];
  /** The deployment that users are to get. */
  readonly target: string;
}

/**
 * Decides whether a rollback may go past contract migrations: only where everything that they deleted can be restored,
 * and a person has typed the release that is rolled back. Pure.
 */
export function decideContract(question: ContractQuestion): ContractDecision {
  const { confirmed, data, policy, schema } = question;
  const before = schema.chosen.slice(0, schema.contracts);
  const contracts = before.filter(({ phase }) => phase === 'contract');
  const pending = data.filter((each) => !each.isApplied && isOpen(each));
  const stays = contracts.length > 0 ? schema.stays : undefined;
  if (policy === 'allow' && stays === undefined) return { kind: 'none' };
  if (contracts.length === 0 && pending.length === 0) return { kind: 'none' };
  const known = contracts.map((each) => data.find(({ isApplied, version }) => isApplied && version === each.version));
  const applied = known.filter((each) => each !== undefined);
  const why =
    stays?.because ??
    contracts.map((each, nth) => whyNot(nameOf(each), known[nth])).find((each) => each !== undefined) ??
    whyNotBefore(before) ??
    pending.map((each) => whyNot(nameOf(each), each)).find((each) => each !== undefined);
  if (why !== undefined) return refused(question, contracts.length > 0 ? contracts : pending, why);
  const confirmation = confirmationOf(question, [...applied, ...pending]);
  const accepted = data.filter(({ isApplied, state }) => !isApplied && state === 'accepted');
  const restore = { applied, pending, accepted, confirmation };
  const typed = confirmed.trim().split(/\s+/).join(' ');
  if (contracts.length === 0 || typed === confirmation) return { kind: 'restore', ...restore };
  const message = `contract migrations are rolled back and their data is restored from the archive (${describeRestore(restore)}): to confirm this plan, set confirm-contract to "${confirmation}"${otherPlan(typed, confirmation)}`;
  return { kind: 'refuse', reason: 'contract-not-confirmed', message, restore };
}

function otherPlan(typed: string, confirmation: string): string {
  if (typed === '') return '';
  const isSameRelease = typed.split(' ')[0] === confirmation.split(' ')[0] && typed.includes(' ');
  return isSameRelease
    ? ` (it is "${typed}", which confirmed another plan: what would be done has changed since)`
    : ` (it is "${typed}")`;
}

/** So much of a digest that nobody meets it by chance, and can still type it. */
const DIGEST_LENGTH = 8;

/** Another target, migration, down migration or archive, or another number of archived rows, is another plan. */
function confirmationOf({ policy, releases, schema, target }: ContractQuestion, data: readonly ContractData[]): string {
  const plan = {
    target,
    releases,
    policy,
    migrations: schema.chosen.map(({ down, version }) => [version, down]),
    archives: data.flatMap(({ archives, version }) => archives.map(({ id, rows }) => [version, id, rows])),
  };
  const digest = createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, DIGEST_LENGTH);
  return `${releases[0] ?? target} ${digest}`;
}

/** Something of it is still to be restored. */
function isOpen({ archives, state }: ContractData): boolean {
  return state !== 'accepted' && (state !== 'complete' || archives.some(({ isRestored }) => !isRestored));
}

const WHY: Readonly<Record<Exclude<ContractState, 'complete' | 'accepted'>, string>> = {
  'not-archived': 'what it deleted was not archived',
  missing: 'its archive is gone',
  expired: 'the time of its archive is over; extend it with a reason (migrate, command: extend-archive)',
  changed: 'its archive was changed since it was made',
};

function whyNot(name: string, data: ContractData | undefined): string | undefined {
  if (data === undefined) return `${name}: ${WHY['not-archived']}`;
  if (data.state !== 'complete' && data.state !== 'accepted') return `${name}: ${WHY[data.state]}`;
  const tables = data.archives.flatMap(({ gone = 0, overwritten = 0, source }) => [
    ...(gone > 0 ? [`${count(gone, 'row')} of ${source} deleted since`] : []),
    ...(overwritten > 0 ? [`${count(overwritten, 'row')} of ${source} written since`] : []),
  ]);
  return tables.length === 0
    ? undefined
    : `${name}: archived values belong to rows that were changed since (${nameSome(tables, 4)})`;
}

/** What the live code needs may not go before the traffic, where the data may yet turn out not to be restorable. */
function whyNotBefore(before: SchemaPlan['chosen']): string | undefined {
  const expand = before.filter(({ phase }) => phase !== 'contract');
  if (expand.length === 0) return undefined;
  return `${nameSome(expand.map(nameOf), 4)} came after it, and the live code needs that; roll back to the release before that one first`;
}

function refused(
  { policy, schema, target }: ContractQuestion,
  contracts: readonly { readonly version: string }[],
  why: string,
): ContractDecision {
  const names = nameSome(
    contracts.map(({ version }) => version),
    10,
  );
  const next =
    schema.stays !== undefined || policy === 'allow'
      ? ''
      : '; on-data-loss: allow rolls back all the same, without the data that cannot be restored';
  const message = `contract migrations were applied since (${names}): the code of ${target} cannot work with them, and what they deleted cannot all be restored: ${why}${next}`;
  return { kind: 'refuse', reason: 'contract-applied', message, restore: undefined };
}

/** Tables and rows, in one line. */
export function describeRestore({ applied, pending }: Pick<ContractRestore, 'applied' | 'pending'>): string {
  const archives = [...applied, ...pending].flatMap((each) => each.archives);
  const tables = archives.map(({ rows, source }) => `${count(rows, 'row')} of ${source}`);
  return tables.length === 0 ? 'they deleted nothing' : nameSome(tables, 4);
}

/** For the plan, one line for each table: how old its archive is, and what it cannot contain. */
export function showRestore({ accepted, applied, pending }: ContractRestore, nowMs: number): readonly string[] {
  const all = [...applied, ...pending];
  const lines = all.flatMap((each) =>
    each.archives.map(({ at, expires, id, isRestored, rows, source, writtenSince }) => {
      const age = formatDuration(Math.max(0, nowMs - Date.parse(at)));
      const later =
        writtenSince === undefined
          ? 'rows written since then are not in it'
          : `${count(writtenSince, 'row')} written since then, of which it has nothing`;
      const state = isRestored ? 'restored already' : later;
      return `${nameOf(each)}: archive ${id} of ${source}, ${count(rows, 'row')}, ${age} old, kept until ${expires}; ${state}`;
    }),
  );
  const without = accepted.map((each) => `${nameOf(each)}: rolled back earlier; what it deleted is not restored`);
  return [...(lines.length === 0 ? all.map((each) => `${nameOf(each)}: deleted nothing`) : lines), ...without];
}

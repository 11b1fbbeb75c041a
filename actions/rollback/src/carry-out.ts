import { hostAsker } from '@lockstep/action-kit/ask-host';
import { openSwapRecord } from '@lockstep/action-kit/swap-record';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { describe, formatDuration, nameSome } from '@lockstep/base';
import type { Head, Intent, Ledger, LedgerKey, ReleaseState } from '@lockstep/github';
import type { Engine } from '@lockstep/migrations';
import { type UndoEnd, undoSwap, type VercelApi } from '@lockstep/vercel';
import type { Inputs } from './inputs.ts';
import { nameOf, type SchemaEnd, type SchemaPlan, takeDown } from './schema.ts';
import type { RollbackPlan } from './show.ts';

export interface RollbackWorld {
  readonly api: VercelApi;
  readonly ledger: Ledger;
  readonly engine: Engine | undefined;
  readonly key: LedgerKey;
  /** Changes of traffic that nobody wrote an end to. */
  readonly open: readonly Intent[];
  /** How to go on where it does not come to its end. */
  readonly way: string;
}

/** What became of a rollback. */
export interface Acted {
  readonly outcome: Outcome;
  /** Whether a release is at work, or began at the same moment: there is somebody to interrupt. */
  readonly beaten: boolean;
}

/** How it ended, and what the ledger is told of it. */
interface End {
  readonly verdict: Outcome['verdict'];
  readonly reason: string;
  readonly state: Exclude<ReleaseState, 'begun' | 'released' | 'held' | 'acknowledged'>;
  readonly message: string;
  readonly reverted: readonly string[];
  /** Whether anything was moved or taken down, by this rollback or by one that it went on with. */
  readonly changed: boolean;
}

/**
 * Traffic first, drained, then schema; only contract migrations go down before the traffic, since the old code cannot
 * live with them. Written down before anything is touched, and told as it is after everything was read back.
 */
export async function carryOut(world: RollbackWorld, plan: RollbackPlan, values: Inputs, shell: Shell): Promise<Acted> {
  const intent = await openIntent(world, plan, shell);
  const first = await beganMeanwhile(world, plan, intent);
  if (first !== undefined) {
    await world.ledger.close(intent, 'unchanged', `release ${first.id} was first`);
    const message = `${first.author.url} began a release at the same moment: nothing was changed`;
    return { outcome: { verdict: 'fail', reason: 'release-in-progress', message }, beaten: true };
  }
  const end = await goBack(world, plan, values, shell);
  await tell(world, plan, { intent, end }, shell);
  const outputs = {
    'rolled-back-to': end.state === 'unknown' ? '' : usersGet(plan),
    state: plan.back.takesBack.length === 0 ? '' : end.state,
    changed: end.changed,
    migrations: end.reverted.join('\n'),
    plan,
  };
  const message = end.state === 'unknown' ? `${end.message}; ${world.way}` : end.message;
  return { outcome: { verdict: end.verdict, reason: end.reason, message, outputs }, beaten: false };
}

function usersGet({ back, traffic }: RollbackPlan): string {
  return traffic.kind === 'left-to-others' ? traffic.live : (back.to.deployment ?? '');
}

async function goBack(world: RollbackWorld, plan: RollbackPlan, values: Inputs, shell: Shell): Promise<End> {
  const { schema } = plan;
  const before = await part(world, schema, { from: 0, upTo: schema?.contracts ?? 0 }, values);
  if (before.kind !== 'down')
    return unresolved('fail', 'contract-not-undone', `traffic was not touched: ${before.message}`, before);
  if (plan.traffic.kind === 'left-to-others') {
    const message = `users get ${plan.traffic.live}, which somebody else released: nothing was taken back, and the schema stays`;
    return {
      verdict: 'pass',
      reason: 'left-to-others',
      state: 'partly-rolled-back',
      message,
      reverted: before.reverted,
      changed: before.reverted.length > 0,
    };
  }
  const { swap } = plan.traffic;
  const until = shell.clock.now() + values['swap-timeout'];
  const traffic = await undoSwap(world.api, swap, { probe: hostAsker(values), until });
  const rest = { from: schema?.contracts ?? 0, upTo: schema?.chosen.length ?? 0 };
  const ended = endOf(world, plan, traffic, before);
  // Only the next release moves them, so this one is over: its schema stays, which they may need.
  if (traffic.cronsPending)
    return {
      ...ended(leave(schema, rest, '')),
      verdict: 'unknown',
      reason: 'rolled-back-crons-stayed',
    };
  if (traffic.verdict !== 'pass') return unresolved(traffic.verdict, traffic.reason, traffic.message, before);

  if (rest.upTo > rest.from && schema?.stays === undefined) {
    const movedAt = traffic.moved ? shell.clock.now() : plan.traffic.movedAt;
    const stays = whySchemaStays(traffic, movedAt !== undefined && swap.pinsClients);
    if (stays !== undefined) return ended(leave(schema, rest, stays));
    await drain(movedAt, values, shell);
  }
  return ended(await part(world, schema, rest, values));
}

/** The schema goes down only when it is sure that nobody uses the newer code any more. */
function whySchemaStays(traffic: UndoEnd, pinned: boolean): string | undefined {
  if (traffic.traffic !== 'restored') return 'the traffic was not confirmed to be back on every host';
  return pinned ? 'skew protection keeps clients on the newer code until they reload' : undefined;
}

/** Requests that were under way when the traffic moved may still want the newer schema. */
async function drain(movedAt: number | undefined, values: Inputs, shell: Shell): Promise<void> {
  const left = (movedAt ?? Number.NEGATIVE_INFINITY) + values['drain-time'] - shell.clock.now();
  if (left <= 0) return;
  shell.log.info(`waiting ${formatDuration(left)} until the newer code has drained`);
  await shell.clock.sleep(left, shell.signal);
}

function part(
  { engine }: RollbackWorld,
  schema: SchemaPlan | undefined,
  range: { readonly from: number; readonly upTo: number },
  values: Inputs,
): Promise<SchemaEnd> | SchemaEnd {
  if (engine === undefined || schema === undefined) return { kind: 'down', reverted: [], left: [], message: '' };
  return takeDown(engine, schema, range, values['on-data-loss']);
}

function leave(
  schema: SchemaPlan | undefined,
  range: { readonly from: number; readonly upTo: number },
  message: string,
): SchemaEnd {
  const left = (schema?.chosen ?? []).slice(range.from, range.upTo).map(nameOf);
  return { kind: 'kept', reverted: [], left, message };
}

/** How it ended, by what became of the traffic and of the schema. */
function endOf(
  { open }: RollbackWorld,
  { back }: RollbackPlan,
  traffic: UndoEnd,
  before: SchemaEnd,
): (schema: SchemaEnd) => End {
  // What died, is held or unresolved, or was on its way back, is ended by this, also where nothing was left to move.
  const goesOn = open.length > 0 || back.takesBack.some(({ state }) => state !== 'released');
  return (schema) => {
    const reverted = [...before.reverted, ...schema.reverted];
    const changed = goesOn || traffic.moved || traffic.cronsPending || reverted.length > 0;
    const left = schema.left.length === 0 ? '' : `; in place stay ${nameSome(schema.left, 4)}`;
    const message = [traffic.message, schema.message].filter((one) => one !== '').join('; ') + left;
    return { ...judged(schema, changed, message), reverted, changed };
  };
}

function judged(schema: SchemaEnd, changed: boolean, message: string): Omit<End, 'reverted' | 'changed'> {
  const partly = { state: 'partly-rolled-back' as const, message };
  if (!changed && (schema.kind === 'down' || schema.kind === 'kept')) {
    const state = schema.left.length === 0 ? 'rolled-back' : partly.state;
    return { verdict: 'pass', reason: 'already-there', state, message: `nothing was changed: ${message}` };
  }
  switch (schema.kind) {
    case 'down':
      return { verdict: 'pass', reason: 'rolled-back', state: 'rolled-back', message };
    case 'kept':
      return { verdict: 'pass', reason: 'rolled-back-schema-kept', ...partly };
    case 'shared':
      return { verdict: 'unknown', reason: 'rolled-back-schema-shared', ...partly };
    case 'failed':
      return { verdict: 'fail', reason: 'schema-not-undone', ...partly };
    case 'unknown':
      return { verdict: 'unknown', reason: 'schema-unresolved', state: 'unknown', message };
  }
}

function unresolved(verdict: Outcome['verdict'], reason: string, message: string, before: SchemaEnd): End {
  return { verdict, reason, state: 'unknown', message, reverted: before.reverted, changed: true };
}

/**
 * A release that was written down before our intent, though nobody saw it when we looked: one of the two has to give
 * way, and the later one does (`beganBefore`, for the release's side).
 */
async function beganMeanwhile(
  { ledger, key }: RollbackWorld,
  { back }: RollbackPlan,
  intent: Intent,
): Promise<Head | undefined> {
  const known = new Set(back.takesBack.map(({ id }) => id));
  const { heads } = await ledger.read(key);
  return heads.find(({ id, state, record }) => state === 'begun' && record < intent.record && !known.has(id));
}

/** Throws RemoteError: what cannot be written down is not begun. */
function openIntent({ ledger, key }: RollbackWorld, { back, traffic }: RollbackPlan, shell: Shell): Promise<Intent> {
  const hosts = traffic.kind === 'move' ? traffic.swap.hosts : [];
  return openSwapRecord(
    ledger,
    shell,
    { ...key, ref: shell.env.sha },
    {
      release: null,
      from: back.leaves,
      to: back.to.deployment ?? '',
      aliases: Object.fromEntries(hosts.map(({ host, to }) => [host, to])),
      ...(traffic.kind === 'move' ? { autoAssign: traffic.swap.autoAssign } : {}),
      takesBack: back.takesBack.map(({ id }) => id),
    },
  );
}

/**
 * Every release that went, and every change of traffic that this one overtook. A ledger that cannot be reached is a
 * warning: `to: finish` completes it.
 */
async function tell(
  { ledger, open }: RollbackWorld,
  { back, traffic }: RollbackPlan,
  { end, intent }: { readonly intent: Intent; readonly end: End },
  shell: Shell,
): Promise<void> {
  const hosts = traffic.kind === 'move' ? traffic.swap.hosts.map(({ host }) => host) : [];
  const overtaken = open.filter(({ aliases }) => Object.keys(aliases).every((host) => hosts.includes(host)));
  try {
    if (end.state === 'unknown') {
      const [newest] = back.takesBack;
      if (newest !== undefined) await ledger.tell(newest, 'unknown', end.message);
      return await ledger.close(intent, 'unresolved', end.reason);
    }
    for (const head of back.takesBack.toReversed()) await ledger.tell(head, end.state, end.message);
    for (const each of overtaken) await ledger.close(each, 'put-back', end.reason);
    await ledger.close(intent, end.changed ? 'swapped' : 'unchanged', end.reason);
  } catch (error) {
    if (shell.signal.aborted) throw error;
    shell.log.warning(`the ledger does not know yet how the rollback ended (${end.reason}): ${describe(error)}`);
  }
}

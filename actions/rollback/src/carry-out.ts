import { hostAsker } from '@lockstep/action-kit/ask-host';
import type { SummaryStep } from '@lockstep/action-kit/run-summary';
import { openSwapRecord } from '@lockstep/action-kit/swap-record';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { describe, formatDuration, nameSome } from '@lockstep/base';
import type { ReleaseRecord, SwapRecord } from '@lockstep/github';
import { type UndoEnd, undoSwap } from '@lockstep/vercel';
import { type End, judge, type RollbackTools, unresolved } from './end.ts';
import type { Inputs } from './inputs.ts';
import { type RollbackPlan, targetName } from './plan.ts';
import type { Reason } from './reasons.ts';
import { nameOf, type SchemaEnd, type SchemaPlan, type SchemaRange } from './schema.ts';
import { schemaStep, trafficStep } from './summary.ts';
import { rollBackPart, undoContracts } from './undo-contracts.ts';

/** What a rollback came to. */
export interface Attempt {
  readonly outcome: Outcome<Reason>;
  /** Whether a release is running, or began at the same moment: it can be cancelled, and the rollback tried again. */
  readonly lostRace: boolean;
  /** What users have, why, and what was done: for the run page. */
  readonly title: string;
  readonly because: string;
  readonly steps: readonly SummaryStep[];
}

export const NOTHING_DONE = 'Nothing was rolled back';

/**
 * Traffic first, drained, then schema; only contract migrations are rolled back before the traffic, since the older code
 * cannot work with them. Recorded before anything is touched, and after everything was read back.
 */
export async function carryOut(
  tools: RollbackTools,
  plan: RollbackPlan,
  values: Inputs,
  shell: Shell,
): Promise<Attempt> {
  const record = await openRecord(tools, plan, shell);
  const first = await beganMeanwhile(tools, plan, record);
  if (first !== undefined) {
    await tools.ledger.close(record, 'unchanged', `release ${first.id} was first`);
    const message = `${first.author.url} began a release at the same moment: nothing was changed`;
    return {
      outcome: { verdict: 'fail', reason: 'release-in-progress', message },
      lostRace: true,
      title: NOTHING_DONE,
      because: message,
      steps: [],
    };
  }
  const end = await execute(tools, plan, values, shell);
  await recordEnd(tools, plan, { record, end }, shell);
  const outputs = {
    'rolled-back-to': end.state === 'unknown' ? '' : liveAfter(plan),
    state: plan.target.releases.length === 0 ? '' : end.state,
    changed: end.changed,
    'traffic-moved': end.moved === true,
    migrations: end.reverted.join('\n'),
    'archived-rows': end.archivedRows ?? 0,
    'restored-rows': end.restoredRows ?? 0,
    plan,
  };
  const message = end.state === 'unknown' ? `${end.message}; ${tools.hint}` : end.message;
  const outcome = { verdict: end.verdict, reason: end.reason, message, outputs };
  return { outcome, lostRace: false, title: end.title, because: end.message, steps: end.steps };
}

function liveAfter({ target, traffic }: RollbackPlan): string {
  return traffic.kind === 'other-release-live' ? traffic.live : (target.to.deployment ?? '');
}

async function execute(tools: RollbackTools, plan: RollbackPlan, values: Inputs, shell: Shell): Promise<End> {
  const { traffic: planned } = plan;
  if (planned.kind === 'other-release-live') return otherReleaseLive(planned.live);
  const title = `Users still have ${plan.target.from ?? 'what they had'}`;
  const { blocked, data, first, schema: before } = await undoContracts(tools, plan, values, shell);
  const restoredRows = data?.rows ?? 0;
  if (blocked !== undefined) {
    const message = `traffic was not touched: ${blocked.message}`;
    return { ...unresolved(blocked.verdict, blocked.reason, message, before), restoredRows, title, steps: first };
  }
  const end = await moveTraffic(tools, plan, { before, first, planned }, { values, shell });
  if (data === undefined || restoredRows === 0) return end;
  return { ...end, restoredRows, message: `${end.message}; ${data.message}` };
}

/** What was done before the traffic, and what is planned for it. */
interface Before {
  readonly before: SchemaEnd;
  readonly first: readonly SummaryStep[];
  readonly planned: Extract<RollbackPlan['traffic'], { kind: 'move' }>;
}

/** Traffic, and then the migrations with which the older code can live. */
async function moveTraffic(
  tools: RollbackTools,
  plan: RollbackPlan,
  { before, first, planned }: Before,
  { shell, values }: { readonly values: Inputs; readonly shell: Shell },
): Promise<End> {
  const { schema } = plan;
  const contracts = schema?.contracts ?? 0;

  const movingSince = shell.clock.now();
  const until = movingSince + values['swap-timeout'];
  const traffic = await undoSwap(tools.api, planned.swap, { probe: hostAsker(values), until });
  const steps = [...first, trafficStep(traffic, shell.clock.now() - movingSince)];
  const rest = { from: contracts, upTo: schema?.chosen.length ?? 0 };
  const ended = endOf(tools, plan, { traffic, before, steps });
  // Only the next release moves them, so this one has ended: its schema stays, which they may need.
  if (traffic.cronsPending)
    return { ...ended(leaveSchema(schema, rest, '')), verdict: 'unknown', reason: 'rolled-back-crons-pending' };
  if (traffic.verdict !== 'pass')
    return {
      ...unresolved(traffic.verdict, UNDO_REASONS[traffic.reason], traffic.message, before),
      title: `It is not certain that users have ${targetName(plan.target)}`,
      steps,
    };

  if (rest.upTo > rest.from && schema?.stays === undefined) {
    const movedAt = traffic.moved ? shell.clock.now() : planned.movedAt;
    const stays = whySchemaStays(traffic, movedAt !== undefined && planned.swap.pinsClients);
    if (stays !== undefined) return ended(leaveSchema(schema, rest, stays));
    await drain(movedAt, values, shell);
  }
  const revertingSince = shell.clock.now();
  const end = await rollBackPart(tools, schema, rest, values);
  return ended(end, shell.clock.now() - revertingSince);
}

/** Why the traffic is not where it should be. The first three are of an undo that was done: of others they say nothing. */
const UNDO_REASONS: Readonly<Record<UndoEnd['reason'], Reason>> = {
  'swap-undone': 'undo-unconfirmed',
  'nothing-to-undo': 'undo-unconfirmed',
  'crons-pending': 'undo-unconfirmed',
  conflict: 'conflict',
  'no-previous-deployment': 'no-previous-deployment',
  'undo-incomplete': 'undo-incomplete',
  'undo-unconfirmed': 'undo-unconfirmed',
};

function otherReleaseLive(live: string): End {
  const message = `users have ${live}, which another user or tool released: nothing was rolled back, and the schema stays`;
  return {
    title: `Users have ${live}`,
    verdict: 'pass',
    reason: 'other-release-live',
    state: 'partly-rolled-back',
    message,
    reverted: [],
    archivedRows: 0,
    changed: false,
    steps: [{ name: 'Traffic', verdict: undefined, result: `stays on ${live}` }],
  };
}

/** The schema is rolled back only when it is certain that no one uses the newer code any more. */
function whySchemaStays(traffic: UndoEnd, pinned: boolean): string | undefined {
  if (traffic.traffic !== 'restored') return 'not every host was confirmed to serve the target';
  return pinned ? 'skew protection keeps clients on the newer code until they reload' : undefined;
}

/** Requests that were under way when the traffic moved may still need the newer schema. */
async function drain(movedAt: number | undefined, values: Inputs, shell: Shell): Promise<void> {
  const left = (movedAt ?? Number.NEGATIVE_INFINITY) + values['drain-time'] - shell.clock.now();
  if (left <= 0) return;
  shell.log.info(`waiting ${formatDuration(left)} until the newer code has drained`);
  await shell.clock.sleep(left, shell.signal);
}

function leaveSchema(schema: SchemaPlan | undefined, range: SchemaRange, message: string): SchemaEnd {
  const left = (schema?.chosen ?? []).slice(range.from, range.upTo).map(nameOf);
  return { kind: 'kept', reverted: [], left, message };
}

interface Done {
  readonly traffic: UndoEnd;
  readonly before: SchemaEnd;
  readonly steps: readonly SummaryStep[];
}

/** How it ended, by what became of the traffic and of the schema. */
function endOf(
  { open }: RollbackTools,
  { target }: RollbackPlan,
  { before, steps, traffic }: Done,
): (schema: SchemaEnd, ms?: number) => End {
  // A dead, held or unresolved release, or one that was being rolled back, ends with this, also where nothing moved.
  const resumes = open.length > 0 || target.releases.some(({ state }) => state !== 'released');
  return (schema, ms) => {
    const reverted = [...before.reverted, ...schema.reverted];
    const changed = resumes || traffic.moved || traffic.cronsPending || reverted.length > 0;
    const left = schema.left.length === 0 ? '' : `; remaining migrations: ${nameSome(schema.left, 4)}`;
    const message = [traffic.message, schema.message].filter((one) => one !== '').join('; ') + left;
    return {
      ...judge(schema, changed, message),
      title: `Users have ${targetName(target)}${schema.kind === 'unknown' ? ', and the state of the schema is unknown' : ''}`,
      reverted,
      archivedRows: (before.archivedRows ?? 0) + (schema.archivedRows ?? 0),
      changed,
      moved: traffic.moved && traffic.verdict === 'pass',
      steps: [...steps, schemaStep('Schema', schema, ms)],
    };
  };
}

/**
 * A release that was recorded before our swap, though it was not there when we read: one of the two has to give way,
 * and the later one does (`beganBefore`, for the release's side).
 */
async function beganMeanwhile(
  { ledger, key }: RollbackTools,
  { target }: RollbackPlan,
  swap: SwapRecord,
): Promise<ReleaseRecord | undefined> {
  const known = new Set(target.releases.map(({ id }) => id));
  const { releases } = await ledger.read(key);
  const begun = releases.filter(({ id, state, record }) => state === 'begun' && record < swap.record && !known.has(id));
  // One whose run has ended changes nothing any more: it is left to be finished, and gives way itself.
  for (const release of begun) if ((await ledger.runState(release)).kind === 'running') return release;
  return undefined;
}

/** Throws RemoteError: what cannot be recorded is not begun. */
function openRecord(
  { ledger, key }: RollbackTools,
  { target, traffic }: RollbackPlan,
  shell: Shell,
): Promise<SwapRecord> {
  const hosts = traffic.kind === 'move' ? traffic.swap.hosts : [];
  return openSwapRecord(
    ledger,
    shell,
    { ...key, ref: shell.env.sha },
    {
      release: null,
      from: target.from,
      to: target.to.deployment ?? '',
      aliases: Object.fromEntries(hosts.map(({ host, to }) => [host, to])),
      ...(traffic.kind === 'move' ? { autoAssign: traffic.swap.autoAssign } : {}),
      takesBack: target.releases.map(({ id }) => id),
    },
  );
}

/**
 * Every release that was rolled back, and every swap that this one superseded. A ledger that cannot be reached is a
 * warning: `to: finish` completes it.
 */
async function recordEnd(
  { ledger, open }: RollbackTools,
  { target, traffic }: RollbackPlan,
  { end, record }: { readonly record: SwapRecord; readonly end: End },
  shell: Shell,
): Promise<void> {
  const hosts = traffic.kind === 'move' ? traffic.swap.hosts.map(({ host }) => host) : traffic.hosts;
  const superseded = open.filter(({ aliases }) => Object.keys(aliases).every((host) => hosts.includes(host)));
  try {
    if (end.state === 'unknown') {
      const [newest] = target.releases;
      if (newest !== undefined) await ledger.setState(newest, 'unknown', end.message);
      return await ledger.close(record, 'unresolved', end.reason);
    }
    for (const release of target.releases.toReversed()) await ledger.setState(release, end.state, end.message);
    const closed = traffic.kind === 'move' ? 'put-back' : 'unchanged';
    for (const each of superseded) await ledger.close(each, closed, end.reason);
    await ledger.close(record, end.changed ? 'swapped' : 'unchanged', end.reason);
  } catch (error) {
    if (shell.signal.aborted) throw error;
    shell.log.warning(`how the rollback ended (${end.reason}) could not be written to the ledger: ${describe(error)}`);
  }
}

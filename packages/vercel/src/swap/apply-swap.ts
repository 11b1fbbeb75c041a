import { count, describe, type Verdict } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import { nameOf } from '../deployment.ts';
import { readProject } from '../project.ts';
import { type AliasJobEnd, runAliasJob } from './alias-job.ts';
import { type AutoAssignEnd, keepAutoAssign } from './auto-assign.ts';
import { CRONS_PENDING, displacedBy, namePlaces, placesOf, SETTLE_MS } from './confirm.ts';
import { changedUnderUs } from './guards.ts';
import { moveAliases } from './move-aliases.ts';
import type { SwapPlan } from './plan-swap.ts';
import { type Expectation, type ProbeHost, type ReadBack, readBack } from './read-back.ts';
import type { SwapRefusal } from './refusal.ts';

/**
 * Checks once more right before the change: one read, so that another release in between is seen and the journal does
 * not record a swap that never began. Vercel takes no precondition, so what comes after it can only be detected, by
 * reading back.
 */
export async function recheck(api: VercelApi, plan: SwapPlan): Promise<SwapRefusal | undefined> {
  if (plan.strategy === 'alias') return undefined;
  return changedUnderUs(await readProject(api, plan.projectId), plan.from, api.clock.now());
}

/** Why a swap that was begun ended as it did. */
export type SwapReason =
  | 'swapped'
  | RollingReason
  | 'promote-refused'
  | 'promote-not-seen'
  | 'promote-failed'
  | 'promote-skipped'
  | 'superseded-by-other-promotion'
  | 'displaced-other-release'
  | 'alias-refused'
  | 'alias-conflict'
  | 'swap-incomplete'
  | 'swap-unconfirmed';

/** What a rolling release adds to that. */
export type RollingReason =
  | 'rollout-not-configured'
  | 'rollout-not-started'
  | 'stage-failed'
  | 'stage-unknown'
  | 'rollout-paused'
  | 'rollout-queued'
  | 'rollout-aborted'
  | 'rollout-replaced'
  | 'rollout-advances'
  | 'rollout-late';

export interface SwapEnd {
  readonly verdict: Verdict;
  readonly reason: SwapReason;
  /** One line: what is live now, what differs, what next. */
  readonly message: string;
  /** The message without the places that differ. */
  readonly cause: string;
  readonly readBack: ReadBack | undefined;
  /** What became of auto-assignment, which a promote may change. */
  readonly autoAssign: AutoAssignEnd['state'];
}

export interface SwapTools {
  readonly probe: ProbeHost | undefined;
  /** How long the job may take, in milliseconds. */
  readonly timeoutMs: number;
}

const LAST_LOOK_MS = 5_000;

/** A job that failed, or never was, moves nothing more: users wait for the undo, not for a second check. */
function patience(job: AliasJobEnd | undefined): number {
  switch (job?.kind) {
    case 'refused':
    case 'not-seen':
    case 'superseded-by-other-promotion':
    case 'failed':
    case 'skipped':
      return 0;
    case 'late':
      return LAST_LOOK_MS;
    case 'done':
    case 'already':
    case undefined:
      return SETTLE_MS;
  }
}

/**
 * Carries out a plan and reads it back. Nothing is restored here: that is left to the undo alone. `fail` means that something else than the plan was seen, `unknown` that not all could be seen. Throws
 * RemoteError where Vercel could not be read in the midst of single aliases, and when it is cancelled.
 */
export async function applySwap(api: VercelApi, plan: SwapPlan, tools: SwapTools): Promise<SwapEnd> {
  // Where the pointer is there already a promote is refused (409), so names that strayed are moved one by one.
  if (plan.strategy === 'alias' || plan.from === plan.to) {
    const moved = await moveAliases(api, plan.hosts);
    if (moved.kind !== 'moved') return endSwap('fail', moved.kind, moved.message);
    return confirmSwap(api, plan, tools, undefined);
  }
  const tried = await promote(api, plan, api.clock.now() + tools.timeoutMs);
  const job: AliasJobEnd = tried instanceof Error ? { kind: 'late', job: undefined } : tried;
  const ended = await confirmSwap(api, plan, tools, job);
  // A promote that never was, or was not ours, changed no setting that would be ours to restore.
  if (job.kind === 'refused' || job.kind === 'not-seen' || job.kind === 'superseded-by-other-promotion') return ended;
  const assign = await keepAutoAssign(api, plan, 'promote');
  if (assign.state === 'unchanged') return ended;
  api.log.warning(assign.message);
  const also = `; ${assign.message}`;
  return { ...ended, message: ended.message + also, cause: ended.cause + also, autoAssign: assign.state };
}

/** Once the request is out, a Vercel that cannot be read is an open question, not an error. */
async function promote(api: VercelApi, plan: SwapPlan, until: number): Promise<AliasJobEnd | Error> {
  try {
    return await runAliasJob(api, {
      verb: 'promote',
      projectId: plan.projectId,
      to: plan.to,
      before: plan.jobBefore,
      until,
    });
  } catch (error) {
    if (api.signal.aborted || !(error instanceof Error)) throw error;
    api.log.warning(describe(error));
    return error;
  }
}

/** Reads a swap back, and says what it came to. */
export async function confirmSwap(
  api: VercelApi,
  plan: SwapPlan,
  tools: SwapTools,
  job: AliasJobEnd | undefined,
): Promise<SwapEnd> {
  const displaced = displacedBy(job, [plan.from]);
  if (displaced !== undefined)
    return endSwap(
      'fail',
      'displaced-other-release',
      `${displaced} was live when the promote came, not ${plan.from}: another release came in between, and the undo restores it`,
    );
  const until = api.clock.now() + patience(job);
  const back = await readBack(api, expectationOf(plan), { probe: tools.probe, until });
  const name = nameOf(plan.to, plan.toCommit);
  if (placesOf(back).length === 0)
    return endSwap('pass', 'swapped', successMessage(plan, name, back, tools.probe !== undefined), back);
  switch (job?.kind) {
    case 'refused':
      return endSwap('fail', 'promote-refused', `${describe(job.error)}; no traffic was moved`, back);
    case 'not-seen':
      return endSwap('fail', 'promote-not-seen', `the promote of ${name} was lost (${describe(job.error)})`, back);
    case 'superseded-by-other-promotion':
      return endSwap(
        'fail',
        'superseded-by-other-promotion',
        `another ${job.job.type}, to ${job.job.to} (${job.job.status}), came in between`,
        back,
      );
    case 'failed':
      return endSwap('fail', 'promote-failed', `Vercel could not finish the promote of ${name}`, back);
    case 'skipped':
      return endSwap('fail', 'promote-skipped', `Vercel skipped the promote of ${name}`, back);
    case 'late':
    case 'already':
    case 'done':
    case undefined:
      return back.unclear.length === 0 && job?.kind !== 'late'
        ? endSwap('fail', 'swap-incomplete', `${name} is not live everywhere${cronAdvice(back)}`, back)
        : endSwap('unknown', 'swap-unconfirmed', `cannot confirm that ${name} is live everywhere`, back);
  }
}

export function expectationOf(plan: SwapPlan): Expectation {
  return {
    projectId: plan.projectId,
    deploymentId: plan.to,
    commit: plan.toCommit,
    otherCommit: plan.from === plan.to ? undefined : plan.fromCommit,
    hosts: plan.hosts.map((move) => move.host),
    pointers: plan.strategy !== 'alias',
    crons: plan.crons !== undefined,
    rolledOut: plan.rolls ? plan.to : undefined,
  };
}

function cronAdvice(back: ReadBack): string {
  return back.differs.some(({ kind }) => kind === 'crons') ? `; ${CRONS_PENDING}` : '';
}

function successMessage(plan: SwapPlan, name: string, back: ReadBack, asked: boolean): string {
  const hosts = count(plan.hosts.length, 'host');
  const identity = asked
    ? `${back.confirmed.length} of ${plan.hosts.length} report this build`
    : 'hosts were not asked which build they serve';
  const wild = back.byRecord.map((host) => `; ${host} is confirmed by its Vercel record only`);
  return `${name} is live on ${hosts} of ${plan.projectName}; ${identity}${wild.join('')}`;
}

export function endSwap(verdict: Verdict, reason: SwapReason, cause: string, back?: ReadBack): SwapEnd {
  const places = back === undefined ? [] : placesOf(back);
  const message = places.length === 0 ? cause : `${cause}: ${namePlaces(places, 5)}`;
  return { verdict, reason, message, cause, readBack: back, autoAssign: 'unchanged' };
}

import { count, describe, type Verdict } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import { nameOf } from '../deployment.ts';
import { readAliases } from '../hosts.ts';
import { type AliasJob, isNewer, readProject } from '../project.ts';
import { abortRollout } from '../rolling/abort-rollout.ts';
import { nameStage, readRollout } from '../rolling/rollout.ts';
import { type AliasJobEnd, awaitJob, runAliasJob } from './alias-job.ts';
import { type AutoAssignEnd, keepAutoAssign } from './auto-assign.ts';
import { CRONS_PENDING, displacedBy, namePlaces, placesOf, SETTLE_MS } from './confirm.ts';
import { moveAliases } from './move-aliases.ts';
import type { SwapPlan } from './plan-swap.ts';
import { asItWent, planUndo, type UndoPlan, type UndoState } from './plan-undo.ts';
import type { ObservedPlace, ProbeHost } from './read-back.ts';
import { readHomes } from './read-homes.ts';

export type UndoReason =
  | 'swap-undone'
  | 'nothing-to-undo'
  | 'conflict'
  | 'no-previous-deployment'
  /** Users have the previous deployment again; the cron jobs still run on the candidate. */
  | 'crons-pending'
  | 'undo-incomplete'
  | 'undo-unconfirmed';

export interface UndoEnd {
  readonly verdict: Verdict;
  readonly reason: UndoReason;
  readonly message: string;
  /** The message without the places that differ. */
  readonly cause: string;
  /**
   * `restored`: every host was read back and serves what it served before. `unconfirmed`: it was undone by Vercel's
   * records, but not every host was seen. `reached`: users may still have the candidate.
   */
  readonly traffic: 'restored' | 'unconfirmed' | 'reached';
  /** Whether this undo itself asked for anything to be moved. */
  readonly moved: boolean;
  /** Whether only the cron jobs are not restored. */
  readonly cronsPending: boolean;
  /** What shows, or may show, something else than before the swap. */
  readonly differs: readonly ObservedPlace[];
  /** What became of auto-assignment, which promote and rollback change. */
  readonly autoAssign: AutoAssignEnd['state'];
}

export interface UndoTools {
  readonly probe: ProbeHost | undefined;
  /** When to stop waiting, in milliseconds since the epoch. */
  readonly until: number;
}

const MOST_ROLLBACKS = 2;

/** One reading of what is, in an undo that may take several. */
interface Turn {
  readonly api: VercelApi;
  readonly tools: UndoTools;
  /** As it really went, by now. */
  readonly swap: SwapPlan;
  /** The job of ours that may have changed the project's setting. */
  readonly job: 'promote' | 'rollback' | undefined;
  /** How many rollbacks this undo asked for, which ended as failed. */
  readonly rollbacks: number;
}

/** How a turn ended; to read once more, after one more rollback or none. */
type TurnEnd = UndoEnd | { readonly again: 'waited' | 'rollback-failed' };

/**
 * Undoes a swap, however far it got, and reads that back. Safe to run again. A rollback that failed for some
 * names is asked for once more. Throws RemoteError.
 */
export async function undoSwap(api: VercelApi, planned: SwapPlan, tools: UndoTools): Promise<UndoEnd> {
  let [swap, rollbacks] = [planned, 0];
  for (;;) {
    const state = await look(api, swap);
    const last = state.project.job;
    swap = asItWent(swap, last, state.rollout);
    const plan = planUndo(swap, state, api.clock.now());
    const ended = await takeTurn({ api, tools, swap, job: jobOfOurs(swap, last), rollbacks }, plan);
    if (!('again' in ended)) return ended;
    if (ended.again === 'rollback-failed') rollbacks++;
  }
}

async function takeTurn(turn: Turn, plan: UndoPlan): Promise<TurnEnd> {
  switch (plan.kind) {
    case 'wait':
      return await waitFor(turn, plan.job);
    case 'rollback':
      return await rollBack(turn, plan);
    case 'abort':
      return await abort(turn, plan);
    case 'reassign':
      return await reassign(turn, plan);
    case 'nothing':
      // A rollback that ended as failed may have moved everything all the same.
      return turn.rollbacks > 0
        ? await withAutoAssign(turn, await confirm(turn, UNDONE), turn.job)
        : await withAutoAssign(turn, await confirm(turn, NOTHING_MOVED), turn.job);
    case 'conflict':
      return end('fail', 'conflict', 'another release came after this one, so nothing was changed', {
        traffic: 'unconfirmed',
        moved: turn.rollbacks > 0,
        differs: plan.differs,
      });
    case 'no-previous-deployment':
      return end(
        'fail',
        'no-previous-deployment',
        `${turn.swap.to} stays live: nothing was live before it that could be restored`,
        { traffic: 'reached', moved: turn.rollbacks > 0 },
      );
  }
}

async function waitFor({ api, swap, tools, rollbacks }: Turn, job: AliasJob): Promise<TurnEnd> {
  const what = `the ${job.type} to ${job.to}`;
  api.log.info(`waiting for ${what} to end first (${job.status})`);
  if ((await awaitJob(api, swap.projectId, job, tools.until)) !== undefined) return { again: 'waited' };
  const message = `${what} is still ${job.status}`;
  return end('unknown', 'undo-unconfirmed', message, { traffic: 'reached', moved: rollbacks > 0 });
}

async function rollBack(
  turn: Turn,
  { to, before }: Extract<UndoPlan, { readonly kind: 'rollback' }>,
): Promise<TurnEnd> {
  const { swap, rollbacks } = turn;
  const job = await askForRollback(turn, to, before);
  if (job.kind === 'failed' && rollbacks + 1 < MOST_ROLLBACKS) return { again: 'rollback-failed' };
  // It was not ours, so it was released after our last look.
  const displaced = displacedBy(job, [swap.to, swap.from]);
  if (displaced !== undefined) return await restoreDisplaced(turn, displaced, 'job' in job ? job.job : undefined);
  return await withAutoAssign(turn, await confirm(turn, { ...UNDONE, trouble: unfinished(job) }), 'rollback');
}

async function abort(turn: Turn, { at, to }: Extract<UndoPlan, { readonly kind: 'abort' }>): Promise<TurnEnd> {
  const { api, swap, tools } = turn;
  const what = at === undefined ? UNDONE.what : `${UNDONE.what} at ${nameStage(at.stage, at.of)}`;
  const job = await abortRollout(api, { projectId: swap.projectId, candidate: swap.to, to, until: tools.until });
  return await withAutoAssign(turn, await confirm(turn, { ...UNDONE, what, trouble: unfinished(job) }), 'rollback');
}

async function reassign(turn: Turn, plan: Extract<UndoPlan, { readonly kind: 'reassign' }>): Promise<UndoEnd> {
  const moved = await moveAliases(turn.api, plan.hosts);
  const trouble = moved.kind === 'moved' ? undefined : moved.message;
  const ended = await confirm(turn, { ...UNDONE, trouble });
  if (plan.differs.length === 0) return await withAutoAssign(turn, ended, turn.job);
  const cause = `${ended.cause}; what another user moved since was left alone`;
  return end('fail', 'conflict', cause, { traffic: ended.traffic, moved: ended.moved, differs: plan.differs });
}

function askForRollback({ api, swap, tools }: Turn, to: string, before: AliasJob | undefined): Promise<AliasJobEnd> {
  return runAliasJob(api, { verb: 'rollback', projectId: swap.projectId, to, before, until: tools.until });
}

/**
 * The job that may have changed the project's setting: an undo that was interrupted may have rolled back and not got
 * further, and a promote that moved nothing may still have switched it on.
 */
function jobOfOurs(swap: SwapPlan, last: AliasJob | undefined): Turn['job'] {
  if (swap.strategy === 'alias' || last === undefined || !isNewer(last, swap.jobBefore)) return undefined;
  if (last.type === 'rollback' && last.to === swap.from) return 'rollback';
  return last.type === 'promote' && last.to === swap.to ? 'promote' : undefined;
}

async function withAutoAssign({ api, swap }: Turn, ended: UndoEnd, after: Turn['job']): Promise<UndoEnd> {
  if (after === undefined) return ended;
  const assign = await keepAutoAssign(api, swap, after);
  const [message, cause] = [joined(ended.message, assign.message), joined(ended.cause, assign.message)];
  return { ...ended, message, cause, autoAssign: assign.state };
}

/** Another user's release is not undone: it gets production again, and the undo is a conflict. */
async function restoreDisplaced(turn: Turn, to: string, last: AliasJob | undefined): Promise<UndoEnd> {
  const trouble = unfinished(await askForRollback(turn, to, last));
  const assign = await keepAutoAssign(turn.api, turn.swap, 'rollback');
  const how = trouble === undefined ? 'it was restored' : `it could not be restored: ${trouble}`;
  const message = joined(`another user released ${to} in between: ${how}`, assign.message);
  return end('fail', 'conflict', message, { traffic: 'unconfirmed', moved: true, autoAssign: assign.state });
}

async function look(api: VercelApi, { projectId, rolls }: SwapPlan): Promise<UndoState> {
  const [project, aliases, rollout] = await Promise.all([
    readProject(api, projectId),
    readAliases(api, projectId),
    rolls ? readRollout(api, projectId) : undefined,
  ]);
  return { project, aliases, rollout };
}

function unfinished(job: AliasJobEnd): string | undefined {
  switch (job.kind) {
    case 'done':
    case 'already':
      return undefined;
    case 'refused':
    case 'not-seen':
      return describe(job.error);
    case 'superseded-by-other-promotion':
      return `another ${job.job.type}, to ${job.job.to}, came in between`;
    case 'failed':
    case 'skipped':
    case 'late':
      return job.job === undefined ? 'Vercel shows no rollback' : `the rollback is ${job.job.status}`;
  }
}

/** What is reported once everything is restored. */
interface Done {
  readonly reason: UndoReason;
  readonly what: string;
  readonly moved: boolean;
  /** Why it cannot be: nothing will change by waiting. */
  readonly trouble?: string | undefined;
}

const UNDONE: Done = { reason: 'swap-undone', what: 'undone', moved: true };
const NOTHING_MOVED: Done = { reason: 'nothing-to-undo', what: 'nothing to undo', moved: false };

async function confirm({ api, swap, tools }: Turn, { reason, what, moved, trouble }: Done): Promise<UndoEnd> {
  const until = trouble === undefined ? Math.min(tools.until, api.clock.now() + SETTLE_MS) : 0;
  const back = await readHomes(api, swap, { ...tools, until });
  const home = nameOf(swap.from, swap.fromCommit);
  const serve = `${what}: ${home} is live on ${count(swap.hosts.length, 'host')}`;
  const places = placesOf(back);
  if (places.length === 0) {
    if (tools.probe !== undefined) return end('pass', reason, serve, { traffic: 'restored', moved });
    const message = `${what}: ${home} is live by Vercel's records; hosts were not asked which build they serve`;
    return end('pass', reason, message, { traffic: 'unconfirmed', moved });
  }
  if (places.every(({ kind }) => kind === 'crons')) {
    const cause = `${serve}; ${CRONS_PENDING}, so release again`;
    return end('unknown', 'crons-pending', cause, {
      traffic: 'unconfirmed',
      moved,
      cronsPending: true,
      differs: places,
    });
  }
  const because = trouble === undefined ? '' : `; ${trouble}`;
  return back.differs.length > 0
    ? end('fail', 'undo-incomplete', `not everything shows ${home} again${because}`, {
        traffic: 'reached',
        moved,
        differs: places,
      })
    : end('unknown', 'undo-unconfirmed', `cannot confirm that everything shows ${home} again${because}`, {
        traffic: 'unconfirmed',
        moved,
        differs: places,
      });
}

type Facts = Pick<UndoEnd, 'traffic' | 'moved'> & Partial<Pick<UndoEnd, 'cronsPending' | 'differs' | 'autoAssign'>>;

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ');
}

function end(verdict: Verdict, reason: UndoReason, cause: string, facts: Facts): UndoEnd {
  const { differs = [] } = facts;
  const message = differs.length === 0 ? cause : `${cause}: ${namePlaces(differs, 5)}`;
  return { verdict, reason, message, cause, cronsPending: false, autoAssign: 'unchanged', ...facts, differs };
}

import { count, describe, nameSome, type Verdict } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import { nameOf } from '../deployment.ts';
import { readAliases } from '../hosts.ts';
import { type AliasJob, isNewer, readProject } from '../project.ts';
import { awaitJob, type JobEnd, runAliasJob } from './alias-job.ts';
import { keepAutoAssign } from './auto-assign.ts';
import { CRONS_STAY, displacedBy, namePlaces, placesOf, SETTLE_MS } from './confirm.ts';
import { moveAliases } from './move-aliases.ts';
import type { SwapPlan } from './plan-swap.ts';
import { asItWent, planUndo, type UndoPlan, type UndoState } from './plan-undo.ts';
import type { ProbeHost } from './read-back.ts';
import { readHomes } from './read-homes.ts';

export type UndoReason =
  | 'swap-undone'
  | 'nothing-to-undo'
  | 'conflict'
  | 'no-previous-deployment'
  /** Users are back, and the cron jobs still run on the candidate: only a new deployment moves them. */
  | 'crons-stayed'
  | 'undo-incomplete'
  | 'undo-unconfirmed';

export interface UndoEnd {
  readonly verdict: Verdict;
  readonly reason: UndoReason;
  readonly message: string;
  /**
   * `restored`: every host was read back and serves what it served before. `unconfirmed`: it was taken back as far as
   * Vercel's word goes, but not every host was seen. `reached`: users may still be on the candidate.
   */
  readonly traffic: 'restored' | 'unconfirmed' | 'reached';
  /** Whether this undo itself asked for anything to be moved. */
  readonly moved: boolean;
  /** Whether users are back and only the cron jobs are not. */
  readonly cronsStayed: boolean;
}

export interface UndoTools {
  readonly probe: ProbeHost | undefined;
  /** When to stop waiting, in milliseconds since the epoch. */
  readonly until: number;
}

const MOST_ROLLBACKS = 2;

/** One look at what is, in an undo that may take several. */
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

/** What a turn came to; to look once more, with one more rollback behind it or none. */
type Came = UndoEnd | { readonly again: 'waited' | 'rollback-failed' };

/**
 * Takes a swap back, from wherever it stands, and reads that back. Safe to run again. A rollback that failed for some
 * names is asked for once more. Throws RemoteError.
 */
export async function undoSwap(api: VercelApi, planned: SwapPlan, tools: UndoTools): Promise<UndoEnd> {
  let [swap, rollbacks] = [planned, 0];
  for (;;) {
    const state = await look(api, swap.projectId);
    const last = state.project.job;
    swap = asItWent(swap, last);
    const plan = planUndo(swap, state, api.clock.now());
    const came = await takeTurn({ api, tools, swap, job: jobOfOurs(swap, last), rollbacks }, plan);
    if (!('again' in came)) return came;
    if (came.again === 'rollback-failed') rollbacks++;
  }
}

async function takeTurn(turn: Turn, plan: UndoPlan): Promise<Came> {
  switch (plan.kind) {
    case 'wait':
      return await waitFor(turn, plan.job);
    case 'rollback':
      return await rollBack(turn, plan);
    case 'reassign':
      return await reassign(turn, plan);
    case 'nothing':
      // A rollback that ended as failed may have moved everything all the same.
      return turn.rollbacks > 0
        ? await withAutoAssign(turn, await confirm(turn, TAKEN_BACK), turn.job)
        : await withAutoAssign(turn, await confirm(turn, NOTHING_MOVED), turn.job);
    case 'conflict':
      return end(
        'fail',
        'conflict',
        `somebody else released since, so nothing was changed: ${nameSome(plan.differs, 5)}`,
        {
          traffic: 'unconfirmed',
          moved: turn.rollbacks > 0,
        },
      );
    case 'no-way-back':
      return end(
        'fail',
        'no-previous-deployment',
        `${turn.swap.to} stays live: nothing was live before it that could be taken back to`,
        { traffic: 'reached', moved: turn.rollbacks > 0 },
      );
  }
}

async function waitFor({ api, swap, tools, rollbacks }: Turn, job: AliasJob): Promise<Came> {
  const what = `the ${job.type} to ${job.to}`;
  api.log.info(`waiting for the end of ${what} (${job.status}) first`);
  if ((await awaitJob(api, swap.projectId, job, tools.until)) !== undefined) return { again: 'waited' };
  const message = `${what} is still ${job.status}`;
  return end('unknown', 'undo-unconfirmed', message, { traffic: 'reached', moved: rollbacks > 0 });
}

async function rollBack(turn: Turn, { to, before }: Extract<UndoPlan, { readonly kind: 'rollback' }>): Promise<Came> {
  const { swap, rollbacks } = turn;
  const job = await askForRollback(turn, to, before);
  if (job.kind === 'failed' && rollbacks + 1 < MOST_ROLLBACKS) return { again: 'rollback-failed' };
  // It was not ours, so it was released after our last look.
  const displaced = displacedBy(job, [swap.to, swap.from]);
  if (displaced !== undefined) return await giveBack(turn, displaced, 'job' in job ? job.job : undefined);
  return await withAutoAssign(turn, await confirm(turn, { ...TAKEN_BACK, trouble: unfinished(job) }), 'rollback');
}

async function reassign(turn: Turn, plan: Extract<UndoPlan, { readonly kind: 'reassign' }>): Promise<UndoEnd> {
  const moved = await moveAliases(turn.api, plan.hosts);
  const trouble = moved.kind === 'moved' ? undefined : moved.message;
  const ended = await confirm(turn, { ...TAKEN_BACK, trouble });
  if (plan.differs.length === 0) return await withAutoAssign(turn, ended, turn.job);
  const left = `${ended.message}; left to whoever moved them since: ${nameSome(plan.differs, 5)}`;
  return { ...ended, verdict: 'fail', reason: 'conflict', message: left, cronsStayed: false };
}

function askForRollback({ api, swap, tools }: Turn, to: string, before: AliasJob | undefined): Promise<JobEnd> {
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
  return { ...ended, message: [ended.message, assign].filter((part) => part !== '').join('; ') };
}

/** Nobody else's release is taken back: it gets production again, and the undo is a conflict. */
async function giveBack(turn: Turn, to: string, last: AliasJob | undefined): Promise<UndoEnd> {
  const trouble = unfinished(await askForRollback(turn, to, last));
  const assign = await keepAutoAssign(turn.api, turn.swap, 'rollback');
  const how = trouble === undefined ? 'it was given back' : `it could not be given back: ${trouble}`;
  const words = [`somebody else released ${to} in between: ${how}`, assign].filter((part) => part !== '');
  return end('fail', 'conflict', words.join('; '), { traffic: 'unconfirmed', moved: true });
}

async function look(api: VercelApi, projectId: string): Promise<UndoState> {
  const [project, aliases] = await Promise.all([readProject(api, projectId), readAliases(api, projectId)]);
  return { project, aliases };
}

function unfinished(job: JobEnd): string | undefined {
  switch (job.kind) {
    case 'done':
    case 'already':
      return undefined;
    case 'refused':
    case 'not-seen':
      return describe(job.error);
    case 'overtaken':
      return `somebody else's ${job.job.type} to ${job.job.to} came in between`;
    case 'failed':
    case 'skipped':
    case 'late':
      return `the rollback is ${job.job?.status ?? 'not to be seen'}`;
  }
}

/** What is said where everything is back. */
interface Done {
  readonly reason: UndoReason;
  readonly what: string;
  readonly moved: boolean;
  /** Why it cannot be: nothing will change by waiting. */
  readonly trouble?: string | undefined;
}

const TAKEN_BACK: Done = { reason: 'swap-undone', what: 'taken back', moved: true };
const NOTHING_MOVED: Done = { reason: 'nothing-to-undo', what: 'nothing to take back', moved: false };

async function confirm({ api, swap, tools }: Turn, { reason, what, moved, trouble }: Done): Promise<UndoEnd> {
  const until = trouble === undefined ? Math.min(tools.until, api.clock.now() + SETTLE_MS) : 0;
  const back = await readHomes(api, swap, { ...tools, until });
  const home = nameOf(swap.from, swap.fromCommit);
  const serve = `${what}: ${count(swap.hosts.length, 'host')} serve ${home} again`;
  const places = placesOf(back);
  if (places.length === 0) {
    if (tools.probe !== undefined) return end('pass', reason, serve, { traffic: 'restored', moved });
    const message = `${what}: everything shows ${home}; which build the hosts serve was not asked`;
    return end('pass', reason, message, { traffic: 'unconfirmed', moved });
  }
  if (places.every(({ kind }) => kind === 'crons')) {
    const message = `${serve}, but ${namePlaces(places, 1)}: ${CRONS_STAY}, so release again`;
    return end('unknown', 'crons-stayed', message, { traffic: 'unconfirmed', moved, cronsStayed: true });
  }
  const words = [trouble, namePlaces(places, 5)].filter((part) => part !== undefined).join('; ');
  return back.differs.length > 0
    ? end('fail', 'undo-incomplete', `not all is back on ${home}: ${words}`, { traffic: 'reached', moved })
    : end('unknown', 'undo-unconfirmed', `not confirmed that all is back on ${home}: ${words}`, {
        traffic: 'unconfirmed',
        moved,
      });
}

type Facts = Pick<UndoEnd, 'traffic' | 'moved'> & { readonly cronsStayed?: boolean };

function end(verdict: Verdict, reason: UndoReason, message: string, facts: Facts): UndoEnd {
  return { verdict, reason, message, cronsStayed: false, ...facts };
}

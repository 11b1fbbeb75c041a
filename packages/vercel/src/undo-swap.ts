import { count, describe, nameSome, type Verdict } from '@lockstep/base';
import { awaitJob, type JobEnd, runAliasJob } from './alias-job.ts';
import { keepAutoAssign } from './auto-assign.ts';
import type { VercelApi } from './client.ts';
import { nameOf } from './deployment.ts';
import { readAliases } from './hosts.ts';
import { moveAliases } from './move-aliases.ts';
import type { SwapPlan } from './plan-swap.ts';
import { asItWent, planUndo, type UndoState } from './plan-undo.ts';
import { type AliasJob, isNewer, readProject } from './project.ts';
import { type Expectation, type ProbeHost, type ReadBack, readBack } from './read-back.ts';

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
}

export interface UndoTools {
  readonly probe: ProbeHost | undefined;
  /** When to stop waiting, in milliseconds since the epoch. */
  readonly until: number;
}

const MOST_ROLLBACKS = 2;
/** How long reads and hosts may lag behind, in milliseconds. */
const SETTLE_MS = 30_000;

/**
 * Takes a swap back, from wherever it stands, and reads that back. Safe to run again. A rollback that failed for some
 * names is asked for once more. Throws RemoteError.
 */
export async function undoSwap(api: VercelApi, planned: SwapPlan, tools: UndoTools): Promise<UndoEnd> {
  let swap = planned;
  for (let rollbacks = 0; ; ) {
    const state = await look(api, swap.projectId);
    swap = asItWent(swap, state.project.job);
    const plan = planUndo(swap, state, api.clock.now());
    const { job: last } = state.project;
    const after = jobOfOurs(swap, last);
    switch (plan.kind) {
      case 'wait':
        api.log.info(`waiting for the end of the ${plan.job.type} to ${plan.job.to} (${plan.job.status}) first`);
        if ((await awaitJob(api, swap.projectId, plan.job, tools.until)) !== undefined) continue;
        return end(
          'unknown',
          'undo-unconfirmed',
          `the ${plan.job.type} to ${plan.job.to} is still ${plan.job.status}`,
          'reached',
        );
      case 'rollback': {
        const { to, before } = plan;
        const job = await runAliasJob(api, {
          verb: 'rollback',
          projectId: swap.projectId,
          to,
          before,
          until: tools.until,
        });
        if (job.kind === 'failed' && ++rollbacks < MOST_ROLLBACKS) continue;
        const displaced = displacedBy(swap, job);
        if (displaced !== undefined) return giveBack(api, swap, displaced, job, tools);
        const ended = await confirm(api, swap, tools, 'swap-undone', 'taken back', unfinished(job));
        return withAutoAssign(api, swap, ended, 'rollback');
      }
      case 'reassign': {
        const moved = await moveAliases(api, plan.hosts);
        const trouble = moved.kind === 'moved' ? undefined : moved.message;
        const ended = await confirm(api, swap, tools, 'swap-undone', 'taken back', trouble);
        if (plan.differs.length === 0) return withAutoAssign(api, swap, ended, after);
        const left = `${ended.message}; left to whoever moved them since: ${nameSome(plan.differs, 5)}`;
        return { ...ended, verdict: 'fail', reason: 'conflict', message: left };
      }
      case 'nothing': {
        const ended = await confirm(api, swap, tools, 'nothing-to-undo', 'nothing to take back');
        return withAutoAssign(api, swap, ended, after);
      }
      case 'conflict':
        return end(
          'fail',
          'conflict',
          `somebody else released since, so nothing was changed: ${nameSome(plan.differs, 5)}`,
          'unconfirmed',
        );
      case 'no-way-back':
        return end(
          'fail',
          'no-previous-deployment',
          `${swap.to} stays live: nothing was live before it that could be taken back to`,
          'reached',
        );
    }
  }
}

/**
 * The job that may have changed the project's setting: an undo that was interrupted may have rolled back and not got
 * further, and a promote that moved nothing may still have switched it on.
 */
function jobOfOurs(swap: SwapPlan, last: AliasJob | undefined): 'promote' | 'rollback' | undefined {
  if (swap.strategy === 'alias' || last === undefined || !isNewer(last, swap.jobBefore)) return undefined;
  if (last.type === 'rollback' && last.to === swap.from) return 'rollback';
  return last.type === 'promote' && last.to === swap.to ? 'promote' : undefined;
}

async function withAutoAssign(
  api: VercelApi,
  swap: SwapPlan,
  ended: UndoEnd,
  after: 'promote' | 'rollback' | undefined,
): Promise<UndoEnd> {
  if (after === undefined) return ended;
  const assign = await keepAutoAssign(api, swap, after);
  return { ...ended, message: [ended.message, assign].filter((part) => part !== '').join('; ') };
}

/** A deployment that our rollback displaced although it was not ours: it was released after our last look. */
function displacedBy(swap: SwapPlan, job: JobEnd): string | undefined {
  const from = job.kind === 'done' ? job.job?.from : undefined;
  return from === undefined || from === swap.to || from === swap.from ? undefined : from;
}

/** Nobody else's release is taken back: it gets production again, and the undo is a conflict. */
async function giveBack(
  api: VercelApi,
  swap: SwapPlan,
  to: string,
  before: JobEnd,
  tools: UndoTools,
): Promise<UndoEnd> {
  const last = 'job' in before ? before.job : undefined;
  const job = await runAliasJob(api, {
    verb: 'rollback',
    projectId: swap.projectId,
    to,
    before: last,
    until: tools.until,
  });
  const trouble = unfinished(job);
  const assign = await keepAutoAssign(api, swap, 'rollback');
  const how = trouble === undefined ? 'it was given back' : `it could not be given back: ${trouble}`;
  const words = [`somebody else released ${to} in between: ${how}`, assign].filter((part) => part !== '');
  return end('fail', 'conflict', words.join('; '), 'unconfirmed');
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

async function confirm(
  api: VercelApi,
  swap: SwapPlan,
  tools: UndoTools,
  reason: UndoReason,
  what: string,
  trouble?: string,
): Promise<UndoEnd> {
  // With trouble already told, nothing will change by waiting.
  const until = trouble === undefined ? Math.min(tools.until, api.clock.now() + SETTLE_MS) : 0;
  const back = await readBackAll(api, swap, { ...tools, until });
  const home = nameOf(swap.from, swap.fromCommit);
  const shown = [...back.differs, ...back.unclear];
  if (shown.length === 0 && tools.probe !== undefined)
    return end('pass', reason, `${what}: ${count(swap.hosts.length, 'host')} serve ${home} again`, 'restored');
  if (shown.length === 0)
    return end(
      'pass',
      reason,
      `${what}: everything shows ${home}; which build the hosts serve was not asked`,
      'unconfirmed',
    );
  // https://vercel.com/docs/cron-jobs: they follow a deployment when it becomes production, and not again after.
  if (shown.every((place) => place.startsWith('crons ')))
    return end(
      'unknown',
      'crons-stayed',
      `${what}: ${count(swap.hosts.length, 'host')} serve ${home} again, but ${nameSome(shown, 1)}: cron jobs that stayed behind move only with a new deployment, so release again`,
      'unconfirmed',
    );
  const words = [trouble, nameSome(shown, 5)].filter((part) => part !== undefined).join('; ');
  return back.differs.length > 0
    ? end('fail', 'undo-incomplete', `not all is back on ${home}: ${words}`, 'reached')
    : end('unknown', 'undo-unconfirmed', `not confirmed that all is back on ${home}: ${words}`, 'unconfirmed');
}

/** Names go back to different deployments where they came from different ones: each group is read on its own. */
async function readBackAll(api: VercelApi, swap: SwapPlan, tools: UndoTools): Promise<ReadBack> {
  const parts: ReadBack[] = [];
  for (const expected of homesOf(swap)) parts.push(await readBack(api, expected, tools));
  return {
    differs: parts.flatMap((part) => part.differs),
    unclear: parts.flatMap((part) => part.unclear),
    confirmed: parts.flatMap((part) => part.confirmed),
    byRecord: parts.flatMap((part) => part.byRecord),
  };
}

function homesOf(swap: SwapPlan): Expectation[] {
  const common = { projectId: swap.projectId, otherCommit: swap.toCommit, crons: swap.crons !== undefined };
  if (swap.strategy === 'promote') {
    if (swap.from === undefined) return [];
    const hosts = swap.hosts.map((move) => move.host);
    return [{ ...common, deploymentId: swap.from, commit: swap.fromCommit, hosts, pointers: true }];
  }
  const homes = new Map<string, string[]>();
  for (const { host, from } of swap.hosts) if (from !== undefined) homes.set(from, [...(homes.get(from) ?? []), host]);
  return [...homes].map(([deploymentId, hosts]) => ({
    ...common,
    deploymentId,
    commit: undefined,
    hosts,
    pointers: false,
  }));
}

function end(verdict: Verdict, reason: UndoReason, message: string, traffic: UndoEnd['traffic']): UndoEnd {
  return { verdict, reason, message, traffic };
}

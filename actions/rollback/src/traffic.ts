import type { SwapPlan, SwapSnapshot, UndoPlan } from '@lockstep/vercel';
import { inFlight, planUndo } from '@lockstep/vercel';
import type { WayBack } from './target.ts';

export type TrafficRefusal =
  | 'foreign-release'
  | 'promotion-in-flight'
  | 'rolling-release'
  | 'target-not-ready'
  | 'target-never-live';

export type TrafficPlan =
  | { readonly kind: 'refuse'; readonly reason: TrafficRefusal; readonly message: string }
  /** Users get somebody else's deployment, and nothing of ours: there is nothing to take back. */
  | { readonly kind: 'left-to-others'; readonly live: string }
  | {
      readonly kind: 'move';
      readonly swap: SwapPlan;
      readonly first: UndoPlan;
      /** When an earlier run moved it there, in milliseconds since the epoch; undefined where none did. */
      readonly movedAt: number | undefined;
    };

/** Decides what happens to the traffic: everything that shows what is left goes to the target, in one job. Pure. */
export function planTraffic(back: WayBack, state: SwapSnapshot, nowMs: number): TrafficPlan {
  const { project, candidate: target } = state;
  const { job } = project;
  const swap = swapOf(back, state);
  const unfit = swap.strategy === 'promote' ? unfitness(state) : undefined;
  if (unfit !== undefined) return unfit;
  const first = planUndo(swap, state, nowMs);
  if (first.kind !== 'conflict') {
    const movedAt = job?.type === 'rollback' && job.to === target.id ? job.requestedAt : undefined;
    return { kind: 'move', swap, first, movedAt };
  }
  if (job !== undefined && inFlight(job, nowMs))
    return refuse('promotion-in-flight', `a ${job.type} to ${job.to} is ${job.status}: wait for its end`);
  const shown = [project.production, ...swap.hosts.map(({ host }) => state.aliases.get(host)?.deploymentId)];
  const nothingOfOurs = shown.every((one) => one !== undefined && one !== swap.to && one !== swap.from);
  // What went through and was then replaced by somebody is not what a person wants to leave.
  const wasOurs = back.takesBack.some(({ state: one }) => one === 'released');
  if (project.production !== undefined && nothingOfOurs && !wasOurs)
    return { kind: 'left-to-others', live: project.production };
  return refuse(
    'foreign-release',
    `somebody else released since: ${first.differs.map(({ shown }) => shown).join(', ')}`,
  );
}

/** Why users cannot be sent there in one job. */
function unfitness({ candidate: target, rollingTo }: SwapSnapshot): TrafficPlan | undefined {
  if (target.readyState !== 'READY' || target.target !== 'production')
    return refuse(
      'target-not-ready',
      `${target.id} is ${target.readyState}, built for ${target.target ?? 'preview'}: it cannot be gone back to`,
    );
  if (target.substate !== undefined && target.substate !== 'PROMOTED')
    return refuse('target-never-live', `${target.id} never had production traffic: release it instead`);
  if (rollingTo !== undefined)
    return refuse('rolling-release', `a rolling release to ${rollingTo} is under way: complete or abort it first`);
  return undefined;
}

/** The move turned round: as if a swap from the target to what is live were to be undone. */
function swapOf(back: WayBack, { project, candidate, productionDomains }: SwapSnapshot): SwapPlan {
  const alone = back.names === undefined ? [] : Object.entries(back.names);
  const isAlias = alone.length > 0 && alone.every(([host]) => !productionDomains.includes(host));
  const leaves = back.leaves ?? candidate.id;
  const hosts = isAlias
    ? alone.map(([host, from]) => ({ host, from: from ?? undefined, to: leaves }))
    : productionDomains.map((host) => ({ host, from: candidate.id, to: leaves }));
  const { job } = project;
  return {
    strategy: isAlias ? 'alias' : 'promote',
    projectId: project.id,
    projectName: project.name,
    from: candidate.id,
    to: leaves,
    fromCommit: back.to.commit ?? candidate.commit,
    toCommit: back.leavesCommit ?? undefined,
    hosts,
    crons: project.crons,
    // Nobody says how it was before a rollback; off is what keeps pushes from going live around the gates.
    autoAssign: back.autoAssign ?? project.autoAssign,
    pinsClients: project.pinsClients,
    // A rollback to here that was interrupted is ours to complete; any other job lies before us.
    jobBefore: job?.type === 'rollback' && job.to === candidate.id ? undefined : job,
    notes: [],
  };
}

function refuse(reason: TrafficRefusal, message: string): TrafficPlan {
  return { kind: 'refuse', reason, message };
}

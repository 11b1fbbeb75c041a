import type { RollbackTarget } from '@lockstep/github';
import type { SwapPlan, SwapSnapshot, UndoPlan } from '@lockstep/vercel';
import { inFlight, planUndo } from '@lockstep/vercel';

export type TrafficRefusal =
  | 'foreign-release'
  | 'promotion-in-flight'
  | 'rolling-release'
  | 'target-not-ready'
  | 'target-never-live';

export type TrafficPlan =
  | { readonly kind: 'refuse'; readonly reason: TrafficRefusal; readonly message: string }
  /** Another deployment is live, and nothing of ours: there is no traffic to roll back. */
  | { readonly kind: 'other-release-live'; readonly live: string; readonly hosts: readonly string[] }
  | {
      readonly kind: 'move';
      readonly swap: SwapPlan;
      readonly first: UndoPlan;
      /** When an earlier run moved it there, in milliseconds since the epoch; undefined where none did. */
      readonly movedAt: number | undefined;
    };

/** Decides what happens to the traffic: everything that shows what is rolled back moves to the target, in one job. Pure. */
export function planTraffic(rollback: RollbackTarget, state: SwapSnapshot, nowMs: number): TrafficPlan {
  const { project, candidate: target } = state;
  const { job } = project;
  const swap = swapOf(rollback, state);
  const unfit = swap.strategy === 'alias' ? undefined : unfitness(state, swap);
  if (unfit !== undefined) return unfit;
  const first = planUndo(swap, state, nowMs);
  if (first.kind !== 'conflict') {
    const movedAt = job?.type === 'rollback' && job.to === target.id ? job.requestedAt : undefined;
    return { kind: 'move', swap, first, movedAt };
  }
  if (job !== undefined && inFlight(job, nowMs))
    return refuse(
      'promotion-in-flight',
      `a ${job.type} to ${job.to} is ${job.status}: wait until it ends, then try again`,
    );
  const shown = [project.production, ...swap.hosts.map(({ host }) => state.aliases.get(host)?.deploymentId)];
  const nothingOfOurs = shown.every((one) => one !== undefined && one !== swap.to && one !== swap.from);
  // A committed release that another user then replaced is not what the caller meant to roll back; a rollback that did not
  // finish has to come to an end.
  const wasOurs = rollback.resumes !== true && rollback.releases.some(({ state: one }) => one === 'released');
  if (project.production !== undefined && nothingOfOurs && !wasOurs)
    return { kind: 'other-release-live', live: project.production, hosts: swap.hosts.map(({ host }) => host) };
  return refuse(
    'foreign-release',
    `another user or tool changed production since: ${first.differs.map(({ shown }) => shown).join(', ')}`,
  );
}

/** Why users cannot be sent there in one job. */
function unfitness({ candidate: target, rollout }: SwapSnapshot, swap: SwapPlan): TrafficPlan | undefined {
  if (target.readyState !== 'READY' || target.target !== 'production')
    return refuse(
      'target-not-ready',
      `${target.id} is ${target.readyState} and built for ${target.target ?? 'preview'}: only a READY production deployment can be a target`,
    );
  if (target.substate !== undefined && target.substate !== 'PROMOTED')
    return refuse('target-never-live', `${target.id} never had production traffic: release it instead`);
  if (rollout === undefined) return undefined;
  const { base = 'an unknown deployment', candidate = 'an unknown deployment' } = rollout;
  if (candidate !== swap.to)
    return refuse('rolling-release', `a rolling release to ${candidate} is under way: complete or abort it first`);
  // Vercel ends it with a rollback to any deployment: it is ended to what its users had, and to nothing else.
  return base === target.id
    ? undefined
    : refuse(
        'rolling-release',
        `a rolling release from ${base} to ${candidate} is under way: roll back to ${base} first, to: finish`,
      );
}

/** The move reversed: as if a swap from the target to what is live were to be undone. */
function swapOf(rollback: RollbackTarget, { project, candidate, productionDomains }: SwapSnapshot): SwapPlan {
  const moved = rollback.aliases === undefined ? [] : Object.entries(rollback.aliases);
  const isAlias = moved.length > 0 && moved.every(([host]) => !productionDomains.includes(host));
  const rolledBack = rollback.from ?? candidate.id;
  const hosts = isAlias
    ? moved.map(([host, from]) => ({ host, from: from ?? undefined, to: rolledBack }))
    : productionDomains.map((host) => ({ host, from: candidate.id, to: rolledBack }));
  const { job } = project;
  return {
    strategy: isAlias ? 'alias' : 'promote',
    projectId: project.id,
    projectName: project.name,
    from: candidate.id,
    to: rolledBack,
    fromCommit: rollback.to.commit ?? candidate.commit,
    toCommit: rollback.fromCommit ?? undefined,
    hosts,
    crons: project.crons,
    // How it was before a rollback is not known; off is what keeps pushes from going live around the gates.
    autoAssign: rollback.autoAssign ?? project.autoAssign,
    pinsClients: project.pinsClients || project.rollingReleases,
    rolls: project.rollingReleases,
    // A rollback to here that was interrupted is ours to complete; any other job came before us.
    jobBefore: job?.type === 'rollback' && job.to === candidate.id ? undefined : job,
    notes: [],
  };
}

function refuse(reason: TrafficRefusal, message: string): TrafficPlan {
  return { kind: 'refuse', reason, message };
}

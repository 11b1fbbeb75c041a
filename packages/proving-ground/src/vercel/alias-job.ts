import { log } from './build-log.ts';
import { makeProduction, point } from './live.ts';
import type { JobPlan } from './plans.ts';
import { Refusal } from './refusal.ts';
import { type AliasJob, type Deployment, hostKey, lastJob, type Person, type Project } from './state.ts';
import { makeId, pause, projectOf, type World } from './world.ts';

export interface Job {
  readonly type: AliasJob['type'];
  readonly deployment: Deployment;
  readonly names: readonly string[];
  readonly by: Person;
  /** The canary of the rolling release that the job ends. */
  readonly fromRollingReleaseId?: string;
  /** Called once all of it is done. */
  readonly succeeded?: () => void;
}

/** Throws Refusal 409 while another one is in flight. */
export function requireNoJob(project: Project): void {
  const job = lastJob(project);
  if (isInFlight(job))
    throw new Refusal(409, 'conflict', `Another ${job.type} to ${job.toDeploymentId} is in progress.`);
}

export function isInFlight(job: AliasJob | undefined): job is AliasJob {
  return job?.status === 'pending' || job?.status === 'in-progress';
}

/** Accepts a job that goes on behind the answer. */
export function startJob(world: World, project: Project, job: Job): void {
  const row: AliasJob = {
    type: job.type,
    fromDeploymentId: project.productionId,
    toDeploymentId: job.deployment.id,
    ...(job.fromRollingReleaseId === undefined ? {} : { fromRollingReleaseId: job.fromRollingReleaseId }),
    requestedAt: world.store.stamp(),
    status: 'pending',
    aliases: job.names.map((name) => ({ id: makeId('', 24), name, status: 'pending', createdAt: world.store.stamp() })),
  };
  record(world, job, row);
  const life = workOff(world, job, row, world.jobs.take());
  world.background(life.catch((error: unknown) => (world.scope.signal.aborted ? undefined : Promise.reject(error))));
}

async function workOff(world: World, job: Job, row: AliasJob, plan: JobPlan): Promise<void> {
  const pending = pause(
    plan.begins === undefined ? (plan.pendingMs ?? 20) : Number.POSITIVE_INFINITY,
    world.scope.signal,
  );
  await Promise.race([pending, ...(plan.begins === undefined ? [] : [plan.begins])]);
  const { end = 'succeeded', failAliases = [] } = plan;
  if (end !== 'succeeded') return record(world, job, { ...row, status: end });
  let now: AliasJob = { ...row, status: 'in-progress' };
  record(world, job, now);
  const failing = failAliases.map(hostKey);
  for (const { name } of row.aliases) {
    await pause(plan.aliasMs ?? 0, world.scope.signal);
    const fails = failing.includes(hostKey(name));
    if (!fails) point(world, name, job.deployment, job.by);
    const status = fails ? ('failed' as const) : ('completed' as const);
    now = { ...now, aliases: now.aliases.map((alias) => (alias.name === name ? { ...alias, status } : alias)) };
    record(world, job, now);
  }
  if (now.aliases.some(({ status }) => status === 'failed')) return record(world, job, { ...now, status: 'failed' });
  makeProduction(world, job.deployment, plan.cronsStay);
  const { id, autoAssign, rolledBack } = projectOf(world, job.deployment);
  const off = job.type === 'rollback' || plan.turnsAutoAssign === 'off';
  const on = autoAssign || rolledBack || plan.turnsAutoAssign === 'on';
  const assignment = off
    ? { autoAssign: false, rolledBack: rolledBack || autoAssign }
    : { autoAssign: on, rolledBack: false };
  world.store.patch('projects', id, assignment);
  log(world, job.deployment.id, 'alias-assigned', job.type);
  record(world, job, { ...now, status: 'succeeded' });
  job.succeeded?.();
}

function record(world: World, { type, deployment }: Job, row: AliasJob): void {
  world.store.patch('projects', deployment.projectId, type === 'promote' ? { promotion: row } : { rollback: row });
}

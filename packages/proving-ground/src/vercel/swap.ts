import { log } from './build-log.ts';
import { makeProduction, point } from './live.ts';
import type { JobPlan } from './plans.ts';
import { Refusal } from './refusal.ts';
import {
  type AliasJob,
  type Deployment,
  hostKey,
  lastJob,
  type Person,
  type Project,
  productionDomains,
  type RollingRelease,
  type State,
} from './state.ts';
import { makeId, pause, projectOf, type World } from './world.ts';

/**
 * Accepts a promotion: 201 and a job that goes on behind the answer, 202 where a rolling release has to end first.
 * Throws Refusal 409 (already current, or another job is in flight) and 422 (not READY, or not of production: the API
 * does not rebuild).
 */
export function requestPromotion(world: World, project: Project, deployment: Deployment, by: Person): 201 | 202 {
  requireSwappable(project, deployment);
  const rolling = activeRelease(project);
  if (project.productionId === deployment.id)
    throw new Refusal(
      409,
      'conflict',
      `The provided deploymentId (${deployment.id}) is already the current production deployment.`,
    );
  requireNoJob(project);
  const at = world.store.stamp();
  if (rolling !== undefined && rolling.canaryDeploymentId !== deployment.id) {
    const queued = { ...rolling, queuedDeploymentId: deployment.id, updatedAt: at };
    world.store.patch('projects', project.id, { rollingRelease: queued });
    return 202;
  }
  if (rolling !== undefined) {
    const complete = { ...rolling, state: 'COMPLETE' as const, updatedAt: at };
    world.store.patch('projects', project.id, { rollingRelease: complete });
  } else if (project.rollingReleases && project.productionId !== null) {
    startRollingRelease(world, project, deployment, at);
    return 201;
  }
  const names = productionDomains(project).map(({ name }) => name);
  startJob(world, project, { type: 'promote', deployment, names, by });
  return 201;
}

/**
 * Accepts a rollback; one during a rolling release ends that. Throws Refusal 402 (Hobby goes back by one deployment only), 409 (another job is in flight) and
 * 422 (already current, or never live).
 */
export function requestRollback(
  world: World,
  project: Project,
  deployment: Deployment,
  { by, description = '' }: { readonly by: Person; readonly description?: string | undefined },
): void {
  requireSwappable(project, deployment);
  const rolling = activeRelease(project);
  if (project.productionId === deployment.id && rolling === undefined)
    throw new Refusal(422, 'unprocessable_entity', `The deployment ${deployment.id} is already in production.`);
  if (deployment.readySubstate !== 'PROMOTED')
    throw new Refusal(422, 'unprocessable_entity', `The deployment ${deployment.id} was never in production.`);
  if (world.team.plan === 'hobby' && project.productionHistory[0] !== deployment.id)
    throw new Refusal(402, 'payment_required', 'Hobby can roll back to the previous production deployment only.');
  requireNoJob(project);
  if (rolling !== undefined) {
    const aborted = { ...rolling, state: 'ABORTED' as const, updatedAt: world.store.stamp() };
    world.store.patch('projects', project.id, { rollingRelease: aborted });
  }
  const note = description === '' ? {} : { rollbackDescription: { text: description, by, at: world.store.stamp() } };
  if (description !== '') world.store.patch('projects', project.id, note);
  startJob(world, project, { type: 'rollback', deployment, names: rolledBackNames(world.store.now, deployment), by });
}

/**
 * The names that a rollback moves: production domains that the current production deployment holds. One that was
 * moved by an alias call points elsewhere, and is left where it is.
 */
export function rolledBackNames(state: State, deployment: Deployment): readonly string[] {
  const project = state.projects.get(deployment.projectId);
  if (project === undefined) return [];
  return productionDomains(project)
    .filter(({ name }) => state.aliases.get(hostKey(name))?.deploymentId === project.productionId)
    .map(({ name }) => name);
}

function activeRelease({ rollingRelease }: Project): RollingRelease | undefined {
  return rollingRelease?.state === 'ACTIVE' ? rollingRelease : undefined;
}

function requireSwappable(project: Project, deployment: Deployment): void {
  const refuse = (why: string) => new Refusal(422, 'unprocessable_entity', `The deployment ${deployment.id} ${why}.`);
  if (deployment.projectId !== project.id) throw refuse('does not belong to the project');
  if (deployment.target !== 'production') throw refuse('is not a production deployment');
  if (deployment.readyState !== 'READY') throw refuse(`is ${deployment.readyState}`);
}

function requireNoJob(project: Project): void {
  const job = lastJob(project);
  if (job?.status === 'pending' || job?.status === 'in-progress')
    throw new Refusal(409, 'conflict', `Another ${job.type} to ${job.toDeploymentId} is in progress.`);
}

function startRollingRelease(world: World, project: Project, canary: Deployment, at: number): void {
  world.store.patch('deployments', canary.id, { readySubstate: 'ROLLING' });
  world.store.patch('projects', project.id, {
    rollingRelease: {
      state: 'ACTIVE',
      currentDeploymentId: project.productionId,
      canaryDeploymentId: canary.id,
      queuedDeploymentId: null,
      percentages: [10, 100],
      activeStage: 0,
      startedAt: at,
      updatedAt: at,
    },
  });
}

interface Job {
  readonly type: AliasJob['type'];
  readonly deployment: Deployment;
  readonly names: readonly string[];
  readonly by: Person;
}

function startJob(world: World, project: Project, job: Job): void {
  const row: AliasJob = {
    type: job.type,
    fromDeploymentId: project.productionId,
    toDeploymentId: job.deployment.id,
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
}

function record(world: World, { type, deployment }: Job, row: AliasJob): void {
  world.store.patch('projects', deployment.projectId, type === 'promote' ? { promotion: row } : { rollback: row });
}

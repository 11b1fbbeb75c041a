import { requireNoJob, startJob } from './alias-job.ts';
import { Refusal } from './refusal.ts';
import { abortRollout, activeRelease, completeRollout, queueRollout, startRollout } from './rollout.ts';
import { type Deployment, hostKey, type Person, type Project, productionDomains, type State } from './state.ts';
import type { World } from './world.ts';

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
  if (rolling !== undefined && rolling.canaryDeploymentId !== deployment.id) {
    queueRollout(world, project, deployment);
    return 202;
  }
  if (rolling !== undefined) completeRollout(world, project, by);
  else if (project.rollingConfig !== null && project.productionId !== null)
    startRollout(world, project, deployment, { config: project.rollingConfig, baseId: project.productionId });
  else {
    const names = productionDomains(project).map(({ name }) => name);
    startJob(world, project, { type: 'promote', deployment, names, by });
  }
  return 201;
}

/** Begins a rolling release; nothing changes where this canary's is under way. Throws Refusal 409 and 422. */
export function requestRollout(world: World, project: Project, deployment: Deployment): void {
  const rolling = activeRelease(project);
  if (rolling?.canaryDeploymentId === deployment.id) return;
  // The words are Vercel's own, and say no more.
  const no = new Refusal(422, 'unprocessable', 'Unable to start rolling release for this canary deployment.');
  if (deployment.projectId !== project.id || deployment.target !== 'production') throw no;
  if (deployment.readyState !== 'READY' || project.productionId === deployment.id) throw no;
  if (rolling !== undefined)
    throw new Refusal(409, 'conflict', `A rolling release of ${rolling.canaryDeploymentId} is already active.`);
  requireNoJob(project);
  if (project.rollingConfig === null || project.productionId === null) throw no;
  startRollout(world, project, deployment, { config: project.rollingConfig, baseId: project.productionId });
}

/**
 * Accepts a rollback; one during a rolling release ends that. Throws Refusal 402 (Hobby goes back by one deployment
 * only), 409 (another job is in flight) and 422 (already current, or never live).
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
  const names = rolledBackNames(world.store.now, deployment);
  if (rolling !== undefined) abortRollout(world, project);
  const note = description === '' ? {} : { rollbackDescription: { text: description, by, at: world.store.stamp() } };
  if (description !== '') world.store.patch('projects', project.id, note);
  const from = rolling === undefined ? {} : { fromRollingReleaseId: rolling.canaryDeploymentId };
  startJob(world, project, { type: 'rollback', deployment, names, by, ...from });
}

/**
 * The names that a rollback moves: production domains that the current production deployment holds, and the canary of a
 * rolling release whose end came over some of them only. One that was moved by an alias call points elsewhere, and is
 * left where it is.
 */
export function rolledBackNames(state: State, deployment: Deployment): readonly string[] {
  const project = state.projects.get(deployment.projectId);
  if (project === undefined) return [];
  const { productionId } = project;
  const canaryId = activeRelease(project)?.canaryDeploymentId ?? productionId;
  return productionDomains(project)
    .filter(({ name }) => {
      const holder = state.aliases.get(hostKey(name))?.deploymentId;
      return holder === productionId || holder === canaryId;
    })
    .map(({ name }) => name);
}

function requireSwappable(project: Project, deployment: Deployment): void {
  const refuse = (why: string) => new Refusal(422, 'unprocessable_entity', `The deployment ${deployment.id} ${why}.`);
  if (deployment.projectId !== project.id) throw refuse('does not belong to the project');
  if (deployment.target !== 'production') throw refuse('is not a production deployment');
  if (deployment.readyState !== 'READY') throw refuse(`is ${deployment.readyState}`);
}

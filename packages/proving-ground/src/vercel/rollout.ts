import { isInFlight, requireNoJob, startJob } from './alias-job.ts';
import { Refusal } from './refusal.ts';
import {
  canaryPercentage,
  isLastStage,
  type RollingConfig,
  type RollingRelease,
  type RollingStage,
} from './rolling-state.ts';
import type { Evaluation } from './rollout-gate.ts';
import { type Deployment, lastJob, type Person, type Project, productionDomains } from './state.ts';
import { projectOf, type World } from './world.ts';

/** The rolling release that is under way. */
export function activeRelease({ rollingRelease }: Project): RollingRelease | undefined {
  return rollingRelease?.state === 'ACTIVE' ? rollingRelease : undefined;
}

/** Begins with the first stage of the project's configuration as it is now, which no later change of that alters. */
export function startRollout(
  world: World,
  project: Project,
  canary: Deployment,
  { config, baseId }: { readonly config: RollingConfig; readonly baseId: string },
): void {
  const at = world.store.stamp();
  const { advancementType, canaryResponseHeader, gate } = config;
  world.store.patch('deployments', canary.id, { readySubstate: 'ROLLING' });
  put(world, project.id, {
    state: 'ACTIVE',
    substate: null,
    advancementType,
    currentDeploymentId: baseId,
    canaryDeploymentId: canary.id,
    queuedDeploymentId: null,
    stages: config.stages.map((stage) => clonedStage(config, stage)),
    activeStage: 0,
    canaryResponseHeader,
    ...(gate === undefined ? {} : { gate }),
    stageBeganAt: world.rolloutTime.now(),
    gateFrom: world.rolloutTime.now(),
    evaluations: [],
    switchedAt: at,
    percentageBefore: 0,
    startedAt: at,
    updatedAt: at,
  });
}

function clonedStage(
  { advancementType }: RollingConfig,
  { targetPercentage, duration, requireApproval, linearShift = false }: RollingConfig['stages'][number],
): RollingStage {
  const isLast = targetPercentage === 100;
  const byHand = !isLast && (requireApproval ?? advancementType === 'manual-approval');
  // Minutes there, seconds here.
  const seconds = isLast || byHand || duration === undefined ? null : duration * 60;
  return { targetPercentage, requireApproval: byHand, duration: seconds, linearShift };
}

/** Goes to a stage: by an approval, or because its time has come. The last one is all of the traffic, and ends it. */
export function enterStage(world: World, project: Project, index: number, how: { by: Person; beganAt: number }): void {
  const release = requireActive(project);
  const at = world.store.stamp();
  const { pausedAt: _, ...going } = release;
  const percentageBefore = canaryPercentage(release, how.beganAt);
  const moved = { activeStage: index, stageBeganAt: how.beganAt, switchedAt: at, percentageBefore, updatedAt: at };
  // Somebody who goes on in spite of the gate has it look anew.
  const anew = release.substate === 'PAUSED' ? { gateFrom: how.beganAt, evaluations: [] } : {};
  put(world, project.id, { ...going, substate: null, ...moved, ...anew });
  if (index === release.stages.length - 1) finish(world, project.id, how.by);
}

/** All traffic to the canary now, whatever the stage. Asked again while it is on the way, it goes on. */
export function completeRollout(world: World, project: Project, by: Person): void {
  const release = requireActive(project);
  if (isInFlight(lastJob(project))) return;
  if (isLastStage(release)) finish(world, project.id, by);
  else enterStage(world, project, release.stages.length - 1, { by, beganAt: world.rolloutTime.now() });
}

/** Ends it where it is: from this moment the base has all of the traffic again, and what was queued does not begin. */
export function abortRollout(world: World, project: Project): void {
  const release = requireActive(project);
  requireNoJob(project);
  const at = world.store.stamp();
  const percentageBefore = canaryPercentage(release, world.rolloutTime.now());
  const { pausedAt: _, ...ended } = release;
  put(world, project.id, {
    ...ended,
    ...{ state: 'ABORTED', substate: null, percentageBefore, switchedAt: at, updatedAt: at },
  });
  // It has seen production traffic, which is what the word says: https://vercel.com/docs/rest-api
  world.store.patch('deployments', release.canaryDeploymentId, { readySubstate: 'PROMOTED' });
}

/** Stands still at the share that it has come to, until somebody goes on with it or ends it. */
export function pauseRollout(world: World, project: Project): void {
  const release = requireActive(project);
  const pausedAt = canaryPercentage(release, world.rolloutTime.now());
  put(world, project.id, { ...release, substate: 'PAUSED', pausedAt, updatedAt: world.store.stamp() });
}

export function queueRollout(world: World, project: Project, deployment: Deployment): void {
  const release = requireActive(project);
  put(world, project.id, { ...release, queuedDeploymentId: deployment.id, updatedAt: world.store.stamp() });
}

export function recordEvaluation(world: World, project: Project, evaluations: readonly Evaluation[]): void {
  put(world, project.id, { ...requireActive(project), evaluations });
}

/** The names follow by a job; until it has ended the release is active, at all of the traffic. */
function finish(world: World, projectId: string, by: Person): void {
  const project = known(world, projectId);
  const release = requireActive(project);
  const deployment = world.store.now.deployments.get(release.canaryDeploymentId);
  if (deployment === undefined) throw new Error(`the stand-in lost deployment ${release.canaryDeploymentId}`);
  const names = productionDomains(project).map(({ name }) => name);
  const succeeded = () => {
    const done = requireActive(projectOf(world, deployment));
    put(world, projectId, { ...done, state: 'COMPLETE', updatedAt: world.store.stamp() });
    startQueued(world, projectId, done);
  };
  startJob(world, project, { type: 'promote', deployment, names, by, succeeded });
}

function startQueued(
  world: World,
  projectId: string,
  { queuedDeploymentId, canaryDeploymentId }: RollingRelease,
): void {
  const queued = world.store.now.deployments.get(queuedDeploymentId ?? '');
  const project = known(world, projectId);
  if (queued === undefined || project.rollingConfig === null) return;
  startRollout(world, project, queued, { config: project.rollingConfig, baseId: canaryDeploymentId });
}

export function requireActive(project: Project): RollingRelease {
  const release = activeRelease(project);
  if (release === undefined) throw new Refusal(404, 'not_found', 'There is no active rolling release.');
  return release;
}

function put(world: World, projectId: string, rollingRelease: RollingRelease): void {
  world.store.patch('projects', projectId, { rollingRelease });
}

function known(world: World, projectId: string): Project {
  const project = world.store.now.projects.get(projectId);
  if (project === undefined) throw new Error(`the stand-in lost project ${projectId}`);
  return project;
}

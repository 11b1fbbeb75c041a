import type { RollingRelease } from './rolling-state.ts';
import { activeRelease, enterStage, pauseRollout, recordEvaluation } from './rollout.ts';
import { evaluate, nextEvaluation, trips } from './rollout-gate.ts';
import type { Project } from './state.ts';
import { requestRollback } from './swap.ts';
import type { World } from './world.ts';

/** Goes on with every rolling release by now: what happens at its time happens in the order of the times. */
export function goOnByTime(world: World): void {
  for (const { id } of world.store.now.projects.values()) while (nextStep(world, id));
}

/** True where something was due. */
function nextStep(world: World, projectId: string): boolean {
  const project = world.store.now.projects.get(projectId);
  const release = project === undefined ? undefined : activeRelease(project);
  if (project === undefined || release === undefined) return false;
  const stage = endOfStage(release) ?? Number.POSITIVE_INFINITY;
  const gate = nextEvaluation(release) ?? Number.POSITIVE_INFINITY;
  if (Math.min(stage, gate) > world.rolloutTime.now()) return false;
  if (gate <= stage) look(world, project, release, gate);
  else enterStage(world, project, release.activeStage + 1, { by: world.user, beganAt: stage });
  return true;
}

function endOfStage({ substate, stages, activeStage, stageBeganAt }: RollingRelease): number | undefined {
  const stage = stages[activeStage];
  if (stage === undefined || stage.duration === null || substate === 'PAUSED') return undefined;
  return stageBeganAt + stage.duration * 1_000;
}

/** The platform's own gate looks, and acts where it has found enough. */
function look(world: World, project: Project, release: RollingRelease, at: number): void {
  const evaluations = [...release.evaluations, evaluate(release, world.rolloutSamples, at)];
  recordEvaluation(world, project, evaluations);
  if (release.gate === undefined || !trips(release.gate, evaluations)) return;
  const now = world.store.now.projects.get(project.id) ?? project;
  const base = world.store.now.deployments.get(release.currentDeploymentId);
  if (release.gate.action === 'pause' || base === undefined) pauseRollout(world, now);
  else requestRollback(world, now, base, { by: world.user, description: 'The gate of the rolling release failed.' });
}

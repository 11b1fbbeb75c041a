import { canaryPercentage, isLastStage, type RollingRelease } from './rolling-state.ts';
import type { State } from './state.ts';

/** A rolling release as `GET /v1/projects/{id}/rolling-release` words it. */
export function rollingReleaseJson(state: State, release: RollingRelease, now: number): object {
  const stages = release.stages.map((stage, index) => ({
    index,
    isFinalStage: stage.targetPercentage === 100,
    ...stage,
  }));
  const active = stages[release.activeStage] ?? null;
  const isActive = release.state === 'ACTIVE';
  return {
    state: release.state,
    substate: release.substate,
    advancementType: release.advancementType,
    currentDeployment: brief(state, release.currentDeploymentId),
    canaryDeployment: brief(state, release.canaryDeploymentId),
    queuedDeploymentId: release.queuedDeploymentId,
    stages,
    activeStage: release.state === 'ABORTED' ? null : active,
    nextStage: isActive && !isLastStage(release) ? (stages[release.activeStage + 1] ?? null) : null,
    currentCanaryPercentage: release.state === 'ABORTED' ? 0 : canaryPercentage(release, now),
    startedAt: release.startedAt,
    updatedAt: release.updatedAt,
  };
}

function brief(state: State, deploymentId: string): object | null {
  const row = state.deployments.get(deploymentId);
  if (row === undefined) return null;
  const { id, name, url, createdAt, readyState, readyAt = createdAt, source } = row;
  return { id, name, url, target: 'production', source, createdAt, readyState, readyStateAt: readyAt };
}

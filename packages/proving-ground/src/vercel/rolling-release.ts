import { requireProject } from './access.ts';
import { param, type Route } from './api.ts';
import type { RollingRelease, State } from './state.ts';

export const rollingReleaseRoutes: readonly Route[] = [
  {
    method: 'GET',
    paths: ['/v1/projects/:project/rolling-release'],
    answer: (_world, call) => {
      const { rollingRelease: release } = requireProject(call.state, call.access, param(call, 'project'));
      const wanted = call.query.get('state');
      const shown = release !== undefined && (wanted === null || release.state === wanted) ? release : undefined;
      return {
        status: 200,
        body: { rollingRelease: shown === undefined ? null : rollingReleaseJson(call.state, shown) },
      };
    },
  },
  {
    method: 'GET',
    paths: ['/v1/projects/:project/rolling-release/config'],
    answer: (_world, call) => {
      const { rollingReleases } = requireProject(call.state, call.access, param(call, 'project'));
      const stages = [{ targetPercentage: 10, requireApproval: true }, { targetPercentage: 100 }];
      const config = { target: 'production', enabled: true, advancementType: 'manual-approval', stages };
      return { status: 200, body: { rollingRelease: rollingReleases ? config : null } };
    },
  },
];

function rollingReleaseJson(state: State, release: RollingRelease): object {
  const stages = release.percentages.map((targetPercentage, index) => ({
    index,
    isFinalStage: targetPercentage === 100,
    targetPercentage,
    requireApproval: true,
    duration: null,
  }));
  const brief = (id: string | null) => {
    const row = id === null ? undefined : state.deployments.get(id);
    if (row === undefined) return null;
    const { name, url, createdAt, readyState, source } = row;
    return { id: row.id, name, url, target: 'production', source, createdAt, readyState };
  };
  return {
    state: release.state,
    substate: null,
    advancementType: 'manual-approval',
    currentDeployment: brief(release.currentDeploymentId),
    canaryDeployment: brief(release.canaryDeploymentId),
    queuedDeploymentId: release.queuedDeploymentId,
    stages,
    activeStage: release.state === 'ACTIVE' ? (stages[release.activeStage] ?? null) : null,
    nextStage: release.state === 'ACTIVE' ? (stages[release.activeStage + 1] ?? null) : null,
    currentCanaryPercentage: release.percentages[release.activeStage] ?? 0,
    startedAt: release.startedAt,
    updatedAt: release.updatedAt,
  };
}

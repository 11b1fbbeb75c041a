import { log } from './build-log.ts';
import { makeProduction, point } from './live.ts';
import { activeRelease, startRollout } from './rollout.ts';
import { type Deployment, type Project, productionDomains } from './state.ts';
import { projectOf, type World } from './world.ts';

/**
 * What the platform points to a deployment by itself once it is ready: the production domains of a production
 * deployment (unless it is staged, then nothing), or the names of its branch.
 */
export function assignOwnNames(world: World, id: string): void {
  const { store } = world;
  const deployment = store.now.deployments.get(id);
  if (deployment === undefined) throw new Error(`the stand-in lost deployment ${id}`);
  const project = projectOf(world, deployment);
  if (deployment.target === 'production') {
    // Both as it was made and now: a rollback while it was being built keeps it from the domains.
    if (!deployment.autoAssign || !project.autoAssign) return;
    // A push is a promotion too: it begins a rolling release, or changes nothing where one is under way.
    if (activeRelease(project) !== undefined) return;
    const { rollingConfig: config, productionId: baseId } = project;
    if (config !== null && baseId !== null) {
      startRollout(world, project, deployment, { config, baseId });
      return;
    }
    for (const { name } of productionDomains(project)) point(world, name, deployment, deployment.creator);
    makeProduction(world, deployment);
    log(world, id, 'alias-assigned', 'production');
  } else {
    for (const name of branchNames(world, project, deployment)) point(world, name, deployment, deployment.creator);
    store.patch('deployments', id, { aliasAssignedAt: store.stamp() });
  }
}

function branchNames(world: World, project: Project, { branch, target }: Deployment): readonly string[] {
  const environment = project.customEnvironments.find(({ slug }) => slug === target);
  const own = project.domains.filter(
    ({ verified, gitBranch, customEnvironmentId }) =>
      verified &&
      ((gitBranch !== undefined && gitBranch === branch) ||
        (customEnvironmentId !== undefined && customEnvironmentId === environment?.id)),
  );
  const automatic =
    branch === undefined ? [] : [`${project.name}-git-${branch.replace(/[^a-z0-9]+/gi, '-')}.${world.suffix}`];
  return [...automatic, ...own.map(({ name }) => name)].map((name) => name.toLowerCase());
}

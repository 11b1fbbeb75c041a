import { log } from './build-log.ts';
import { type Deployment, hostKey, type Person, type Project, productionDomains } from './state.ts';
import { makeId, projectOf, type World } from './world.ts';

/** Points a name to a deployment. It leaves its old holder in the same instant. Returns who held it. */
export function point(world: World, name: string, deployment: Deployment, person: Person): string | null {
  const { store } = world;
  const key = hostKey(name);
  const old = store.now.aliases.get(key);
  const at = store.stamp();
  store.put('aliases', key, {
    uid: old?.uid ?? makeId('', 24),
    name: old?.name ?? name,
    creator: old?.creator ?? person,
    createdAt: old?.createdAt ?? at,
    updatedAt: at,
    deploymentId: deployment.id,
    previousDeploymentId: old?.deploymentId ?? null,
    projectId: deployment.projectId,
    ownerId: deployment.ownerId,
  });
  return old?.deploymentId ?? null;
}

/** Makes a deployment the project's production: the pointer, its crons, its substate. Names are moved apart from it. */
export function makeProduction(world: World, deployment: Deployment, cronsStay = false): Project {
  const { store } = world;
  const project = projectOf(world, deployment);
  store.patch('deployments', deployment.id, { readySubstate: 'PROMOTED', aliasAssignedAt: store.stamp() });
  const history = project.productionId === null ? [] : [project.productionId];
  return store.patch('projects', project.id, {
    productionId: deployment.id,
    productionHistory: [...history, ...project.productionHistory].filter((id) => id !== deployment.id),
    ...(cronsStay ? {} : { crons: { deploymentId: deployment.id, updatedAt: store.stamp() } }),
    updatedAt: store.stamp(),
  });
}

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

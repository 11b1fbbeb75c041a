import { type Deployment, hostKey, type Person, type Project } from './state.ts';
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

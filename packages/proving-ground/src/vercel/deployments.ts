import { requireDeployment, requireProject } from './access.ts';
import { param, type Route } from './api.ts';
import { log } from './build-log.ts';
import { createDeployment } from './create-deployment.ts';
import { deploymentItemJson, deploymentJson } from './deployment-json.ts';
import { page } from './page.ts';
import { Refusal } from './refusal.ts';
import { aliasesOf, type Deployment, hostKey, type State } from './state.ts';
import type { World } from './world.ts';

const WAITING = ['QUEUED', 'INITIALIZING', 'BUILDING', 'BLOCKED'];

export const deploymentRoutes: readonly Route[] = [
  {
    method: 'POST',
    paths: ['/v13/deployments'],
    answer: (world, call) => {
      const deployment = createDeployment(world, call);
      return { status: 200, body: deploymentJson(world, world.store.now, deployment) };
    },
  },
  {
    method: 'GET',
    paths: ['/v13/deployments/:id'],
    answer: (world, call) => {
      const deployment = requireDeployment(world, call.state, call.access, param(call, 'id'));
      return { status: 200, body: deploymentJson(world, call.state, deployment) };
    },
  },
  {
    method: 'GET',
    paths: ['/v6/deployments', '/v7/deployments'],
    answer: (world, { state, access, query }) => {
      const named = query.get('projectId') ?? query.get('app') ?? access.projectId;
      const only = named == null ? undefined : requireProject(state, access, named).id;
      const rows = [...state.deployments.values()].filter(
        (row) =>
          row.ownerId === access.ownerId &&
          (only === undefined || row.projectId === only) &&
          wanted(row, query, isRollbackCandidate(state, row)),
      );
      const { items, pagination } = page(rows, (row) => row.createdAt, query);
      const deployments = items.map((row) => deploymentItemJson(world, row, isRollbackCandidate(state, row)));
      return { status: 200, body: { deployments, pagination } };
    },
  },
  {
    method: 'GET',
    paths: ['/v11/deployments/:id/builds'],
    answer: (world, call) => {
      const { id, readyState } = requireDeployment(world, call.state, call.access, param(call, 'id'));
      const build = { id: `bld_${id.slice(4, 13)}`, deploymentId: id, entrypoint: '.', readyState, output: [] };
      return { status: 200, body: { builds: [build] } };
    },
  },
  {
    method: 'PATCH',
    paths: ['/v12/deployments/:id/cancel'],
    answer: (world, call) => {
      const { id } = requireDeployment(world, world.store.now, call.access, param(call, 'id'));
      return { status: 200, body: deploymentJson(world, world.store.now, cancel(world, id)) };
    },
  },
  {
    method: 'DELETE',
    paths: ['/v13/deployments/:id'],
    answer: (world, call) => {
      const { id } = requireDeployment(world, world.store.now, call.access, param(call, 'id'));
      remove(world, id);
      return { status: 200, body: { uid: id, state: 'DELETED' } };
    },
  },
];

/** Takes a deployment away, and every name that led to it. */
function remove(world: World, id: string): void {
  world.building.get(id)?.abort();
  for (const { name } of aliasesOf(world.store.now, id)) world.store.drop('aliases', hostKey(name));
  world.store.drop('deployments', id);
}

/** Stops a build that is under way. Throws Refusal 400 where there is none. */
export function cancel(world: World, id: string): Deployment {
  const deployment = world.store.now.deployments.get(id);
  if (deployment === undefined || !WAITING.includes(deployment.readyState))
    throw new Refusal(400, 'bad_request', `The deployment ${id} is ${deployment?.readyState} and cannot be canceled.`);
  world.building.get(id)?.abort();
  world.store.patch('deployments', id, { readyState: 'CANCELED', canceledAt: world.store.stamp() });
  log(world, id, 'deployment-state', 'CANCELED');
  return world.store.now.deployments.get(id) ?? deployment;
}

/** Was live, is not, and could be again. */
function isRollbackCandidate(state: State, deployment: Deployment): boolean {
  const { readySubstate, id, projectId } = deployment;
  return readySubstate === 'PROMOTED' && state.projects.get(projectId)?.productionId !== id;
}

function wanted(row: Deployment, query: URLSearchParams, candidate: boolean): boolean {
  const is = (name: string, test: (value: string) => boolean) => {
    const value = query.get(name);
    return value === null || test(value);
  };
  // Undocumented; sent by Vercel's CLI for `list --meta` (packages/cli/src/commands/list/index.ts).
  const metas = [...query].filter(([name]) => name.startsWith('meta-'));
  return (
    metas.every(([name, value]) => row.meta[name.slice('meta-'.length)] === value) &&
    is('target', (target) => row.target === target) &&
    is('state', (states) => states.split(',').includes(row.readyState)) &&
    is('sha', (sha) => row.commit === sha) &&
    is('branch', (branch) => row.branch === branch) &&
    is('users', (users) => users.split(',').includes(row.creator.id)) &&
    is('rollbackCandidate', (flag) => (flag === 'true' ? candidate : true))
  );
}

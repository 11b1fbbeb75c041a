import { requireDeployment, requireProject } from './access.ts';
import { type Call, param, type Route } from './api.ts';
import { page } from './page.ts';
import type { AliasJob } from './state.ts';
import { requestPromotion, requestRollback } from './swap.ts';
import type { World } from './world.ts';

export const promotionRoutes: readonly Route[] = [
  {
    method: 'POST',
    paths: ['/v10/projects/:project/promote/:deployment'],
    answer: (world, call) => {
      const { project, deployment } = subjects(world, call);
      return { status: requestPromotion(world, project, deployment, call.access.person) };
    },
  },
  {
    method: 'POST',
    // v1 is in the description, v9 is what Vercel's CLI calls.
    paths: ['/v1/projects/:project/rollback/:deployment', '/v9/projects/:project/rollback/:deployment'],
    answer: (world, call) => {
      const { project, deployment } = subjects(world, call);
      const description = call.query.get('description') ?? '';
      requestRollback(world, project, deployment, { by: call.access.person, description });
      return { status: 201 };
    },
  },
  {
    method: 'GET',
    paths: ['/v1/projects/:project/promote/aliases', '/v9/projects/:project/promote/aliases'],
    answer: (_world, call) => {
      const { promotion } = requireProject(call.state, call.access, param(call, 'project'));
      return { status: 200, body: jobAliases(promotion, call) };
    },
  },
  {
    method: 'GET',
    paths: ['/v1/projects/:project/rollback/aliases', '/v9/projects/:project/rollback/aliases'],
    answer: (_world, call) => {
      const { rollback } = requireProject(call.state, call.access, param(call, 'project'));
      return { status: 200, body: jobAliases(rollback, call) };
    },
  },
];

function subjects(world: World, call: Call) {
  const { now } = world.store;
  const project = requireProject(now, call.access, param(call, 'project'));
  return { project, deployment: requireDeployment(world, now, call.access, param(call, 'deployment')) };
}

/** `{}` where there never was a job. */
function jobAliases(job: AliasJob | undefined, { query }: Call): object {
  if (job === undefined) return {};
  const rows = job.aliases.filter(({ status }) => query.get('failedOnly') !== 'true' || status === 'failed');
  const { items, pagination } = page(rows, (row) => row.createdAt, query);
  return { aliases: items.map(({ id, name, status }) => ({ alias: name, id, status })), pagination };
}

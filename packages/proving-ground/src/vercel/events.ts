import { requireDeployment } from './access.ts';
import { param, type Route } from './api.ts';
import { aliasesOf, type BuildEvent, type Deployment, type State } from './state.ts';

/** The build log. `follow` is not modelled: the answer holds what there is, and ends. */
export const eventRoutes: readonly Route[] = [
  {
    method: 'GET',
    // The second is what Vercel's CLI calls, with `format=lines`.
    paths: ['/v3/deployments/:id/events', '/v3/now/deployments/:id/events'],
    answer: (world, call) => {
      const deployment = requireDeployment(world, call.state, call.access, param(call, 'id'));
      const events = deployment.events.map((event) => eventJson(call.state, deployment, event));
      if (call.query.get('direction') === 'backward') events.reverse();
      const limit = Number(call.query.get('limit') ?? -1);
      const shown = limit > 0 ? events.slice(0, limit) : events;
      if (call.query.get('format') !== 'lines') return { status: 200, body: shown };
      const lines = shown.map((event) => `${JSON.stringify(event)}\n`).join('');
      return { status: 200, headers: { 'content-type': 'application/stream+json' }, body: lines };
    },
  },
];

function eventJson(state: State, deployment: Deployment, { type, at, text }: BuildEvent): object {
  const about = { type, date: at, deploymentId: deployment.id };
  if (type === 'alias-assigned') {
    const alias = aliasesOf(state, deployment.id).map(({ name }) => name);
    return { ...about, alias, aliasError: deployment.aliasError ?? null, aliasWarning: null };
  }
  return {
    ...about,
    id: String(at),
    serial: String(at),
    created: at,
    text,
    ...(type === 'stderr' ? { level: 'error' } : {}),
    info: { type: 'build', name: `bld_${deployment.id.slice(4, 13)}`, entrypoint: '.' },
  };
}

import { describe } from '@lockstep/base';
import type { VercelApi } from './client.ts';
import { type Deployment, readDeployment } from './deployment.ts';

const OVER = ['READY', 'ERROR', 'CANCELED'];

/** Ends a build that is under way, and reads that back. Returns the deployment as it is then. Throws RemoteError. */
export async function cancelBuild(api: VercelApi, id: string): Promise<Deployment> {
  const before = await readDeployment(api, id);
  if (OVER.includes(before.readyState)) return before;
  const answer = await api.change('PATCH', `/v12/deployments/${encodeURIComponent(id)}/cancel`);
  if (answer.kind !== 'accepted') api.log.warning(describe(answer.error));
  return readDeployment(api, id);
}

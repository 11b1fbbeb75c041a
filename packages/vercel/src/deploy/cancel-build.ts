import { describe } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import { type Deployment, readDeployment } from '../deployment.ts';

const OVER = ['READY', 'ERROR', 'CANCELED'];

/** Ends a build that is under way, and reads that back. Throws RemoteError. */
export async function cancelBuild(
  api: VercelApi,
  id: string,
): Promise<{ readonly cancelled: boolean; readonly deployment: Deployment }> {
  const before = await readDeployment(api, id);
  if (OVER.includes(before.readyState)) return { cancelled: false, deployment: before };
  const answer = await api.change('PATCH', `/v12/deployments/${encodeURIComponent(id)}/cancel`);
  if (answer.kind !== 'accepted') api.log.warning(describe(answer.error));
  const deployment = await readDeployment(api, id);
  return { cancelled: deployment.readyState === 'CANCELED', deployment };
}

import { RemoteError } from '@lockstep/base';
import { at, textAt } from '../answer.ts';
import type { VercelApi } from '../client.ts';
import { type Deployment, readDeployment } from '../deployment.ts';
import { type AliasRow, readAliases, readProductionDomains } from '../hosts.ts';
import { readProject, type VercelProject } from '../project.ts';

/** Everything that a swap is planned by, as it is on Vercel now. */
export interface SwapSnapshot {
  readonly project: VercelProject;
  readonly candidate: Deployment;
  /** What the production pointer names; undefined where nothing is live yet, or it was deleted. */
  readonly current: Deployment | undefined;
  readonly productionDomains: readonly string[];
  readonly aliases: ReadonlyMap<string, AliasRow>;
  /** The canary of a rolling release under way. */
  readonly rollingTo: string | undefined;
}

/** Six reads, and one more for every hundred domains or aliases. Throws RemoteError. */
export async function readSwapSnapshot(
  api: VercelApi,
  projectIdOrName: string,
  candidateId: string,
): Promise<SwapSnapshot> {
  const project = await readProject(api, projectIdOrName);
  const [candidate, current, productionDomains, aliases, rollingTo] = await Promise.all([
    readDeployment(api, candidateId),
    project.production === undefined ? undefined : readIfKept(api, project.production),
    readProductionDomains(api, project.id),
    readAliases(api, project.id),
    readRollingRelease(api, project.id),
  ]);
  return { project, candidate, current, productionDomains, aliases, rollingTo };
}

/** A live deployment may have been deleted by a retention policy: then there is nothing to know of it. */
async function readIfKept(api: VercelApi, id: string): Promise<Deployment | undefined> {
  try {
    return await readDeployment(api, id);
  } catch (error) {
    if (error instanceof RemoteError && (error.status === 404 || error.status === 410)) return undefined;
    throw error;
  }
}

/** Plans without rolling releases refuse the question; then there is none. */
async function readRollingRelease(api: VercelApi, projectId: string): Promise<string | undefined> {
  try {
    const body = await api.read(`/v1/projects/${encodeURIComponent(projectId)}/rolling-release`, { state: 'ACTIVE' });
    return at(body, 'rollingRelease', 'state') === 'ACTIVE'
      ? (textAt(body, 'rollingRelease', 'canaryDeployment', 'id') ?? 'a canary')
      : undefined;
  } catch (error) {
    if (error instanceof RemoteError && [402, 403, 404].includes(error.status ?? 0)) return undefined;
    throw error;
  }
}

import { RemoteError } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import { type Deployment, readDeployment } from '../deployment.ts';
import { type AliasRow, readAliases, readProductionDomains } from '../hosts.ts';
import { readProject, type VercelProject } from '../project.ts';
import { type RollingSettings, readRollingConfig } from '../rolling/rolling-config.ts';
import { type Rollout, readRollout } from '../rolling/rollout.ts';

/** Everything that a swap is planned by, as it is on Vercel now. */
export interface SwapSnapshot {
  readonly project: VercelProject;
  readonly candidate: Deployment;
  /** What the production pointer names; undefined where nothing is live yet, or it was deleted. */
  readonly current: Deployment | undefined;
  readonly productionDomains: readonly string[];
  readonly aliases: ReadonlyMap<string, AliasRow>;
  /** The rolling release that is under way. */
  readonly rollout: Rollout | undefined;
  /** What a new one begins with. */
  readonly rolling: RollingSettings;
}

/** Six or seven reads, and one more for every hundred domains or aliases. Throws RemoteError. */
export async function readSwapSnapshot(
  api: VercelApi,
  projectIdOrName: string,
  candidateId: string,
): Promise<SwapSnapshot> {
  const project = await readProject(api, projectIdOrName);
  const [candidate, current, productionDomains, aliases, rollout, rolling] = await Promise.all([
    readDeployment(api, candidateId),
    project.production === undefined ? undefined : readIfKept(api, project.production),
    readProductionDomains(api, project.id),
    readAliases(api, project.id),
    readRollout(api, project.id),
    project.rollingReleases ? readRollingConfig(api, project.id) : ({ kind: 'off' } as const),
  ]);
  return { project, candidate, current, productionDomains, aliases, rollout, rolling };
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

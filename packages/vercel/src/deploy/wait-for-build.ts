import { at, type Delays, describe, pause, RemoteError } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import { type Deployment, deploymentOf } from '../deployment.ts';

/** How a build ended. `late`: it was still running at the deadline; `deployment` is as it was last seen. */
export interface BuildEnd {
  readonly kind: 'ready' | 'failed' | 'cancelled' | 'blocked' | 'checks-failed' | 'alias-failed' | 'late';
  readonly deployment: Deployment;
}

const DELAYS: Delays = [500, 500, 1_000, 1_000, 2_000, 3_000, 5_000, 10_000];

/**
 * Waits for a deployment until `until` (milliseconds since the epoch). A staged deployment is done when it is READY:
 * Vercel never assigns it anything. BLOCKED and CANCELED never change on their own, so they are ends. Calls that fail on
 * the way are tried again until the deadline: the build goes on without us.
 */
export async function waitForBuild(api: VercelApi, created: Deployment, until: number): Promise<BuildEnd> {
  const path = `/v13/deployments/${encodeURIComponent(created.id)}`;
  let last = created;
  let domains = true;
  for (let turn = 0; ; turn++) {
    try {
      const body = await api.read(path);
      const seen = deploymentOf(body, `GET ${path}`);
      if (seen.readyState !== last.readyState) api.log.info(`${seen.id} is ${seen.readyState}`);
      last = seen;
      domains = at(body, 'autoAssignCustomDomains') !== false || seen.target !== 'production';
    } catch (error) {
      // Right after its creation a deployment may not be found yet.
      const passing = error instanceof RemoteError && (error.retryable || error.status === 404);
      if (!passing) throw error;
      api.log.warning(describe(error));
    }
    const kind = endOf(last, domains);
    if (kind !== undefined) return { kind, deployment: last };
    if (!(await pause(api, DELAYS, turn, until))) return { kind: 'late', deployment: last };
  }
}

/** `domains`: whether Vercel assigns domains automatically once it is ready. */
function endOf(deployment: Deployment, domains: boolean): BuildEnd['kind'] | undefined {
  switch (deployment.readyState) {
    case 'ERROR':
      return 'failed';
    case 'CANCELED':
      return 'cancelled';
    case 'BLOCKED':
      return 'blocked';
    case 'READY':
      if (deployment.checks === 'failed') return 'checks-failed';
      if (deployment.aliasError !== undefined) return 'alias-failed';
      return deployment.aliasAssigned || !domains ? 'ready' : undefined;
    default:
      return undefined;
  }
}

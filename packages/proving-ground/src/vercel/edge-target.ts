import type { Target } from '../edge/target.ts';
import { passesWall } from '../edge/wall.ts';
import { armOf, forced, shareAtEdge, type Visit } from './rollout-arms.ts';
import { sampleOf } from './rollout-gate.ts';
import { type Alias, aliasAt, type Deployment, hostKey, type Project, productionDomains, type State } from './state.ts';
import type { World } from './world.ts';

interface EdgeState {
  /** Answer from the holder before the present one. */
  readonly stale: boolean;
  /** How long a switch takes to get here, by name in milliseconds; under the empty name for the rest. */
  readonly propagation: ReadonlyMap<string, number>;
  readonly bypassDelayMs: number;
}

/** What stands behind a host at this moment, for this visitor. One look at one table: a switch has no in-between. */
export function edgeTarget(
  world: World,
  host: string,
  headers: Visit,
  { stale, propagation, bypassDelayMs }: EdgeState,
): Target {
  const { now } = world.store;
  const key = hostKey(host);
  // A deployment's own host, and the like, come before a wildcard.
  const alias = world.hosts.has(key) ? now.aliases.get(key) : aliasAt(now, host);
  if (alias?.redirect !== undefined)
    return { kind: 'redirect', to: alias.redirect, status: alias.redirectStatusCode ?? 308 };
  const propagationMs = propagation.get(key) ?? propagation.get('') ?? 0;
  // Stamps may run ahead of the clock by a few milliseconds: without a delay there is nothing to compare.
  const isLate = (at: number) => stale || (propagationMs > 0 && Date.now() < at + propagationMs);
  const id = alias === undefined ? world.hosts.get(key) : holderOf(alias, isLate(alias.updatedAt));
  const holder = id == null ? undefined : now.deployments.get(id);
  const project = holder === undefined ? undefined : now.projects.get(holder.projectId);
  if (holder === undefined || project === undefined) return { kind: 'nothing' };
  const arm = alias === undefined ? undefined : rolledOut(world, { project, alias, holder }, headers, isLate);
  const pin = arm !== undefined && forced(headers.url) !== undefined ? undefined : pinned(now, project, headers);
  const deployment = pin ?? now.deployments.get(arm?.deploymentId ?? '') ?? holder;
  if (isProtected(world, project, deployment, key)) {
    const secrets = Object.entries(project.bypassSecrets)
      .filter(([, madeAt]) => Date.now() >= madeAt + bypassDelayMs)
      .map(([secret]) => secret);
    if (!passesWall(headers, secrets)) return { kind: 'wall', wall: project.wall };
  }
  const { output, readyState, env, url } = deployment;
  if (readyState !== 'READY' || output === undefined)
    return ['QUEUED', 'INITIALIZING', 'BUILDING'].includes(readyState) ? { kind: 'building' } : { kind: 'nothing' };
  const { rollingRelease: release } = project;
  const isCanary = arm !== undefined && deployment.id === release?.canaryDeploymentId;
  const says = isCanary && release?.canaryResponseHeader === true ? { 'x-vercel-canary-id': deployment.id } : {};
  const cookie = pin !== undefined || arm?.cookie === undefined ? {} : { 'set-cookie': arm.cookie };
  const isWatched = isCanary && release?.state === 'ACTIVE' && release.gate?.enabled === true;
  const answered = (status: number) => {
    world.rolloutSamples.push(sampleOf(deployment.id, world.rolloutTime.now(), headers.url, status));
  };
  return {
    kind: 'deployment',
    deployment: { id: deployment.id, output, env, url },
    headers: { ...says, ...cookie },
    ...(isWatched ? { answered } : {}),
  };
}

/** Which arm of a rolling release answers, at a production domain that its base holds. */
function rolledOut(
  world: World,
  { project, alias, holder }: { readonly project: Project; readonly alias: Alias; readonly holder: Deployment },
  visit: Visit,
  isLate: (at: number) => boolean,
) {
  const { rollingRelease: release } = project;
  if (release === undefined || release.currentDeploymentId !== holder.id) return undefined;
  // Once it is complete, the base holds a name only as long as the edge does not know of its end, or anew, by a rollback.
  if (release.state === 'COMPLETE' && alias.deploymentId !== release.canaryDeploymentId) return undefined;
  if (!productionDomains(project).some(({ name }) => hostKey(name) === hostKey(alias.name))) return undefined;
  const share = shareAtEdge(release, isLate(release.switchedAt), world.rolloutTime.now());
  return share === undefined ? undefined : armOf(project.id, release, share, visit);
}

/**
 * The deployment that a client began with and says so, while it is young enough: by header, query or cookie.
 * https://vercel.com/docs/skew-protection
 */
function pinned(state: State, project: Project, visit: Visit): Deployment | undefined {
  if (project.skewProtectionMaxAge === 0) return undefined;
  const query = new URL(visit.url, 'http://edge').searchParams;
  const cookie = /(?:^|;\s*)__vdpl=([^;]+)/.exec(visit.cookie ?? '')?.[1];
  const wish = state.deployments.get(String(visit['x-deployment-id'] ?? query.get('dpl') ?? cookie));
  const isYoung = wish !== undefined && Date.now() - wish.createdAt < project.skewProtectionMaxAge * 1_000;
  return isYoung && wish.projectId === project.id ? wish : undefined;
}

function holderOf(alias: Alias, late: boolean): string | null {
  return late ? (alias.previousDeploymentId ?? alias.deploymentId) : alias.deploymentId;
}

/** https://vercel.com/docs/deployment-protection#understanding-deployment-protection-by-environment */
function isProtected(world: World, project: Project, { target, url }: Deployment, key: string): boolean {
  const isPreview = target !== 'production';
  switch (project.ssoProtection) {
    case null:
      return false;
    case 'all':
      return true;
    case 'preview':
      return isPreview;
    case 'prod_deployment_urls_and_all_previews':
      return isPreview || key === hostKey(url);
    case 'all_except_custom_domains':
      return key.endsWith(`.${hostKey(world.suffix)}`);
  }
}

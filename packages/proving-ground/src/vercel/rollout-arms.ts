import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { canaryPercentage, type RollingRelease } from './rolling-state.ts';

/** A request, as far as it tells clients apart. */
export type Visit = IncomingHttpHeaders & { readonly url: string; readonly ip?: string | undefined };

export interface Arm {
  readonly deploymentId: string;
  /** What the client is told to keep, where it did not come with it. */
  readonly cookie?: string;
}

/**
 * The arm of a rolling release that answers a client. A client is known by its address and its browser, so that it comes
 * to the same bucket without its cookie; the cookie holds for this canary alone.
 * https://vercel.com/docs/rolling-releases#understanding-rolling-releases
 */
export function armOf(projectId: string, release: RollingRelease, percentage: number, visit: Visit): Arm {
  const { canaryDeploymentId, currentDeploymentId } = release;
  const name = bucketCookie(projectId);
  const kept = keptBucket(name, canaryDeploymentId, visit.cookie);
  const bucket = forced(visit.url) ?? kept ?? bucketOf(canaryDeploymentId, visit);
  const isCanary = bucket === 'canary' || (typeof bucket === 'number' && bucket < percentage);
  return {
    deploymentId: isCanary ? canaryDeploymentId : currentDeploymentId,
    ...(bucket === kept
      ? {}
      : { cookie: `${name}=${canaryDeploymentId}|${bucket}; Path=/; HttpOnly; Secure; SameSite=Lax` }),
  };
}

/** The share of the canary that the edge knows of; undefined where it knows of no rolling release. */
export function shareAtEdge(release: RollingRelease, isLate: boolean, now: number): number | undefined {
  if (isLate) return release.percentageBefore;
  if (release.state === 'ABORTED') return undefined;
  return release.state === 'COMPLETE' ? 100 : canaryPercentage(release, now);
}

export function pathOf(url: string): string {
  return new URL(url, 'http://edge').pathname;
}

/** By the URL, whoever asks: Vercel's own names. */
export function forced(url: string): 'canary' | 'stable' | undefined {
  const query = new URL(url, 'http://edge').searchParams;
  if (query.get('vcrrForceStable') === 'true') return 'stable';
  return query.get('vcrrForceCanary') === 'true' ? 'canary' : undefined;
}

function bucketCookie(projectId: string): string {
  return `_vcrr_${createHash('sha256').update(projectId).digest('hex').slice(0, 16)}`;
}

function keptBucket(name: string, canaryId: string, cookies = ''): number | 'canary' | 'stable' | undefined {
  const value = new RegExp(`(?:^|;\\s*)${name}=([^;]+)`).exec(cookies)?.[1];
  const [, id, bucket] = /^(\w+)\|(canary|stable|\d{1,2}(?:\.\d+)?)$/.exec(value ?? '') ?? [];
  if (id !== canaryId || bucket === undefined) return undefined;
  return bucket === 'canary' || bucket === 'stable' ? bucket : Number(bucket);
}

/** From 0 up to and without 100. */
function bucketOf(canaryId: string, { ip = '', 'user-agent': browser = '' }: Visit): number {
  const hash = createHash('sha256').update(`${canaryId} ${ip} ${browser}`).digest();
  return Math.floor((hash.readUInt32BE(0) / 2 ** 32) * 10_000) / 100;
}

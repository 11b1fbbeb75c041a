import { at, numberAt, textAt } from '@lockstep/base';
import { needed } from './answer.ts';
import type { VercelApi } from './client.ts';

/** The last promote or rollback that the project was asked for. Vercel keeps no more than one. */
export interface AliasJob {
  /** `promote` or `rollback`. */
  readonly type: string;
  readonly from: string | undefined;
  readonly to: string;
  /** Milliseconds since the epoch, by Vercel's clock. */
  readonly requestedAt: number;
  /** `pending`, `in-progress`, `succeeded`, `failed`, `skipped`, or a word that Vercel adds one day. */
  readonly status: string;
}

export interface VercelProject {
  readonly id: string;
  readonly name: string;
  /** Where Vercel builds, below what it is sent (`apps/web`): a monorepo's setting. */
  readonly rootDirectory: string | undefined;
  /** The deployment that `targets.production` names: what the dashboard calls current. */
  readonly production: string | undefined;
  /** The deployment whose cron jobs run; undefined where there are none or they are off. */
  readonly crons: string | undefined;
  /** Whether a new production build gets the production domains automatically. */
  readonly autoAssign: boolean;
  /** Whether the project is rolled back: a promote ends that, and switches auto-assignment on again. */
  readonly rolledBack: boolean;
  readonly job: AliasJob | undefined;
  /** The connected repository that Vercel deploys automatically, as `owner/name`, and the branch that goes to production. */
  readonly git: { readonly repository: string; readonly branch: string } | undefined;
  /** Skew protection: clients that loaded a build stay on it until they reload. */
  readonly pinsClients: boolean;
  /** A promote of such a project starts a rolling release. */
  readonly rollingReleases: boolean;
}

/**
 * `rollbackInfo=true` is needed: without it `lastAliasRequest` reads null even after a promotion
 * (vercel/vercel, packages/cli/src/util/projects/get-project-by-id-or-name.ts).
 */
export async function readProject(api: VercelApi, idOrName: string): Promise<VercelProject> {
  const path = `/v9/projects/${encodeURIComponent(idOrName)}`;
  const body = await api.read(path, { rollbackInfo: true });
  return {
    id: needed(textAt(body, 'id'), 'id', `GET ${path}`),
    name: textAt(body, 'name') ?? idOrName,
    rootDirectory: textAt(body, 'rootDirectory'),
    production: textAt(body, 'targets', 'production', 'id'),
    crons: numberAt(body, 'crons', 'disabledAt') === undefined ? textAt(body, 'crons', 'deploymentId') : undefined,
    autoAssign: at(body, 'autoAssignCustomDomains') !== false,
    rolledBack: (at(body, 'lastRollbackTarget') ?? null) !== null,
    job: jobOf(at(body, 'lastAliasRequest')),
    git: at(body, 'gitProviderOptions', 'createDeployments') === 'disabled' ? undefined : gitOf(at(body, 'link')),
    pinsClients: (numberAt(body, 'skewProtectionMaxAge') ?? 0) > 0,
    rollingReleases: (at(body, 'rollingRelease') ?? null) !== null,
  };
}

function jobOf(value: unknown): AliasJob | undefined {
  const to = textAt(value, 'toDeploymentId');
  const type = textAt(value, 'type');
  const requestedAt = numberAt(value, 'requestedAt');
  if (to === undefined || type === undefined || requestedAt === undefined) return undefined;
  return { type, to, requestedAt, from: textAt(value, 'fromDeploymentId'), status: textAt(value, 'jobStatus') ?? '' };
}

function gitOf(link: unknown): VercelProject['git'] {
  if (textAt(link, 'type') === undefined) return undefined;
  const owner = textAt(link, 'org') ?? textAt(link, 'projectNamespace') ?? textAt(link, 'owner');
  const name = textAt(link, 'repo') ?? textAt(link, 'projectName') ?? textAt(link, 'slug');
  const repository = [owner, name].filter((part) => part !== undefined).join('/') || 'a repository';
  return { repository, branch: textAt(link, 'productionBranch') ?? 'main' };
}

/** Whether Vercel is still working on a job. One that has not moved for this long is considered dead. */
const JOB_FORGOTTEN_MS = 15 * 60_000;

export function inFlight(job: AliasJob | undefined, nowMs: number): boolean {
  if (job === undefined || nowMs - job.requestedAt > JOB_FORGOTTEN_MS) return false;
  return job.status === 'pending' || job.status === 'in-progress';
}

/** Whether a job came after another, by Vercel's clock alone: the runner's may be wrong. */
export function isNewer(job: AliasJob, than: AliasJob | undefined): boolean {
  if (than === undefined) return true;
  if (job.requestedAt !== than.requestedAt) return job.requestedAt > than.requestedAt;
  return job.type !== than.type || job.to !== than.to;
}

import { type Delays, describe, pause, type RemoteError } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import { type AliasJob, isNewer, readProject, type VercelProject } from '../project.ts';

export type JobVerb = 'promote' | 'rollback';

/**
 * How a promote or rollback ended, by Vercel's own records; only a read-back says whether users see it.
 * - `done`, `failed`, `skipped`: the end of our job
 * - `already`: refused because the deployment is live already
 * - `refused`: Vercel said no, nothing was changed
 * - `superseded-by-other-promotion`: another job, not ours, came instead of or after ours
 * - `not-seen`: the answer was lost and no such job has come up since
 * - `late`: still running, or queued, at the deadline
 */
export type AliasJobEnd =
  | { readonly kind: 'done' | 'failed' | 'skipped' | 'late'; readonly job: AliasJob | undefined }
  | { readonly kind: 'already' }
  | { readonly kind: 'refused' | 'not-seen'; readonly error: RemoteError }
  | { readonly kind: 'superseded-by-other-promotion'; readonly job: AliasJob };

export interface JobOrder {
  readonly verb: JobVerb;
  readonly projectId: string;
  readonly to: string;
  /** The job that the project showed before ours. */
  readonly before: AliasJob | undefined;
  /** When to stop waiting, in milliseconds since the epoch. */
  readonly until: number;
}

/** How long a job may take to show up after its answer was lost. */
const SHOW_UP_MS = 10_000;
const DELAYS: Delays = [250, 500, 1_000, 1_000, 2_000, 3_000];

/**
 * Asks for a promote or rollback and watches it. A job is ours by type, target and by being newer than the one
 * before. Where the answer was lost the job is looked for; only when none has come up in ten seconds is it asked for
 * again, once. Throws RemoteError only when Vercel could not be read until the deadline.
 */
export async function runAliasJob(api: VercelApi, order: JobOrder): Promise<AliasJobEnd> {
  const end = await ask(api, order);
  if (end.kind !== 'not-seen' || api.clock.now() + SHOW_UP_MS > order.until) return end;
  api.log.warning(`Vercel shows no ${order.verb} of ${order.to}: requesting it once more`);
  return ask(api, order);
}

async function ask(api: VercelApi, order: JobOrder): Promise<AliasJobEnd> {
  const answer = await api.change('POST', pathOf(order));
  switch (answer.kind) {
    case 'refused':
      return refusedOr(api, order, answer.error);
    case 'accepted':
      if (answer.status === 202) api.log.warning(`Vercel queued the ${order.verb} until a rolling release has ended`);
      return watch(api, order, undefined);
    case 'lost':
      api.log.warning(
        `${describe(answer.error)}: it may have taken effect, so Vercel is asked before anything is repeated`,
      );
      return watch(api, order, answer.error);
  }
}

/** Waits for the end of a job that is running already, whoever started it. Undefined when the deadline came. */
export async function awaitJob(
  api: VercelApi,
  projectId: string,
  job: AliasJob,
  until: number,
): Promise<VercelProject | undefined> {
  for (let turn = 0; ; turn++) {
    const project = await readProject(api, projectId);
    if (project.job === undefined || isNewer(project.job, job) || finished(project.job)) return project;
    if (!(await pause(api, DELAYS, turn, until))) return undefined;
  }
}

/** The CLI asks at /v9, the OpenAPI description names /v1; both are the same call. */
function pathOf({ verb, projectId, to }: JobOrder): string {
  const version = verb === 'promote' ? 'v10' : 'v1';
  return `/${version}/projects/${encodeURIComponent(projectId)}/${verb}/${encodeURIComponent(to)}`;
}

/** 409 and 422 are also the answers for what is live already: only reading decides. */
async function refusedOr(api: VercelApi, order: JobOrder, error: RemoteError): Promise<AliasJobEnd> {
  if (error.status !== 409 && error.status !== 422) return { kind: 'refused', error };
  const project = await readProject(api, order.projectId);
  const ours = project.job !== undefined && isOurs(project.job, order);
  if (ours) return watch(api, order, undefined);
  return project.production === order.to ? { kind: 'already' } : { kind: 'refused', error };
}

async function watch(api: VercelApi, order: JobOrder, lost: RemoteError | undefined): Promise<AliasJobEnd> {
  const showUpBy = api.clock.now() + SHOW_UP_MS;
  let foreignJobs = 0;
  let last: AliasJob | undefined;
  for (let turn = 0; ; turn++) {
    const { job } = await readProject(api, order.projectId);
    if (job !== undefined && isOurs(job, order)) {
      if (job.status === 'succeeded') return { kind: 'done', job };
      if (job.status === 'failed' || job.status === 'skipped') return { kind: job.status, job };
      last = job;
    } else if (job !== undefined && isNewer(job, order.before)) {
      // One reading may come from between the foreign job and ours.
      if (++foreignJobs > 1) return { kind: 'superseded-by-other-promotion', job };
    } else if (lost !== undefined && api.clock.now() >= showUpBy) {
      return { kind: 'not-seen', error: lost };
    }
    if (!(await pause(api, DELAYS, turn, order.until))) return { kind: 'late', job: last };
  }
}

function isOurs(job: AliasJob, order: JobOrder): boolean {
  return isNewer(job, order.before) && job.type === order.verb && job.to === order.to;
}

function finished(job: AliasJob): boolean {
  return job.status !== 'pending' && job.status !== 'in-progress';
}

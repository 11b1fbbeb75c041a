import { type Delays, describe, pause } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import { inFlight, readProject } from '../project.ts';
import type { AliasJobEnd } from '../swap/alias-job.ts';
import { readRollout } from './rollout.ts';

export interface AbortOrder {
  readonly projectId: string;
  /** What is rolled out, and is taken back. */
  readonly candidate: string;
  /** What users get back: the base of the rolling release, and never another. */
  readonly to: string;
  /** When to stop waiting, in milliseconds since the epoch. */
  readonly until: number;
}

const DELAYS: Delays = [250, 500, 1_000, 1_000, 2_000, 3_000];
const SHOW_UP_MS = 10_000;
const MOST_ASKED = 2;

/**
 * Ends a rolling release by Vercel's own way to do so: a rollback to its base. It is done once Vercel shows no such rolling
 * release and no job at work on it, whatever was answered. Before it is asked for again, the base is read again. Throws
 * RemoteError where Vercel could not be read.
 */
export async function abortRollout(api: VercelApi, order: AbortOrder): Promise<AliasJobEnd> {
  const path = `/v1/projects/${encodeURIComponent(order.projectId)}/rollback/${encodeURIComponent(order.to)}`;
  for (let asked = 0; ; ) {
    const answer = await api.change('POST', path);
    asked++;
    if (answer.kind !== 'accepted') api.log.warning(`${describe(answer.error)}: what Vercel shows decides`);
    const askAgainAt = answer.kind === 'accepted' ? order.until : api.clock.now() + SHOW_UP_MS;
    const seen = await watch(api, order, Math.min(askAgainAt, order.until));
    if (seen !== 'under-way') return seen;
    if (answer.kind === 'refused') return { kind: 'refused', error: answer.error };
    if (answer.kind === 'lost' && asked >= MOST_ASKED) return { kind: 'not-seen', error: answer.error };
    if (api.clock.now() + SHOW_UP_MS > order.until) return { kind: 'late', job: undefined };
  }
}

async function watch(api: VercelApi, order: AbortOrder, until: number): Promise<AliasJobEnd | 'under-way'> {
  for (let turn = 0; ; turn++) {
    const [rollout, { job }] = await Promise.all([
      readRollout(api, order.projectId),
      readProject(api, order.projectId),
    ]);
    const isOver = rollout?.candidate !== order.candidate && !inFlight(job, api.clock.now());
    // Whether users have the base everywhere is for the read-back to say.
    if (isOver) return { kind: 'done', job: undefined };
    if (!(await pause(api, DELAYS, turn, until))) return 'under-way';
  }
}

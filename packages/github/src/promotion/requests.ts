import type { GitHub } from '../client.ts';
import type { LedgerKey } from '../ledger/payload.ts';
import { describeState } from '../ledger/states.ts';
import type { RawDeployment } from '../ledger/view.ts';
import { createStatus } from '../ledger/write.ts';
import type { Provenance } from '../trust/judge-origin.ts';
import { readOrigin } from '../trust/read-origin.ts';
import { REQUEST_TASK, type RequestPayload, readRequestPayload } from './payload.ts';
import { createOurs, findWritten, recordsOf } from './records.ts';
import { REQUEST_STATES, type RequestState, type RequestStatus, saidBy, standingOf } from './request-states.ts';

/** The job that asks, in promote.yml and in whatever stands in its place. */
export const ASKING_JOB = 'Ask';

/** A request and how it stands, by its own word: whether that is true, `readRequestOrigin` asks. */
export type Request = RequestPayload & {
  readonly record: number;
  readonly createdAt: string;
  /** `withdrawn` where a person set it inactive by hand. */
  readonly state: RequestState | 'withdrawn';
  /** Who approved it; undefined before. */
  readonly approvedBy: string | undefined;
  /** The page of the run attempt in which that was. */
  readonly approvedIn: string | undefined;
  /** Who said no, and why; undefined where nobody did. */
  readonly denial: { readonly by: string; readonly reason: string } | undefined;
  /** Other requests that name the same run attempt as theirs. */
  readonly rivals: number;
};

/** Writes a request down. Throws RemoteError, InputError where it would never be counted. */
export async function openRequest(
  github: GitHub,
  creator: string,
  environment: string,
  payload: RequestPayload,
): Promise<void> {
  const description = `${payload.actor} requests to release ${payload.deployment ?? payload.commit.slice(0, 7)}`;
  const wanted = { environment, ref: payload.commit, task: REQUEST_TASK, description, payload };
  const record = await createOurs(github, creator, wanted);
  await setRequestState(github, record.id, 'requested', { message: `by ${payload.actor}`, runUrl: payload.author.url });
}

export async function findRequest(
  github: GitHub,
  creator: string,
  key: LedgerKey,
  id: string,
): Promise<Request | undefined> {
  const found = await findWritten(github, creator, key, {
    task: REQUEST_TASK,
    read: readRequestPayload,
    wanted: (payload) => payload.id === id,
  });
  if (found === undefined) return undefined;
  const { payload, record, rivals } = found;
  return { ...(await standingRequest(github, creator, payload, record)), rivals };
}

/** How many of the newest requests are looked at one by one. */
const REQUESTS_READ = 10;

/** The newest requests that somebody may still approve, or has approved and no release used: newest first. */
export async function openRequests(
  github: GitHub,
  creator: string,
  key: LedgerKey,
  nowMs: number,
): Promise<readonly Omit<Request, 'rivals'>[]> {
  const found: Omit<Request, 'rivals'>[] = [];
  let looked = 0;
  for await (const record of recordsOf(github, creator, key, REQUEST_TASK)) {
    const payload = readRequestPayload(record.payload);
    if (payload === undefined || payload.service !== key.service) continue;
    if (++looked > REQUESTS_READ) break;
    if (Date.parse(payload.expiresAt) <= nowMs || found.some(({ id }) => id === payload.id)) continue;
    const request = await standingRequest(github, creator, payload, record);
    if (request.state === 'requested' || request.state === 'approved') found.push(request);
  }
  return found;
}

async function standingRequest(
  github: GitHub,
  creator: string,
  payload: RequestPayload,
  record: RawDeployment,
): Promise<Omit<Request, 'rivals'>> {
  const { state, approval, denial } = standingOf(await statusesOf(github, record.id), creator);
  return {
    ...payload,
    record: record.id,
    createdAt: record.created_at,
    state,
    approvedBy: saidBy(approval)?.by,
    approvedIn: approval?.log_url,
    denial: saidBy(denial),
  };
}

/** Who requested, according to GitHub. `branches` as in `TrustRule`. Throws RemoteError. */
export function readRequestOrigin(github: GitHub, request: Request, branches: readonly string[]): Promise<Provenance> {
  return readOrigin(github, request, { job: ASKING_JOB, branches });
}

/**
 * Writes an approval down; gives who approved it first where somebody else was a moment earlier, for GitHub offers no
 * way to write only where nobody else did.
 */
export async function approveRequest(
  github: GitHub,
  creator: string,
  request: Pick<Request, 'record'>,
  { by, runUrl }: { readonly by: string; readonly runUrl: string },
): Promise<{ readonly earlier: string | undefined }> {
  const id = await setRequestState(github, request.record, 'approved', { message: `by ${by}`, runUrl });
  const { approval: first } = standingOf(await statusesOf(github, request.record), creator);
  if (first === undefined || first.id === id) return { earlier: undefined };
  return { earlier: saidBy(first)?.by ?? 'another user' };
}

/** Nobody approves it any more, and no release begins by it. */
export async function denyRequest(
  github: GitHub,
  request: Pick<Request, 'record'>,
  { by, reason, runUrl }: { readonly by: string; readonly reason: string; readonly runUrl: string },
): Promise<void> {
  const message = `by ${by}${reason === '' ? '' : `: ${reason}`}`;
  await setRequestState(github, request.record, 'denied', { message, runUrl });
}

/** No other release can begin by it from now on. */
export async function useRequest(
  github: GitHub,
  request: Pick<Request, 'record'>,
  release: string,
  runUrl: string,
): Promise<void> {
  await setRequestState(github, request.record, 'used', { message: `by release ${release}`, runUrl });
}

function setRequestState(
  github: GitHub,
  record: number,
  state: RequestState,
  { message, runUrl }: { readonly message: string; readonly runUrl: string },
): Promise<number> {
  const description = describeState(state, message);
  return createStatus(github, record, { state: REQUEST_STATES[state], description, log_url: runUrl });
}

async function statusesOf(github: GitHub, record: number): Promise<readonly RequestStatus[]> {
  const statuses: RequestStatus[] = [];
  for await (const page of github.pages('repos.listDeploymentStatuses', { deployment_id: record }))
    statuses.push(...page.map((status) => ({ ...status, id: Number(status.id), log_url: status.log_url ?? '' })));
  return statuses;
}

import type { GitHub } from '../client.ts';
import type { LedgerKey } from '../ledger/payload.ts';
import { describeState, type GitHubState, readState } from '../ledger/states.ts';
import { createStatus } from '../ledger/write.ts';
import { REQUEST_TASK, type RequestPayload, readRequestPayload } from './payload.ts';
import { createOurs, recordsOf } from './records.ts';

/**
 * - `requested`: somebody asked, nobody answered
 * - `approved`: somebody else said yes; the run in which that was said releases it
 * - `used`: a release began by it
 */
type RequestState = 'requested' | 'approved' | 'used';

const REQUEST_STATES: Readonly<Record<RequestState, GitHubState>> = {
  requested: 'pending',
  approved: 'in_progress',
  used: 'success',
};

/** A request and how it stands. `withdrawn` where a person set it inactive by hand. */
export type Request = RequestPayload & {
  readonly record: number;
  readonly createdAt: string;
  readonly state: RequestState | 'withdrawn';
  /** Who approved it; undefined before. */
  readonly approvedBy: string | undefined;
  /** The page of the run attempt in which that was. */
  readonly approvedIn: string | undefined;
};

interface Status {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly creator: { readonly login: string } | null;
  readonly log_url: string;
}

/** Writes a request down. Throws RemoteError, InputError where it would never be counted. */
export async function openRequest(
  github: GitHub,
  creator: string,
  environment: string,
  payload: RequestPayload,
): Promise<void> {
  const description = `${payload.actor} asks to release ${payload.deployment ?? payload.commit.slice(0, 7)}`;
  const wanted = { environment, ref: payload.commit, task: REQUEST_TASK, description, payload };
  const record = await createOurs(github, creator, wanted);
  await tell(github, record.id, 'requested', `by ${payload.actor}`, payload.author.url);
}

export async function findRequest(
  github: GitHub,
  creator: string,
  key: LedgerKey,
  id: string,
): Promise<Request | undefined> {
  for await (const { id: record, created_at, payload: raw } of recordsOf(github, creator, key, REQUEST_TASK)) {
    const payload = readRequestPayload(raw);
    if (payload?.id !== id || payload.service !== key.service) continue;
    const statuses = await statusesOf(github, record);
    const { state } = readState<RequestState>(statuses, creator, REQUEST_STATES, 'requested', isUsed);
    const first = approvals(statuses, creator)[0];
    return {
      ...payload,
      record,
      createdAt: created_at,
      state: state === 'acknowledged' ? 'withdrawn' : state,
      approvedBy: /^approved: by (\S+)/.exec(first?.description ?? '')?.[1],
      approvedIn: first?.log_url,
    };
  }
  return undefined;
}

/**
 * Writes an approval down; gives who approved it first where somebody else was a moment earlier, for GitHub offers no
 * way to write only where nobody else did.
 */
export async function approveRequest(
  github: GitHub,
  creator: string,
  request: Request,
  { by, runUrl }: { readonly by: string; readonly runUrl: string },
): Promise<{ readonly earlier: string | undefined }> {
  const id = await tell(github, request.record, 'approved', `by ${by}`, runUrl);
  const [first] = approvals(await statusesOf(github, request.record), creator);
  if (first === undefined || first.id === id) return { earlier: undefined };
  return { earlier: /^approved: by (\S+)/.exec(first.description)?.[1] ?? 'somebody' };
}

/** No other release can begin by it from now on. */
export async function useRequest(github: GitHub, request: Request, release: string, runUrl: string): Promise<void> {
  await tell(github, request.record, 'used', `by release ${release}`, runUrl);
}

function tell(github: GitHub, record: number, state: RequestState, message: string, runUrl: string): Promise<number> {
  const description = describeState(state, message);
  return createStatus(github, record, { state: REQUEST_STATES[state], description, log_url: runUrl });
}

const isUsed = (state: RequestState) => state === 'used';

/** Oldest first. */
function approvals(statuses: readonly Status[], creator: string): readonly Status[] {
  return statuses
    .filter(({ creator: by, description }) => by?.login === creator && description.startsWith('approved: '))
    .toSorted((a, b) => a.id - b.id);
}

async function statusesOf(github: GitHub, record: number): Promise<readonly Status[]> {
  const statuses: Status[] = [];
  const route = 'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
  for await (const page of github.pages(route, { deployment_id: record }))
    statuses.push(...page.map((status) => ({ ...status, id: Number(status.id), log_url: status.log_url ?? '' })));
  return statuses;
}

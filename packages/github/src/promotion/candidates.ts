import type { GitHub } from '../client.ts';
import type { LedgerKey } from '../ledger/payload.ts';
import { describeState } from '../ledger/states.ts';
import { createStatus } from '../ledger/write.ts';
import { CANDIDATE_TASK, type CandidatePayload, readCandidatePayload } from './payload.ts';
import { createOurs, recordsOf } from './records.ts';

/** A staged deployment and when it was written down. */
export type Candidate = CandidatePayload & { readonly createdAt: string };

/** Writes a staged deployment down. `creator` is whose records count. Throws RemoteError, InputError for another one. */
export async function stageCandidate(
  github: GitHub,
  creator: string,
  environment: string,
  payload: CandidatePayload,
): Promise<void> {
  const name = payload.service === '' ? environment : `${payload.service} in ${environment}`;
  const description = `Staged: ${name}`;
  const wanted = { environment, ref: payload.commit, task: CANDIDATE_TASK, description, payload };
  const record = await createOurs(github, creator, wanted);
  // A deployment without any status looks as if it were about to begin.
  const status = { state: 'inactive', description: describeState('staged', payload.deployment) } as const;
  await createStatus(github, record.id, { ...status, log_url: payload.author.url });
}

/** The newest staged one of a release line, or the newest record of this deployment; undefined where there is none. */
export async function findCandidate(
  github: GitHub,
  creator: string,
  key: LedgerKey,
  deployment?: string,
): Promise<Candidate | undefined> {
  for await (const record of recordsOf(github, creator, key, CANDIDATE_TASK)) {
    const payload = readCandidatePayload(record.payload);
    if (payload === undefined || payload.service !== key.service) continue;
    if (deployment !== undefined && payload.deployment !== deployment) continue;
    return { ...payload, createdAt: record.created_at };
  }
  return undefined;
}

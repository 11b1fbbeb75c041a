import type { GitHub } from '../client.ts';
import type { LedgerKey } from '../ledger/payload.ts';
import { describeState } from '../ledger/states.ts';
import { createStatus } from '../ledger/write.ts';
import type { Provenance } from '../trust/judge-origin.ts';
import { readOrigin } from '../trust/read-origin.ts';
import { CANDIDATE_TASK, type CandidatePayload, readCandidatePayload } from './payload.ts';
import { createOurs, findWritten } from './records.ts';

/** The job that stages, in release.yml and in whatever stands in its place. */
export const STAGING_JOB = 'Stage';

/** A staged deployment and when it was written down, by its own word: `readCandidateOrigin` asks whether it is true. */
export type Candidate = CandidatePayload & {
  readonly createdAt: string;
  /** Other records that name the same run attempt as theirs. */
  readonly rivals: number;
};

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
  const found = await findWritten(github, creator, key, {
    task: CANDIDATE_TASK,
    read: readCandidatePayload,
    wanted: (payload) => deployment === undefined || payload.deployment === deployment,
  });
  return found && { ...found.payload, createdAt: found.record.created_at, rivals: found.rivals };
}

/** Who really staged it. `branches` as in `TrustRule`. Throws RemoteError. */
export function readCandidateOrigin(
  github: GitHub,
  candidate: Candidate,
  branches: readonly string[],
): Promise<Provenance> {
  return readOrigin(github, candidate, { job: STAGING_JOB, branches });
}

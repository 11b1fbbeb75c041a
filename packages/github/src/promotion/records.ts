import { InputError } from '@lockstep/base';
import type { GitHub } from '../client.ts';
import type { LedgerKey } from '../ledger/payload.ts';
import type { RawDeployment } from '../ledger/view.ts';
import { createRecord, createStatus, deploymentOf, type NewRecord } from '../ledger/write.ts';

/** The records of a kind that count, newest first, each page read when it is asked for. */
export async function* recordsOf(
  github: GitHub,
  creator: string,
  { environment }: LedgerKey,
  task: string,
): AsyncGenerator<RawDeployment> {
  for await (const page of github.pages('GET /repos/{owner}/{repo}/deployments', { environment, task }))
    yield* page.map(deploymentOf).filter((record) => record.creator?.login === creator);
}

/** Writes a record, and closes it again where it would never be counted. */
export async function createOurs(github: GitHub, creator: string, wanted: NewRecord): Promise<RawDeployment> {
  const record = await createRecord(github, wanted);
  const by = record.creator?.login ?? '';
  if (by === creator) return record;
  const description = 'not counted: ledger-creator is not who wrote this';
  await createStatus(github, record.id, { state: 'failure', description });
  throw new InputError(
    `input "ledger-creator": is "${creator}", but github-token writes as "${by}"; set ledger-creator: ${by} in every workflow of this ledger`,
  );
}

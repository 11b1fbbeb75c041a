import { InputError } from '@lockstep/base';
import type { GitHub } from '../client.ts';
import type { Author, LedgerKey } from '../ledger/payload.ts';
import type { RawDeployment } from '../ledger/view.ts';
import { createRecord, createStatus, deploymentOf, type NewRecord } from '../ledger/write.ts';

/** The records of a kind that count, newest first, each page read when it is asked for. */
export async function* recordsOf(
  github: GitHub,
  creator: string,
  { environment }: LedgerKey,
  task: string,
): AsyncGenerator<RawDeployment> {
  for await (const page of github.pages('repos.listDeployments', { environment, task }))
    yield* page.map(deploymentOf).filter((record) => record.creator?.login === creator);
}

interface Payload {
  readonly id: string;
  readonly service: string;
  readonly author: Author;
}

interface Search<P extends Payload> {
  readonly task: string;
  read(payload: unknown): P | undefined;
  wanted(payload: P): boolean;
}

/** No job lasts longer (docs.github.com/actions/reference/limits): older records name another one's run by mistake. */
const LONGEST_JOB_MS = 6 * 3_600_000;
/** How many records are looked through: the newest ones are what people ask for. */
const MOST_RECORDS = 2_000;

/**
 * The newest record that is wanted, and how many others of its release line name the same run attempt as their writer:
 * a run writes one.
 */
export async function findWritten<P extends Payload>(
  github: GitHub,
  creator: string,
  key: LedgerKey,
  { task, read, wanted }: Search<P>,
): Promise<{ readonly payload: P; readonly record: RawDeployment; readonly rivals: number } | undefined> {
  let found: { payload: P; record: RawDeployment } | undefined;
  const seen: P[] = [];
  let count = 0;
  for await (const record of recordsOf(github, creator, key, task)) {
    if (++count > MOST_RECORDS) break;
    const payload = read(record.payload);
    if (payload === undefined || payload.service !== key.service) continue;
    if (found === undefined && wanted(payload)) found = { payload, record };
    else seen.push(payload);
    const from = found === undefined ? undefined : Date.parse(found.record.created_at) - LONGEST_JOB_MS;
    if (from !== undefined && Date.parse(record.created_at) < from) break;
  }
  if (found === undefined) return undefined;
  const { payload } = found;
  const own = JSON.stringify(payload);
  // One whose answer was lost may have been written twice: it is the same, word for word.
  const rivals = seen.filter((other) => isSame(other.author, payload.author) && JSON.stringify(other) !== own);
  return { ...found, rivals: rivals.length };
}

function isSame(one: Author, other: Author): boolean {
  return one.runId === other.runId && one.runAttempt === other.runAttempt;
}

/** Writes a record, and closes it again where it would never be counted. */
export async function createOurs(github: GitHub, creator: string, wanted: NewRecord): Promise<RawDeployment> {
  const record = await createRecord(github, wanted);
  const by = record.creator?.login ?? '';
  if (by === creator) return record;
  const description = 'not counted: ledger-creator is not the login that wrote this';
  await createStatus(github, record.id, { state: 'failure', description });
  throw new InputError(
    `input "ledger-creator": is "${creator}", but github-token writes as "${by}"; set ledger-creator: ${by} in every workflow of this ledger`,
  );
}

import { InputError, RemoteError } from '@lockstep/base';
import type { GitHub } from '../client.ts';
import {
  HEAD_TASK,
  type HeadPayload,
  INTENT_TASK,
  type IntentPayload,
  type LedgerKey,
  readHead,
  readIntent,
} from './payload.ts';
import type { RunState } from './plan-begin.ts';
import {
  describeReleased,
  describeState,
  type RawStatus,
  RELEASE_STATES,
  type ReleaseState,
  SWAP_STATES,
  type SwapState,
} from './states.ts';
import {
  foldLedger,
  type Head,
  type Intent,
  isOfItself,
  type LedgerView,
  type RawDeployment,
  type RawRecord,
} from './view.ts';
import { createRecord, createStatus, deploymentOf } from './write.ts';

export interface LedgerOptions {
  readonly github: GitHub;
  /** Whose records count: the login that the token acts as. */
  readonly creator: string;
}

/** The record of releases and changes of traffic, kept in GitHub Deployments. Every method throws RemoteError. */
export interface Ledger {
  /** The newest records of a release line, back to the last release that brought something else than was live. */
  read(key: LedgerKey): Promise<LedgerView>;
  /** The releases of a line, newest first, each read when it is asked for. */
  releases(key: LedgerKey): AsyncGenerator<Head, void, undefined>;
  runState(of: Head | Intent): Promise<RunState>;
  /** Writes a release down. `ref` is a commit of this repository. Throws InputError where the ledger would not count its own record. */
  begin(environment: string, ref: string, payload: HeadPayload): Promise<Head>;
  /** Says how a release goes on, or ended. */
  tell(
    head: Pick<Head, 'record' | 'author'>,
    state: Exclude<ReleaseState, 'released' | 'acknowledged'>,
    message: string,
  ): Promise<void>;
  /** Says that a release went through, and which deployment users got by it; null where nobody knows. */
  released(head: Pick<Head, 'record' | 'author'>, deployment: string | null, note?: string): Promise<void>;
  /** Writes down that traffic is about to be changed, before it is. */
  open(environment: string, ref: string, payload: IntentPayload): Promise<Intent>;
  /** Says how the change of traffic ended, after it was read back. */
  close(
    intent: Pick<Intent, 'record' | 'author'>,
    state: Exclude<SwapState, 'open' | 'acknowledged'>,
    message: string,
  ): Promise<void>;
}

export function openLedger({ github, creator }: LedgerOptions): Ledger {
  return {
    async read(key) {
      const records = await readBack(github, key, creator);
      return foldLedger(key, creator, records);
    },

    async *releases(key) {
      const seen = new Set<string>();
      for await (const record of deployments(github, key, HEAD_TASK)) {
        const payload = readHead(record.payload);
        if (payload?.service !== key.service || record.creator?.login !== creator || seen.has(payload.id)) continue;
        seen.add(payload.id);
        yield* foldLedger(key, creator, [await withStatuses(github, record)]).heads;
      }
    },

    async runState({ author }) {
      try {
        const run = await github.read('GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}', {
          run_id: author.runId,
          attempt_number: author.runAttempt,
        });
        return run.status === 'completed' ? { kind: 'ended', conclusion: run.conclusion ?? null } : { kind: 'running' };
      } catch (error) {
        // Only an ended run can be deleted.
        if (error instanceof RemoteError && error.status === 404) return { kind: 'ended', conclusion: null };
        throw error;
      }
    },

    async begin(environment, ref, payload) {
      const name = payload.service === '' ? environment : `${payload.service} in ${environment}`;
      const description = payload.adopted ? `Found live: ${name}` : `Release of ${name}`;
      const record = await createRecord(github, { environment, ref, task: HEAD_TASK, description, payload });
      await countsAsOurs(record, 'rolled-back');
      const brings = payload.candidate.deployment;
      const head: Head = { ...payload, ...recorded(record), brings, state: 'begun', message: '' };
      if (!payload.adopted) {
        await this.tell(head, 'begun', '');
        return head;
      }
      await this.released(head, null, 'found live');
      return { ...head, state: 'released' };
    },

    async tell(head, state, message) {
      await createStatus(github, head.record, {
        state: RELEASE_STATES[state],
        description: describeState(state, message),
        log_url: head.author.url,
      });
    },

    async released(head, deployment, note = '') {
      await createStatus(github, head.record, {
        state: RELEASE_STATES.released,
        description: describeReleased(deployment, note),
        log_url: head.author.url,
      });
    },

    async open(environment, ref, payload) {
      const description = `Swap to ${payload.to}`;
      const record = await createRecord(github, { environment, ref, task: INTENT_TASK, description, payload });
      await countsAsOurs(record, 'unchanged');
      const intent: Intent = { ...payload, ...recorded(record), state: 'open', message: '' };
      const status = { state: SWAP_STATES.open, description: describeState('open', ''), log_url: payload.author.url };
      await createStatus(github, record.id, status);
      return intent;
    },

    async close(intent, state, message) {
      await createStatus(github, intent.record, {
        state: SWAP_STATES[state],
        description: describeState(state, message),
        log_url: intent.author.url,
      });
    },
  };

  /** A ledger that does not count what it writes would let two releases run at once. */
  async function countsAsOurs(record: RawDeployment, end: 'rolled-back' | 'unchanged'): Promise<void> {
    const by = record.creator?.login ?? '';
    if (by === creator) return;
    const description = describeState(end, 'nothing was begun: ledger-creator is not who wrote this');
    await createStatus(github, record.id, { state: 'failure', description });
    throw new InputError(
      `input "ledger-creator": is "${creator}", but github-token writes as "${by}"; set ledger-creator: ${by} in every workflow of this ledger`,
    );
  }
}

function recorded(record: RawDeployment): { record: number; createdAt: string; since: string } {
  return { record: record.id, createdAt: record.created_at, since: record.created_at };
}

/**
 * How many of the newest releases, and changes of traffic, are looked at one by one. No release begins while one before
 * it, or a change of traffic, waits for an end: what lies further back had ended when the newer ones began, however many
 * of those failed. Two that began at once lie side by side.
 */
export const LOOKED_AT = 10;

/**
 * The newest heads, the last released one (past those that are of themselves, to where they go back to), and the intents
 * that are newer than it. Statuses are read for those alone, and of our own line: a release says which one was live when
 * it began, so that the failed ones between need not be asked.
 */
async function readBack(github: GitHub, key: LedgerKey, creator: string): Promise<RawRecord[]> {
  const records: RawRecord[] = [];
  const passedOver: RawDeployment[] = [];
  let [since, looked] = [0, 0];
  let liveBefore: string | null = null;
  /** Whether it is the one to go back to. */
  const look = async (record: RawDeployment): Promise<boolean> => {
    looked++;
    const whole = await withStatuses(github, record);
    records.push(whole);
    const [head] = foldLedger(key, creator, [whole]).heads;
    liveBefore = head?.before.release ?? null;
    if (head?.state !== 'released') return false;
    if (since === 0) since = record.id;
    return !isOfItself(head);
  };
  let found = false;
  for await (const record of deployments(github, key, HEAD_TASK)) {
    const payload = record.creator?.login === creator ? readHead(record.payload) : undefined;
    if (payload?.service !== key.service) records.push({ ...record, statuses: [] });
    else if (looked >= LOOKED_AT && payload.id !== liveBefore) passedOver.push(record);
    else found = await look(record);
    if (found) break;
  }
  // Where the record of what was live then is gone, the next ones are asked.
  if (!found) for (const record of passedOver.slice(0, LOOKED_AT)) if (await look(record)) break;
  let intents = 0;
  for await (const record of deployments(github, key, INTENT_TASK)) {
    if (record.id < since) break;
    const ours = record.creator?.login === creator && readIntent(record.payload)?.service === key.service;
    if (!ours) records.push({ ...record, statuses: [] });
    else if (++intents <= LOOKED_AT) records.push(await withStatuses(github, record));
  }
  return records;
}

/** Newest first. */
async function* deployments(github: GitHub, key: LedgerKey, task: string): AsyncGenerator<RawDeployment> {
  const route = 'GET /repos/{owner}/{repo}/deployments';
  for await (const page of github.pages(route, { environment: key.environment, task })) yield* page.map(deploymentOf);
}

async function withStatuses(github: GitHub, record: RawDeployment): Promise<RawRecord> {
  const statuses: RawStatus[] = [];
  const route = 'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
  for await (const page of github.pages(route, { deployment_id: record.id }))
    statuses.push(...page.map((status) => ({ ...status, id: Number(status.id) })));
  return { ...record, statuses };
}

import { InputError, RemoteError } from '@lockstep/base';
import type { GitHub } from '../client.ts';
import { HEAD_TASK, type HeadPayload, INTENT_TASK, type IntentPayload, type LedgerKey } from './payload.ts';
import type { RunState } from './plan-begin.ts';
import { readLine, readReleases, readView, type WantedLine } from './read-records.ts';
import {
  describeReleased,
  describeState,
  RELEASE_STATES,
  type ReleaseState,
  SWAP_STATES,
  type SwapState,
} from './states.ts';
import type { Head, Intent, LedgerView, RawDeployment } from './view.ts';
import { createRecord, createStatus } from './write.ts';

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
  /** The same down to a wanted one, with as few questions as do: see `readLine`. */
  line(key: LedgerKey, wanted: WantedLine): Promise<readonly Head[]>;
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
      return await readView({ github, creator }, key);
    },

    releases: (key) => readReleases({ github, creator }, key),

    line: (key, wanted) => readLine({ github, creator }, key, wanted),

    async runState({ author }) {
      try {
        const run = await github.read('actions.getWorkflowRunAttempt', {
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

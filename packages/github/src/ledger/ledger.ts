import { InputError, RemoteError } from '@lockstep/base';
import type { GitHub } from '../client.ts';
import { type LedgerKey, RELEASE_TASK, type ReleasePayload, SWAP_TASK, type SwapPayload } from './payload.ts';
import type { RunState } from './plan-begin.ts';
import { readLine, readReleases, readView, type WantedLine } from './read-records.ts';
import {
  describeReleased,
  describeStage,
  describeState,
  RELEASE_STATES,
  type ReachedStage,
  type ReleaseRecordState,
  SWAP_STATES,
  type SwapRecordState,
} from './states.ts';
import type { LedgerView, RawDeployment, ReleaseRecord, SwapRecord } from './view.ts';
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
  releases(key: LedgerKey): AsyncGenerator<ReleaseRecord, void, undefined>;
  /** The same down to a wanted one, with as few questions as do: see `readLine`. */
  line(key: LedgerKey, wanted: WantedLine): Promise<readonly ReleaseRecord[]>;
  runState(of: ReleaseRecord | SwapRecord): Promise<RunState>;
  /** Writes a release down. `ref` is a commit of this repository. Throws InputError where the ledger would not count its own record. */
  begin(environment: string, ref: string, payload: ReleasePayload): Promise<ReleaseRecord>;
  /** Writes how a release goes on, or how it ended. */
  setState(
    release: Pick<ReleaseRecord, 'record' | 'author'>,
    state: Exclude<ReleaseRecordState, 'released' | 'acknowledged'>,
    message: string,
  ): Promise<void>;
  /** Writes that a release was committed, and which deployment users got by it; null where that is not known. */
  markReleased(
    release: Pick<ReleaseRecord, 'record' | 'author'>,
    deployment: string | null,
    note?: string,
  ): Promise<void>;
  /** Writes down that traffic is about to be changed, before it is. */
  open(environment: string, ref: string, payload: SwapPayload): Promise<SwapRecord>;
  /** Writes down which stage of a rolling release is about to begin, before it does. */
  reach(swap: Pick<SwapRecord, 'record' | 'author'>, stage: ReachedStage): Promise<void>;
  /** Says how the change of traffic ended, after it was read back. */
  close(
    swap: Pick<SwapRecord, 'record' | 'author'>,
    state: Exclude<SwapRecordState, 'open' | 'acknowledged'>,
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
      const record = await createRecord(github, { environment, ref, task: RELEASE_TASK, description, payload });
      await countsAsOurs(record, 'rolled-back');
      const { deployment } = payload.candidate;
      const release: ReleaseRecord = { ...payload, ...recorded(record), deployment, state: 'begun', message: '' };
      if (!payload.adopted) {
        await this.setState(release, 'begun', '');
        return release;
      }
      await this.markReleased(release, null, 'found live');
      return { ...release, state: 'released' };
    },

    async setState(release, state, message) {
      await createStatus(github, release.record, {
        state: RELEASE_STATES[state],
        description: describeState(state, message),
        log_url: release.author.url,
      });
    },

    async markReleased(release, deployment, note = '') {
      await createStatus(github, release.record, {
        state: RELEASE_STATES.released,
        description: describeReleased(deployment, note),
        log_url: release.author.url,
      });
    },

    async open(environment, ref, payload) {
      const description = `Swap to ${payload.to}`;
      const record = await createRecord(github, { environment, ref, task: SWAP_TASK, description, payload });
      await countsAsOurs(record, 'unchanged');
      const swap: SwapRecord = { ...payload, ...recorded(record), state: 'open', message: '' };
      const status = { state: SWAP_STATES.open, description: describeState('open', ''), log_url: payload.author.url };
      await createStatus(github, record.id, status);
      return swap;
    },

    async reach(swap, stage) {
      await createStatus(github, swap.record, {
        state: SWAP_STATES.open,
        description: describeStage(stage),
        log_url: swap.author.url,
      });
    },

    async close(swap, state, message) {
      await createStatus(github, swap.record, {
        state: SWAP_STATES[state],
        description: describeState(state, message),
        log_url: swap.author.url,
      });
    },
  };

  /** A ledger that does not count what it writes would let two releases run at once. */
  async function countsAsOurs(record: RawDeployment, end: 'rolled-back' | 'unchanged'): Promise<void> {
    const by = record.creator?.login ?? '';
    if (by === creator) return;
    const description = describeState(end, 'nothing was begun: ledger-creator is not the login that wrote this');
    await createStatus(github, record.id, { state: 'failure', description });
    throw new InputError(
      `input "ledger-creator": is "${creator}", but github-token writes as "${by}"; set ledger-creator: ${by} in every workflow of this ledger`,
    );
  }
}

function recorded(record: RawDeployment): { record: number; createdAt: string; since: string } {
  return { record: record.id, createdAt: record.created_at, since: record.created_at };
}

import { type Change, sendOnce } from '@lockstep/base';
import type { GitHub } from '../client.ts';
import { recordId } from './payload.ts';
import type { GitHubState } from './states.ts';
import type { RawDeployment } from './view.ts';

export interface NewRecord {
  readonly environment: string;
  readonly ref: string;
  readonly task: string;
  readonly description: string;
  readonly payload: object & { readonly id: string };
}

export interface NewStatus {
  readonly state: GitHubState;
  readonly description: string;
  readonly log_url?: string;
}

/**
 * What is written may show up in lists a little later: an empty look is believed only after these waits (ms). They
 * are short, since a record or a status that is there twice does no harm.
 */
const LOOK_AFTER_MS = [0, 500] as const;
/** How often a change is sent in all, each time after looking whether the one before took effect. */
const SENDS = 3;

/**
 * Creates a deployment record, once. An answer that is lost is looked for by the id in the payload before anything
 * is sent again; should a list lag behind even so, two records with one id are one to the ledger.
 */
export async function createRecord(github: GitHub, wanted: NewRecord): Promise<RawDeployment> {
  const { environment, ref, task, description, payload } = wanted;
  return once(github, {
    send: async () => {
      const answer = await github.change('repos.createDeployment', {
        environment,
        ref,
        task,
        description,
        payload: { ...payload },
        auto_merge: false,
        required_contexts: [],
      });
      if (answer.kind !== 'accepted') return answer;
      if (!('id' in answer.data)) throw new Error(`GitHub created no deployment: ${answer.data.message}`);
      return { ...answer, data: deploymentOf(answer.data) };
    },
    look: async () => {
      const list = await github.read('repos.listDeployments', { environment, task, per_page: 100 });
      const found = list.find((record) => recordId(record.payload) === payload.id);
      return found === undefined ? undefined : deploymentOf(found);
    },
  });
}

/** GitHub's ids may outgrow a number one day, say its types; these are far from it. */
export function deploymentOf(raw: Omit<RawDeployment, 'id'> & { readonly id: number | bigint }): RawDeployment {
  const { task, payload, creator, created_at } = raw;
  return { id: Number(raw.id), task, payload, creator, created_at };
}

/**
 * Adds a status to a record, once, and gives its id: a lost one is looked for by its words, and saying a thing twice
 * does no harm.
 */
export async function createStatus(github: GitHub, record: number, status: NewStatus): Promise<number> {
  const at = { deployment_id: record };
  const { id } = await once<{ readonly id: number | bigint }>(github, {
    send: () =>
      github.change('repos.createDeploymentStatus', {
        ...at,
        ...status,
        auto_inactive: false,
      }),
    look: async () => {
      const newest = (await github.read('repos.listDeploymentStatuses', { ...at, per_page: 100 }))[0];
      return newest?.state === status.state && newest.description === status.description ? newest : undefined;
    },
  });
  return Number(id);
}

function once<T>(github: GitHub, change: Change<T>): Promise<T> {
  const onLost = (lost: Error) => github.log.debug(`${lost.message}: checking whether it took effect`);
  return sendOnce(change, { sends: SENDS, lookAfterMs: LOOK_AFTER_MS, onLost }, github);
}

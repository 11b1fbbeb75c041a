import { redactText } from '@lockstep/base';

/**
 * How a record goes on, as GitHub Deployment statuses: the description begins with our own word, since GitHub's
 * seven states are too few; the state is the nearest of them, for people who look at the environment's page.
 */

/**
 * - `begun`: under way, or dead if its run attempt has ended
 * - `released`: the commit point was passed
 * - `rolled-back`: everything is as it was before
 * - `partly-rolled-back`: the old traffic, with something known and harmless left in place
 * - `held`: the candidate is live and nobody decided yet
 * - `unknown`: it ended, and nothing certain was seen
 * - `acknowledged`: a person set the deployment inactive by hand: it no longer stands in the way
 */
export type ReleaseRecordState =
  | 'begun'
  | 'released'
  | 'rolled-back'
  | 'partly-rolled-back'
  | 'held'
  | 'unknown'
  | 'acknowledged';

/**
 * - `open`: the change is about to be made, or was, and nobody wrote down how it ended
 * - `swapped`: read back: the new one is served
 * - `put-back`: undone, and read back
 * - `unchanged`: it came to nothing
 * - `unresolved`: it ended, and nothing certain was seen
 */
export type SwapRecordState = 'open' | 'swapped' | 'put-back' | 'unchanged' | 'unresolved' | 'acknowledged';

/** Those of GitHub's states of a deployment that we use. */
export type GitHubState = 'error' | 'failure' | 'inactive' | 'in_progress' | 'pending' | 'success';

export const RELEASE_STATES: Readonly<Record<Exclude<ReleaseRecordState, 'acknowledged'>, GitHubState>> = {
  begun: 'in_progress',
  released: 'success',
  'rolled-back': 'failure',
  'partly-rolled-back': 'failure',
  held: 'pending',
  unknown: 'error',
};

export const SWAP_STATES: Readonly<Record<Exclude<SwapRecordState, 'acknowledged'>, GitHubState>> = {
  open: 'in_progress',
  swapped: 'success',
  'put-back': 'failure',
  unchanged: 'failure',
  unresolved: 'error',
};

/** docs.github.com/rest/deployments/statuses: at most 140 characters. */
const DESCRIPTION_LIMIT = 140;

/** `held: the bake saw nothing`, on one line and cut to GitHub's limit. */
export function describeState(state: string, message: string): string {
  const text = message === '' ? state : `${state}: ${redactText(message).replace(/\s+/g, ' ').trim()}`;
  return text.length <= DESCRIPTION_LIMIT ? text : `${text.slice(0, DESCRIPTION_LIMIT - 1)}…`;
}

/**
 * `released: dpl_x is live; committed by ann`. Which deployment users got by a release is a field of this status, in its
 * fixed place before everything that is said: `readStatus` reads it there, in those of every version so far.
 */
export function describeReleased(deployment: string | null, note: string): string {
  const words = [deployment === null ? '' : `${deployment} is live`, note].filter((part) => part !== '');
  return describeState('released', words.join('; '));
}

/** A stage of a rolling release, written before users get it. */
export interface ReachedStage {
  /** From 1 on. */
  readonly number: number;
  readonly of: number;
  readonly percentage: number;
}

/** `open: stage 2 of 3, 50 %`: a field in its fixed place, which `readStage` reads. */
export function describeStage({ number, of, percentage }: ReachedStage): string {
  return describeState('open', `stage ${number} of ${of}, ${percentage} %`);
}

const STAGE = /^open: stage (\d+) of (\d+), (\d+) %$/;

/** The last stage that was begun, whatever became of it since; undefined where it has none. */
export function readStage(statuses: readonly RawStatus[], creator: string): ReachedStage | undefined {
  const newestFirst = [...statuses].sort((a, b) => b.id - a.id);
  for (const { creator: by, description } of newestFirst) {
    const [, number, of, percentage] = (by?.login === creator && STAGE.exec(description)) || [];
    if (number !== undefined) return { number: Number(number), of: Number(of), percentage: Number(percentage) };
  }
  return undefined;
}

/** `state`, `state: message`, `released: DEPLOYMENT is live`, `released: DEPLOYMENT is live; note`. */
const STATUS = /^([a-z-]+)(?:: ([\s\S]*))?$/;
const RELEASED = /^released: (\S+) is live(?:; |$)/;

interface Status {
  readonly word: string;
  readonly message: string;
  readonly deployment: string | undefined;
}

function readStatus(description: string): Status {
  const [, word = '', message = ''] = STATUS.exec(description) ?? [];
  return { word, message, deployment: RELEASED.exec(description)?.[1] };
}

/** A status as GitHub gives it. */
export interface RawStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly creator: { readonly login: string } | null;
  readonly created_at?: string;
}

export interface StateRead<S extends string> {
  readonly state: S;
  /** What was said with it. */
  readonly message: string;
  /** Of a committed release: what users got by it; absent where it was not written. */
  readonly confirmedDeployment?: string;
  /** When, ISO 8601 by GitHub's clock; absent where nothing was said yet. */
  readonly since?: string;
}

/** The states of a kind of record. */
export interface StatesOf<S extends string> {
  readonly known: Readonly<Record<S, GitHubState>>;
  /** Where nothing was said yet. */
  readonly first: S;
  /** Those after which it needs nobody any more. */
  ended(state: S): boolean;
}

/**
 * The state that a record's statuses amount to. Only the ledger's own creator speaks, but for one thing: whoever
 * sets an unfinished record inactive acknowledges it. GitHub itself sets earlier successes inactive when another
 * workflow deploys to the environment: that says nothing about a record that had ended.
 */
export function readState<S extends string>(
  statuses: readonly RawStatus[],
  creator: string,
  { ended, first, known }: StatesOf<S>,
): StateRead<S | 'acknowledged'> {
  const newestFirst = [...statuses].sort((a, b) => b.id - a.id);
  for (const status of newestFirst) {
    if (status.creator?.login !== creator) continue;
    const { word, message, deployment } = readStatus(status.description);
    if (!(word in known)) continue;
    const state = word as S;
    const setInactive = newestFirst.find((later) => later.id > status.id && later.state === 'inactive');
    const said = {
      message,
      ...saidAt(status),
      ...(deployment === undefined ? {} : { confirmedDeployment: deployment }),
    };
    if (setInactive === undefined || ended(state)) return { state, ...said };
    return acknowledged(setInactive);
  }
  const byHand = newestFirst.find((status) => status.state === 'inactive');
  return byHand === undefined ? { state: first, message: '' } : acknowledged(byHand);
}

/** A word that the ledger's own creator said of a record. */
export interface Said<S extends string> {
  readonly state: S;
  /** ISO 8601 by GitHub's clock. */
  readonly at: string;
}

/** All that was said of a record, oldest first; the same word twice in a row is one, of the first time. */
export function readSaid<S extends string>(
  statuses: readonly RawStatus[],
  creator: string,
  known: Readonly<Record<S, GitHubState>>,
): readonly Said<S>[] {
  const said: Said<S>[] = [];
  for (const status of [...statuses].sort((a, b) => a.id - b.id)) {
    const { word } = readStatus(status.description);
    if (status.creator?.login !== creator || !(word in known) || status.created_at === undefined) continue;
    if (said.at(-1)?.state !== word) said.push({ state: word as S, at: status.created_at });
  }
  return said;
}

/** When the first stage of a rolling release was begun; null where none was. */
export function firstStageAt(statuses: readonly RawStatus[], creator: string): string | null {
  const oldestFirst = [...statuses].sort((a, b) => a.id - b.id);
  const first = oldestFirst.find(({ creator: by, description }) => by?.login === creator && STAGE.test(description));
  return first?.created_at ?? null;
}

function acknowledged(status: RawStatus): StateRead<'acknowledged'> {
  const message = `set inactive by ${status.creator?.login ?? 'another user'}`;
  return { state: 'acknowledged', message, ...saidAt(status) };
}

function saidAt({ created_at }: RawStatus): { readonly since?: string } {
  return created_at === undefined ? {} : { since: created_at };
}

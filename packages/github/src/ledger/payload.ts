import type { Evidence } from '@lockstep/base';

/**
 * What a ledger record says for good: the payload of a GitHub Deployment, which cannot be changed after. How it goes
 * on stands in the deployment's statuses (`states.ts`).
 */

/** Which release line: services of one environment do not wait for each other. */
export interface LedgerKey {
  readonly environment: string;
  /** '' where the environment has but one. */
  readonly service: string;
}

/** The run attempt that wrote a record: while it goes on, the record is alive. */
export interface Author {
  readonly runId: number;
  readonly runAttempt: number;
  /** The page of the run attempt. */
  readonly url: string;
}

/** What users get: a Vercel deployment, and the commit it was built from, where known. */
export interface Build {
  readonly deployment: string | null;
  readonly commit: string | null;
}

/** A release, written by `release begin`. */
export interface ReleasePayload {
  readonly kind: 'lockstep-release/1';
  /** The release id; makes the record unique, so that it is found again where the answer to its creation was lost. */
  readonly id: string;
  readonly service: string;
  readonly author: Author;
  readonly actor: string;
  /** What it is to bring. For an adopted one, what was found live. */
  readonly candidate: Build;
  /** What was live when it began. */
  readonly before: Build & { readonly release: string | null };
  /** The newest database version before it; null where nobody said. */
  readonly databaseVersion: string | null;
  /** True where no release of Lockstep's brought it: written down so that there is something to go back to. */
  readonly adopted: boolean;
  /** What was seen of the candidate beforehand; a promotion of the same commit elsewhere is held to it. */
  readonly evidence?: Evidence;
  /** Who let it through; absent where nobody was asked. */
  readonly approval?: Approval;
  /** Gates that said no or did not know, and that `actor` overrode; absent where none was. */
  readonly overrides?: readonly GateOverride[];
}

/** Why a release goes on although a gate did not pass. */
export interface GateOverride {
  /** `error-budget`. */
  readonly gate: string;
  readonly reason: string;
}

/** Somebody's yes to a release. */
export interface Approval {
  readonly by: string;
  /** For a four-eyes approval: who asked, and the request. */
  readonly requestedBy?: string;
  readonly request?: string;
}

/** A change of traffic that is about to be made, written by each action that makes one. */
export interface SwapPayload {
  readonly kind: 'lockstep-swap/1';
  readonly id: string;
  readonly service: string;
  readonly author: Author;
  /** The release it belongs to; null for a swap by itself. */
  readonly release: string | null;
  /** Vercel deployment ids. */
  readonly from: string | null;
  readonly to: string;
  /** Every host and the deployment it showed; null where it showed none. */
  readonly aliases: Readonly<Record<string, string | null>>;
  /**
   * Whether production builds took the domains by themselves before it, which both ways of moving them change on the
   * side; absent in records of earlier versions.
   */
  readonly autoAssign?: boolean;
  /**
   * Of a rolling release, the percentages of users that get the deployment one after another, all of them last; absent where
   * all get it at once. Which of them was reached is in its statuses.
   */
  readonly stages?: readonly number[];
  /** The releases that it takes back, newest first; absent where it goes forward. */
  readonly takesBack?: readonly string[];
}

/** The task of each kind of record. */
export const RELEASE_TASK = 'lockstep';
export const SWAP_TASK = 'lockstep:swap';

/** The payload of a release record; undefined where it is none that this version can read. */
export function readReleasePayload(payload: unknown): ReleasePayload | undefined {
  const found = parsed(payload) as Partial<ReleasePayload> | undefined;
  const whole =
    found?.kind === 'lockstep-release/1' &&
    typeof found.id === 'string' &&
    typeof found.service === 'string' &&
    isAuthor(found.author) &&
    typeof found.actor === 'string' &&
    isBuild(found.candidate) &&
    isBuild(found.before) &&
    isTextOrNone(found.before.release) &&
    isTextOrNone(found.databaseVersion) &&
    isAbsentOr(found.evidence, isSeen) &&
    isAbsentOr(found.approval, ({ by }) => typeof by === 'string') &&
    isAbsentOr(found.overrides, (all) => Array.isArray(all) && all.every(isOverride));
  return whole ? (found as ReleasePayload) : undefined;
}

export function readSwapPayload(payload: unknown): SwapPayload | undefined {
  const found = parsed(payload) as Partial<SwapPayload> | undefined;
  const whole =
    found?.kind === 'lockstep-swap/1' &&
    typeof found.id === 'string' &&
    typeof found.service === 'string' &&
    typeof found.to === 'string' &&
    isAuthor(found.author) &&
    isTextOrNone(found.release) &&
    isTextOrNone(found.from) &&
    isObject(found.aliases) &&
    isAbsentOr(found.stages, (all) => Array.isArray(all) && all.every((one) => typeof one === 'number')) &&
    isAbsentOr(found.takesBack, (all) => Array.isArray(all) && all.every((one) => typeof one === 'string'));
  return whole ? (found as SwapPayload) : undefined;
}

/** The id of any record of ours, by which it is found again where the answer to its creation was lost. */
export function recordId(payload: unknown): string | undefined {
  const found = parsed(payload) as { readonly kind?: unknown; readonly id?: unknown } | undefined;
  const ours = typeof found?.kind === 'string' && found.kind.startsWith('lockstep-');
  return ours && typeof found.id === 'string' ? found.id : undefined;
}

/** GitHub gives a payload back as it was sent, object or text. */
export function parsed(payload: unknown): object | undefined {
  if (isObject(payload)) return payload;
  try {
    const value: unknown = JSON.parse(String(payload));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Outside of a run its id is 0. */
export function isAuthor(value: unknown): value is Author {
  const { runAttempt, runId, url } = (isObject(value) ? value : {}) as Partial<Author>;
  return isWhole(runId, 0) && isWhole(runAttempt, 1) && typeof url === 'string';
}

function isWhole(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least;
}

function isBuild(value: unknown): value is Build {
  const { commit, deployment } = (isObject(value) ? value : {}) as Partial<Build>;
  return isObject(value) && isTextOrNone(commit) && isTextOrNone(deployment);
}

function isTextOrNone(value: unknown): boolean {
  return (value ?? null) === null || typeof value === 'string';
}

/** What is read of evidence before its seal is looked at, or without. */
function isSeen({ at, verdicts }: Partial<Evidence>): boolean {
  return typeof at === 'string' && isObject(verdicts);
}

function isOverride(value: unknown): boolean {
  const { gate, reason } = (isObject(value) ? value : {}) as Partial<GateOverride>;
  return typeof gate === 'string' && typeof reason === 'string';
}

function isAbsentOr<T>(value: T | undefined, isRight: (value: T) => boolean): boolean {
  return value === undefined || (isObject(value) && isRight(value));
}

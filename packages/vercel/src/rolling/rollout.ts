import { at, numberAt, RemoteError, textAt } from '@lockstep/base';
import { listAt } from '../answer.ts';
import type { VercelApi } from '../client.ts';

/** A share of the users that gets the candidate until the next stage is approved. */
export interface RolloutStage {
  /** From 0 on. */
  readonly index: number;
  /** Of 100 users, how many get the candidate. */
  readonly percentage: number;
  /** Whether all users get the candidate with it. */
  readonly isFinal: boolean;
}

/** A rolling release that is under way. */
export interface Rollout {
  /** What the other users have, and get back where it is aborted; undefined where Vercel does not say. */
  readonly base: string | undefined;
  readonly candidate: string | undefined;
  readonly stages: readonly RolloutStage[];
  readonly active: RolloutStage | undefined;
  readonly next: RolloutStage | undefined;
  /** Whether Vercel stopped it where it is, as its own gate does. */
  readonly paused: boolean;
  /** Whether a stage ends by itself, without an approval. */
  readonly advancesByItself: boolean;
  /** The deployment whose own rolling release begins once this one has ended. */
  readonly queued: string | undefined;
}

/** Answers of plans and projects without rolling releases: where there are none, none is under way. */
const NONE: readonly number[] = [402, 403, 404];

/** Whether an error says that there are no rolling releases here, rather than that Vercel could not be asked. */
export function hasNone(error: unknown): error is RemoteError {
  return error instanceof RemoteError && NONE.includes(error.status ?? 0);
}

/** The rolling release that is under way, if any. Throws RemoteError. */
export async function readRollout(api: VercelApi, projectId: string): Promise<Rollout | undefined> {
  try {
    return rolloutOf(await api.read(pathOf(projectId), { state: 'ACTIVE' }));
  } catch (error) {
    if (hasNone(error)) return undefined;
    throw error;
  }
}

/** The path of a project's rolling release; what belongs to it is below. */
export function pathOf(projectId: string): string {
  return `/v1/projects/${encodeURIComponent(projectId)}/rolling-release`;
}

/** The document as GET and every change give it; undefined where it is of none that is under way. */
function rolloutOf(body: unknown): Rollout | undefined {
  const release = at(body, 'rollingRelease');
  if (textAt(release, 'state') !== 'ACTIVE') return undefined;
  return {
    base: textAt(release, 'currentDeployment', 'id'),
    candidate: textAt(release, 'canaryDeployment', 'id'),
    stages: (listAt(release, 'stages') ?? []).map(stageOf).filter((stage) => stage !== undefined),
    active: stageOf(at(release, 'activeStage')),
    next: stageOf(at(release, 'nextStage')),
    paused: textAt(release, 'substate') === 'PAUSED',
    advancesByItself: textAt(release, 'advancementType') === 'automatic',
    queued: textAt(release, 'queuedDeploymentId'),
  };
}

function stageOf(value: unknown): RolloutStage | undefined {
  const [index, percentage] = [numberAt(value, 'index'), numberAt(value, 'targetPercentage')];
  if (index === undefined || percentage === undefined) return undefined;
  return { index, percentage, isFinal: at(value, 'isFinalStage') === true || percentage === 100 };
}

/** Where a rolling release is: the stage that users are at, and how many there are. */
export interface RolloutPlace {
  readonly stage: RolloutStage;
  readonly of: number;
}

/** Undefined where Vercel does not say. */
export function placeOf({ active, stages }: Rollout): RolloutPlace | undefined {
  return active === undefined ? undefined : { stage: active, of: stages.length };
}

/** `stage 2 of 3 (50 %)`. */
export function nameStage(stage: RolloutStage, of: number): string {
  return `stage ${placeName({ stage, of })}`;
}

/** `2 of 3 (50 %)`. */
export function placeName({ of, stage }: RolloutPlace): string {
  return `${stage.index + 1} of ${of} (${stage.percentage} %)`;
}

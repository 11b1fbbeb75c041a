import { type Delays, describe, pause, RemoteError, type Verdict } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import { readProject } from '../project.ts';
import {
  planRolling,
  type RollingProgress,
  type RollingSight,
  type RollingStep,
  type RollingStop,
} from './next-step.ts';
import { nameStage, pathOf, type RolloutStage, readRollout } from './rollout.ts';

/** What a stage's gate says of the candidate. */
export interface StageEnd {
  readonly verdict: Verdict;
  readonly message: string;
}

export interface RollingTools {
  /** Watches a stage. Throws what a cancellation throws. */
  readonly gate: (stage: RolloutStage, of: number) => Promise<StageEnd>;
  /** Records that a stage begins, before users get it. */
  readonly reached: (stage: RolloutStage, of: number) => Promise<void>;
  /** How long Vercel may take for one change, in milliseconds. */
  readonly timeoutMs: number;
}

export interface RollingOrder {
  readonly projectId: string;
  readonly from: string | undefined;
  readonly to: string;
  readonly percentages: readonly number[];
}

/** Where it was when it ended. */
interface EndedAt {
  /** For people: `at stage 2 of 3 (50 %)`. */
  readonly at: string;
  /** Of 100 users, how many may have the candidate. */
  readonly share: number;
}

/** How a rolling release ended, by Vercel's own records; only a read-back says whether users see it. */
export type RollingEnd =
  /** The candidate is production. `queued`: a later one follows by itself. */
  | { readonly kind: 'completed'; readonly queued: string | undefined }
  /** Its start was refused, or was lost and never showed: no one got the candidate. */
  | { readonly kind: 'not-started'; readonly error: RemoteError }
  | (EndedAt & { readonly kind: 'stage'; readonly verdict: 'fail' | 'unknown'; readonly message: string })
  | (EndedAt & { readonly kind: RollingStop; readonly found: string | undefined })
  /** Vercel did not do, in the time there was, what it was asked for. */
  | (EndedAt & { readonly kind: 'late'; readonly why: string });

const DELAYS: Delays = [250, 500, 1_000, 1_000, 2_000, 3_000];
/** How long what was asked for may take to show before it is asked for again, once. */
const SHOW_UP_MS = 10_000;
const MOST_ASKED = 2;

/** One change that was asked for and does not show yet. */
interface Asked {
  readonly change: Change;
  readonly index: number;
  /** By when it should show, in milliseconds since the epoch. */
  readonly showsBy: number;
  readonly times: number;
  readonly error: RemoteError | undefined;
}

/**
 * Drives a rolling release to its end: each stage is approved only once its gate passed, and what comes next is decided by
 * what is read, never by what was answered. Nothing is taken back here: that is left to the undo alone. Throws RemoteError
 * where Vercel could not be read before it began.
 */
export async function runRolling(api: VercelApi, order: RollingOrder, tools: RollingTools): Promise<RollingEnd> {
  return await new Drive(api, order, tools).run();
}

type Change = 'start' | 'approve' | 'complete';

/** A rolling release on its way: what was done, and what was asked for last. */
class Drive {
  readonly #api: VercelApi;
  readonly #order: RollingOrder;
  readonly #tools: RollingTools;
  readonly #of: number;
  #progress: RollingProgress = { started: false, seen: false, passed: -1, completing: false };
  #asked: Asked | undefined;
  /** When to stop waiting for what was asked for. */
  #until: number;
  #at: EndedAt = { at: 'before its first stage', share: 0 };
  #queued: string | undefined;

  constructor(api: VercelApi, order: RollingOrder, tools: RollingTools) {
    this.#api = api;
    this.#order = order;
    this.#tools = tools;
    this.#of = order.percentages.length + 1;
    this.#until = api.clock.now() + tools.timeoutMs;
  }

  /** Once it was asked for, a Vercel that cannot be read is an open question, not an error. */
  async run(): Promise<RollingEnd> {
    try {
      return await this.#drive();
    } catch (error) {
      if (this.#api.signal.aborted || !this.#progress.started || !(error instanceof RemoteError)) throw error;
      return { kind: 'late', ...this.#at, why: describe(error) };
    }
  }

  async #drive(): Promise<RollingEnd> {
    for (let turn = 0; ; turn++) {
      const step = planRolling(this.#order, await this.#look(), this.#progress);
      if (step.kind === 'completed') return { kind: 'completed', queued: this.#queued };
      if (step.kind === 'stop') return { kind: step.why, ...this.#at, found: step.found };
      if (step.kind === 'gate') turn = -1;
      const ended = await this.#take(step);
      if (ended !== undefined) return ended;
      if (step.kind === 'gate') continue;
      const late = await this.#wait(turn);
      if (late !== undefined) return late;
    }
  }

  async #look(): Promise<RollingSight> {
    const { projectId, to } = this.#order;
    const [rollout, project] = await Promise.all([
      readRollout(this.#api, projectId),
      readProject(this.#api, projectId),
    ]);
    if (rollout?.candidate === to) {
      this.#progress = { ...this.#progress, seen: true };
      this.#queued = rollout.queued ?? this.#queued;
    }
    return { rollout, production: project.production };
  }

  async #take(step: Exclude<RollingStep, { readonly kind: 'completed' | 'stop' }>): Promise<RollingEnd | undefined> {
    switch (step.kind) {
      case 'gate':
        return await this.#watch(step.stage);
      case 'start':
        return await this.#ask('start', { index: 0, percentage: this.#order.percentages[0] ?? 0, isFinal: false });
      case 'approve':
        return await this.#ask('approve', step.next);
      case 'complete':
        return await this.#ask('complete', { index: this.#of - 1, percentage: 100, isFinal: true });
      case 'wait':
        return undefined;
    }
  }

  async #watch(stage: RolloutStage): Promise<RollingEnd | undefined> {
    this.#at = { at: `at ${nameStage(stage, this.#of)}`, share: stage.percentage };
    const { message, verdict } = await this.#tools.gate(stage, this.#of);
    this.#until = this.#api.clock.now() + this.#tools.timeoutMs;
    if (verdict === 'pass') {
      this.#progress = { ...this.#progress, passed: stage.index };
      return undefined;
    }
    // Where Vercel itself took the traffic back meanwhile, the gate asked what was no candidate any more.
    const step = planRolling(this.#order, await this.#look(), this.#progress);
    if (step.kind === 'stop') return { kind: step.why, ...this.#at, found: step.found };
    return { kind: 'stage', verdict, ...this.#at, message };
  }

  /** Asks for a change, and again only once it should long have shown. */
  async #ask(change: Change, stage: RolloutStage): Promise<RollingEnd | undefined> {
    const { clock, log } = this.#api;
    const isSame = this.#asked?.change === change && this.#asked.index === stage.index;
    const before = isSame ? this.#asked : undefined;
    if (before !== undefined && (clock.now() < before.showsBy || before.times >= MOST_ASKED)) return undefined;
    if (before === undefined) {
      await this.#tools.reached(stage, this.#of);
      this.#at = { ...this.#at, share: stage.percentage };
      this.#until = clock.now() + this.#tools.timeoutMs;
    }
    const { projectId, to } = this.#order;
    const which = change === 'approve' ? { nextStageIndex: stage.index } : {};
    const answer = await this.#api.change(
      'POST',
      `${pathOf(projectId)}${PARTS[change]}`,
      {},
      { canaryDeploymentId: to, ...which },
    );
    const error = answer.kind === 'accepted' ? undefined : answer.error;
    const showsBy = clock.now() + SHOW_UP_MS;
    this.#asked = { change, index: stage.index, showsBy, times: (before?.times ?? 0) + 1, error };
    const isOut = answer.kind !== 'refused';
    const { completing, started } = this.#progress;
    this.#progress = {
      ...this.#progress,
      started: started || isOut,
      completing: completing || (isOut && change === 'complete'),
    };
    if (error !== undefined) log.warning(`${describe(error)}: what Vercel shows decides`);
    // A refusal is also the answer to what is there already: only reading decides.
    const isOurs = isOut || change !== 'start' || (await this.#look()).rollout?.candidate === to;
    return isOurs || error === undefined ? undefined : { kind: 'not-started', error };
  }

  async #wait(turn: number): Promise<RollingEnd | undefined> {
    const asked = this.#asked;
    const isLost = asked !== undefined && asked.times >= MOST_ASKED && this.#api.clock.now() >= asked.showsBy;
    if (isLost && !this.#progress.seen && asked.error !== undefined) return { kind: 'not-started', error: asked.error };
    if (await pause(this.#api, DELAYS, turn, this.#until)) return undefined;
    const why =
      asked?.error === undefined ? `Vercel shows no effect of the ${asked?.change ?? 'gate'}` : describe(asked.error);
    return { kind: 'late', ...this.#at, why };
  }
}

const PARTS = { start: '/start', approve: '/approve-stage', complete: '/complete' } as const;

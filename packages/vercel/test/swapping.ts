import { afterEach, beforeEach, expect } from '@jest/globals';
import {
  applySwap,
  type Deployment,
  type ProbeHost,
  planSwap,
  readSwapSnapshot,
  type SwapEnd,
  type SwapPlan,
  type UndoEnd,
  undoSwap,
  type VercelApi,
} from '@lockstep/vercel';
import type { ClientSettings } from './a-client.ts';
import { aGround, aStagedRelease, type Ground } from './ground.ts';
import { aRequest } from './states.ts';

/** For each test of a file: `v1` live on every domain, `v2` staged, and functions that swap and undo. */
export interface Swapping {
  readonly ground: Ground;
  readonly v1: Deployment;
  readonly v2: Deployment;
  plan(api?: VercelApi): Promise<SwapPlan>;
  /** From `v1` to `v2`. */
  swap(
    request?: ClientSettings,
    tools?: { readonly probe?: ProbeHost; readonly timeoutMs?: number },
  ): Promise<SwapEnd & { readonly plan: SwapPlan }>;
  undo(made: SwapPlan, request?: ClientSettings, probe?: ProbeHost): Promise<UndoEnd>;
  /** How often a promotion was asked for. */
  promotes(): number;
  /** What the domains show: one where all agree. */
  holders(): readonly (string | null)[];
  /** The production pointer and the crons. */
  pointers(): readonly (string | null)[];
}

export function useSwapping(): Swapping {
  let ground: Ground;
  let staged: { readonly v1: Deployment; readonly v2: Deployment };
  beforeEach(async () => {
    ground = await aGround();
    staged = await aStagedRelease(ground);
  });
  afterEach(async () => {
    expect(ground.vercel.unmodelled).toEqual([]);
    await ground[Symbol.asyncDispose]();
  });

  const plan = async (api = ground.client()): Promise<SwapPlan> => {
    const planned = planSwap(await readSwapSnapshot(api, 'web', staged.v2.id), aRequest(), api.clock.now());
    if (planned.kind === 'refused') throw new Error(planned.refusals.map(({ code }) => code).join('; '));
    return planned.plan;
  };
  return {
    get ground() {
      return ground;
    },
    get v1() {
      return staged.v1;
    },
    get v2() {
      return staged.v2;
    },
    plan,
    async swap(request = {}, { probe = ground.askTable, timeoutMs = 60_000 } = {}) {
      const api = ground.client(request);
      const made = await plan(api);
      return { ...(await applySwap(api, made, { probe, timeoutMs })), plan: made };
    },
    async undo(made, request = {}, probe = ground.askTable) {
      const api = ground.client(request);
      return undoSwap(api, made, { probe, until: api.clock.now() + 60_000 });
    },
    promotes: () => ground.vercel.exchanges.filter(({ path }) => path.includes('/promote/')).length,
    holders: () => [...new Set(ground.domains.map((domain) => ground.vercel.holder(domain)))],
    pointers: () => {
      const { productionId, crons } = ground.vercel.project(ground.project.id);
      return [productionId, crons.deploymentId];
    },
  };
}

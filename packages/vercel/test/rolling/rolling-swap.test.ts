import { describe, expect, test } from '@jest/globals';
import {
  applyRollingSwap,
  type ConfigPlan,
  type ProbeHost,
  type RollingSwapEnd,
  type RolloutStage,
  type StageEnd,
  type SwapPlan,
  undoSwap,
} from '@lockstep/vercel';
import { aPlan } from '../states.ts';
import { aModel, type Fault, type Model } from './model.ts';

const rolling: ConfigPlan = {
  stages: [
    { percentage: 10, watchMs: 1_000 },
    { percentage: 50, watchMs: 1_000 },
  ],
  write: undefined,
  writeStages: undefined,
  gate: undefined,
};

function planned(more: Partial<SwapPlan> = {}): SwapPlan & { readonly rolling: ConfigPlan } {
  return {
    ...aPlan({ strategy: 'rolling', rolls: true, autoAssign: true, ...more }),
    rolling: more.rolling ?? rolling,
  };
}

/** Hosts serve what is production; a part of their users has the candidate, whom nobody asks here. */
const probeOf =
  (model: Model): ProbeHost =>
  async () => ({ kind: 'served', deploymentId: model.production, commit: undefined });

type Gate = (stage: RolloutStage) => StageEnd;
const pass: Gate = () => ({ verdict: 'pass', message: '' });

interface Rolled extends RollingSwapEnd {
  readonly gated: readonly number[];
  readonly reached: readonly number[];
}

async function roll(model: Model, { gate = pass, plan = planned() } = {}): Promise<Rolled> {
  const [gated, reached]: [number[], number[]] = [[], []];
  const end = await applyRollingSwap(model.api, plan, {
    probe: probeOf(model),
    timeoutMs: 60_000,
    gate: async (stage) => {
      gated.push(stage.percentage);
      return gate(stage);
    },
    reached: async (stage) => {
      reached.push(stage.percentage);
    },
  });
  return { ...end, gated, reached };
}

const undo = (model: Model, plan: SwapPlan = planned()) =>
  undoSwap(model.api, plan, { probe: probeOf(model), until: model.api.clock.now() + 60_000 });

describe('a good rolling release', () => {
  test('gates each stage before the next one is approved, and ends with all users', async () => {
    const model = aModel();
    const end = await roll(model);
    expect(end).toMatchObject({ verdict: 'pass', reason: 'swapped', gated: [10, 50], reached: [10, 50, 100] });
    expect(model.calls).toEqual(['start', 'approve-stage 1', 'complete']);
    expect(model.production).toBe('dpl_b');
  });

  const lost: readonly Fault[] = ['lost-before', 'lost-after'];
  test.each(['start', 'approve-stage', 'complete'].flatMap((change) => lost.map((fault) => [change, fault] as const)))(
    'goes on after %s was %s, and gates every stage once',
    async (change, fault) => {
      const model = aModel();
      model.fail(change, fault);
      expect(await roll(model)).toMatchObject({ verdict: 'pass', gated: [10, 50] });
      expect(model.production).toBe('dpl_b');
    },
  );
});

describe('a rolling release that does not come to its end', () => {
  test('of a sick candidate stops at its stage, and its undo aborts to the base that was read', async () => {
    const model = aModel();
    const end = await roll(model, {
      gate: ({ percentage }) => ({ verdict: percentage === 50 ? 'fail' : 'pass', message: 'it is slow' }),
    });
    expect(end).toMatchObject({ verdict: 'fail', reason: 'stage-failed', gated: [10, 50] });
    expect(end.message).toContain('at stage 2 of 3 (50 %)');
    expect(model.document).toMatchObject({ state: 'ACTIVE', stage: 1 });
    expect(await undo(model)).toMatchObject({
      verdict: 'pass',
      reason: 'swap-undone',
      traffic: 'restored',
      moved: true,
      message: expect.stringContaining('undone at stage 2 of 3 (50 %)'),
    });
    expect(model.calls.at(-1)).toBe('rollback dpl_a');
    expect(model.document).toMatchObject({ state: 'ABORTED' });
  });

  test('that nobody can judge stays where it is', async () => {
    const model = aModel();
    const end = await roll(model, { gate: () => ({ verdict: 'unknown', message: 'too few' }) });
    expect(end).toMatchObject({ verdict: 'unknown', reason: 'stage-unknown' });
    expect(model.calls).toEqual(['start']);
  });

  test('is not completed where another one is queued, which no gate would watch', async () => {
    const model = aModel();
    model.queued = 'dpl_c';
    expect(await roll(model)).toMatchObject({
      verdict: 'unknown',
      reason: 'rollout-queued',
      gated: [10, 50],
      share: 50,
    });
    expect(model.calls).not.toContain('complete');
  });

  test.each<[string, (model: Model) => void, string, string]>([
    ['Vercel takes it back during a stage', (model) => model.abort(), 'fail', 'rollout-aborted'],
    ['Vercel pauses it during a stage', (model) => model.set({ substate: 'PAUSED' }), 'unknown', 'rollout-paused'],
    ['another one is rolled out instead', (model) => model.set({ canary: 'dpl_c' }), 'fail', 'rollout-replaced'],
  ])('%s', async (_name, happens, verdict, reason) => {
    for (const gate of ['pass', 'unknown'] as const) {
      const model = aModel();
      const end = await roll(model, {
        gate: () => {
          happens(model);
          return { verdict: gate, message: '' };
        },
      });
      expect(end).toMatchObject({ verdict, reason });
    }
  });

  test('would advance by itself: no gate is asked, and the undo aborts it', async () => {
    const model = aModel();
    model.advancementType = 'automatic';
    expect(await roll(model)).toMatchObject({ verdict: 'fail', reason: 'rollout-advances', gated: [] });
    expect(await undo(model)).toMatchObject({ verdict: 'pass', reason: 'swap-undone' });
  });

  test('was refused: no user got the candidate', async () => {
    const model = aModel();
    model.fail('start', 'refused');
    expect(await roll(model)).toMatchObject({ verdict: 'fail', reason: 'rollout-not-started', gated: [] });
    expect(await undo(model)).toMatchObject({ verdict: 'pass', reason: 'nothing-to-undo', moved: false });
  });

  test('was lost twice: no user got the candidate', async () => {
    const model = aModel();
    model.fail('start', 'lost-before', 'lost-before');
    expect(await roll(model)).toMatchObject({ verdict: 'fail', reason: 'rollout-not-started' });
    expect(model.calls).toEqual(['start', 'start']);
  });

  test.each(['approve-stage', 'complete'])('whose %s is refused is not decided', async (change) => {
    const model = aModel();
    model.fail(change, 'refused', 'refused', 'refused', 'refused');
    expect(await roll(model)).toMatchObject({ verdict: 'unknown', reason: 'rollout-late' });
  });

  test('began from what another release brought: that one is restored, and not the one before', async () => {
    const model = aModel();
    model.production = 'dpl_a';
    const plan = planned();
    const start = model.api.change.bind(model.api);
    // Another release goes live right before the start.
    Object.assign(model.api, {
      change: (...args: Parameters<typeof start>) => {
        if (args[1].endsWith('/start')) model.production = 'dpl_c';
        return start(...args);
      },
    });
    expect(await roll(model, { plan })).toMatchObject({ verdict: 'fail', reason: 'displaced-other-release' });
    await undo(model, plan);
    expect(model.calls.at(-1)).toBe('rollback dpl_c');
    expect(model.production).toBe('dpl_c');
  });
});

describe('the undo', () => {
  test.each<[string, Fault[]]>([
    ['is asked for again after its request was lost', ['lost-before']],
    ['sees that it was done although its answer was lost', ['lost-after']],
  ])('%s', async (_name, faults) => {
    const model = aModel();
    await roll(model, { gate: () => ({ verdict: 'fail', message: '' }) });
    model.fail('rollback', ...faults);
    expect(await undo(model)).toMatchObject({ verdict: 'pass', reason: 'swap-undone', traffic: 'restored' });
  });

  test('that Vercel refuses says that users may have the candidate', async () => {
    const model = aModel();
    await roll(model, { gate: () => ({ verdict: 'fail', message: '' }) });
    model.fail('rollback', 'refused', 'refused');
    expect(await undo(model)).toMatchObject({ verdict: 'fail', reason: 'undo-incomplete', traffic: 'reached' });
  });

  test('leaves a later rolling release from the candidate alone', async () => {
    const model = aModel();
    await roll(model);
    await model.api.change('POST', '/v1/projects/prj_web/rolling-release/start', {}, { canaryDeploymentId: 'dpl_c' });
    expect(await undo(model)).toMatchObject({ verdict: 'fail', reason: 'conflict', moved: false });
    expect(model.document).toMatchObject({ state: 'ACTIVE', canary: 'dpl_c' });
  });
});

describe('what is configured first', () => {
  const body = {
    stages: [
      { targetPercentage: 10, requireApproval: true },
      { targetPercentage: 50, requireApproval: true },
      { targetPercentage: 100 },
    ],
  };
  const gate = { enabled: true, dryRun: false, action: 'rollback', checks: [{ type: 'error-rate-5xx' }] };
  const write = { ...body, gate };

  test('is read back before the start', async () => {
    const model = aModel();
    const end = await roll(model, {
      plan: planned({ rolling: { ...rolling, write, writeStages: body, gate: 'rollback' } }),
    });
    expect(end).toMatchObject({ verdict: 'pass', notVerified: [] });
    expect(model.calls[0]).toBe('config');
    expect(model.config).toMatchObject(write);
  });

  test("goes on without Vercel's own gate where the plan has none, and says so", async () => {
    for (const writeStages of [body, undefined]) {
      const model = aModel();
      model.fail('config', 'refused');
      const end = await roll(model, {
        plan: planned({ rolling: { ...rolling, write, writeStages, gate: 'rollback' } }),
      });
      expect(end).toMatchObject({ verdict: 'pass', gated: [10, 50] });
      expect(end.notVerified).toEqual([expect.stringContaining("Vercel's own gate on 5xx errors is not verified")]);
    }
  });

  test('ends it before any user gets the candidate where the stages cannot be written', async () => {
    const model = aModel();
    model.fail('config', 'refused', 'refused');
    const end = await roll(model, { plan: planned({ rolling: { ...rolling, write: body, writeStages: body } }) });
    expect(end).toMatchObject({ verdict: 'fail', reason: 'rollout-not-configured', gated: [] });
    expect(model.calls).not.toContain('start');
  });
});

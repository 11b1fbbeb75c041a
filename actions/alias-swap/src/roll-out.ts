import { hostAsker } from '@lockstep/action-kit/ask-host';
import { credentialsOf } from '@lockstep/action-kit/gate-credentials';
import { checkStageTimes } from '@lockstep/action-kit/rolling-inputs';
import type { OpenSwapRecord } from '@lockstep/action-kit/swap-record';
import type { Shell } from '@lockstep/action-shell';
import { describe, InputError } from '@lockstep/base';
import {
  applyRollingSwap,
  type ConfigPlan,
  nameStage,
  originOf,
  type RollingSwapEnd,
  type StageEnd,
  type SwapPlan,
  type VercelApi,
} from '@lockstep/vercel';
import type { Inputs } from './inputs.ts';
import { recordStage } from './swap-record.ts';

/** A stage as it was judged: for the run page and the output `stages`. */
export interface StageNews {
  readonly stage: number;
  readonly percentage: number;
  readonly verdict: StageEnd['verdict'];
  readonly message: string;
}

export interface RolledOut extends RollingSwapEnd {
  readonly stages: readonly StageNews[];
}

export type RollingPlan = SwapPlan & { readonly rolling: ConfigPlan };

/** Which two builds share the users. */
function buildsOf({ from = '', fromCommit, to, toCommit }: RollingPlan) {
  return { candidate: { deployment: to, commit: toCommit }, base: { deployment: from, commit: fromCommit } };
}

/** Refuses what a rolling release could not be carried out by, before anything is changed. Throws InputError. */
export async function checkRolling(values: Inputs, plan: RollingPlan, shell: Shell): Promise<void> {
  const { checkStages, stageOrigin } = await import('@lockstep/action-kit/stage-gate');
  const { stages } = plan.rolling;
  checkStageTimes(stages);
  stageOrigin(
    values['production-url'],
    plan.hosts.map(({ host }) => host),
    originOf,
  );
  await checkStages(values, { ...buildsOf(plan), stages }, shell);
}

/** Drives a rolling release, with a gate for each stage whose engine comes in a chunk of its own. */
export async function rollOut(
  { api, shell, values }: { readonly api: VercelApi; readonly shell: Shell; readonly values: Inputs },
  plan: RollingPlan,
  record: OpenSwapRecord | undefined,
): Promise<RolledOut> {
  const engine = await import('@lockstep/action-kit/stage-gate');
  const probe = hostAsker(values, credentialsOf(values, shell));
  if (probe === undefined) throw new InputError('input "identity-path": expected a path');
  const hosts = plan.hosts.map(({ host }) => host);
  const origin = engine.stageOrigin(values['production-url'], hosts, originOf);
  const builds = buildsOf(plan);
  const stages: StageNews[] = [];
  let since = shell.clock.now();
  const ended = await applyRollingSwap(api, plan, {
    probe,
    timeoutMs: values['swap-timeout'],
    reached: async (stage, of) => {
      shell.journal?.note('stage', { number: stage.index + 1, of, percentage: stage.percentage });
      await recordStage(values, shell, record, { stage, of });
      if (stage.index === 0) since = shell.clock.now();
    },
    gate: async (stage, of) => {
      const watchMs = plan.rolling.stages[stage.index]?.watchMs ?? values['stage-time'];
      const subject = { origin, ...builds, watchMs, since };
      const { message, report, verdict } = await shell.log
        .group(`Watching ${nameStage(stage, of)}`, () => engine.gateStage(values, subject, probe, shell))
        .catch((error: unknown) => {
          if (shell.signal.aborted) throw error;
          // What keeps the gate from asking says nothing of the build that some users have by now.
          return { verdict: 'unknown' as const, message: describe(error), report: undefined };
        });
      stages.push({ stage: stage.index + 1, percentage: stage.percentage, verdict, message });
      shell.log.info(`${nameStage(stage, of)}: ${verdict}, ${message}`);
      if (report !== undefined && verdict !== 'pass')
        for (const block of engine.summaryOf(report)) shell.summary.add(block);
      return { verdict, message };
    },
  });
  return { ...ended, stages };
}

/** Whether a plan is one of a rolling release. */
export function isRolling(plan: SwapPlan): plan is RollingPlan {
  return plan.strategy === 'rolling' && plan.rolling !== undefined;
}

import { describe } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import { nameOf } from '../deployment.ts';
import { confirmSwap, endSwap, type SwapEnd, type SwapTools } from '../swap/apply-swap.ts';
import { keepAutoAssign } from '../swap/auto-assign.ts';
import type { SwapPlan } from '../swap/plan-swap.ts';
import { type RollingEnd, type RollingTools, runRolling } from './apply-rolling.ts';
import { agrees, type ConfigPlan, gateIs } from './plan-config.ts';
import { type ConfigWrite, writeRollingConfig } from './rolling-config.ts';

export interface RollingSwapTools extends SwapTools, Pick<RollingTools, 'gate' | 'reached'> {}

export interface RollingSwapEnd extends SwapEnd {
  /** What could not be confirmed besides, for people; the verdict does not depend on it. */
  readonly notVerified: readonly string[];
  /** Of 100 users, how many may have the candidate. */
  readonly share: number;
}

/**
 * Rolls a candidate out as planned: configures the stages and Vercel's own gate, starts, gates and approves each stage, and
 * reads the end back. Nothing is taken back here. Throws RemoteError where Vercel could not be read on the way.
 */
export async function applyRollingSwap(
  api: VercelApi,
  plan: SwapPlan & { readonly rolling: ConfigPlan },
  tools: RollingSwapTools,
): Promise<RollingSwapEnd> {
  const { projectId, rolling } = plan;
  const configured = await configure(api, projectId, rolling);
  const { notVerified } = configured;
  for (const note of notVerified) api.log.warning(note);
  if (configured.refused !== undefined) {
    const cause = `the stages could not be configured (${configured.refused}): no user got ${nameOf(plan.to, plan.toCommit)}`;
    return { ...endSwap('fail', 'rollout-not-configured', cause), notVerified, share: 0 };
  }
  const percentages = rolling.stages.map(({ percentage }) => percentage);
  const order = { projectId, from: plan.from, to: plan.to, percentages };
  const ended = await runRolling(api, order, tools);
  if (ended.kind !== 'completed') {
    const none = ended.kind === 'not-started' || ended.kind === 'aborted';
    return { ...stopped(plan, ended), notVerified, share: none ? 0 : ended.share };
  }
  const confirmed = await confirmSwap(api, plan, tools, undefined);
  const { queued } = ended;
  const follows = queued === undefined ? [] : [`${queued} was queued behind it: Vercel rolls it out next`];
  const assign = await keepAutoAssign(api, plan, 'promote');
  const also = [...follows, ...(assign.state === 'unchanged' ? [] : [assign.message])];
  for (const line of also) api.log.warning(line);
  const [message, cause] = [confirmed.message, confirmed.cause].map((text) => [text, ...also].join('; '));
  return {
    ...confirmed,
    message: message ?? '',
    cause: cause ?? '',
    autoAssign: assign.state,
    notVerified,
    share: 100,
  };
}

/** Writes what is to be written, and says what of Vercel's own gate is there. */
async function configure(
  api: VercelApi,
  projectId: string,
  { gate, stages, write, writeStages }: ConfigPlan,
): Promise<{ readonly refused?: string | undefined; readonly notVerified: readonly string[] }> {
  if (write === undefined) return { notVerified: [] };
  let wrote = await writeRollingConfig(api, projectId, write);
  // A plan without that gate may refuse all that comes with it.
  if (problemOf(wrote, stages) !== undefined && gate !== undefined && writeStages !== undefined)
    wrote = await writeRollingConfig(api, projectId, writeStages);
  const problem = problemOf(wrote, stages);
  const gateRefused = writeStages === undefined && wrote.kind === 'refused';
  if (problem !== undefined && !gateRefused) return { refused: problem, notVerified: [] };
  const isThere = wrote.kind === 'written' && (gate === undefined || gateIs(wrote.config.gate, gate));
  if (isThere) return { notVerified: [] };
  const why = wrote.kind === 'refused' ? wrote.why : 'Vercel does not show it after it was written';
  return { notVerified: [`Vercel's own gate on 5xx errors is not verified: ${why}`] };
}

function problemOf(wrote: ConfigWrite, stages: ConfigPlan['stages']): string | undefined {
  if (wrote.kind === 'refused') return wrote.why;
  return agrees(wrote.config, stages) ? undefined : 'Vercel shows other stages after they were written';
}

function stopped(plan: SwapPlan, ended: Exclude<RollingEnd, { readonly kind: 'completed' }>): SwapEnd {
  const name = nameOf(plan.to, plan.toCommit);
  switch (ended.kind) {
    case 'not-started':
      return endSwap('fail', 'rollout-not-started', `${describe(ended.error)}; no user got ${name}`);
    case 'stage':
      return ended.verdict === 'fail'
        ? endSwap('fail', 'stage-failed', `${name} ${ended.at} is not healthy: ${ended.message}`)
        : endSwap(
            'unknown',
            'stage-unknown',
            `it could not be decided whether ${name} ${ended.at} is healthy: ${ended.message}`,
          );
    case 'paused':
      return endSwap(
        'unknown',
        'rollout-paused',
        `Vercel paused the rolling release of ${name} ${ended.at}, as its own gate does`,
      );
    case 'queued':
      return endSwap(
        'unknown',
        'rollout-queued',
        `all stages of ${name} passed, and ${ended.found} is queued behind it: once all users have ${name}, Vercel rolls that one out without any gate of this release`,
      );
    case 'aborted':
      return endSwap(
        'fail',
        'rollout-aborted',
        `the rolling release of ${name} was ended ${ended.at}, by Vercel's own gate or by a person: users have ${nameOf(plan.from, plan.fromCommit)}`,
      );
    case 'advances-by-itself':
      return endSwap(
        'fail',
        'rollout-advances',
        `the rolling release of ${name} would advance automatically, before a health gate could decide`,
      );
    case 'replaced':
      return endSwap(
        'fail',
        'rollout-replaced',
        `${ended.found ?? 'another deployment'} is live or rolled out instead of ${name}: another release came in between`,
      );
    case 'current-differs':
      return endSwap(
        'fail',
        'displaced-other-release',
        `${ended.found ?? 'nothing'} was live when the rolling release began, not ${plan.from}: another release came in between, and the undo restores it`,
      );
    case 'late':
      return endSwap(
        'unknown',
        'rollout-late',
        `the rolling release of ${name} did not go on ${ended.at}: ${ended.why}`,
      );
  }
}

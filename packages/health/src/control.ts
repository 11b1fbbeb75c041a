import type { Clock } from '@lockstep/base';
import type { Ending } from './gate.ts';
import { noIdentity } from './identity.ts';
import { judgeAnswer } from './judgement.ts';
import type { Prober } from './probe.ts';
import { kindOf } from './response-class.ts';
import type { ProbePlan } from './run-gate.ts';

const TRIES = 3;
const PAUSE_MS = 500;

export interface ControlWorld {
  readonly baseline: Pick<Prober, 'ask'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Asks the baseline when the candidate could not be measured: where it answers well at the same time, our end of the
 * line is fine and the candidate is at fault, so `unknown` becomes `fail`. A `fail` is never withdrawn: what breaks
 * both builds may be the release's own migration. Throws the signal's reason.
 */
export async function withControl(
  ending: Ending,
  plan: Pick<ProbePlan, 'expectations' | 'requestTimeoutMs'>,
  world: ControlWorld,
): Promise<Ending> {
  const { path } = ending;
  const expect = path === undefined ? undefined : plan.expectations[path];
  if (ending.verdict !== 'unknown' || !ending.mayBeOurFault || path === undefined || expect === undefined)
    return ending;
  for (let turn = 0; turn < TRIES; turn++) {
    if (turn > 0) await world.clock.sleep(PAUSE_MS, world.signal);
    const exchange = await world.baseline.ask(path, plan.requestTimeoutMs, world.signal);
    const judgement = judgeAnswer(exchange, { ...expect, identity: noIdentity }, undefined);
    if (kindOf(judgement.class, 'pass') !== 'success')
      return { ...ending, message: `${ending.message}; the baseline cannot be measured either (${judgement.class})` };
  }
  return {
    ...ending,
    verdict: 'fail',
    message: `${ending.message}; the baseline responds normally at the same time, so the candidate is at fault`,
  };
}

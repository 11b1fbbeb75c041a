import type { Clock } from '@lockstep/base';
import type { Ending } from './gate.ts';
import { noIdentity } from './identity.ts';
import { type Expectations, judge } from './judgement.ts';
import type { Prober } from './probe.ts';
import { kindOf } from './response-class.ts';

const TRIES = 3;

/**
 * Asks the baseline when the candidate could not be measured: where it answers well at the same time, our end of the
 * line is fine and the candidate is at fault, so `unknown` becomes `fail`. A `fail` is never taken back: what breaks
 * both builds may be the release's own migration. Throws the signal's reason.
 */
export async function withControl(
  ending: Ending,
  expectations: Readonly<Record<string, Expectations>>,
  baseline: Pick<Prober, 'ask'>,
  requestTimeoutMs: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<Ending> {
  const { path } = ending;
  const expect = path === undefined ? undefined : expectations[path];
  const measurable = ending.reason === 'unreachable' || ending.reason === 'unavailable';
  if (ending.verdict !== 'unknown' || !measurable || path === undefined || expect === undefined) return ending;
  for (let turn = 0; turn < TRIES; turn++) {
    if (turn > 0) await clock.sleep(500, signal);
    const exchange = await baseline.ask(path, requestTimeoutMs, signal);
    const judgement = judge(exchange, { ...expect, identity: noIdentity }, undefined);
    if (kindOf(judgement.class, 'pass') !== 'success')
      return { ...ending, message: `${ending.message}; the baseline answers no better (${judgement.class})` };
  }
  return { ...ending, verdict: 'fail', message: `${ending.message}; the baseline answers well at the same time` };
}

import { formatDuration, parseDuration } from '@lockstep/base';
import type { ReadDocument } from '../document.ts';
import type { Measured, MeasuredNumber } from '../measured.ts';
import { bad, type Finding, good, type Rule, type RuleFacts, unclear } from '../rule.ts';
import { days } from './common.ts';

/** A number that a document promises, and which drill measures it. */
export interface Promised {
  readonly id: string;
  readonly title: string;
  /** Milliseconds; undefined where the document promises none. */
  readonly of: (document: ReadDocument) => number | undefined;
  readonly measured: keyof Measured;
  readonly remedy: { readonly promise: string; readonly drill: string; readonly keep: string };
}

export function numberRule({ id, measured, of, remedy, title }: Promised): Rule {
  return {
    id,
    title,
    judge: (document, facts) => {
      const promised = of(document);
      if (promised === undefined)
        return bad('not-promised', {
          measured: 'the document has no such number',
          expected: 'a number',
          remedy: remedy.promise,
          line: 1,
        });
      const expected = `at most ${formatDuration(promised)}`;
      return compare(promised, facts.measured[measured], { expected, remedy, facts });
    },
  };
}

interface Compared {
  readonly expected: string;
  readonly remedy: Promised['remedy'];
  readonly facts: RuleFacts;
}

/** By the newest drill: an older one that passed says nothing of now. */
function compare(promised: number, drill: MeasuredNumber | undefined, { expected, facts, remedy }: Compared): Finding {
  const drillIt = { expected, remedy: remedy.drill };
  if (drill === undefined) return unclear('not-measured', { ...drillIt, measured: 'no drill' });
  const { atMs, ms, verdict } = drill;
  const day = new Date(atMs).toISOString().slice(0, 10);
  if (ms === null) {
    const measured = `the drill of ${day} did not get that far`;
    return verdict === 'fail'
      ? bad('drill-failed', { ...drillIt, measured })
      : unclear('not-measured', { ...drillIt, measured });
  }
  const words = `${formatDuration(ms)} on ${day}`;
  if (ms > promised) return bad('slower-than-promised', { expected, remedy: remedy.keep, measured: words });
  const ageMs = facts.nowMs - atMs;
  if (ageMs > facts.settings.drilledWithinMs || ageMs < -300_000)
    return unclear('drill-too-old', { ...drillIt, measured: `${words}, ${days(ageMs)} ago` });
  if (verdict !== 'pass')
    return unclear('drill-not-passed', { ...drillIt, measured: `${words}, in a drill that did not pass` });
  return good('promise-kept', words, expected);
}

/** A duration of the document's first lines. */
export function durationOf({ facts }: ReadDocument, name: string): number | undefined {
  const said = facts[name];
  return typeof said === 'string' ? parseDuration(said) : undefined;
}

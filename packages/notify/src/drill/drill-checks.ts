import { type Check, formatDuration, type NotVerified } from '@lockstep/base';
import type { Delivery } from '../channel.ts';
import { answerText, type DrillOptions, type DrillReport } from './run-drill.ts';

const DELIVERED = { id: 'alert-delivered', title: 'Every target accepts an alert' } as const;
const ANSWERED = { id: 'alert-acknowledged', title: 'A person acknowledges an alert in time' } as const;

/** The record of a drill: one check for what was sent to each target, one for each answer that was awaited. */
export function drillChecks(
  reports: readonly DrillReport[],
  options: DrillOptions,
): { readonly checks: readonly Check[]; readonly gaps: readonly NotVerified[] } {
  const checks: Check[] = [];
  const gaps: NotVerified[] = [];
  for (const report of reports) {
    checks.push(deliveredCheck(report));
    const answer = answerOf(report, options);
    if ('because' in answer) gaps.push(answer);
    else checks.push(answer);
  }
  const canShow = reports.some(({ answered }) => answered.kind !== 'cannot-show');
  if (!canShow && options.awaited !== 'none')
    gaps.push({
      id: ANSWERED.id,
      what: 'all targets',
      because: 'none of the targets can show that a person acknowledged an alert',
      remedy: 'Add a target of type slack, github-issue, or pagerduty with "token"; or set acknowledge to none.',
      chosen: false,
    });
  return { checks, gaps };
}

const VERDICTS = { confirmed: 'pass', accepted: 'pass', failed: 'fail', unknown: 'unknown' } as const;

function deliveredCheck({ delivery, detail, target }: DrillReport): Check {
  // A drill filters nothing.
  const word: Delivery = delivery === 'filtered' ? 'unknown' : delivery;
  const verdict = VERDICTS[word];
  return {
    ...DELIVERED,
    verdict,
    reason: `delivery-${word}`,
    what: target,
    measured: `${word}: ${detail}`,
    expected: 'accepted or confirmed',
    remedy: verdict === 'pass' ? '' : 'Correct the token, the address or the channel of this target.',
  };
}

function answerOf({ answered, delivery, target }: DrillReport, options: DrillOptions): Check | NotVerified {
  const within = formatDuration(options.withinMs);
  const check = { ...ANSWERED, what: target, expected: `acknowledged within ${within}` };
  switch (answered.kind) {
    case 'yes': {
      const isLate = answered.afterMs > options.withinMs;
      const verdict = isLate ? 'fail' : 'pass';
      const remedy = isLate ? LATE : '';
      return { ...check, verdict, reason: isLate ? 'late' : 'acknowledged', measured: answerText(answered), remedy };
    }
    case 'no':
      return { ...check, verdict: 'fail', reason: 'not-acknowledged', measured: 'not acknowledged', remedy: LATE };
    case 'unseen': {
      const remedy = 'Give the token of this target the right to read answers, or remove the token that cannot.';
      return { ...check, verdict: 'unknown', reason: 'answer-unseen', measured: answered.because, remedy };
    }
    case 'cannot-show':
      return gap(target, 'this target cannot show that a person acknowledged an alert');
    case 'not-awaited':
      return gap(target, notAwaited(delivery, options));
  }
}

const LATE = 'Check who is on call and what their notifications are set to, then run the drill again.';

function notAwaited(delivery: DrillReport['delivery'], { awaited }: DrillOptions): string {
  if (awaited === 'none') return 'no acknowledgement was awaited';
  return delivery === 'failed' || delivery === 'unknown'
    ? 'the alert is not known to have arrived, so no answer was awaited'
    : 'the alert was acknowledged at another target first';
}

/** Chosen: the caller chose the target and what is awaited. */
function gap(what: string, because: string): NotVerified {
  return { id: ANSWERED.id, what, because, remedy: '', chosen: true };
}

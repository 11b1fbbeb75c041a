import { count, formatDuration } from '@lockstep/base';
import type { GateRules } from './gate.ts';
import { type Identity, showIdentity } from './identity.ts';
import type { GateRun, ProbeRecord } from './run-gate.ts';

/** Who answered, from when to when; one entry for each change. */
export interface IdentitySpan {
  readonly identity: Identity;
  readonly from: number;
  readonly to: number;
  readonly answers: number;
}

/** The builds that answered, in order of time. Answers that name none are left out. */
export function identityTimeline(records: readonly ProbeRecord[]): readonly IdentitySpan[] {
  const spans: IdentitySpan[] = [];
  for (const { identity, at } of records) {
    if (identity.deployment === undefined && identity.commit === undefined) continue;
    const last = spans.at(-1);
    if (
      last !== undefined &&
      last.identity.deployment === identity.deployment &&
      last.identity.commit === identity.commit
    )
      spans[spans.length - 1] = { ...last, to: at, answers: last.answers + 1 };
    else spans.push({ identity, from: at, to: at, answers: 1 });
  }
  return spans;
}

/** One line: what was asked, of which build, how often, and what would have failed it. */
export function proofLine(where: string, rules: GateRules, run: GateRun): string {
  const judged = run.records.filter((record) => !record.warmUp).length;
  const builds = identityTimeline(run.records).map((span) => showIdentity(span.identity));
  const of = builds.length === 0 ? 'an unidentified build' : [...new Set(builds)].join(', then ');
  return `asked ${where} for ${rules.paths.join(', ')}: ${count(judged, 'probe')} of ${of} in ${formatDuration(run.endedAt - run.startedAt)}; would have failed on ${whatFails(rules)}`;
}

function whatFails(rules: GateRules): string {
  return [
    rules.failureLimit === 0 ? 'one failure' : `${rules.failureLimit + 1} failures in a row`,
    `${rules.errorLimit + 1} platform errors in a row`,
    'a login wall',
    ...(rules.identityAsked ? ['another build or an unidentified one'] : []),
  ].join(', ');
}

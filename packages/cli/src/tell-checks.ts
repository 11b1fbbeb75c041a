import { type CheckListFacts, checksJson, checksText, judgeChecks, makeCheckList, type Verdict } from '@lockstep/base';
import type { Call } from './command.ts';
import { ownVersion } from './commands/version.ts';

export interface FoundChecks extends Pick<CheckListFacts, 'subject' | 'checks' | 'notVerified' | 'accept'> {
  /** The action that reports the same list. */
  readonly tool: string;
  /** When it was looked at; now where it is absent. */
  readonly nowMs?: number;
  readonly onUnknown?: 'fail' | 'warn';
}

/** A reason of the command's own for what a list comes to. */
export type OwnReasonOf = (verdict: Verdict) => string;

/** Shows a list of checks, as text or as JSON, and gives what it was judged to. */
export function tellChecks(call: Call, found: FoundChecks, reasonOf?: OwnReasonOf): Verdict {
  const { json, terminal } = call;
  const { nowMs = Date.now(), onUnknown = 'fail', tool, ...facts } = found;
  const list = makeCheckList({ ...facts, nowMs, run: null, tool: { name: tool, version: ownVersion() } });
  const judgement = judgeChecks(list, { onUnknown, reportOnly: false }, nowMs);
  const { blocks, reason, verdict } = judgement;
  const text = json
    ? checksJson({ ...judgement, reason: reasonOf?.(verdict) ?? reason })
    : checksText(judgement, terminal.paint);
  terminal.write(text.endsWith('\n') ? text : `${text}\n`);
  // Not to stop at what is unknown is what the caller chose; the text says what it is.
  return verdict === 'unknown' && !blocks ? 'pass' : verdict;
}

import { type RunSummary, type SummaryStep, showRunSummary } from '@lockstep/action-kit/run-summary';
import {
  type HeldSummary,
  type JournalEntry,
  type JournalState,
  type ReleaseEnd,
  reasonLink,
} from '@lockstep/action-shell';
import { count, inlineText, nameSome, type Verdict } from '@lockstep/base';
import { resumeHint } from '@lockstep/github';
import type { Begun } from './begun.ts';

/** The longest message that is shown whole; what is cut is in the log. */
const LONGEST_MESSAGE = 600;

export const END_VERDICTS: Readonly<Record<ReleaseEnd['kind'], Verdict>> = {
  released: 'pass',
  'rolled-back': 'fail',
  'partly-rolled-back': 'fail',
  held: 'unknown',
  unknown: 'unknown',
};

interface Shown {
  readonly begun: Begun;
  readonly end: ReleaseEnd;
  /** What the steps of the release have to show. */
  readonly held: readonly HeldSummary[];
  /** What it brought, where that is known. */
  readonly live: string | undefined;
}

/** What the run page says of a release once it is over. */
export function showReleaseEnd({ begun, end, held, live }: Shown, journal: JournalState | undefined): string {
  const summary: RunSummary = {
    verdict: END_VERDICTS[end.kind],
    title: titleOf(begun, end, live, journal?.traffic === 'restored'),
    lead: [...whyOf(begun, end), ...nextOf(begun, end)],
    steps: journal === undefined ? [] : stepsOf(journal.entries),
    details: held,
  };
  return showRunSummary(summary);
}

/** What users have now. */
function titleOf({ before }: Begun, end: ReleaseEnd, live: string | undefined, wasMoved: boolean): string {
  const previous = before ?? 'what they had before';
  switch (end.kind) {
    case 'released':
      return `Users have ${live ?? 'the new release'}`;
    case 'rolled-back':
    case 'partly-rolled-back':
      return wasMoved ? `Users have ${previous} again` : `Users still have ${previous}`;
    case 'held':
      return `Users have ${live ?? 'the candidate'}, and a person must decide whether it stays`;
    case 'unknown':
      return 'It is not certain what users have';
  }
}

function whyOf({ id }: Begun, { because, changed, kind, left }: ReleaseEnd): readonly string[] {
  if (kind === 'released') return [`Release ${id} is committed.`];
  const causes = because.map((one) => inlineText(one, LONGEST_MESSAGE));
  const why = causes.length === 1 ? [`Why: ${causes[0]}.`] : ['Why:', causes.map((one) => `- ${one}`).join('\n')];
  const remaining =
    left.length === 0 ? [] : [`${kind === 'held' ? 'In place' : 'Remaining'}: ${inlineText(nameSome(left, 6))}.`];
  return [`Release ${id}: ${kind}.`, ...why, ...remaining, ...(changed ? [] : ['The release changed nothing.'])];
}

function nextOf({ key }: Begun, { kind }: ReleaseEnd): readonly string[] {
  switch (kind) {
    case 'released':
      return [];
    case 'rolled-back':
    case 'partly-rolled-back':
      return [`What to do: fix the cause, and release again ([\`${kind}\`](${reasonLink(kind, process.env)})).`];
    case 'held':
      return [`What to do: keep it with "release" and "command: commit", or roll it back with ${resumeHint({ key })}.`];
    case 'unknown':
      return [`What to do: check what users have, then resolve it with ${resumeHint({ key })}.`];
  }
}

/** Each step of the job that wrote to the journal, in order of its first entry, and then what was undone. */
export function stepsOf(entries: readonly JournalEntry[]): readonly SummaryStep[] {
  const byStep = new Map<string, JournalEntry[]>();
  for (const entry of entries)
    if (entry.action !== 'release') byStep.set(entry.instance, [...(byStep.get(entry.instance) ?? []), entry]);
  const steps = [...byStep.values()].flatMap((own) => doneBy(own));
  const undone = [...byStep.values()].flatMap((own) => undoneBy(own));
  return [...steps, ...undone.reverse()];
}

function doneBy(own: readonly JournalEntry[]): readonly SummaryStep[] {
  const [first] = own;
  const began = own.find(({ kind }) => kind === 'began');
  const finished = own.find(({ kind }) => kind === 'finished');
  const failure = own.find((entry) => entry.kind === 'note' && entry.note === 'failure');
  if (first === undefined || (began === undefined && failure === undefined)) return [];
  const end = failure ?? finished;
  const ms = began === undefined || end === undefined ? undefined : Date.parse(end.at) - Date.parse(began.at);
  return [{ name: first.action, ...resultOf(failure, finished), ms }];
}

function resultOf(
  failure: JournalEntry | undefined,
  finished: JournalEntry | undefined,
): Pick<SummaryStep, 'verdict' | 'result'> {
  if (failure?.kind === 'note') {
    const { reason } = failure.detail as { readonly reason: string };
    return { verdict: 'fail', result: `[\`${reason}\`](${reasonLink(reason, process.env)})` };
  }
  return finished === undefined
    ? { verdict: 'unknown', result: 'did not report a result' }
    : { verdict: 'pass', result: 'done' };
}

function undoneBy(own: readonly JournalEntry[]): readonly SummaryStep[] {
  const last = own.findLast(({ kind }) => kind === 'undone');
  if (last?.kind !== 'undone') return [];
  const { left = [], message, verdict } = last.result;
  const remaining = left.length === 0 ? '' : ` (${count(left.length, 'change')} remaining)`;
  return [{ name: `undo of ${last.action}`, verdict, result: `${inlineText(message, 200)}${remaining}` }];
}

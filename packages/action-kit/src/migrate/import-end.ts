import { count, nameSome } from '@lockstep/base';
import type { ImportReport } from '@lockstep/migrations';
import { end } from './end.ts';
import { joinSome, noteWords } from './words.ts';

/** What taking over the history of another tool came to, or would come to. */
export function importEnd(report: ImportReport, dryRun: boolean) {
  const { already, notes, pending, refusals, table, taken, tool } = report;
  const [refusal] = refusals;
  if (refusal !== undefined) {
    const message = joinSome(refusals.map((each) => each.message));
    return end({ verdict: 'fail', reason: refusal.reason, message });
  }
  const whose = `the history of ${tool} (${table})`;
  const known = already === 0 ? '' : `, ${count(already, 'migration')} recorded before`;
  const done =
    taken.length === 0
      ? `nothing to record from ${whose}${known}`
      : `${dryRun ? 'would record' : 'recorded'} ${count(taken.length, 'migration')} as applied, from ${whose}${known}${textWords(report)}; nothing was run`;
  const left = pending.length === 0 ? '' : `; never applied and still pending: ${nameSome(pending, 3)}`;
  const message = `${done}${left}${noteWords(notes)}`;
  return end({ verdict: 'pass', reason: dryRun ? 'dry-run' : 'adopted', message });
}

/** What is known of the text of what was applied. */
function textWords({ seesEdits, taken, tool }: ImportReport): string {
  const filesOf = (wanted: ImportReport['taken'][number]['text']) =>
    taken.filter(({ file, text }) => text === wanted && file !== '').map(({ file }) => file);
  const [accepted, unknown] = [filesOf('accepted'), filesOf('unknown')];
  const edited = accepted.length === 0 ? '' : `; edited since, and accepted: ${nameSome(accepted, 3)}`;
  if (unknown.length === 0) return edited;
  return seesEdits
    ? `${edited}; an edit would not show, for there is nothing to compare with: ${nameSome(unknown, 3)}`
    : `${edited}; ${tool} keeps nothing by which an edited file would show`;
}

/** One version of it, for people. */
export function importedWords({ file, text }: ImportReport['taken'][number]): string {
  if (file === '') return 'no file; recorded without a down migration';
  return { same: 'as it was applied', accepted: 'edited since, accepted', unknown: '' }[text];
}

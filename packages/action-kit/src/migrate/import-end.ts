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
function textWords({ taken, tool }: ImportReport): string {
  const accepted = taken.filter(({ text }) => text === 'accepted').map(({ file }) => file);
  const edited = accepted.length === 0 ? '' : `; edited since, and accepted: ${nameSome(accepted, 3)}`;
  const isUnknown = taken.every(({ text }) => text === 'unknown');
  return isUnknown ? `${edited}; ${tool} keeps nothing by which an edited file would show` : edited;
}

/** One version of it, for people. */
export function importedWords({ file, text }: ImportReport['taken'][number]): string {
  if (file === '') return 'no file; recorded without a down migration';
  return { same: 'as it was applied', accepted: 'edited since, accepted', unknown: '' }[text];
}

import type { JobStatus, JournalState, UndoResult } from '@lockstep/action-shell';
import { nameSome } from '@lockstep/base';
import type { ReleaseMessage } from '@lockstep/notify';

/** What the journal says of how a release ended. */
export type End = Pick<ReleaseMessage, 'state' | 'undone' | 'failure' | 'next'>;

const GO_ON = 'run the rollback action with "to: finish", then look at what is served';

/**
 * The true end of a release, read from its journal after every undo step has spoken. Undone is only what an undo
 * step said it had undone: traffic that still reaches the candidate, a step that changed something and left no word,
 * or an undo that does not know, is never told as rolled back.
 */
export function decideEnd(journal: JournalState, job: JobStatus): End {
  const undone = journal.undone.map(({ action, verdict, message }) => ({ action, verdict, message }));
  if (journal.state === 'committed') return { state: 'released', undone: [], failure: '', next: '' };
  const failure = failures(journal, job).join('\n');
  if (journal.state === 'held') {
    const why = journal.heldBecause ?? 'no reason given';
    const next = 'end it by hand: "release commit" keeps it, the rollback action takes it back';
    return { state: 'held', undone: [], failure: [`held: ${why}`, failure].join('\n').trim(), next };
  }
  return { ...unwound(journal), undone, failure };
}

function unwound(journal: JournalState): Pick<End, 'state' | 'next'> {
  const { traffic, undone } = journal;
  if (traffic === 'unconfirmed' || undone.some((result) => result.verdict === 'unknown'))
    return { state: 'unknown', next: GO_ON };
  const left = leftInPlace(journal);
  if (traffic !== 'reached' && left.length === 0)
    return { state: undone.some((result) => result.verdict === 'pass') ? 'rolled-back' : 'failed', next: '' };
  const whole = traffic === 'reached' ? ['traffic', ...left] : left;
  const some = undone.some((result) => result.verdict === 'pass' && !isKept(result));
  return {
    state: some ? 'partly-rolled-back' : 'failed',
    next: `still in place: ${nameSome(whole, 5)}; to go back whole, ${GO_ON}`,
  };
}

/** Actions that changed something which was not taken back, by name. */
function leftInPlace(journal: JournalState): readonly string[] {
  const spoke = new Set(journal.entries.flatMap((entry) => (entry.kind === 'undone' ? [entry.instance] : [])));
  const silent = journal.entries.flatMap((entry) =>
    entry.kind === 'began' && !spoke.has(entry.instance) ? [entry.action] : [],
  );
  const kept = journal.undone.filter((result) => result.verdict === 'fail' || isKept(result));
  return [...new Set([...silent, ...kept.map((result) => result.action)])];
}

/** Undo steps that leave something on purpose say so in their reason: `kept-…`. */
function isKept(result: UndoResult): boolean {
  return result.reason.startsWith('kept');
}

function failures(journal: JournalState, job: JobStatus): readonly string[] {
  const told = journal.entries.flatMap((entry) => {
    if (entry.kind !== 'note' || entry.note !== 'failure') return [];
    const { reason, message } = entry.detail as { readonly reason: string; readonly message: string };
    return [`${entry.action}: ${reason}: ${message}`];
  });
  if (told.length > 0) return told;
  if (job === 'cancelled') return ['the job was cancelled'];
  if (job === 'failure') return ["a step that is not Lockstep's failed; the log of the run names it"];
  return ['the job ended without "release commit"'];
}

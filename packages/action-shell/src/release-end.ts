import { nameSome } from '@lockstep/base';
import type { JournalState, UndoResult } from './journal-state.ts';
import type { JobStatus } from './undo-decision.ts';

/**
 * How a release ended.
 * - `released`: committed
 * - `rolled-back`: everything is as it was before; nothing may ever have been changed
 * - `partly-rolled-back`: users have what they had before, and what remains is known
 * - `held`: the candidate is live, and a person decides
 * - `unknown`: a person must check: traffic, or a change whose undo is not confirmed
 */
export interface ReleaseEnd {
  readonly kind: 'released' | 'rolled-back' | 'partly-rolled-back' | 'held' | 'unknown';
  /** Whether any action began to change anything. */
  readonly changed: boolean;
  /** What is, or may be, still in place of a release that did not go through: `traffic`, and actions, with what of each. */
  readonly left: readonly string[];
  /** Why it did not go through, one line each; empty where it did. */
  readonly because: readonly string[];
}

/**
 * The final state of a release, read from its journal after every undo step has reported. Only what an undo step
 * reported as undone counts as undone; a step that reported nothing is unknown.
 */
export function releaseEnd(journal: JournalState, job: JobStatus): ReleaseEnd {
  const changes = changesOf(journal);
  const changed = changes.length > 0 || journal.traffic !== 'untouched';
  if (journal.state === 'committed') return { kind: 'released', changed, left: [], because: [] };
  if (journal.state === 'held') {
    const because = [`held: ${journal.heldBecause ?? 'no reason given'}`, ...failuresNoted(journal)];
    return { kind: 'held', changed, left: changes.map(({ action }) => action), because };
  }
  const because = failuresOf(journal, job);
  const traffic = journal.traffic === 'reached' || journal.traffic === 'unconfirmed' ? ['traffic'] : [];
  const unsure = changes.filter(({ undone }) => undone === undefined || undone.verdict === 'unknown');
  const kept = changes.filter(({ undone }) => undone?.verdict === 'fail' || undone?.kept === true);
  const left = [...new Set([...traffic, ...[...unsure, ...kept].map(nameOf)])];
  const kind =
    traffic.length > 0 || unsure.length > 0 ? 'unknown' : kept.length > 0 ? 'partly-rolled-back' : 'rolled-back';
  return { kind, changed, left, because };
}

/** `migrate (20260112090000 dosage)`. */
function nameOf({ action, undone }: Change): string {
  const names = undone?.left ?? [];
  return names.length === 0 ? action : `${action} (${nameSome(names, 3)})`;
}

interface Change {
  readonly action: string;
  readonly undone: UndoResult | undefined;
}

/** The steps that began to change something, or spoke of its undo, each with the last word of its undo. */
function changesOf(journal: JournalState): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const entry of journal.entries) {
    if (entry.kind === 'began') changes.set(entry.instance, { action: entry.action, undone: undefined });
    if (entry.kind === 'undone') changes.set(entry.instance, { action: entry.action, undone: entry.result });
  }
  return [...changes.values()];
}

function failuresOf(journal: JournalState, job: JobStatus): readonly string[] {
  const reported = failuresNoted(journal);
  if (reported.length > 0) return reported;
  if (job === 'cancelled') return ['the job was cancelled'];
  const silent = silentActions(journal);
  if (silent.length > 0) return silent.map((action) => `${action}: its process exited without reporting a result`);
  if (job === 'failure')
    return [
      "a step failed without reporting a result to the release: it is not one of Lockstep's, or it was killed; the log names it",
    ];
  return ['the job ended without "release" and "command: commit"'];
}

/** What the steps that failed said of it. */
function failuresNoted(journal: JournalState): readonly string[] {
  return journal.entries.flatMap((entry) => {
    if (entry.kind !== 'note' || entry.note !== 'failure') return [];
    const { reason, message } = entry.detail as { readonly reason: string; readonly message: string };
    return [`${entry.action}: ${reason}: ${message}`];
  });
}

/** The actions that began, and of whose end nobody knows: killed, as where a machine runs out of memory. */
function silentActions(journal: JournalState): readonly string[] {
  const ended = new Set(journal.entries.flatMap((entry) => (entry.kind === 'finished' ? [entry.instance] : [])));
  return journal.entries.flatMap((entry) =>
    entry.kind === 'began' && !ended.has(entry.instance) ? [entry.action] : [],
  );
}

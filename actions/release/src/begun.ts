import { existsSync } from 'node:fs';
import { Journal, type JournalState, type Shell } from '@lockstep/action-shell';
import type { Author, LedgerKey } from '@lockstep/github';

/** What begin leaves for its post step, before it writes anything anywhere. */
export interface Begun {
  readonly id: string;
  readonly key: LedgerKey;
  /** Where the journal is, or would have been. */
  readonly journal: string;
  /** Whether it was opened: if it is not there any more, a step removed it. */
  readonly opened?: boolean;
  /** The deployment that was live; absent where it is not known. */
  readonly before?: string;
}

const BEGUN = 'begun';

export function saveBegun(shell: Shell, begun: Begun | null): void {
  shell.state.save(BEGUN, begun);
}

export function begunBefore(shell: Shell): Begun | undefined {
  return (shell.state.get(BEGUN) as Begun | null | undefined) ?? undefined;
}

/** The journal of a release; undefined if begin ended before it opened one. */
export function journalAt(path: string, shell: Shell): Journal | undefined {
  if (!existsSync(path)) return undefined;
  return new Journal(path, { action: 'release', instance: shell.instance, clock: shell.clock });
}

/** What commit leaves for its own post step: no other step can write that, as they can the journal. */
export interface Committed {
  readonly at: Pick<InLedger, 'record' | 'author'>;
  readonly live: string | null;
  /** Whether the ledger was written. */
  readonly recorded: boolean;
}

const COMMITTED = 'committed';

export function saveCommitted(shell: Shell, committed: Committed): void {
  shell.state.save(COMMITTED, committed);
}

export function committedBefore(shell: Shell): Committed | undefined {
  return shell.state.get(COMMITTED) as Committed | undefined;
}

/** The record of the release in the ledger, and its last state. Kept in the journal for later steps. */
export interface InLedger {
  readonly record: number;
  readonly author: Author;
  readonly state: string;
  /** What the release is to bring, where that was known when it began. */
  readonly deployment: string | null;
}

const NOTE = 'ledger';

export function noteInLedger(journal: Journal, note: InLedger): void {
  journal.note(NOTE, note);
}

export function inLedger(journal: JournalState): InLedger | undefined {
  const note = journal.entries.findLast((entry) => entry.kind === 'note' && entry.note === NOTE);
  return note?.kind === 'note' ? (note.detail as InLedger) : undefined;
}

import type { Verdict } from '@lockstep/base';

export interface JournalRelease {
  readonly id: string;
  readonly environment: string;
  readonly service: string;
  readonly commit: string;
  /** What was live before, by the ledger or the platform; absent where neither knows it. */
  readonly commitBefore?: string;
  /** One budget for all undo steps of the job, in milliseconds. */
  readonly undoDeadlineMs: number;
}

export interface UndoResult {
  readonly action: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly message: string;
  /** Whether something was left in place on purpose. */
  readonly kept: boolean;
  readonly detail?: object;
  /** What stays in place, by name. */
  readonly left?: readonly string[];
}

/** Earlier versions did not write down `kept`: each of these reasons of theirs was it. */
const KEPT_BY_EARLIER = ['kept-after-traffic', 'kept-by-request', 'kept-data', 'kept-for-others'];

/** A result as its line has it, by whichever version it was written. */
function readResult(written: Omit<UndoResult, 'kept'> & { readonly kept?: boolean }): UndoResult {
  return { ...written, kept: written.kept ?? KEPT_BY_EARLIER.includes(written.reason) };
}

interface Common {
  /** ISO 8601. */
  readonly at: string;
  readonly action: string;
  /** Which step of the job wrote it; unique within the run. */
  readonly instance: string;
}

export type Traffic = 'untouched' | 'reached' | 'restored' | 'unconfirmed';

export type JournalEntry = Common &
  (
    | { readonly kind: 'release'; readonly release: JournalRelease }
    | { readonly kind: 'began' | 'finished'; readonly detail?: object }
    | { readonly kind: 'traffic'; readonly traffic: Exclude<Traffic, 'untouched'>; readonly detail?: object }
    | { readonly kind: 'held'; readonly reason: string }
    | { readonly kind: 'committed' }
    | { readonly kind: 'undo-started' }
    | { readonly kind: 'undone'; readonly result: UndoResult }
    | { readonly kind: 'note'; readonly note: string; readonly detail: object }
  );

export interface JournalState {
  readonly release: JournalRelease;
  readonly state: 'open' | 'committed' | 'held';
  readonly heldBecause: string | undefined;
  /** Whether users were ever sent to the candidate, and whether that was taken back on every host. */
  readonly traffic: Traffic;
  /** When the first undo step began, in milliseconds since the epoch. */
  readonly undoStartedAt: number | undefined;
  /** The last word of each undo step, in order of their first. */
  readonly undone: readonly UndoResult[];
  readonly entries: readonly JournalEntry[];
}

/**
 * What the journal says now. Undefined when it holds no release. `committed` is final: nothing after it counts.
 * `held` stays until `committed`.
 */
export function foldJournal(written: readonly JournalEntry[]): JournalState | undefined {
  const entries = written.map((entry) =>
    entry.kind === 'undone' ? { ...entry, result: readResult(entry.result) } : entry,
  );
  const head = entries.find((entry) => entry.kind === 'release');
  if (head === undefined) return undefined;
  const held = entries.find((entry) => entry.kind === 'held');
  const committed = entries.some((entry) => entry.kind === 'committed');
  const undoStarted = entries.find((entry) => entry.kind === 'undo-started');
  const undone = new Map<string, UndoResult>();
  for (const entry of entries) if (entry.kind === 'undone') undone.set(entry.instance, entry.result);
  return {
    release: head.release,
    state: committed ? 'committed' : held === undefined ? 'open' : 'held',
    heldBecause: held?.reason,
    traffic: entries.findLast((entry) => entry.kind === 'traffic')?.traffic ?? 'untouched',
    undoStartedAt: undoStarted === undefined ? undefined : Date.parse(undoStarted.at),
    undone: [...undone.values()],
    entries,
  };
}

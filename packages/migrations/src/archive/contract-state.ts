import type { ArchiveRecord } from './catalog.ts';

/**
 * Whether what a contract migration deleted can be restored: `complete` (all of it is archived, or it deleted nothing),
 * or why not. `accepted`: it was rolled back, and what was left of its archive was removed with a reason, or pruned when its time was over.
 */
export type ContractState = 'complete' | 'accepted' | 'not-archived' | 'missing' | 'expired' | 'changed';

/** What the log of events has of the last time that a contract migration was applied. */
export interface ContractEvents {
  /** It archived all that it deleted, or deleted nothing. */
  readonly isKept: boolean;
  /** The archives that it made, and with how many rows. */
  readonly archived: readonly { readonly id: string; readonly rows: number }[];
  readonly removed: readonly string[];
  /** Rows that were erased on request. */
  readonly erased: readonly { readonly id: string; readonly rows: number }[];
}

/** Compares what there must be with what there is. `changed`: archives that are not what they were. Pure. */
export function judgeContract(
  { archived, erased, isKept, removed }: ContractEvents,
  archives: readonly ArchiveRecord[],
  changed: ReadonlySet<string>,
  isApplied: boolean,
): ContractState {
  // Rolled back without an archive, it took its leave of that data then.
  if (!isKept) return isApplied ? 'not-archived' : 'accepted';
  let isAccepted = false;
  for (const { id, rows } of archived) {
    const archive = archives.find((each) => each.id === id);
    if (archive === undefined) {
      if (isApplied || !removed.includes(id)) return 'missing';
      isAccepted = true;
      continue;
    }
    if (archive.restored === 'all' && !isApplied) continue;
    const left = rows - erased.filter((each) => each.id === id).reduce((sum, each) => sum + each.rows, 0);
    if (changed.has(id) || archive.rows !== left) return 'changed';
    if (archive.isExpired) return 'expired';
  }
  return isAccepted ? 'accepted' : 'complete';
}

import {
  type LedgerView,
  lastReleased,
  type ReleaseRecord,
  type SwapRecord,
  unsettledRelease,
  unsettledSwaps,
} from './view.ts';

/** A change of traffic that takes releases back. */
export type RollbackRecord = SwapRecord & { readonly takesBack: readonly string[] };

/**
 * The rollback that did not finish and that `to` resumes: one that takes back the release that is to be seen to, which may
 * be one of several; for `finish` also one whose releases are all settled, and only its own end was not recorded.
 */
export function interruptedRollback(view: LedgerView, to: string): RollbackRecord | undefined {
  if (to !== 'finish' && to !== 'previous') return undefined;
  const open = unsettledRelease(view);
  const newest = open ?? lastReleased(view);
  const rollbacks = unsettledSwaps(view).filter(takesReleasesBack);
  const own = rollbacks.find(({ takesBack }) => newest !== undefined && takesBack.includes(newest.id));
  return own ?? (to === 'finish' && open === undefined ? rollbacks[0] : undefined);
}

/**
 * The rollback that did not finish, though users have its target: the releases that it takes back are neither live nor
 * settled, so that nothing else can be rolled back before them.
 */
export function rollbackToFinish(view: LedgerView, live: string | undefined): RollbackRecord | undefined {
  return unsettledSwaps(view)
    .filter(takesReleasesBack)
    .find(({ to }) => to === live);
}

function takesReleasesBack(swap: SwapRecord): swap is RollbackRecord {
  return swap.takesBack !== undefined && swap.takesBack.length > 0;
}

/**
 * Asked of a line from the newest release on: whether this one is the end of what resuming a rollback needs, all that it
 * takes back and who brought its target.
 */
export function endsRollback({ takesBack, to }: RollbackRecord): (release: ReleaseRecord) => boolean {
  const seen = new Set<string>();
  return ({ before, deployment, id, state }) => {
    seen.add(id);
    if (!takesBack.every((one) => seen.has(one))) return false;
    return takesBack.includes(id) ? before.deployment === to : deployment === to && state === 'released';
  };
}

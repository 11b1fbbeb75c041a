import { showKey } from './key.ts';
import type { BeginFacts } from './plan-begin.ts';
import { type LedgerView, type ReleaseRecord, type SwapRecord, unsettledRelease, unsettledSwaps } from './view.ts';

export type CommitRefusal = 'nothing-to-commit' | 'release-in-progress' | 'candidate-not-live';

export type CommitPlan =
  | { readonly kind: 'refuse'; readonly reason: CommitRefusal; readonly message: string }
  | {
      readonly kind: 'commit';
      readonly release: ReleaseRecord;
      /** Rollbacks of it that did not finish: they are over with it, or the next one would go on with them. */
      readonly rollbacks: readonly SwapRecord[];
    };

export interface CommitFacts extends Omit<BeginFacts, 'candidate'> {
  /** The rollback of it whose run is still going. */
  readonly rollback?: SwapRecord | undefined;
}

/** The rollbacks of what a person may commit that nobody wrote an end to. */
export function rollbacksToEnd(view: LedgerView): readonly SwapRecord[] {
  const release = unsettledRelease(view);
  if (release === undefined) return [];
  return unsettledSwaps(view).filter(({ takesBack = [] }) => takesBack.includes(release.id));
}

/**
 * Whether a person may commit the newest release from outside of its job: it is held, unresolved or dead, and its
 * candidate is what users get.
 */
export function planCommit(view: LedgerView, { live, author, rollback }: CommitFacts): CommitPlan {
  const release = unsettledRelease(view);
  const refuse = (reason: CommitRefusal, message: string): CommitPlan => ({ kind: 'refuse', reason, message });
  if (release === undefined) {
    const last = view.releases[0];
    const state = last === undefined ? 'there is none' : `the newest, ${last.id}, is ${last.state}`;
    return refuse('nothing-to-commit', `no release of ${showKey(view.key)} is unfinished: ${state}`);
  }
  if (release.state === 'begun' && author?.kind !== 'ended')
    return refuse('release-in-progress', `release ${release.id} is under way: wait for ${release.author.url}`);
  if (rollback !== undefined)
    return refuse('release-in-progress', `release ${release.id} is being rolled back: wait for ${rollback.author.url}`);
  const wanted = release.deployment;
  const found = typeof live === 'object' ? live.deployment : undefined;
  if (wanted === null || found !== wanted) {
    const seen =
      live === 'not-asked' ? 'it was not read; give vercel-token and vercel-project' : `${found ?? 'nothing'} is live`;
    return refuse(
      'candidate-not-live',
      `release ${release.id} brings ${wanted ?? 'a deployment that it does not name'}, and it is not known that this is live: ${seen}`,
    );
  }
  return { kind: 'commit', release, rollbacks: rollbacksToEnd(view) };
}

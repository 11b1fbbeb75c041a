import type { JournalState } from '@lockstep/action-shell';
import { nameSome } from '@lockstep/base';
import { type LedgerKey, showKey } from '@lockstep/github';

export type OwnCommitRefusal = 'other-release' | 'release-held' | 'release-incomplete' | 'traffic-restored';

export type CommitDecision =
  | { readonly kind: 'refuse'; readonly reason: OwnCommitRefusal; readonly message: string }
  | { readonly kind: 'commit' }
  | { readonly kind: 'committed-before' };

/** Whether the job's open release may be committed. Pure. */
export function planOwnCommit(journal: JournalState, key: LedgerKey): CommitDecision {
  const { release } = journal;
  const refuse = (reason: OwnCommitRefusal, message: string): CommitDecision => ({ kind: 'refuse', reason, message });
  if (showKey(release) !== showKey(key))
    return refuse('other-release', `this job began a release of ${showKey(release)}, not of ${showKey(key)}`);
  if (journal.state === 'committed') return { kind: 'committed-before' };
  if (journal.state === 'held')
    return refuse(
      'release-held',
      `release ${release.id} is held (${journal.heldBecause ?? 'no reason given'}): a person must decide, with "release" and "command: commit" in another run, or with the rollback action`,
    );
  const unfinished = unfinishedActions(journal);
  if (unfinished.length > 0)
    return refuse(
      'release-incomplete',
      `${nameSome(unfinished, 3)} began and did not finish: let the job fail, so that the release is undone`,
    );
  if (journal.traffic === 'restored' || journal.traffic === 'unconfirmed')
    return refuse('traffic-restored', 'the traffic of this release was moved back: begin another release');
  return { kind: 'commit' };
}

/** Steps that noted a beginning and no end: a `continue-on-error` must not turn them into a good release. */
function unfinishedActions(journal: JournalState): readonly string[] {
  const finished = new Set(journal.entries.flatMap((entry) => (entry.kind === 'finished' ? [entry.instance] : [])));
  const open = journal.entries.flatMap((entry) =>
    entry.kind === 'began' && !finished.has(entry.instance) ? [entry.action] : [],
  );
  return [...new Set(open)];
}

/** The deployment that traffic was sent to in this job. */
export function liveDeployment(journal: JournalState): string | undefined {
  const reached = journal.entries.findLast((entry) => entry.kind === 'traffic' && entry.traffic === 'reached');
  const to = reached?.kind === 'traffic' ? (reached.detail as { to?: unknown } | undefined)?.to : undefined;
  return typeof to === 'string' ? to : undefined;
}

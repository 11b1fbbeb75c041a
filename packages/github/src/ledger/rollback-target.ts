import { nameSome } from '@lockstep/base';
import { interruptedRollback, type RollbackRecord, rollbackToFinish } from './interrupted-rollback.ts';
import { showKey } from './key.ts';
import type { Build } from './payload.ts';
import type { RunState } from './plan-begin.ts';
import {
  isRepeatRelease,
  type LedgerView,
  lastReleased,
  type ReleaseRecord,
  type SwapRecord,
  unsettledRelease,
  unsettledSwaps,
} from './view.ts';

/** What is rolled back, and what users get instead. */
export interface RollbackTarget {
  readonly kind: 'roll-back';
  readonly to: Build;
  /** The release that brought `to`, where the ledger has it. */
  readonly release: string | null;
  /** The deployment that is rolled back; null where it is not recorded. */
  readonly from: string | null;
  readonly fromCommit: string | null;
  /** The releases that are rolled back, newest first. */
  readonly releases: readonly ReleaseRecord[];
  /** Of a swap outside of a release: the aliases that it moved, and what they showed before. */
  readonly aliases: SwapRecord['aliases'] | undefined;
  /** Auto-assignment as it was before a swap that did not finish, where that was recorded. */
  readonly autoAssign: boolean | undefined;
  /** It resumes a rollback that did not finish. */
  readonly resumes?: true;
}

/** What `to` comes to. */
export type RollbackDecision =
  | RollbackTarget
  /** It was committed, and only the ledger does not know. */
  | { readonly kind: 'complete'; readonly release: ReleaseRecord }
  /** A run that is still going works on what would be rolled back. */
  | { readonly kind: 'busy'; readonly message: string }
  | { readonly kind: 'nothing'; readonly reason: 'nothing-to-finish'; readonly message: string }
  | { readonly kind: 'refuse'; readonly reason: TargetRefusal; readonly message: string };

export type TargetRefusal = 'no-rollback-target' | 'no-such-release' | 'not-released' | 'rollback-unfinished';

export interface TargetFacts {
  readonly view: LedgerView;
  /** The whole line, newest first, as far back as the release that `to` names. */
  readonly line: readonly ReleaseRecord[];
  /** Of the run that wrote the blocking record; undefined where nothing blocks. */
  readonly author: RunState | undefined;
  /** The production deployment. */
  readonly live: string | undefined;
}

/** Decides what to roll back to, by the ledger alone. Pure. `to`: previous, finish, or the id of a release or deployment. */
export function findTarget(to: string, facts: TargetFacts): RollbackDecision {
  const open = unsettledRelease(facts.view);
  const busy = inProgress(open ?? unsettledSwaps(facts.view)[0], facts);
  if (busy !== undefined) return busy;
  // Half of it may be done already, and it may take back more than the newest release: it comes before anything else.
  const interrupted = interruptedRollback(facts.view, to);
  if (interrupted !== undefined) return resumeRollback(interrupted, facts);
  if (to === 'finish') return finish(open, facts);
  // A release that did not finish comes before the previous one.
  if (to === 'previous') return open === undefined ? previous(facts) : rollBackOne(open, facts);
  return earlier(to, facts);
}

function inProgress(
  record: ReleaseRecord | SwapRecord | undefined,
  { author }: TargetFacts,
): RollbackDecision | undefined {
  if (record === undefined || author?.kind !== 'running') return undefined;
  if (record.state !== 'begun' && record.state !== 'open') return undefined;
  return { kind: 'busy', message: `${record.author.url} is still running: cancel it, or wait until it ends` };
}

function finish(open: ReleaseRecord | undefined, facts: TargetFacts): RollbackDecision {
  if (open !== undefined) {
    const { author, live } = facts;
    const succeeded = open.state === 'begun' && author?.kind === 'ended' && author.conclusion === 'success';
    return succeeded && open.deployment !== null && open.deployment === live
      ? { kind: 'complete', release: open }
      : rollBack([open], facts.view);
  }
  const swaps = unsettledSwaps(facts.view);
  // The rollback of a swap outside of a release takes back none, and only that swap says what it moved.
  const alone = swaps.find(({ takesBack }) => takesBack === undefined);
  if (alone !== undefined) return rollBackSwap(alone);
  if (swaps[0] !== undefined) return resumeRollback({ ...swaps[0], takesBack: swaps[0].takesBack ?? [] }, facts);
  const message = `${showKey(facts.view.key)} has no unfinished release or swap`;
  return { kind: 'nothing', reason: 'nothing-to-finish', message };
}

/** A swap outside of a release, whose end was never recorded. */
function rollBackSwap(swap: SwapRecord): RollbackDecision {
  if (swap.from === null)
    return refuse(
      'no-rollback-target',
      `nothing was live before the swap to ${swap.to}: there is nothing to roll back to`,
    );
  return {
    kind: 'roll-back',
    to: { deployment: swap.from, commit: null },
    release: null,
    from: swap.to,
    fromCommit: null,
    releases: [],
    aliases: swap.aliases,
    autoAssign: swap.autoAssign,
  };
}

/** To the same target, with all that it takes back: whatever lacks one of them would leave that one in place. */
function resumeRollback(swap: RollbackRecord, { line, view }: TargetFacts): RollbackDecision {
  const { autoAssign, from, takesBack, to } = swap;
  const releases = line.filter(({ id }) => takesBack.includes(id));
  const missing = takesBack.filter((id) => !releases.some((one) => one.id === id));
  if (missing.length > 0)
    return refuse(
      'no-such-release',
      `a rollback to ${to} (${swap.author.url}) did not finish, and ${showKey(view.key)} has no longer all releases that it rolls back (${nameSome(missing, 3)}): set "to" to the release or deployment that users are to get`,
    );
  const [newest, oldest] = [releases[0], releases.at(-1)];
  const older = line.filter(({ record }) => oldest === undefined || record < oldest.record);
  const target = older.find(({ deployment, state }) => deployment === to && state === 'released');
  const before = oldest?.before.deployment === to ? oldest.before : undefined;
  return {
    kind: 'roll-back',
    to: { deployment: to, commit: target?.candidate.commit ?? before?.commit ?? null },
    release: target?.id ?? before?.release ?? null,
    from,
    fromCommit: newest?.candidate.commit ?? null,
    releases,
    aliases: undefined,
    autoAssign,
    resumes: true,
  };
}

function previous(facts: TargetFacts): RollbackDecision {
  const { view, live } = facts;
  const last = lastReleased(view);
  if (last === undefined) return refuse('no-rollback-target', `${showKey(view.key)} has no release to roll back`);
  if (last.deployment === null && last.before.deployment !== null && last.before.deployment === live)
    return refuse(
      'no-rollback-target',
      `the deployment of release ${last.id} is not recorded, and ${live}, which was live before it, still is: set "to" to the release or deployment that you want`,
    );
  return rollBackOne(last, facts);
}

/**
 * To what users had before they had what `release` brought. A release of what was live already changed nothing for
 * them: what they had before is in the release that brought it first, and that one is rolled back with it.
 */
function rollBackOne(release: ReleaseRecord, { view }: TargetFacts): RollbackDecision {
  const releases = [release];
  for (let first = release; isRepeatRelease(first); ) {
    const { id, before, record, deployment } = first;
    const older = view.releases.filter((other) => other.record < record && other.state === 'released');
    const next =
      older.find((other) => other.id === before.release) ?? older.find((other) => other.deployment === deployment);
    if (next?.deployment !== deployment || next === undefined)
      return refuse(
        'no-rollback-target',
        `${deployment} was live before release ${id} too, and what was live before that is not recorded: set "to" to the release or deployment that you want`,
      );
    releases.push(next);
    first = next;
  }
  return rollBack(releases, view);
}

/** To what was live before the oldest of them. */
function rollBack(releases: readonly ReleaseRecord[], view: LedgerView): RollbackDecision {
  const [newest, oldest] = [releases[0], releases.at(-1)];
  const { deployment, commit, release } = oldest?.before ?? { deployment: null, commit: null, release: null };
  if (deployment === null)
    return refuse(
      'no-rollback-target',
      `release ${oldest?.id} is the first one, and what was live before it is not recorded: there is nothing to roll back to`,
    );
  return {
    kind: 'roll-back',
    to: { deployment, commit },
    release,
    from: newest?.deployment ?? null,
    fromCommit: newest?.candidate.commit ?? null,
    releases,
    aliases: undefined,
    autoAssign: autoAssignBefore(view, newest),
  };
}

/**
 * A swap that did not finish may have left the setting changed; once one finished, it is as people want it.
 */
function autoAssignBefore(view: LedgerView, release: ReleaseRecord | undefined): boolean | undefined {
  const own = release !== undefined && release === unsettledRelease(view);
  const swap = own ? view.swaps.find((one) => one.release === release.id) : unsettledSwaps(view).at(-1);
  return swap?.autoAssign;
}

/** A release by its id or by its deployment; a deployment that the ledger does not know is used as it is. */
function earlier(to: string, { view, line, live }: TargetFacts): RollbackDecision {
  const at = line.findIndex(({ deployment, id, state }) => id === to || (deployment === to && state === 'released'));
  const wanted = line[at];
  if (wanted === undefined && !to.startsWith('dpl_'))
    return refuse(
      'no-such-release',
      `${showKey(view.key)} has no release ${to}: give a release id, a deployment id, previous or finish`,
    );
  if (wanted !== undefined && wanted.state !== 'released')
    return refuse(
      'not-released',
      `release ${to} is ${wanted.state}: only a release that was once live can be a target`,
    );
  if (wanted !== undefined && wanted.deployment === null)
    return refuse(
      'no-rollback-target',
      `the deployment of release ${to} is not recorded: give the deployment id instead`,
    );
  const deployment = wanted?.deployment ?? to;
  const first = rollbackToFinish(view, live);
  if (first !== undefined && deployment !== live)
    return refuse(
      'rollback-unfinished',
      `users have ${live} by a rollback that did not finish (${first.author.url}): finish it first, with "to: finish" or "to: ${live}"`,
    );
  const newer = wanted === undefined ? [] : newerThan(wanted, line.slice(0, at));
  const newest = newer[0];
  return {
    kind: 'roll-back',
    to: { deployment, commit: wanted?.candidate.commit ?? null },
    release: wanted?.id ?? null,
    from: newest?.deployment ?? live ?? null,
    fromCommit: newest?.candidate.commit ?? null,
    releases: newer,
    aliases: undefined,
    autoAssign: autoAssignBefore(view, undefined),
  };
}

/** What is rolled back where `wanted` becomes live again: not repeats of it right after it, which changed nothing. */
function newerThan(wanted: ReleaseRecord, releases: readonly ReleaseRecord[]): readonly ReleaseRecord[] {
  const newer = releases.filter(({ state }) => mayBeInPlace(state));
  const other = newer.findLastIndex((one) => !(isRepeatRelease(one) && one.deployment === wanted.deployment));
  return newer.slice(0, other + 1);
}

/** Whether anything of a release may still be there. */
function mayBeInPlace(state: ReleaseRecord['state']): boolean {
  return state !== 'rolled-back' && state !== 'acknowledged';
}

function refuse(reason: TargetRefusal, message: string): RollbackDecision {
  return { kind: 'refuse', reason, message };
}

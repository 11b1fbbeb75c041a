import {
  type Build,
  type Head,
  type Intent,
  isOfItself,
  type LedgerView,
  lastReleased,
  openIntents,
  type RunState,
  showKey,
  unsettledHead,
} from '@lockstep/github';

/** What is to go, and what users are to get instead. */
export interface WayBack {
  readonly kind: 'back';
  readonly to: Build;
  /** The release that `to` came with, where the ledger has it. */
  readonly release: string | null;
  /** The deployment that is to be left; null where nobody wrote it down. */
  readonly leaves: string | null;
  readonly leavesCommit: string | null;
  /** The releases that are taken back, newest first. */
  readonly takesBack: readonly Head[];
  /** A swap by itself: the names that it moved, and where they were. */
  readonly names: Intent['aliases'] | undefined;
  /** Auto-assignment as it was before a change of traffic that did not come to its end, where that was written down. */
  readonly autoAssign: boolean | undefined;
}

export type Target =
  | WayBack
  /** It went through, and only the ledger does not know. */
  | { readonly kind: 'complete'; readonly head: Head }
  /** A living run is at work on what would be taken back. */
  | { readonly kind: 'busy'; readonly message: string }
  | { readonly kind: 'nothing'; readonly reason: 'nothing-to-finish'; readonly message: string }
  | { readonly kind: 'refuse'; readonly reason: TargetRefusal; readonly message: string };

export type TargetRefusal = 'nothing-to-go-back-to' | 'no-such-release' | 'not-released';

export interface TargetFacts {
  readonly view: LedgerView;
  /** The whole line, newest first, as far back as the release that `to` names. */
  readonly line: readonly Head[];
  /** Of the run that wrote what stands in the way; undefined where nothing does. */
  readonly author: RunState | undefined;
  /** The production deployment. */
  readonly live: string | undefined;
}

/** Decides where to go, by the ledger alone. Pure. `to`: previous, finish, or the id of a release or deployment. */
export function findTarget(to: string, facts: TargetFacts): Target {
  const open = unsettledHead(facts.view);
  const intent = openIntents(facts.view)[0];
  const busy = inProgress(open ?? intent, facts);
  if (busy !== undefined) return busy;
  if (to === 'finish') return finish(open, intent, facts);
  // What never came to its end is what stands before the previous one.
  if (to === 'previous') return open === undefined ? previous(facts) : leave(open, facts);
  return earlier(to, facts);
}

function inProgress(record: Head | Intent | undefined, { author }: TargetFacts): Target | undefined {
  if (record === undefined || author?.kind !== 'running') return undefined;
  if (record.state !== 'begun' && record.state !== 'open') return undefined;
  return { kind: 'busy', message: `${record.author.url} is at work: cancel it, or wait for its end` };
}

function finish(open: Head | undefined, intent: Intent | undefined, facts: TargetFacts): Target {
  if (open !== undefined) {
    const { author, live } = facts;
    const wentWell = open.state === 'begun' && author?.kind === 'ended' && author.conclusion === 'success';
    return wentWell && open.brings !== null && open.brings === live
      ? { kind: 'complete', head: open }
      : takeBack([open], facts.view);
  }
  if (intent === undefined) {
    const message = `nothing of ${showKey(facts.view.key)} waits for an end`;
    return { kind: 'nothing', reason: 'nothing-to-finish', message };
  }
  return intent.takesBack === undefined ? takeSwapBack(intent) : goOnBack(intent, intent.takesBack, facts);
}

/** A swap by itself, which nobody wrote an end to. */
function takeSwapBack(intent: Intent): Target {
  if (intent.from === null) return refuse('nothing-to-go-back-to', `nothing was live before the swap to ${intent.to}`);
  return {
    kind: 'back',
    to: { deployment: intent.from, commit: null },
    release: null,
    leaves: intent.to,
    leavesCommit: null,
    takesBack: [],
    names: intent.aliases,
    autoAssign: intent.autoAssign,
  };
}

/** A rollback that did not come to its end goes on to where it went. */
function goOnBack(intent: Intent, releases: readonly string[], { line }: TargetFacts): Target {
  return {
    kind: 'back',
    to: { deployment: intent.to, commit: line.find((head) => head.brings === intent.to)?.candidate.commit ?? null },
    release: line.find((head) => head.brings === intent.to)?.id ?? null,
    leaves: intent.from,
    leavesCommit: null,
    takesBack: line.filter((head) => releases.includes(head.id)),
    names: undefined,
    autoAssign: intent.autoAssign,
  };
}

function previous(facts: TargetFacts): Target {
  const { view, live } = facts;
  const last = lastReleased(view);
  if (last === undefined) return refuse('nothing-to-go-back-to', `${showKey(view.key)} has no release`);
  if (last.brings === null && last.before.deployment !== null && last.before.deployment === live)
    return refuse(
      'nothing-to-go-back-to',
      `nobody wrote down which deployment release ${last.id} brought, and users have ${live}, as before it: name the release or the deployment to go back to`,
    );
  return leave(last, facts);
}

/**
 * To what users had before they had what `head` brings. A release of what was live already changed nothing for them:
 * what was before lies before the release that brought it first, and that one is taken back with it.
 */
function leave(head: Head, { view }: TargetFacts): Target {
  const takesBack = [head];
  for (let first = head; isOfItself(first); ) {
    const { id, before, record, brings } = first;
    const older = view.heads.filter((other) => other.record < record && other.state === 'released');
    const next = older.find((other) => other.id === before.release) ?? older.find((other) => other.brings === brings);
    if (next?.brings !== brings || next === undefined)
      return refuse(
        'nothing-to-go-back-to',
        `users had ${brings} before release ${id} too, and nobody wrote down what they had before that: name the release or the deployment to go back to`,
      );
    takesBack.push(next);
    first = next;
  }
  return takeBack(takesBack, view);
}

/** To what was live before the oldest of them. */
function takeBack(heads: readonly Head[], view: LedgerView): Target {
  const [newest, oldest] = [heads[0], heads.at(-1)];
  const { deployment, commit, release } = oldest?.before ?? { deployment: null, commit: null, release: null };
  if (deployment === null)
    return refuse(
      'nothing-to-go-back-to',
      `release ${oldest?.id} is the first: nobody wrote down what was live before it`,
    );
  return {
    kind: 'back',
    to: { deployment, commit },
    release,
    leaves: newest?.brings ?? null,
    leavesCommit: newest?.candidate.commit ?? null,
    takesBack: heads,
    names: undefined,
    autoAssign: autoAssignBefore(view, newest),
  };
}

/**
 * A change of traffic that did not come to its end may have left the setting changed; once one did, it is as people
 * want it.
 */
function autoAssignBefore(view: LedgerView, head: Head | undefined): boolean | undefined {
  const own = head !== undefined && head === unsettledHead(view);
  const intent = own ? view.intents.find(({ release }) => release === head.id) : openIntents(view).at(-1);
  return intent?.autoAssign;
}

/** A release by its id, or by the deployment that it brought; a deployment that the ledger does not know as it is. */
function earlier(to: string, { view, line, live }: TargetFacts): Target {
  const at = line.findIndex((head) => head.id === to || (head.brings === to && head.state === 'released'));
  const wanted = line[at];
  if (wanted === undefined && !to.startsWith('dpl_'))
    return refuse(
      'no-such-release',
      `${showKey(view.key)} has no release ${to}; give its id, a deployment id, previous or finish`,
    );
  if (wanted !== undefined && wanted.state !== 'released')
    return refuse('not-released', `release ${to} is ${wanted.state}: only what users once got can be gone back to`);
  if (wanted !== undefined && wanted.brings === null)
    return refuse('nothing-to-go-back-to', `nobody wrote down which deployment release ${to} brought`);
  const newer = wanted === undefined ? [] : newerThan(wanted, line.slice(0, at));
  const newest = newer[0];
  return {
    kind: 'back',
    to: { deployment: wanted?.brings ?? to, commit: wanted?.candidate.commit ?? null },
    release: wanted?.id ?? null,
    leaves: newest?.brings ?? live ?? null,
    leavesCommit: newest?.candidate.commit ?? null,
    takesBack: newer,
    names: undefined,
    autoAssign: autoAssignBefore(view, undefined),
  };
}

/** What goes where users get `wanted` again: not the releases of the very same, right after it, which changed nothing. */
function newerThan(wanted: Head, heads: readonly Head[]): readonly Head[] {
  const newer = heads.filter(({ state }) => isInPlace(state));
  const other = newer.findLastIndex((head) => !(isOfItself(head) && head.brings === wanted.brings));
  return newer.slice(0, other + 1);
}

/** Whether anything of a release may still be there. */
function isInPlace(state: Head['state']): boolean {
  return state !== 'rolled-back' && state !== 'acknowledged';
}

function refuse(reason: TargetRefusal, message: string): Target {
  return { kind: 'refuse', reason, message };
}

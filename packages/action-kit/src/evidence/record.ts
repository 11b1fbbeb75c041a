import { type Clock, count, nameSome } from '@lockstep/base';
import {
  type Appended,
  anchorAgainst,
  anchorLine,
  appendEntries,
  headOf,
  type KeptAnchor,
  keepAnchor,
  type TrailEntry,
  type TrailHead,
} from '@lockstep/evidence';
import type { KeptAt } from '../trail.ts';

export interface Recorded {
  readonly end: ReturnType<typeof endOf> | typeof AGAINST | typeof EMPTY;
  readonly message: string;
  /** Undefined where nothing was appended. */
  readonly appended?: readonly Appended[];
  /** The newest record. */
  readonly head?: TrailHead;
  readonly kept?: KeptAnchor;
}

const AGAINST = { verdict: 'fail', reason: 'anchors-differ' } as const;
const EMPTY = { verdict: 'unknown', reason: 'nothing-happened' } as const;

/**
 * Appends what happened, keeps the head of the trail elsewhere, and says what came of it, whoever asked. A trail that its
 * anchors contradict is appended to by no one. Throws InputError and RemoteError.
 */
export async function recordEntries(
  { anchors, trail }: KeptAt,
  entries: readonly TrailEntry[],
  tools: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<Recorded> {
  const { signal } = tools;
  const against = anchors === undefined ? undefined : await anchorAgainst(trail, anchors, { signal });
  if (against !== undefined) {
    const message = `${trail.name}: ${against.source} knows another record ${against.number}; nothing was appended. Run verify`;
    return { end: AGAINST, message };
  }
  const appended = await appendEntries(trail, entries, tools);
  // The newest head, not the own record: a job that runs again may find that below others.
  const head = await headOf(trail, { signal });
  if (head === undefined) return { end: EMPTY, message: `${trail.name}: nothing to record, and no record yet` };
  const kept = anchors === undefined ? undefined : await keepAnchor(anchors, head, { signal });
  const others = entries.filter((_, nth) => appended[nth]?.differs === true).map(({ id }) => id);
  // A lock that is over protects no more than none.
  const isUnlocked = kept !== undefined && (kept.lockedUntilMs ?? 0) <= tools.clock.now();
  const end = endOf(appended, isUnlocked, others.length > 0);
  const where =
    anchors === undefined ? '' : anchorWords(anchors.name, head, { until: kept?.lockedUntilMs, isUnlocked });
  const differs = others.length === 0 ? '' : otherWords(others);
  const message = `${trail.name}: ${wordsOf(entries, appended)}${where}${differs}`;
  return { end, message, appended, head, ...(kept === undefined ? {} : { kept }) };
}

function endOf(appended: readonly Appended[], isUnlocked: boolean, differs: boolean) {
  // The message has the other one too. A place without a lock is known to who chose it; this is news.
  if (differs) return { verdict: 'unknown', reason: 'recorded-otherwise' } as const;
  if (isUnlocked) return { verdict: 'unknown', reason: 'anchor-not-locked' } as const;
  // Seen is not the same as nothing there: a wrong service or environment looks alike.
  if (appended.length === 0) return EMPTY;
  const isNew = appended.some(({ isAgain }) => !isAgain);
  return { verdict: 'pass', reason: isNew ? 'recorded' : 'already-recorded' } as const;
}

function wordsOf(entries: readonly TrailEntry[], appended: readonly Appended[]): string {
  if (entries.length === 0) return 'nothing to record';
  const again = appended.filter(({ isAgain }) => isAgain).length;
  const added = entries.filter((_, nth) => appended[nth]?.isAgain === false);
  return `${namesOf(added)} added${again === 0 ? '' : `, ${count(again, 'record')} there already`}`;
}

/** Entries in a message. */
export function namesOf(entries: readonly TrailEntry[]): string {
  return entries.length === 1 ? (entries[0]?.id ?? '') : count(entries.length, 'record');
}

function otherWords(ids: readonly string[]): string {
  return `; the trail says something else of ${nameSome(ids, 5)}`;
}

interface Lock {
  readonly until: number | undefined;
  readonly isUnlocked: boolean;
}

function anchorWords(place: string, { number }: TrailHead, { isUnlocked, until }: Lock): string {
  const at = until === undefined ? '' : new Date(until).toISOString();
  const lock = at === '' ? 'which shows no lock' : isUnlocked ? `where its lock ended at ${at}` : `locked until ${at}`;
  return `; the head, record ${number}, is kept in ${place}, ${lock}`;
}

/** What its caller keeps of the newest record, for an anchor of its own. */
export function headFacts(head: TrailHead) {
  return { records: head.number, digest: head.digest, anchor: anchorLine(head) };
}

import { type Check, count, type NotVerified } from '@lockstep/base';

/** One part of a snapshot that says who has access, and as what: that it is as it was is a check of its own. */
const ID = 'drift.members';

/** A change, as far as it matters here. */
export interface MemberChange {
  readonly path: string;
  readonly isPinned: boolean;
}

/** Whether a part (`vercel.members`) says who has access. */
export function isOfMembers(part: string): boolean {
  return /^[a-z]+\.members$/.test(part);
}

/** What is said of a part that was not compared. */
export function idOfGap(part: string): string {
  return isOfMembers(part) ? ID : 'drift.not-compared';
}

/**
 * Whether the members are those of the snapshot. A change that no one pins fails nothing, as any other; but whether it was
 * meant is open until the snapshot has it, so that no control about access is current with it. Pure.
 */
export function judgeMembers(
  compared: readonly string[],
  changes: readonly MemberChange[],
): { readonly checks: readonly Check[]; readonly notVerified: readonly NotVerified[] } {
  const checks: Check[] = [];
  const notVerified: NotVerified[] = [];
  // Also one that an older snapshot does not know: all of it came.
  const came = changes.map(({ path }) => path).filter(isOfMembers);
  for (const part of new Set([...compared.filter(isOfMembers), ...came])) {
    const own = changes.filter(({ path }) => isWithin(part, path));
    const isPinned = own.some((change) => change.isPinned);
    if (own.length > 0 && !isPinned)
      notVerified.push({
        id: ID,
        what: part,
        because: `${count(own.length, 'change')} since the snapshot, and the policy does not say whether that is meant`,
        remedy: `If it was meant, commit a new snapshot. Pin ${part}* in the policy, and a change fails.`,
        chosen: true,
      });
    else checks.push(checkOf(part, own.length));
  }
  return { checks, notVerified };
}

function checkOf(what: string, changes: number): Check {
  const base = { id: ID, title: 'Who has access is as in the snapshot', what, expected: 'as in the snapshot' };
  return changes === 0
    ? { ...base, verdict: 'pass', reason: 'members-kept', measured: 'as in the snapshot', remedy: '' }
    : {
        ...{ ...base, verdict: 'fail', reason: 'members-changed' },
        measured: `${count(changes, 'change')}, of what the policy pins`,
        remedy: 'Take the access back, or commit a new snapshot if it was meant.',
      };
}

/** `vercel.members` itself, `vercel.members.olga.role` and `vercel.members[olga.b].role`. */
function isWithin(part: string, path: string): boolean {
  return path.startsWith(part) && ['', '.', '['].includes(path.charAt(part.length));
}

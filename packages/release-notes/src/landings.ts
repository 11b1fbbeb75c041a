import type { NotedCommit } from './commit-range.ts';

/** What GitHub puts behind the title of a pull request that is squashed. */
const SQUASHED = /\(#\d+\)\s*$/;

/**
 * The commits whose pull request is worth asking for, newest first: those on the line of first parents, where each
 * landed by itself or by a merge; and, since a merged branch may have taken in others before, every merge and what
 * looks like a squash.
 */
export function landings(commits: readonly NotedCommit[]): string[] {
  const inRange = new Map(commits.map((commit) => [commit.sha, commit]));
  const wanted = new Set<string>();
  for (let at = tipOf(commits); at !== undefined; at = inRange.get(at.parents[0] ?? '')) wanted.add(at.sha);
  for (const { sha, parents, message } of commits)
    if (parents.length > 1 || SQUASHED.test(message.split('\n', 1)[0] ?? '')) wanted.add(sha);
  return commits
    .map((commit) => commit.sha)
    .filter((sha) => wanted.has(sha))
    .reverse();
}

/** What a merge brought besides itself: reachable from its other parents, not from its first. */
export function broughtBy(commits: ReadonlyMap<string, NotedCommit>, merge: NotedCommit): ReadonlySet<string> {
  const [first = '', ...others] = merge.parents;
  if (others.length === 0) return new Set();
  const before = reachable(commits, [first]);
  return new Set([...reachable(commits, others)].filter((sha) => !before.has(sha)));
}

function reachable(commits: ReadonlyMap<string, NotedCommit>, from: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const queue = [...from];
  for (let sha = queue.pop(); sha !== undefined; sha = queue.pop()) {
    const commit = commits.get(sha);
    if (commit === undefined || seen.has(sha)) continue;
    seen.add(sha);
    queue.push(...commit.parents);
  }
  return seen;
}

/** The one that is nobody's parent; the last one where the list was cut off. */
function tipOf(commits: readonly NotedCommit[]): NotedCommit | undefined {
  const parents = new Set(commits.flatMap((commit) => commit.parents));
  return commits.findLast((commit) => !parents.has(commit.sha));
}

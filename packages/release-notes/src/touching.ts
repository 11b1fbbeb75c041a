import type { NotedCommit } from './commit-range.ts';
import type { GitHub } from './github.ts';

/**
 * The commits of a range that touch one of the paths, as `git log -- path` finds them: a merge that only took others
 * over is not among them. Needs `contents: read`. Throws RemoteError.
 */
export async function commitsTouching(
  github: GitHub,
  tip: string,
  commits: readonly NotedCommit[],
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  const inRange = new Set(commits.map((commit) => commit.sha));
  // The list goes on behind the range, down to the first commit of all.
  const since = commits.map((commit) => commit.at).sort()[0] ?? '';
  const found = new Set<string>();
  for (const path of paths) {
    const query = { sha: tip, path, ...(since === '' ? {} : { since }) };
    for await (const page of github.pages('repos.listCommits', query))
      for (const { sha } of page) if (inRange.has(sha)) found.add(sha);
  }
  return found;
}

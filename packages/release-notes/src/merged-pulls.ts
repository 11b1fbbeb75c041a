import { RemoteError } from '@lockstep/base';
import type { NotedCommit } from './commit-range.ts';
import type { EndpointData, GitHub } from './github.ts';
import { landings } from './landings.ts';
import { type Person, personOf } from './people.ts';

export interface MergedPull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly labels: readonly string[];
  readonly author: Person;
  /** What its base was at after the merge. */
  readonly mergeSha: string;
}

export interface MergedPulls {
  /** By the commit that landed; a commit without a pull request is not in it. */
  readonly byCommit: ReadonlyMap<string, readonly MergedPull[]>;
  /** Why some may be missing; '' where none is. */
  readonly caveat: string;
}

/** A request for each: GITHUB_TOKEN has 1,000 an hour for the whole repository. */
const MOST_ASKED = 200;
const AT_ONCE = 5;

/**
 * The merged pull requests that brought the commits of a range. Needs `pull-requests: read`; without it there are
 * none, and the caveat says so. Throws RemoteError for anything else.
 */
export async function readMergedPulls(github: GitHub, commits: readonly NotedCommit[]): Promise<MergedPulls> {
  const inRange = new Set(commits.map((commit) => commit.sha));
  const wanted = landings(commits);
  const asked = wanted.slice(0, MOST_ASKED);
  const byCommit = new Map<string, readonly MergedPull[]>();
  try {
    for (let at = 0; at < asked.length; at += AT_ONCE) {
      const some = asked.slice(at, at + AT_ONCE);
      const found = await Promise.all(some.map((sha) => pullsOf(github, sha)));
      // GitHub also names pull requests that hold the commit and brought it nowhere, or somewhere else.
      for (const [n, sha] of some.entries()) {
        const brought = (found[n] ?? []).filter((pull) => inRange.has(pull.mergeSha));
        if (brought.length > 0) byCommit.set(sha, brought);
      }
    }
  } catch (error) {
    if (!(error instanceof RemoteError) || error.status !== 403 || error.retryable) throw error;
    github.log.debug(error.message);
    return { byCommit: new Map(), caveat: 'Pull requests could not be read: the job needs `pull-requests: read`.' };
  }
  const rest = wanted.length - asked.length;
  return { byCommit, caveat: rest === 0 ? '' : `The pull requests of ${rest} older commits were not looked up.` };
}

async function pullsOf(github: GitHub, sha: string): Promise<MergedPull[]> {
  const found = await github.read('repos.listPullRequestsAssociatedWithCommit', { commit_sha: sha });
  return found.flatMap((pull) => mergedPull(pull));
}

function mergedPull(raw: EndpointData<'repos.listPullRequestsAssociatedWithCommit'>[number]): MergedPull[] {
  if (raw.merged_at === null || raw.merge_commit_sha === null) return [];
  return [
    {
      number: raw.number,
      title: raw.title,
      body: raw.body ?? '',
      url: raw.html_url,
      labels: raw.labels.map((label) => label.name),
      author: personOf(raw.user),
      mergeSha: raw.merge_commit_sha,
    },
  ];
}

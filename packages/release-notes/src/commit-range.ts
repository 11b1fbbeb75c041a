import { InputError, RemoteError } from '@lockstep/base';
import type { EndpointData, GitHub } from './github.ts';
import { type Person, personOf } from './people.ts';

export interface NotedCommit {
  readonly sha: string;
  /** Whole, as it was written. */
  readonly message: string;
  readonly parents: readonly string[];
  readonly author: Person;
  /** The page of the commit. */
  readonly url: string;
  /** When it was made, ISO 8601; '' where it does not say. */
  readonly at: string;
}

/**
 * What lies between two commits. `gained`: reachable from `to` alone; `lost`: from `from` alone. Going forward nothing
 * is lost, going back nothing is gained.
 */
export interface CommitRange {
  readonly from: NotedCommit;
  readonly to: NotedCommit;
  /** Oldest first. */
  readonly gained: readonly NotedCommit[];
  readonly lost: readonly NotedCommit[];
  /** How many commits were not read, since there are too many. */
  readonly unread: number;
  /** The page of the comparison. */
  readonly url: string;
}

/** Of each direction; ten requests. */
const MOST_COMMITS = 1_000;

/** The commit that a sha, branch or tag stands for. Throws InputError where this repository has none such. */
export async function readCommit(github: GitHub, input: string, ref: string): Promise<NotedCommit> {
  try {
    return notedCommit(await github.read('repos.getCommit', { ref, per_page: 1 }));
  } catch (error) {
    if (!(error instanceof RemoteError) || (error.status !== 404 && error.status !== 422)) throw error;
    throw new InputError(
      `${input}: this repository has no commit, branch or tag "${ref}", or the token may not see it`,
      {
        cause: error,
      },
    );
  }
}

/** Needs `contents: read`. Throws RemoteError, and InputError where the two share no history. */
export async function readRange(github: GitHub, from: NotedCommit, to: NotedCommit): Promise<CommitRange> {
  const ahead = await compare(github, from.sha, to.sha);
  const back = ahead.behindBy === 0 ? undefined : await compare(github, to.sha, from.sha);
  return {
    from,
    to,
    gained: ahead.commits,
    lost: back?.commits ?? [],
    unread: ahead.unread + (back?.unread ?? 0),
    url: ahead.url,
  };
}

async function compare(github: GitHub, base: string, head: string) {
  const commits: NotedCommit[] = [];
  let first: EndpointData<'repos.compareCommitsWithBasehead'> | undefined;
  try {
    for await (const page of github.pages('repos.compareCommitsWithBasehead', { basehead: `${base}...${head}` })) {
      first ??= page;
      commits.push(...page.commits.map(notedCommit));
      if (commits.length >= MOST_COMMITS) break;
    }
  } catch (error) {
    if (!(error instanceof RemoteError) || error.status !== 404) throw error;
    throw new InputError(`from ${base} to ${head}: the two commits share no history`, { cause: error });
  }
  if (first === undefined) throw new Error('a comparison without a page');
  return {
    commits,
    behindBy: first.behind_by,
    unread: Math.max(0, first.total_commits - commits.length),
    url: first.html_url,
  };
}

function notedCommit(raw: EndpointData<'repos.getCommit'>): NotedCommit {
  return {
    sha: raw.sha,
    message: raw.commit.message,
    parents: raw.parents.map((parent) => parent.sha),
    author: personOf(raw.author, raw.commit.author?.name),
    url: raw.html_url,
    at: raw.commit.committer?.date ?? '',
  };
}

import { RemoteError } from '@lockstep/base';
import type { GitHub } from './client.ts';
import type { EndpointData } from './endpoints.ts';

/** A commit that a release brought. Times are milliseconds since the epoch. */
export interface BroughtCommit {
  readonly sha: string;
  /** The committer's time. */
  readonly committedAt: number;
  /** When it reached the branch: the time of the first commit on the branch itself that has it. */
  readonly mergedAt: number;
}

/** What is in one commit and not in another. */
export interface Brought {
  readonly commits: readonly BroughtCommit[];
  /** Null where GitHub lists no more of them. */
  readonly files: number | null;
  readonly lines: number | null;
}

/** GitHub lists no more files of a comparison. */
const MOST_FILES = 300;
const MOST_COMMITS = 2_000;

/**
 * Undefined where this repository does not have both, they share nothing, or there are more commits than are read. Needs
 * `contents: read`. Throws RemoteError.
 */
export async function readBrought(github: GitHub, base: string, head: string): Promise<Brought | undefined> {
  const commits: RawCommit[] = [];
  let files: Comparison['files'];
  try {
    for await (const page of github.pages('repos.compareCommitsWithBasehead', { basehead: `${base}...${head}` })) {
      commits.push(...page.commits);
      files ??= page.files;
      if (commits.length > MOST_COMMITS) return undefined;
      if (commits.length >= page.total_commits) break;
    }
  } catch (error) {
    if (error instanceof RemoteError && (error.status === 404 || error.status === 422)) return undefined;
    throw error;
  }
  const isCut = files === undefined || files.length >= MOST_FILES;
  return {
    commits: datedCommits(commits, head),
    files: isCut ? null : (files?.length ?? null),
    lines: isCut ? null : (files?.reduce((sum, { changes }) => sum + changes, 0) ?? null),
  };
}

type Comparison = EndpointData<'repos.compareCommitsWithBasehead'>;

export interface RawCommit {
  readonly sha: string;
  readonly parents: readonly { readonly sha?: string }[];
  readonly commit: { readonly committer: { readonly date?: string } | null };
}

/** When each reached the branch, by its first parents: GitHub merges a pull request into the first one. Pure. */
export function datedCommits(commits: readonly RawCommit[], head: string): readonly BroughtCommit[] {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const tip = commits.find(({ sha }) => sha === head) ?? commits.at(-1);
  const mainline: RawCommit[] = [];
  for (let at = tip; at !== undefined && !mainline.includes(at); at = bySha.get(at.parents[0]?.sha ?? ''))
    mainline.push(at);
  const mergedAt = new Map<string, number>();
  for (const merge of mainline.reverse()) {
    const open = [merge];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (mergedAt.has(one.sha)) continue;
      mergedAt.set(one.sha, timeOf(merge));
      for (const { sha = '' } of one.parents) {
        const parent = bySha.get(sha);
        if (parent !== undefined) open.push(parent);
      }
    }
  }
  return commits
    .filter((commit) => !Number.isNaN(timeOf(commit)))
    .map((commit) => ({
      sha: commit.sha,
      committedAt: timeOf(commit),
      mergedAt: mergedAt.get(commit.sha) ?? timeOf(commit),
    }));
}

function timeOf({ commit }: RawCommit): number {
  return Date.parse(commit.committer?.date ?? '');
}

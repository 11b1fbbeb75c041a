import { RemoteError } from '@lockstep/base';
import type { GitHub } from '../client.ts';

export interface FoundPull {
  readonly number: number;
  readonly open: boolean;
  readonly head: string;
}

/** A pull request by its number. Throws RemoteError, with status 404 where there is none. */
export async function readPull(github: GitHub, pull: number): Promise<FoundPull> {
  const found = await github.read('pulls.get', { pull_number: pull });
  return { number: found.number, open: found.state === 'open', head: found.head.sha };
}

/** GitHub's page of a diff shows no more files. */
const MOST_FILES = 300;

/** The files that a pull request changes, as far as its page shows them. Throws RemoteError. */
export async function changedFiles(github: GitHub, pull: number): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for await (const page of github.pages('pulls.listFiles', { pull_number: pull })) {
    for (const { filename } of page) found.add(filename);
    if (found.size >= MOST_FILES) break;
  }
  return found;
}

export type PullOfCommit =
  | { readonly kind: 'found'; readonly pull: FoundPull }
  /** None is open with this commit as its head: it is closed, or has moved on. */
  | { readonly kind: 'none' }
  /** Several are, and nothing says which. */
  | { readonly kind: 'several'; readonly numbers: readonly number[] };

/**
 * The open pull request whose head is this very commit. A number in a run's data is never used: it could be
 * forged. `headRepository` (`owner/name`) tells forks apart; undefined for any.
 */
export async function pullOfCommit(
  github: GitHub,
  commit: string,
  headRepository: string | undefined,
): Promise<PullOfCommit> {
  const pulls = await github
    .read('repos.listPullRequestsAssociatedWithCommit', { commit_sha: commit, per_page: 100 })
    .catch((error: unknown) => {
      // GitHub's answer for a commit that it does not have, or not any more.
      if (error instanceof RemoteError && error.status === 422) return [];
      throw error;
    });
  const own = `${github.repository.owner}/${github.repository.repo}`.toLowerCase();
  const matching = pulls.filter(
    (pull) =>
      pull.state === 'open' &&
      pull.head.sha === commit &&
      pull.base.repo.full_name.toLowerCase() === own &&
      (headRepository === undefined || pull.head.repo?.full_name.toLowerCase() === headRepository.toLowerCase()),
  );
  const [pull, ...others] = matching;
  if (pull === undefined) return { kind: 'none' };
  if (others.length > 0) return { kind: 'several', numbers: matching.map((one) => one.number) };
  return { kind: 'found', pull: { number: pull.number, open: true, head: pull.head.sha } };
}

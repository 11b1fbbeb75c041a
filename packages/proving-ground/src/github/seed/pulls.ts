import { compare } from '../graph.ts';
import { type Issue, type Review, takeId, userNamed } from '../world.ts';
import { addCommit } from './commits.ts';
import { openIssue } from './issues.ts';
import { issueOf, type Place } from './place.ts';

export interface PullSeed {
  readonly title: string;
  readonly head: string;
  readonly base?: string;
  readonly user?: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly draft?: boolean;
  /** `owner/name` of the fork that its head is in. The branch is made here all the same, to have its commits. */
  readonly fork?: string;
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** Opens a pull request; gives its number. */
export function openPull(place: Place, seed: PullSeed): number {
  const { repo } = place;
  const headSha = repo.refs.get(`heads/${seed.head}`);
  if (headSha === undefined) throw new Error(`no branch ${seed.head}`);
  return openIssue(place, {
    title: seed.title,
    user: seed.user ?? 'octocat',
    body: seed.body ?? null,
    labels: seed.labels ?? [],
    pull: {
      base: seed.base ?? repo.defaultBranch,
      head: seed.head,
      headSha,
      ...(seed.fork === undefined ? {} : { fork: seed.fork }),
      draft: seed.draft ?? false,
      mergedAt: null,
      mergedBy: null,
      mergeSha: null,
      reviews: [],
    },
  });
}

/** Merges a pull request; gives the sha that its base is at then. */
export function mergePull(place: Place, number: number, by: string, method: MergeMethod): string {
  const { repo } = place;
  const issue = issueOf(place, number);
  const { pull } = issue;
  if (pull === undefined) throw new Error(`${number} is no pull request`);
  const base = repo.refs.get(`heads/${pull.base}`) ?? '';
  const own = compare(repo, base, pull.headSha)?.ahead ?? [];
  const files = { ...repo.commits.get(base)?.files, ...repo.commits.get(pull.headSha)?.files };
  const onBase = { branch: pull.base, files };
  if (method === 'rebase') {
    const landed = own.map(({ message, author }) => addCommit(place, { ...onBase, message, author: author.login }));
    return merged(place, issue, by, landed);
  }
  if (method === 'squash') {
    const author = own.at(-1)?.author.login ?? by;
    return merged(place, issue, by, [addCommit(place, { ...onBase, message: `${issue.title} (#${number})`, author })]);
  }
  const message = `Merge pull request #${number} from ${repo.owner.login}/${pull.head}\n\n${issue.title}`;
  const sha = addCommit(place, { ...onBase, message, parents: [base, pull.headSha], author: by });
  return merged(place, issue, by, [sha]);
}

/** Somebody approves the head of a pull request, or does not. */
export function addReview(place: Place, number: number, user: string, state: Review['state']): void {
  const { pull } = issueOf(place, number);
  const id = takeId(place.world);
  pull?.reviews.push({ id, user: userNamed(user), state, body: '', sha: pull.headSha, at: place.time });
}

function merged({ time }: Place, issue: Issue, by: string, landed: readonly string[]): string {
  const mergeSha = landed.at(-1) ?? '';
  Object.assign(issue.pull ?? {}, { mergedAt: time, mergedBy: userNamed(by), mergeSha, landed });
  Object.assign(issue, { state: 'closed', closedAt: time, updatedAt: time });
  return mergeSha;
}

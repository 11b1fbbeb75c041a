import { type Call, listed, notFound, ok, type Routes } from '../call.ts';
import { compare, resolveRef } from '../graph.ts';
import { commitShape, fileShapes, fullName, nodeId, repoShape, repoUrl, userShape } from '../shapes.ts';
import { type Commit, type Issue, type Pull, type Review, userNamed } from '../world.ts';
import { issueShape } from './issues.ts';

const read = [{ 'pull-requests': 'read' }] as const;

export const pullRoutes: Routes = {
  'pulls/list': { needs: read, answer: list },
  'pulls/get': { needs: read, answer: (call) => pullOf(call, (issue) => ok(wholePullShape(call, issue))) },
  'pulls/list-commits': {
    needs: read,
    answer: (call) =>
      pullOf(call, (issue) =>
        listed(call, range(call, issue.pull).commits, (commit) => commitShape(call.base, call.repo, commit)),
      ),
  },
  'pulls/list-files': {
    needs: read,
    answer: (call) => pullOf(call, (issue) => listed(call, files(call, issue.pull), same)),
  },
  'pulls/list-reviews': {
    needs: read,
    answer: (call) =>
      pullOf(call, (issue) => listed(call, issue.pull.reviews, (review) => reviewShape(call, issue, review))),
  },
};

type PullIssue = Issue & { readonly pull: Pull };

function isPull(issue: Issue): issue is PullIssue {
  return issue.pull !== undefined;
}

const same = (shape: object) => shape;

function list(call: Call) {
  const state = call.query.get('state') ?? 'open';
  const base = call.query.get('base');
  const head = call.query.get('head')?.split(':').at(-1);
  const found = call.repo.issues
    .filter(isPull)
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => base === null || issue.pull.base === base)
    .filter((issue) => head === undefined || issue.pull.head === head);
  const newest = found.sort((a, b) => b.number - a.number);
  return listed(call, newest, (issue) => pullShape(call, issue));
}

interface Range {
  readonly from: Commit | undefined;
  readonly to: Commit | undefined;
  readonly commits: readonly Commit[];
}

/** From where the pull left its base to its head; after the merge, from where it left it then. */
function range(call: Call, pull: Pull): Range {
  const { repo } = call;
  const merge = repo.commits.get(pull.mergeSha ?? '');
  const base = merge?.parents[0] ?? resolveRef(repo, pull.base) ?? '';
  const found = compare(repo, base, pull.headSha);
  return { from: found?.mergeBase, to: repo.commits.get(pull.headSha), commits: found?.ahead ?? [] };
}

function files(call: Call, pull: Pull): object[] {
  const { from, to } = range(call, pull);
  return to === undefined ? [] : fileShapes(call.base, call.repo, from, to);
}

function pullOf(call: Call, then: (issue: PullIssue) => ReturnType<typeof ok>) {
  const found = call.repo.issues.filter(isPull).find((issue) => String(issue.number) === call.params['pull_number']);
  return found === undefined ? notFound() : then(found);
}

/** A pull as lists carry it. */
export function pullShape(call: Call, issue: Issue): object {
  const { pull } = issue;
  if (pull === undefined) throw new Error(`issue ${issue.number} is no pull request`);
  const repo = repoUrl(call.base, call.repo);
  const url = `${repo}/pulls/${issue.number}`;
  const web = `${call.base}/${fullName(call.repo)}/pull/${issue.number}`;
  const links = {
    comments: `${repo}/issues/${issue.number}/comments`,
    commits: `${url}/commits`,
    statuses: `${repo}/statuses/${pull.headSha}`,
    html: web,
    issue: `${repo}/issues/${issue.number}`,
    review_comments: `${url}/comments`,
    review_comment: `${repo}/pulls/comments{/number}`,
    self: url,
  };
  const { pull_request: _, comments: __, ...shared } = issueShape(call, issue) as Record<string, unknown>;
  return {
    ...shared,
    url,
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: links.issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    draft: pull.draft,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeSha,
    auto_merge: null,
    base: side(call, pull.base, resolveRef(call.repo, pull.base) ?? ''),
    head: headSide(call, pull),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
  };
}

function wholePullShape(call: Call, issue: PullIssue): object {
  const changed = files(call, issue.pull) as { additions: number; deletions: number }[];
  const merged = issue.pull.mergedAt !== null;
  return {
    ...pullShape(call, issue),
    merged,
    mergeable: merged ? null : true,
    mergeable_state: merged ? 'unknown' : 'clean',
    merged_by: issue.pull.mergedBy === null ? null : userShape(call.base, issue.pull.mergedBy),
    maintainer_can_modify: false,
    comments: issue.comments.length,
    review_comments: 0,
    commits: range(call, issue.pull).commits.length,
    additions: changed.reduce((sum, file) => sum + file.additions, 0),
    deletions: changed.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: changed.length,
  };
}

function side(call: Call, ref: string, sha: string): object {
  const { owner } = call.repo;
  const user = userShape(call.base, owner);
  return { label: `${owner.login}:${ref}`, ref, sha, user, repo: repoShape(call.base, call.repo) };
}

/** A head in a fork: another owner's repository. */
function headSide(call: Call, pull: Pull): object {
  if (pull.fork === undefined) return side(call, pull.head, pull.headSha);
  const [owner = '', name = ''] = pull.fork.split('/');
  const fork = { ...call.repo, id: call.repo.id + 1, owner: userNamed(owner), name };
  return { ...side({ ...call, repo: fork }, pull.head, pull.headSha) };
}

function reviewShape(call: Call, issue: PullIssue, review: Review): object {
  const pull = `${repoUrl(call.base, call.repo)}/pulls/${issue.number}`;
  const html = `${call.base}/${fullName(call.repo)}/pull/${issue.number}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: userShape(call.base, review.user),
    body: review.body,
    state: review.state,
    commit_id: review.sha,
    submitted_at: review.at,
    html_url: html,
    pull_request_url: pull,
    author_association: 'MEMBER',
    _links: { html: { href: html }, pull_request: { href: pull } },
  };
}

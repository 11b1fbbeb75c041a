import { type Call, created, listed, newestFirst, notFound, ok, type Routes, refusal } from '../call.ts';
import { compare, history, resolveRef, touches } from '../graph.ts';
import { pageOf } from '../pages.ts';
import { commitShape, fileShapes, fullName, nodeId, repoShape, repoUrl, userShape } from '../shapes.ts';
import { type Commit, type CommitStatus, takeId } from '../world.ts';
import { pullShape } from './pulls.ts';

const contents = [{ contents: 'read' }] as const;
const statuses = [{ statuses: 'read' }] as const;

export const commitRoutes: Routes = {
  'repos/get-commit': { needs: contents, answer: getCommit },
  'repos/list-commits': { needs: contents, answer: listCommits },
  'repos/compare-commits-with-basehead': { needs: contents, answer: compareCommits },
  'repos/list-pull-requests-associated-with-commit': { needs: [{ 'pull-requests': 'read' }], answer: pullsOfCommit },
  'repos/create-commit-status': { needs: [{ statuses: 'write' }], answer: createStatus },
  'repos/list-commit-statuses-for-ref': {
    needs: statuses,
    answer: (call) => at(call, 'ref', (commit) => listed(call, statusesOf(call, commit), (s) => statusShape(call, s))),
  },
  'repos/get-combined-status-for-ref': { needs: statuses, answer: combinedStatus },
};

function getCommit(call: Call) {
  return at(call, 'ref', (commit) => {
    const parent = call.repo.commits.get(commit.parents[0] ?? '');
    return ok({
      ...commitShape(call.base, call.repo, commit),
      files: fileShapes(call.base, call.repo, parent, commit),
    });
  });
}

function listCommits(call: Call) {
  const { repo, query } = call;
  const tip = resolveRef(repo, query.get('sha') ?? repo.defaultBranch);
  if (tip === undefined) return notFound();
  const since = query.get('since') ?? '';
  const until = query.get('until') ?? '9';
  const path = query.get('path') ?? '';
  const commits = history(repo, tip).filter(
    (commit) => commit.at >= since && commit.at <= until && (path === '' || touches(repo, commit, path)),
  );
  return listed(call, commits, (commit) => commitShape(call.base, repo, commit));
}

function compareCommits(call: Call) {
  const { repo, base } = call;
  const [from = '', to = ''] = (call.params['basehead'] ?? '').split('...');
  const baseSha = resolveRef(repo, from);
  const headSha = resolveRef(repo, to);
  const baseCommit = repo.commits.get(baseSha ?? '');
  const headCommit = repo.commits.get(headSha ?? '');
  if (baseCommit === undefined || headCommit === undefined) return notFound();
  const found = compare(repo, baseCommit.sha, headCommit.sha);
  if (found === undefined) return notFound(`No common ancestor between ${from} and ${to}.`);
  const page = pageOf(found.ahead, withDefaultSize(call.query, 250), call.self);
  const web = `${base}/${fullName(repo)}/compare/${encodeURIComponent(`${from}...${to}`)}`;
  const body = {
    url: `${repoUrl(base, repo)}/compare/${encodeURIComponent(`${from}...${to}`)}`,
    html_url: web,
    permalink_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    base_commit: commitShape(base, repo, baseCommit),
    merge_base_commit: commitShape(base, repo, found.mergeBase),
    status: found.status,
    ahead_by: found.ahead.length,
    behind_by: found.behindBy,
    total_commits: found.ahead.length,
    commits: page.items.map((commit) => commitShape(base, repo, commit)),
    files: fileShapes(base, repo, found.mergeBase, headCommit),
  };
  return { status: 200, body, headers: page.headers };
}

/** A comparison gives up to 250 commits where no page is asked for. */
function withDefaultSize(query: URLSearchParams, size: number): URLSearchParams {
  return query.has('per_page') ? query : new URLSearchParams({ ...Object.fromEntries(query), per_page: String(size) });
}

/** Merged pulls that brought the commit to the default branch, or the open ones that hold it. */
function pullsOfCommit(call: Call) {
  return at(call, 'commit_sha', (commit) => {
    const { repo } = call;
    const found = repo.issues.filter((issue) => {
      if (issue.pull === undefined) return false;
      const base = resolveRef(repo, issue.pull.base) ?? '';
      const brought = compare(
        repo,
        issue.pull.mergedAt === null ? base : parentOf(call, issue.pull.mergeSha),
        issue.pull.headSha,
      );
      return (
        issue.pull.mergeSha === commit.sha ||
        issue.pull.landed?.includes(commit.sha) === true ||
        (brought?.ahead ?? []).some((held) => held.sha === commit.sha)
      );
    });
    return listed(call, newestFirst(found), (issue) => pullShape(call, issue));
  });
}

function parentOf(call: Call, sha: string | null): string {
  return call.repo.commits.get(sha ?? '')?.parents[0] ?? '';
}

function createStatus(call: Call) {
  const sha = resolveRef(call.repo, call.params['sha'] ?? '');
  if (sha === undefined) return refusal(422, `No commit found for SHA: ${call.params['sha']}`);
  const { body } = call;
  const status: CommitStatus = {
    id: takeId(call.world),
    sha,
    state: body['state'] as CommitStatus['state'],
    context: String(body['context'] ?? 'default'),
    description: (body['description'] as string | null | undefined) ?? null,
    targetUrl: (body['target_url'] as string | null | undefined) ?? null,
    creator: call.user,
    at: call.at,
  };
  call.repo.statuses.push(status);
  return created(statusShape(call, status));
}

function combinedStatus(call: Call) {
  return at(call, 'ref', (commit) => {
    const latest = new Map<string, CommitStatus>();
    for (const status of statusesOf(call, commit)) if (!latest.has(status.context)) latest.set(status.context, status);
    const states = [...latest.values()].map((status) => status.state);
    const bad = states.includes('error') || states.includes('failure');
    const open = states.length === 0 || states.includes('pending');
    const url = `${repoUrl(call.base, call.repo)}/commits/${commit.sha}`;
    return ok({
      state: bad ? 'failure' : open ? 'pending' : 'success',
      sha: commit.sha,
      total_count: latest.size,
      statuses: [...latest.values()].map((status) => statusShape(call, status)),
      repository: repoShape(call.base, call.repo),
      commit_url: url,
      url: `${url}/status`,
    });
  });
}

function statusesOf(call: Call, commit: Commit): CommitStatus[] {
  return newestFirst(call.repo.statuses.filter((status) => status.sha === commit.sha));
}

function statusShape(call: Call, status: CommitStatus): object {
  const { avatar_url } = userShape(call.base, status.creator) as { avatar_url: string };
  return {
    url: `${repoUrl(call.base, call.repo)}/statuses/${status.sha}`,
    avatar_url,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.at,
    updated_at: status.at,
    creator: userShape(call.base, status.creator),
  };
}

function at(call: Call, param: string, then: (commit: Commit) => ReturnType<typeof ok>) {
  const ref = call.params[param] ?? '';
  const commit = call.repo.commits.get(resolveRef(call.repo, ref) ?? '');
  if (commit !== undefined) return then(commit);
  // A whole sha that is not there is 422, any other name 404.
  return /^[0-9a-f]{40}$/.test(ref) ? refusal(422, `No commit found for SHA: ${ref}`) : notFound();
}

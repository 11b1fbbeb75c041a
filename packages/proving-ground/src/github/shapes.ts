import { createHash } from 'node:crypto';
import { changedFiles, type FileChange } from './graph.ts';
import type { Commit, Repository, User } from './world.ts';

/** Where a repository lives under the API's address. */
export function repoUrl(base: string, repo: Repository): string {
  return `${base}/repos/${repo.owner.login}/${repo.name}`;
}

export function fullName(repo: Repository): string {
  return `${repo.owner.login}/${repo.name}`;
}

export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}

export function userShape(base: string, user: User): object {
  const url = `${base}/users/${encodeURIComponent(user.login)}`;
  const links = ['followers', 'gists', 'starred', 'subscriptions', 'organizations', 'repos', 'received_events'];
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId(user.type, user.id),
    avatar_url: `${base}/avatars/${user.id}`,
    gravatar_id: '',
    url,
    html_url: `${base}/${encodeURIComponent(user.login)}`,
    following_url: `${url}/following{/other_user}`,
    events_url: `${url}/events{/privacy}`,
    ...Object.fromEntries(links.map((name) => [`${name}_url`, `${url}/${name}`])),
    type: user.type,
    site_admin: false,
  };
}

/** Names of links whose address is the repository's with the name behind it. */
const REPO_LINKS =
  'archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees'.split(
    ' ',
  );

export function repoShape(base: string, repo: Repository): object {
  const url = repoUrl(base, repo);
  const web = `${base}/${fullName(repo)}`;
  return {
    id: repo.id,
    node_id: nodeId('Repository', repo.id),
    name: repo.name,
    full_name: fullName(repo),
    owner: userShape(base, repo.owner),
    private: repo.private,
    visibility: repo.private ? 'private' : 'public',
    description: null,
    fork: false,
    url,
    html_url: web,
    clone_url: `${web}.git`,
    git_url: `${web}.git`,
    ssh_url: `git@github.test:${fullName(repo)}.git`,
    svn_url: web,
    mirror_url: null,
    ...Object.fromEntries(REPO_LINKS.map((name) => [`${name}_url`, `${url}/${name}`])),
    default_branch: repo.defaultBranch,
    created_at: repo.createdAt,
    updated_at: repo.createdAt,
    pushed_at: repo.createdAt,
    ...NO_NUMBERS,
    ...FEATURES,
    open_issues: repo.issues.filter((issue) => issue.state === 'open').length,
    open_issues_count: repo.issues.filter((issue) => issue.state === 'open').length,
    homepage: null,
    language: null,
    license: null,
    ...analysisShape(repo.settings),
  };
}

/** Absent where nothing was set, as in a private repository whose plan has none of it. */
function analysisShape({ pushProtection, secretScanning }: Repository['settings']): object {
  if (pushProtection === undefined && secretScanning === undefined) return {};
  const status = (on = false) => ({ status: on ? 'enabled' : 'disabled' });
  return {
    security_and_analysis: {
      secret_scanning: status(secretScanning),
      secret_scanning_push_protection: status(pushProtection),
    },
  };
}

const NO_NUMBERS = {
  size: 0,
  forks: 0,
  forks_count: 0,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
  network_count: 0,
  subscribers_count: 0,
};

const FEATURES = {
  archived: false,
  disabled: false,
  has_issues: true,
  has_projects: false,
  has_wiki: false,
  has_pages: false,
  has_downloads: true,
  has_discussions: false,
};

function gitUser(user: User, at: string): object {
  return { name: user.login, email: `${user.id}+${user.login}@users.noreply.github.com`, date: at };
}

export function treeSha(commit: Commit): string {
  return filesSha(commit.files);
}

/** The name of a tree: the same files have the same one. */
export function filesSha(files: Commit['files']): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha1').update(JSON.stringify(sorted)).digest('hex');
}

export function commitShape(base: string, repo: Repository, commit: Commit): object {
  const url = repoUrl(base, repo);
  const at = (sha: string) => `${url}/commits/${sha}`;
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: at(commit.sha),
    html_url: `${base}/${fullName(repo)}/commit/${commit.sha}`,
    comments_url: `${at(commit.sha)}/comments`,
    commit: {
      url: `${url}/git/commits/${commit.sha}`,
      author: gitUser(commit.author, commit.at),
      committer: gitUser(commit.author, commit.at),
      message: commit.message,
      comment_count: 0,
      tree: { sha: treeSha(commit), url: `${url}/git/trees/${treeSha(commit)}` },
      verification: { verified: false, reason: 'unsigned', payload: null, signature: null, verified_at: null },
    },
    author: userShape(base, commit.author),
    committer: userShape(base, commit.author),
    parents: commit.parents.map((sha) => ({ sha, url: at(sha), html_url: `${base}/${fullName(repo)}/commit/${sha}` })),
  };
}

/** The commit as a run or a push event carries it. */
export function simpleCommitShape(commit: Commit): object {
  const { name, email } = gitUser(commit.author, commit.at) as { name: string; email: string };
  return {
    id: commit.sha,
    tree_id: treeSha(commit),
    message: commit.message,
    timestamp: commit.at,
    author: { name, email },
    committer: { name, email },
  };
}

export function fileShapes(base: string, repo: Repository, before: Commit | undefined, after: Commit): object[] {
  return changedFiles(before?.files ?? {}, after.files).map((file) => fileShape(base, repo, after, file));
}

function fileShape(base: string, repo: Repository, commit: Commit, file: FileChange): object {
  const web = `${base}/${fullName(repo)}`;
  const place = `${commit.sha}/${encodeURIComponent(file.filename)}`;
  return {
    sha: file.status === 'removed' ? null : blobSha(commit.files[file.filename] ?? ''),
    filename: file.filename,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${web}/blob/${place}`,
    raw_url: `${web}/raw/${place}`,
    contents_url: `${repoUrl(base, repo)}/contents/${encodeURIComponent(file.filename)}?ref=${commit.sha}`,
  };
}

/** Git's own name for the file's bytes. */
export function blobSha(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');
}

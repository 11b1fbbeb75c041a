import type { RunEnvironment } from '@lockstep/action-shell';

export interface GitFacts {
  readonly commit: string;
  /** As Vercel's CLI sends it (packages/cli/src/util/create-git-meta.ts). */
  readonly metadata: Readonly<Record<string, string | boolean>>;
  /** As Vercel's GitHub integration writes it, by which its dashboard and `vercel list --meta` find deployments. */
  readonly meta: Readonly<Record<string, string>>;
}

/**
 * What is being deployed, according to the run. On a pull request GITHUB_SHA is a temporary merge commit, so the head of
 * the pull request counts. No git is run: a deploy needs no clone of its history.
 */
export function gitFactsOf(env: RunEnvironment, givenCommit: string): GitFacts {
  const event = env.event();
  const head = textIn(event, 'pull_request', 'head', 'sha');
  const commit = givenCommit || head || env.sha;
  const ref = textIn(event, 'pull_request', 'head', 'ref') || env.ref.replace(/^refs\/(heads|tags)\//, '');
  const isHead = textIn(event, 'head_commit', 'id') === commit;
  const message = isHead ? textIn(event, 'head_commit', 'message') : '';
  const author = isHead ? textIn(event, 'head_commit', 'author', 'name') : '';
  const { owner, repo } = env.repository;
  return {
    commit,
    metadata: filled({
      remoteUrl: `${env.serverUrl}/${owner}/${repo}.git`,
      commitSha: commit,
      commitRef: ref,
      commitMessage: message,
      commitAuthorName: author,
      ci: true,
      ciType: 'github-actions',
    }),
    meta: filled({
      githubDeployment: '1',
      githubOrg: owner,
      githubRepo: repo,
      githubCommitOrg: owner,
      githubCommitRepo: repo,
      githubCommitSha: commit,
      githubCommitRef: ref,
      githubCommitMessage: message,
      githubCommitAuthorName: author,
      githubRunUrl: env.runUrl,
    }),
  };
}

function textIn(value: unknown, ...path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (here, step) => (typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[step] : undefined),
    value,
  );
  return typeof found === 'string' ? found : '';
}

function filled<T extends string | boolean>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

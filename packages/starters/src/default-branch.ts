/** Runs git with arguments; undefined for what it refuses or says nothing to. */
export type Git = (...args: readonly string[]) => Promise<string | undefined>;

/**
 * The branch that is released unless another is named: what the remote calls its default, else the only branch there is,
 * else main or master where there is one, else the one that is checked out.
 */
export async function defaultBranch(git: Git): Promise<string> {
  const remote = await git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
  if (remote !== undefined) return remote.replace(/^origin\//, '');
  const branches = ((await git('for-each-ref', '--format=%(refname:short)', 'refs/heads')) ?? '')
    .split('\n')
    .filter(Boolean);
  const [only] = branches;
  if (branches.length === 1 && only !== undefined) return only;
  return (
    ['main', 'master'].find((name) => branches.includes(name)) ?? (await git('branch', '--show-current')) ?? 'main'
  );
}

/** OWNER/NAME of the repository that `origin` is on GitHub; undefined where it is not told. */
export async function repositoryOf(git: Git): Promise<string | undefined> {
  const url = (await git('remote', 'get-url', 'origin')) ?? '';
  return /^(?:https?:\/\/(?:[^@/]+@)?|ssh:\/\/(?:[^@/]+@)?|[^@/]+@)[^/:]+(?::\d+)?[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
    url,
  )?.[1];
}

import { spawnSync } from 'node:child_process';

/**
 * The branch that is released unless another is named: what the remote calls its default, else the only branch there is,
 * else main or master where there is one, else the one that is checked out. `git` is given its arguments and gives what
 * it says, or undefined.
 */
export function defaultBranch(git) {
  const remote = git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
  if (remote !== undefined) return remote.replace(/^origin\//, '');
  const branches = (git('for-each-ref', '--format=%(refname:short)', 'refs/heads') ?? '').split('\n').filter(Boolean);
  const [only] = branches;
  if (branches.length === 1) return only;
  return ['main', 'master'].find((name) => branches.includes(name)) ?? git('branch', '--show-current') ?? 'main';
}

/** Git in a folder; undefined for what it refuses or says nothing to. */
export function gitIn(folder) {
  return (...args) => {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
    const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', env });
    return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
  };
}

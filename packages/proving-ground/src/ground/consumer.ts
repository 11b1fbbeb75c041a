import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { InputError } from '@lockstep/base';
import type { RepositorySeed } from '../github/index.ts';
import type { ProvingGround } from './ground.ts';

/** A team's repository: a real git repository in a folder, known to GitHub by the same commits. */
export interface Consumer {
  /** `owner/name` */
  readonly name: string;
  readonly root: string;
  readonly github: RepositorySeed;
  /** Lays the files of these folders over the repository, in order, and commits; gives the sha. */
  commit(message: string, ...folders: readonly string[]): string;
  /** Goes on on this branch, made here where it is new: later commits are its own. */
  switchTo(branch: string): void;
  /** Takes the newest commit back by a new one, as a team does with a release that failed; gives the sha. */
  revert(): string;
}

/** Makes an empty repository for `name` on the proving ground. Needs git. */
export function makeConsumer(ground: ProvingGround, name: string): Consumer {
  const root = ground.scope.folder('lockstep-consumer-');
  const github = ground.github.repository(name);
  git(root, 'init', '--quiet', '--initial-branch=main');
  const push = () => {
    const [sha = '', message = ''] = git(root, 'log', '-1', '--format=%H%n%s').split('\n');
    const branch = git(root, 'branch', '--show-current');
    return github.commit({ sha, message, branch, files: filesOf(root) });
  };
  return {
    name,
    root,
    github,
    commit: (message, ...folders) => {
      for (const folder of folders) cpSync(folder, root, { recursive: true });
      git(root, 'add', '--all');
      git(root, 'commit', '--quiet', '--allow-empty', `--message=${message}`);
      return push();
    },
    switchTo: (branch) => {
      const isNew = git(root, 'branch', '--list', branch) === '';
      if (isNew) github.branch(branch, git(root, 'rev-parse', 'HEAD'));
      git(root, 'switch', '--quiet', ...(isNew ? ['--create'] : []), branch);
    },
    revert: () => {
      git(root, 'revert', '--no-edit', 'HEAD');
      return push();
    },
  };
}

function git(cwd: string, ...args: readonly string[]): string {
  const who = { GIT_AUTHOR_NAME: 'Dana', GIT_AUTHOR_EMAIL: 'dana@shop.example' };
  const committer = { GIT_COMMITTER_NAME: 'Dana', GIT_COMMITTER_EMAIL: 'dana@shop.example' };
  const env = { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', ...who, ...committer };
  try {
    return execFileSync('git', args, { cwd, env, encoding: 'utf8' }).trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new InputError('there is no git to make a repository with; install git', { cause });
  }
}

function filesOf(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true }).map(String);
  const wanted = paths.filter(
    (path) => !path.startsWith('.git/') && statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true,
  );
  return Object.fromEntries(
    wanted.map((path) => [relative(root, join(root, path)), readFileSync(join(root, path), 'utf8')]),
  );
}

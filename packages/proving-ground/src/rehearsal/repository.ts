import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { InputError } from '@lockstep/base';
import type { Scope } from '../scope/scope.ts';

export interface RehearsedCommit {
  readonly sha: string;
  readonly title: string;
  /** Its files; another tree than the commit's where uncommitted changes are released too. */
  readonly tree: string;
}

/** Somebody's repository, as far as a rehearsal reads it. Nothing is ever written there. */
export interface RehearsedRepository {
  readonly root: string;
  readonly branch: string;
  /** The oldest first. */
  readonly commits: readonly RehearsedCommit[];
  /** Paths with changes that no commit has. */
  readonly uncommitted: readonly string[];
  /** The commit that it came after; undefined for the first of all. */
  parentOf(commit: RehearsedCommit): RehearsedCommit | undefined;
  /** Writes the files of a commit in place of those that are there. */
  checkOut(commit: RehearsedCommit, to: string): void;
}

export interface RepositoryWish {
  readonly folder: string;
  readonly last: number;
  /** Whether changes that are not committed are released as well, on top of the newest commit. */
  readonly withUncommitted: boolean;
}

/** Throws InputError where there is nothing to rehearse. */
export function readRepository(scope: Scope, { folder, last, withUncommitted }: RepositoryWish): RehearsedRepository {
  const root = rootOf(folder);
  const own = scope.folder('lockstep-rehearsal-');
  const objects = git(root, ['rev-parse', '--git-path', 'objects']).trim();
  // New objects and the index lie elsewhere: the repository stays as it is.
  const apart = (index: string) => ({
    GIT_INDEX_FILE: join(own, index),
    GIT_OBJECT_DIRECTORY: own,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: isAbsolute(objects) ? objects : join(root, objects),
    GIT_LFS_SKIP_SMUDGE: '1',
  });
  const lines = git(root, ['log', '--first-parent', `--max-count=${last}`, '--reverse', '--format=%H %T %s']).trim();
  const commits = lines.split('\n').map(commitOf);
  const uncommitted = changedPaths(root);
  const newest = commits.at(-1);
  if (withUncommitted && newest !== undefined && uncommitted.length > 0) {
    git(root, ['read-tree', 'HEAD'], apart('changes'));
    git(root, ['add', '--all'], apart('changes'));
    const tree = git(root, ['write-tree'], apart('changes')).trim();
    commits.splice(-1, 1, { ...newest, tree, title: `${newest.title}, with what is not committed` });
  }
  return {
    root,
    branch: git(root, ['branch', '--show-current']).trim(),
    commits,
    uncommitted,
    parentOf: ({ sha }) => {
      const line = gitOr(root, ['log', '--max-count=1', '--format=%H %T %s', `${sha}^`])?.trim();
      return line === undefined ? undefined : commitOf(line);
    },
    checkOut: ({ tree }, to) => {
      for (const name of readdirSync(to)) if (name !== '.git') rmSync(join(to, name), { recursive: true, force: true });
      git(root, ['read-tree', tree], apart('checkout'));
      git(root, ['checkout-index', '--all', '--force', `--prefix=${to}/`], apart('checkout'));
      // All that is committed there is committed here, be it ignored.
      execFileSync('git', ['add', '--all', '--force'], { cwd: to, stdio: 'ignore' });
    },
  };
}

function commitOf(line: string): RehearsedCommit {
  const [sha = '', tree = '', ...title] = line.split(' ');
  return { sha, tree, title: title.join(' ') };
}

function rootOf(folder: string): string {
  if (!existsSync(folder)) throw new InputError(`${folder}: there is no such folder`);
  const top = gitOr(folder, ['rev-parse', '--show-toplevel'])?.trim();
  if (top === undefined) throw new InputError(`${folder}: expected a git repository`);
  const inside = relative(realpathSync(top), realpathSync(folder));
  if (inside !== '') throw new InputError(`${folder} is ${inside} of the repository ${top}: name that`);
  if (gitOr(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']) === undefined)
    throw new InputError(`${folder}: there is no commit yet; is everything committed?`);
  return top;
}

function changedPaths(root: string): readonly string[] {
  const entries = git(root, ['status', '--porcelain', '-z', '--no-renames']).split('\0');
  return entries.filter((entry) => entry !== '').map((entry) => entry.slice(3));
}

function git(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  try {
    return execFileSync('git', [...args], {
      cwd,
      env: { ...withoutGit(process.env), ...env },
      maxBuffer: 1 << 30,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (cause) {
    const said =
      String((cause as { stderr?: unknown }).stderr ?? '')
        .trim()
        .split('\n')[0] ?? '';
    throw new InputError(`git ${args[0]} failed in ${cwd}: ${said}`, { cause });
  }
}

/** Whoever starts a rehearsal from a hook of git's is told of another repository, index or folder by its variables. */
function withoutGit(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));
}

function gitOr(cwd: string, args: readonly string[]): string | undefined {
  try {
    return git(cwd, args);
  } catch (error) {
    if ((error as { cause?: NodeJS.ErrnoException }).cause?.code === 'ENOENT')
      throw new InputError('there is no git to read a repository with; install git', { cause: error });
    return undefined;
  }
}

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

/** A commit on a line, as commitOf reads it. */
const FORMAT = '--format=%H %T %s';

export interface RepositoryWish {
  readonly folder: string;
  readonly last: number;
  /** Whether changes that are not committed are released as well, on top of the newest commit. */
  readonly withUncommitted: boolean;
}

/** Throws InputError where there is nothing to rehearse. */
export function readRepository(scope: Scope, { folder, last, withUncommitted }: RepositoryWish): RehearsedRepository {
  const { top, root, inside } = rootOf(folder);
  const own = scope.folder('lockstep-rehearsal-');
  const objects = git(root, ['rev-parse', '--git-path', 'objects']).trim();
  // New objects and the index lie elsewhere: the repository stays as it is.
  const apart = (index: string) => ({
    GIT_INDEX_FILE: join(own, index),
    GIT_OBJECT_DIRECTORY: own,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: isAbsolute(objects) ? objects : join(root, objects),
    GIT_LFS_SKIP_SMUDGE: '1',
  });
  // Of a folder within a repository: the commits that changed it, and of each the tree of that folder. Of a whole one
  // all commits, those that changed nothing among them.
  const touching = inside === '' ? [] : ['--', '.'];
  const within = (commit: RehearsedCommit): RehearsedCommit =>
    inside === '' ? commit : { ...commit, tree: git(root, ['rev-parse', `${commit.sha}:${inside}`]).trim() };
  const lines = git(root, ['log', '--first-parent', `--max-count=${last}`, '--reverse', FORMAT, ...touching]).trim();
  if (lines === '') throw new InputError(`${folder}: nothing of it is committed yet`);
  const commits = lines.split('\n').map(commitOf).map(within);
  const uncommitted = changedPaths(root);
  const newest = commits.at(-1);
  if (withUncommitted && newest !== undefined && uncommitted.length > 0) {
    git(root, ['read-tree', 'HEAD'], apart('changes'));
    git(root, ['add', '--all', '.'], apart('changes'));
    const part = inside === '' ? [] : [`--prefix=${inside}/`];
    const tree = git(root, ['write-tree', ...part], apart('changes')).trim();
    commits.splice(-1, 1, { ...newest, tree, title: `${newest.title}, with what is not committed` });
  }
  return {
    root,
    branch: git(root, ['branch', '--show-current']).trim(),
    commits,
    uncommitted,
    parentOf: ({ sha }) => {
      const line = gitOr(root, ['log', '--first-parent', '--max-count=1', FORMAT, `${sha}^`, ...touching])?.trim();
      return line === undefined || line === '' ? undefined : within(commitOf(line));
    },
    checkOut: ({ tree }, to) => {
      for (const name of readdirSync(to)) if (name !== '.git') rmSync(join(to, name), { recursive: true, force: true });
      // From its top: elsewhere git knows the files of a folder alone.
      git(top, ['read-tree', tree], apart('checkout'));
      git(top, ['checkout-index', '--all', '--force', `--prefix=${to}/`], apart('checkout'));
      // All that is committed there is committed here, be it ignored.
      execFileSync('git', ['add', '--all', '--force'], { cwd: to, stdio: 'ignore' });
    },
  };
}

function commitOf(line: string): RehearsedCommit {
  const [sha = '', tree = '', ...title] = line.split(' ');
  return { sha, tree, title: title.join(' ') };
}

/** A folder within a repository counts as one of its own where it has workflows of its own, as an example has. */
function rootOf(folder: string): { readonly top: string; readonly root: string; readonly inside: string } {
  if (!existsSync(folder)) throw new InputError(`${folder}: there is no such folder`);
  const top = gitOr(folder, ['rev-parse', '--show-toplevel'])?.trim();
  if (top === undefined) throw new InputError(`${folder}: expected a git repository`);
  const inside = relative(realpathSync(top), realpathSync(folder));
  if (inside !== '' && !existsSync(join(folder, '.github/workflows')))
    throw new InputError(`${folder} is ${inside} of the repository ${top}: name that`);
  if (gitOr(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']) === undefined)
    throw new InputError(`${folder}: there is no commit yet; is everything committed?`);
  return { top, root: inside === '' ? top : realpathSync(folder), inside };
}

function changedPaths(root: string): readonly string[] {
  const entries = git(root, ['status', '--porcelain', '-z', '--no-renames', '--', '.']).split('\0');
  return entries.filter((entry) => entry !== '').map((entry) => entry.slice(3));
}

function git(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  try {
    return execFileSync('git', [...args], {
      cwd,
      // Else `git status` writes what it saw into the index.
      env: { ...withoutGit(process.env), GIT_OPTIONAL_LOCKS: '0', ...env },
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

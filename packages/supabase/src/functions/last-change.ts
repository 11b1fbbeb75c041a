import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cancellation } from '@lockstep/base';

/** The last commit that touched something, or why that is not known. */
export type LastChange =
  | { readonly kind: 'commit'; readonly sha: string; readonly atMs: number }
  /** The history ends before: what is older than that cannot be told from what came with its last commit. */
  | { readonly kind: 'shallow' }
  | { readonly kind: 'never' }
  | { readonly kind: 'no-history'; readonly because: string };

/** Runs git in the repository and gives what it prints. Throws where it does not end well. */
export type Git = (args: readonly string[]) => Promise<string>;

export function gitIn(root: string, signal: AbortSignal): Git {
  return async (args) => {
    // Inside of a hook of git, these lead to another repository.
    const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
    const { stdout } = await promisify(execFile)('git', ['--no-optional-locks', ...args], {
      cwd: root,
      env: { ...env, GIT_TERMINAL_PROMPT: '0' },
      signal,
      timeout: 60_000,
      maxBuffer: 1024 * 1024,
    });
    return stdout.trim();
  };
}

/**
 * When what a function is made of changed last on this line of commits. A merge counts from when it was merged: what was
 * deployed between a commit on a branch and its merge does not have it.
 */
export async function lastChange(git: Git, paths: readonly string[], signal: AbortSignal): Promise<LastChange> {
  try {
    const literal = paths.map((path) => `:(literal)${path}`);
    const isShallow = (await git(['rev-parse', '--is-shallow-repository'])) === 'true';
    const line = await git([
      '-c',
      'log.showSignature=false',
      'log',
      '-1',
      '--first-parent',
      '--format=%H %ct',
      '--',
      ...literal,
    ]);
    const [sha = '', seconds = ''] = line.split(' ');
    if (!/^[0-9a-f]{40,64}$/.test(sha) || !/^\d+$/.test(seconds))
      return isShallow ? { kind: 'shallow' } : { kind: 'never' };
    if (isShallow && (await isBoundary(git, sha))) return { kind: 'shallow' };
    return { kind: 'commit', sha, atMs: Number(seconds) * 1_000 };
  } catch (error) {
    if (signal.aborted) throw cancellation(signal);
    return { kind: 'no-history', because: causeOf(error) };
  }
}

/** Where a shallow history ends, its last commit seems to have added everything. */
async function isBoundary(git: Git, sha: string): Promise<boolean> {
  const first = await git(['rev-list', '--first-parent', '--max-parents=0', 'HEAD']);
  return first.split('\n').includes(sha);
}

function causeOf(error: unknown): string {
  const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: unknown };
  if (code === 'ENOENT') return 'git is not installed';
  const [line = ''] = String(stderr ?? '').split('\n');
  return line.includes('dubious ownership')
    ? 'git refuses the repository, which belongs to another user'
    : 'git cannot read the history of the repository';
}

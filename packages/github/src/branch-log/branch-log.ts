import { RemoteError } from '@lockstep/base';
import type { ChangeAnswer, GitHub } from '../client.ts';
import type { Change, EndpointData, EndpointParameters } from '../endpoints.ts';
import { blobShaOf, fileOf, firstOfFile, LINES_A_FILE } from './layout.ts';
import { type BranchState, branchReader } from './read.ts';

export interface BranchLogOptions {
  readonly github: GitHub;
  readonly branch: string;
  /** Files next to the log, by their names: what the branch is, for whoever finds it. They are written with the first line. */
  readonly files: Readonly<Record<string, string>>;
}

export interface LogContents {
  /** Each with its end, by their numbers from 1. */
  readonly lines: ReadonlyMap<number, Buffer>;
  /** What is on the branch and no line of the log. */
  readonly others: readonly string[];
}

/** Lines on a branch of their own, which share no history with the code; each append is one commit. */
export interface BranchLog {
  readonly branch: string;
  read(): Promise<LogContents>;
  /**
   * Appends lines as one, the first of which gets the number `from`. `taken`: another writer has that number; nothing
   * was written. `stored` also where an answer was lost, and these very lines are found.
   */
  append(from: number, lines: readonly Buffer[]): Promise<'stored' | 'taken'>;
}

/** Each turn that is lost to another writer is a commit of that writer. */
const TURNS = 60;
/** So often GitHub may refuse to move a branch that it shows as unchanged: what it shows can be late. */
const STILL_TURNS = 8;
/** So often something that may be made twice is sent. */
const SENDS = 3;

/** Where a branch has to be moved by one writer at a time, GitHub decides: it moves forward only, and is made once. */
export function openBranchLog({ branch, files: own, github }: BranchLogOptions): BranchLog {
  const { clock, signal } = github;
  const reader = branchReader(github, branch, Object.keys(own));
  return { branch, read: () => reader.state(), append };

  async function append(from: number, lines: readonly Buffer[]): Promise<'stored' | 'taken'> {
    let still = 0;
    let seen: string | undefined;
    for (let turn = 1; ; turn++) {
      signal.throwIfAborted();
      const state = await reader.state();
      if (state.lines.has(from)) return isThere(state, from, lines) ? 'stored' : 'taken';
      still = turn > 1 && state.commit === seen ? still + 1 : 0;
      seen = state.commit;
      if (state.lines.size === 0 && state.others.length > 0) throw notOurs(state);
      const why = canFollow(state, from) ? await move(state, from, lines) : hole(from);
      if (why === undefined) return 'stored';
      if (turn >= TURNS) throw why;
      if (still >= STILL_TURNS) throw kept(why);
      await clock.sleep(Math.min(2_000, 100 * 2 ** Math.min(still, 5)) * (0.5 + Math.random()), signal);
    }
  }

  /** One try. Gives why it did not succeed, or is not known to have. Throws what no other try would mend. */
  async function move(state: BranchState, from: number, lines: readonly Buffer[]): Promise<RemoteError | undefined> {
    const commit = await commitWith(state, from, lines);
    const ref = `heads/${branch}`;
    const answer: ChangeAnswer<unknown> =
      state.commit === undefined
        ? await github.change('git.createRef', { ref: `refs/${ref}`, sha: commit })
        : await github.change('git.updateRef', { ref, sha: commit, force: false });
    if (answer.kind === 'accepted') return undefined;
    // 409 and 422: the branch is not where it was, or is there already.
    if (answer.kind === 'refused' && answer.error.status !== 409 && answer.error.status !== 422) throw answer.error;
    return answer.error;
  }

  async function commitWith(state: BranchState, from: number, lines: readonly Buffer[]): Promise<string> {
    const changed = { ...(state.commit === undefined ? own : {}), ...filesWith(state, from, lines) };
    const kept = state.files.filter(({ path }) => !Object.hasOwn(changed, path));
    const made = await repeated('git.createTree', {
      tree: [
        ...kept.map(({ mode, path, sha, type }) => ({ path, mode: mode as '100644', type: type as 'blob', sha })),
        ...Object.entries(changed).map(([path, content]) => ({
          ...{ path, content },
          ...({ mode: '100644', type: 'blob' } as const),
        })),
      ],
    });
    const wrong = Object.entries(changed).find(
      ([path, content]) => made.tree.find((one) => one.path === path)?.sha !== blobShaOf(Buffer.from(content)),
    );
    if (wrong !== undefined)
      throw new RemoteError(`GitHub: ${wrong[0]} of the branch ${branch} was stored with other bytes`, {
        service: 'GitHub',
        retryable: false,
      });
    const upTo = from + lines.length - 1;
    const commit = await repeated('git.createCommit', {
      message: `${upTo === from ? `Line ${from}` : `Lines ${from} to ${upTo}`}\n\n[skip ci]`,
      tree: made.sha,
      parents: state.commit === undefined ? [] : [state.commit],
    });
    return commit.sha;
  }

  /** What no branch leads to may be made twice: nobody sees it, and GitHub deletes it some day. */
  async function repeated<E extends Change & `git.create${string}`>(
    endpoint: E,
    parameters: EndpointParameters<E>,
  ): Promise<EndpointData<E>> {
    for (let send = 1; ; send++) {
      const answer = await github.change(endpoint, parameters);
      if (answer.kind === 'accepted') return answer.data;
      if (answer.kind === 'refused' || send >= SENDS) throw answer.error;
      await clock.sleep(250 * send, signal);
    }
  }

  /** Of the code, say: nothing is added to what nobody meant to be a log. */
  function notOurs({ others }: BranchState): RemoteError {
    return new RemoteError(`GitHub: the branch ${branch} has other files, such as ${others[0]}, and no line yet`, {
      service: 'GitHub',
      retryable: false,
      hint: 'name a branch of its own, which is created with the first line',
    });
  }

  /** It is where it was, and GitHub moves it for no one. */
  function kept(why: RemoteError): RemoteError {
    const { requestId, status } = why;
    return new RemoteError(why.message, {
      service: 'GitHub',
      retryable: why.retryable,
      hint: `where a rule protects the branch ${branch}, let the token of the workflow write to it, or name another branch`,
      cause: why,
      ...(status === undefined ? {} : { status }),
      ...(requestId === undefined ? {} : { requestId }),
    });
  }

  function hole(from: number): RemoteError {
    return new RemoteError(
      `GitHub: the branch ${branch} has no whole line ${from - 1}, so there can be no line ${from}`,
      {
        service: 'GitHub',
        retryable: false,
      },
    );
  }
}

/** The line before it is there, and whole. */
function canFollow({ lines }: BranchState, from: number): boolean {
  return from === 1 || lines.get(from - 1)?.at(-1) === 10;
}

function isThere({ lines }: BranchState, from: number, wanted: readonly Buffer[]): boolean {
  return wanted.every((line, nth) => lines.get(from + nth)?.equals(line) === true);
}

/** The files that get new lines, in full. */
function filesWith(
  { lines: there }: BranchState,
  from: number,
  lines: readonly Buffer[],
): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const upTo = from + lines.length - 1;
  for (let first = firstOfFile(from); first <= upTo; first += LINES_A_FILE) {
    const parts: Buffer[] = [];
    for (let number = first; number < first + LINES_A_FILE && number <= upTo; number++)
      parts.push((number < from ? there.get(number) : lines[number - from]) ?? Buffer.alloc(0));
    files[fileOf(first)] = Buffer.concat(parts).toString('utf8');
  }
  return files;
}

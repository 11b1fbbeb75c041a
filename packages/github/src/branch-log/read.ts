import { RemoteError } from '@lockstep/base';
import type { GitHub } from '../client.ts';
import { blobShaOf, firstLineIn, LINES_A_FILE, linesIn } from './layout.ts';

/** A file of the branch, as its tree has it. */
export interface BranchFile {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
}

/** The branch at one of its commits. */
export interface BranchState {
  /** Undefined where there is no branch. */
  readonly commit: string | undefined;
  readonly files: readonly BranchFile[];
  /** By their numbers. */
  readonly lines: ReadonlyMap<number, Buffer>;
  /** What is there and no line of the log: paths, and places in files that have too many lines. */
  readonly others: readonly string[];
}

export interface BranchReader {
  state(): Promise<BranchState>;
}

const NONE: BranchState = { commit: undefined, files: [], lines: new Map(), others: [] };

/** Reads a branch; what a commit has, and what a file of one name holds, never changes and is read once. */
export function branchReader(github: GitHub, branch: string, ownFiles: readonly string[]): BranchReader {
  const blobs = new Map<string, Buffer>();
  let known: BranchState = NONE;
  return {
    async state() {
      const commit = await headOf(github, branch);
      if (commit === undefined) return NONE;
      if (known.commit !== commit) known = await stateAt(commit);
      return known;
    },
  };

  async function stateAt(commit: string): Promise<BranchState> {
    const { tree, truncated } = await github.read('git.getTree', { tree_sha: commit });
    if (truncated)
      throw new RemoteError(`GitHub: the branch ${branch} has too many files`, { service: 'GitHub', retryable: false });
    const files = tree.map(({ mode, path, sha, type }): BranchFile => ({ path, mode, type, sha }));
    const lines = new Map<number, Buffer>();
    const others: string[] = [];
    for (const { path, sha, type } of files) {
      const first = type === 'blob' ? firstLineIn(path) : undefined;
      if (first === undefined) {
        if (!ownFiles.includes(path)) others.push(path);
        continue;
      }
      for (const [nth, line] of linesIn(await blob(sha)).entries())
        if (nth < LINES_A_FILE) lines.set(first + nth, line);
        else others.push(`${path}:${nth + 1}`);
    }
    return { commit, files, lines, others };
  }

  async function blob(sha: string): Promise<Buffer> {
    const known = blobs.get(sha);
    if (known !== undefined) return known;
    const { content, encoding } = await github.read('git.getBlob', { file_sha: sha });
    const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
    if (blobShaOf(bytes) !== sha)
      throw new RemoteError(`GitHub: the file ${sha} of the branch ${branch} came with other bytes`, {
        service: 'GitHub',
        retryable: true,
      });
    blobs.set(sha, bytes);
    return bytes;
  }
}

async function headOf(github: GitHub, branch: string): Promise<string | undefined> {
  const refs = await github.read('git.listMatchingRefs', { ref: `heads/${branch}` });
  return refs.find(({ ref }) => ref === `refs/heads/${branch}`)?.object.sha;
}

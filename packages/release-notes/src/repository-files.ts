import { RemoteError } from '@lockstep/base';
import type { GitHub } from './github.ts';
import type { FileShas } from './migration-files.ts';

/** The files of a commit, read by folder. Folders that two commits have in common are read once. */
export interface RepositoryFiles {
  /** The files right in a folder (`a/b`); none where there is no such folder. Throws RemoteError. */
  list(commit: string, folder: string): Promise<FileShas>;
  /** The text of a file; undefined where there is none, or where it is larger than 1 MB. Throws RemoteError. */
  text(commit: string, path: string): Promise<string | undefined>;
}

/** Needs `contents: read`. */
export function repositoryFiles(github: GitHub): RepositoryFiles {
  const trees = new Map<string, ReturnType<typeof readTree>>();
  const treeOf = (sha: string) => {
    const known = trees.get(sha) ?? readTree(github, sha);
    trees.set(sha, known);
    return known;
  };
  return {
    async list(commit, folder) {
      let tree = await treeOf(commit);
      for (const name of folder.split('/').filter((part) => part !== '')) {
        const below = tree.find((entry) => entry.type === 'tree' && entry.path === name);
        if (below === undefined) return new Map();
        tree = await treeOf(below.sha);
      }
      const prefix = folder === '' ? '' : `${folder}/`;
      return new Map(
        tree.filter((entry) => entry.type === 'blob').map((entry) => [`${prefix}${entry.path}`, entry.sha]),
      );
    },

    async text(commit, path) {
      try {
        const found = await github.read('repos.getContent', { path, ref: commit });
        if (Array.isArray(found) || found.type !== 'file' || !('content' in found)) return undefined;
        return found.encoding === 'base64' ? Buffer.from(found.content, 'base64').toString('utf8') : undefined;
      } catch (error) {
        if (error instanceof RemoteError && error.status === 404) return undefined;
        throw error;
      }
    },
  };
}

/** One folder alone: a whole repository may be more than GitHub gives at once. */
async function readTree(github: GitHub, sha: string) {
  const found = await github.read('git.getTree', { tree_sha: sha });
  if (found.truncated)
    throw new RemoteError(`GitHub: tree ${sha}: too large, GitHub left some of it out`, {
      service: 'GitHub',
      retryable: false,
    });
  return found.tree;
}

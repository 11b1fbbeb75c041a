import { type Call, notFound, ok, type Routes } from '../call.ts';
import { resolveRef } from '../graph.ts';
import { blobSha, filesSha, repoUrl, treeSha } from '../shapes.ts';
import type { Repository } from '../world.ts';

export const treeRoutes: Routes = { 'git/get-tree': { needs: [{ contents: 'read' }], answer: getTree } };

/** Path below the folder → text. */
type Files = Readonly<Record<string, string>>;

/** One folder at a time: `recursive` is not modelled. */
function getTree(call: Call) {
  const asked = call.params['tree_sha'] ?? '';
  // A tree is asked for by its own sha, or by what leads to a commit.
  const files = call.repo.commits.get(resolveRef(call.repo, asked) ?? '')?.files ?? filesOfTree(call.repo, asked);
  return files === undefined ? notFound() : ok(treeAnswer(call, asked, files));
}

/** The files below a tree; undefined where none has this sha. */
export function filesOfTree(repo: Repository, sha: string): Files | undefined {
  return repo.trees.get(sha) ?? rootNamed(repo, sha) ?? folderNamed(repo, sha);
}

export function treeAnswer(call: Call, asked: string, files: Files): object {
  const url = (kind: string, sha: string) => `${repoUrl(call.base, call.repo)}/git/${kind}/${sha}`;
  const tree = Object.entries(entriesOf(files)).map(([path, { text, below }]) => {
    if (below !== undefined) {
      const sha = filesSha(below);
      return { path, mode: '040000', type: 'tree', sha, url: url('trees', sha) };
    }
    const sha = blobSha(text);
    return { path, mode: '100644', type: 'blob', sha, size: Buffer.byteLength(text), url: url('blobs', sha) };
  });
  return { sha: asked, url: url('trees', asked), tree, truncated: false };
}

function rootNamed(repo: Repository, sha: string): Files | undefined {
  return [...repo.commits.values()].find((one) => treeSha(one) === sha)?.files;
}

function folderNamed(repo: Repository, sha: string): Files | undefined {
  for (const commit of repo.commits.values()) {
    const queue: Files[] = [commit.files];
    for (let files = queue.shift(); files !== undefined; files = queue.shift()) {
      if (filesSha(files) === sha) return files;
      queue.push(...Object.values(entriesOf(files)).flatMap(({ below }) => (below === undefined ? [] : [below])));
    }
  }
  return undefined;
}

function entriesOf(files: Files): Record<string, { text: string; below?: Record<string, string> }> {
  const entries: Record<string, { text: string; below?: Record<string, string> }> = {};
  for (const [path, text] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [name = '', ...deeper] = path.split('/');
    if (deeper.length === 0) entries[name] = { text };
    else {
      entries[name] ??= { text: '', below: {} };
      Object.assign(entries[name].below ?? {}, { [deeper.join('/')]: text });
    }
  }
  return entries;
}

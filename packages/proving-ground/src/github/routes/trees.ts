import { createHash } from 'node:crypto';
import { type Call, notFound, ok, type Routes } from '../call.ts';
import { resolveRef } from '../graph.ts';
import { blobSha, repoUrl, treeSha } from '../shapes.ts';
import type { Repository } from '../world.ts';

export const treeRoutes: Routes = { 'git/get-tree': { needs: [{ contents: 'read' }], answer: getTree } };

/** Path below the folder → text. */
type Files = Readonly<Record<string, string>>;

/** One folder at a time: `recursive` is not modelled. */
function getTree(call: Call) {
  const asked = call.params['tree_sha'] ?? '';
  const files = rootOf(call.repo, asked) ?? folderNamed(call.repo, asked);
  if (files === undefined) return notFound();
  const url = (kind: string, sha: string) => `${repoUrl(call.base, call.repo)}/git/${kind}/${sha}`;
  const tree = Object.entries(entriesOf(files)).map(([path, { text, below }]) => {
    if (below !== undefined) {
      const sha = folderSha(below);
      return { path, mode: '040000', type: 'tree', sha, url: url('trees', sha) };
    }
    const sha = blobSha(text);
    return { path, mode: '100644', type: 'blob', sha, size: Buffer.byteLength(text), url: url('blobs', sha) };
  });
  return ok({ sha: asked, url: url('trees', asked), tree, truncated: false });
}

/** A tree is asked for by its own sha, or by what leads to a commit. */
function rootOf(repo: Repository, asked: string): Files | undefined {
  const commit = repo.commits.get(resolveRef(repo, asked) ?? '');
  return (commit ?? [...repo.commits.values()].find((one) => treeSha(one) === asked))?.files;
}

function folderNamed(repo: Repository, sha: string): Files | undefined {
  for (const commit of repo.commits.values()) {
    const queue: Files[] = [commit.files];
    for (let files = queue.shift(); files !== undefined; files = queue.shift()) {
      if (folderSha(files) === sha) return files;
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

function folderSha(files: Files): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha1').update(JSON.stringify(sorted)).digest('hex');
}

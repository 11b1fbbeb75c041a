import { createHash } from 'node:crypto';
import { type Call, created, notFound, ok, type Routes, refusal } from '../call.ts';
import { history } from '../graph.ts';
import { blobSha, commitShape, filesSha, nodeId, repoUrl } from '../shapes.ts';
import type { Commit, Repository } from '../world.ts';
import { refShape } from './refs.ts';
import { filesOfTree, treeAnswer } from './trees.ts';

const read = [{ contents: 'read' }] as const;
const write = [{ contents: 'write' }] as const;

/** Git's objects, as texts: what is no UTF-8 cannot be kept here. */
export const gitDataRoutes: Routes = {
  'git/create-blob': { needs: write, answer: createBlob },
  'git/get-blob': { needs: read, answer: getBlob },
  'git/create-tree': { needs: write, answer: createTree },
  'git/create-commit': { needs: write, answer: createCommit },
  'git/get-commit': {
    needs: read,
    answer: (call) => {
      const commit = call.repo.commits.get(call.params['commit_sha'] ?? '');
      return commit === undefined ? notFound() : ok(gitCommitShape(call, commit));
    },
  },
  'git/update-ref': { needs: write, answer: updateRef },
};

function createBlob(call: Call) {
  const { content, encoding = 'utf-8' } = call.body as { content: string; encoding?: string };
  const text = encoding === 'base64' ? Buffer.from(content, 'base64').toString('utf8') : content;
  const sha = keepBlob(call.repo, text);
  return created({ sha, url: `${repoUrl(call.base, call.repo)}/git/blobs/${sha}` });
}

function getBlob(call: Call) {
  const sha = call.params['file_sha'] ?? '';
  const text = blobOf(call.repo, sha);
  if (text === undefined) return notFound();
  // GitHub breaks the lines of base64.
  const content = (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,60}/g) ?? []
  )
    .map((line) => `${line}\n`)
    .join('');
  const url = `${repoUrl(call.base, call.repo)}/git/blobs/${sha}`;
  return ok({ sha, node_id: nodeId('Blob', sha), size: Buffer.byteLength(text), url, content, encoding: 'base64' });
}

interface TreeEntry {
  readonly path?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly sha?: string | null;
  readonly content?: string;
}

function createTree(call: Call) {
  const { base_tree: base, tree } = call.body as { base_tree?: string; tree: readonly TreeEntry[] };
  const before = base === undefined ? {} : filesOfTree(call.repo, base);
  if (before === undefined) return refusal(422, 'base_tree is not a valid tree oid');
  const files: Record<string, string> = { ...before };
  for (const { content, path = '', sha } of tree) {
    if (path === '' || path.startsWith('/')) return refusal(422, 'tree.path contains a malformed path component');
    if (sha === null) delete files[path];
    else {
      const text = sha === undefined ? content : blobOf(call.repo, sha);
      const below = sha === undefined || text !== undefined ? undefined : filesOfTree(call.repo, sha);
      if (text === undefined && below === undefined) return refusal(422, `tree.sha ${sha} is not a valid blob`);
      if (text !== undefined) files[path] = text;
      for (const [name, inner] of Object.entries(below ?? {})) files[`${path}/${name}`] = inner;
    }
  }
  for (const text of Object.values(files)) keepBlob(call.repo, text);
  const sha = filesSha(files);
  call.repo.trees.set(sha, files);
  return created(treeAnswer(call, sha, files));
}

function createCommit(call: Call) {
  const { repo } = call;
  const { message, parents = [], tree } = call.body as { message: string; tree: string; parents?: readonly string[] };
  const files = filesOfTree(repo, tree);
  if (files === undefined) return refusal(422, 'Tree SHA does not exist');
  if (parents.some((parent) => !repo.commits.has(parent)))
    return refusal(422, 'Parent SHA does not exist or is not a commit object');
  const unique = JSON.stringify([message, parents, tree, call.user.id, call.at]);
  const sha = createHash('sha1').update(unique).digest('hex');
  const commit: Commit = { sha, message, parents, author: call.user, at: call.at, files };
  repo.commits.set(sha, commit);
  return created(gitCommitShape(call, commit));
}

/** Forward only, unless it is forced: the branch's commit has to be an ancestor of the new one. */
function updateRef(call: Call) {
  const { repo } = call;
  const name = call.params['ref'] ?? '';
  const { force = false, sha } = call.body as { sha: string; force?: boolean };
  const old = repo.refs.get(name);
  if (old === undefined) return refusal(422, 'Reference does not exist');
  if (!repo.commits.has(sha)) return refusal(422, 'Object does not exist');
  const isForward = history(repo, sha).some((commit) => commit.sha === old);
  if (!isForward && !force) return refusal(422, 'Update is not a fast forward');
  repo.refs.set(name, sha);
  for (const { pull, state } of repo.issues)
    if (state === 'open' && `heads/${pull?.head}` === name && pull !== undefined) pull.headSha = sha;
  return ok(refShape(call, { name, sha }));
}

function gitCommitShape(call: Call, commit: Commit): object {
  const shape = commitShape(call.base, call.repo, commit) as {
    readonly node_id: string;
    readonly html_url: string;
    readonly parents: readonly object[];
    readonly commit: Readonly<Record<'author' | 'committer' | 'message' | 'tree' | 'verification' | 'url', unknown>>;
  };
  const { author, committer, message, tree, url, verification } = shape.commit;
  const { html_url, node_id, parents } = shape;
  return { sha: commit.sha, node_id, url, html_url, author, committer, tree, message, parents, verification };
}

function keepBlob(repo: Repository, text: string): string {
  const sha = blobSha(text);
  repo.blobs.set(sha, text);
  return sha;
}

function blobOf(repo: Repository, sha: string): string | undefined {
  const kept = repo.blobs.get(sha);
  if (kept !== undefined) return kept;
  for (const { files } of repo.commits.values())
    for (const text of Object.values(files)) if (blobSha(text) === sha) return text;
  return undefined;
}

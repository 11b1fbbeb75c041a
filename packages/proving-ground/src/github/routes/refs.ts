import { type Call, created, listed, notFound, ok, type Routes, refusal } from '../call.ts';
import { resolveRef } from '../graph.ts';
import { blobSha, commitShape, fullName, nodeId, repoUrl } from '../shapes.ts';
import type { Commit } from '../world.ts';

const read = [{ contents: 'read' }] as const;

export const refRoutes: Routes = {
  'repos/list-branches': {
    needs: read,
    answer: (call) => listed(call, refsUnder(call, 'heads/'), (ref) => branchShape(call, ref)),
  },
  'repos/get-branch': { needs: read, answer: getBranch },
  'repos/list-tags': {
    needs: read,
    answer: (call) => listed(call, refsUnder(call, 'tags/').reverse(), (ref) => tagShape(call, ref)),
  },
  'git/get-ref': {
    needs: read,
    answer: (call) => {
      const sha = call.repo.refs.get(call.params['ref'] ?? '');
      return sha === undefined ? notFound() : ok(refShape(call, { name: call.params['ref'] ?? '', sha }));
    },
  },
  'git/list-matching-refs': {
    needs: read,
    answer: (call) => listed(call, refsUnder(call, call.params['ref'] ?? ''), (ref) => refShape(call, ref)),
  },
  'git/create-ref': { needs: [{ contents: 'write' }], answer: createRef },
  'repos/get-content': { needs: read, answer: getContent },
};

interface Ref {
  /** `heads/main`. */
  readonly name: string;
  readonly sha: string;
}

function refsUnder(call: Call, prefix: string): Ref[] {
  return [...call.repo.refs].flatMap(([name, sha]) => (name.startsWith(prefix) ? [{ name, sha }] : []));
}

function commitOf(call: Call, sha: string): { sha: string; url: string } {
  return { sha, url: `${repoUrl(call.base, call.repo)}/commits/${sha}` };
}

function branchShape(call: Call, ref: Ref): object {
  return { name: ref.name.replace('heads/', ''), commit: commitOf(call, ref.sha), protected: false };
}

function getBranch(call: Call) {
  const name = call.params['branch'] ?? '';
  const commit = call.repo.commits.get(call.repo.refs.get(`heads/${name}`) ?? '');
  if (commit === undefined) return notFound('Branch not found');
  const self = `${repoUrl(call.base, call.repo)}/branches/${encodeURIComponent(name)}`;
  return ok({
    name,
    commit: commitShape(call.base, call.repo, commit),
    _links: { self, html: `${call.base}/${fullName(call.repo)}/tree/${name}` },
    ...protectionOf(call.repo, name),
    protection_url: `${self}/protection`,
  });
}

/** Classic protection of the default branch; a ruleset makes a branch `protected` too, and says nothing here. */
function protectionOf({ defaultBranch, settings }: Call['repo'], name: string): object {
  const required = name === defaultBranch ? settings.requiredChecks : undefined;
  if (required?.by !== 'protection') return { protected: required !== undefined, protection: { enabled: false } };
  const checks = required.names.map((context) => ({ context, app_id: null }));
  const required_status_checks = { enforcement_level: 'non_admins', contexts: required.names, checks };
  return { protected: true, protection: { enabled: true, required_status_checks } };
}

function tagShape(call: Call, ref: Ref): object {
  const name = ref.name.replace('tags/', '');
  const url = repoUrl(call.base, call.repo);
  return {
    name,
    node_id: nodeId('Ref', ref.name),
    commit: commitOf(call, ref.sha),
    zipball_url: `${url}/zipball/${ref.name}`,
    tarball_url: `${url}/tarball/${ref.name}`,
  };
}

export function refShape(call: Call, ref: Ref): object {
  const url = repoUrl(call.base, call.repo);
  return {
    ref: `refs/${ref.name}`,
    node_id: nodeId('Ref', ref.name),
    url: `${url}/git/refs/${ref.name}`,
    object: { type: 'commit', sha: ref.sha, url: `${url}/git/commits/${ref.sha}` },
  };
}

function createRef(call: Call) {
  const name = String(call.body['ref']);
  const sha = String(call.body['sha']);
  if (!/^refs\/(heads|tags)\/./.test(name)) return refusal(422, `${name} is not a valid ref name.`);
  if (!call.repo.commits.has(sha)) return refusal(422, 'Object does not exist');
  const short = name.slice('refs/'.length);
  if (call.repo.refs.has(short)) return refusal(422, 'Reference already exists');
  call.repo.refs.set(short, sha);
  return created(refShape(call, { name: short, sha }));
}

function getContent(call: Call) {
  const ref = call.query.get('ref') ?? call.repo.defaultBranch;
  const commit = call.repo.commits.get(resolveRef(call.repo, ref) ?? '');
  if (commit === undefined) return notFound(`No commit found for the ref ${ref}`);
  const path = (call.params['path'] ?? '').replace(/\/$/, '');
  const text = commit.files[path];
  if (text !== undefined) return ok(fileContent(call, ref, path, text));
  const entries = directory(commit, path);
  return entries.length === 0 ? notFound() : ok(entries.map((entry) => entryShape(call, ref, entry)));
}

interface Entry {
  readonly type: 'file' | 'dir';
  readonly path: string;
  readonly text: string;
}

function directory(commit: Commit, path: string): Entry[] {
  const prefix = path === '' ? '' : `${path}/`;
  const entries = new Map<string, Entry>();
  for (const [file, text] of Object.entries(commit.files)) {
    if (!file.startsWith(prefix)) continue;
    const [name = '', ...deeper] = file.slice(prefix.length).split('/');
    const type = deeper.length === 0 ? 'file' : 'dir';
    entries.set(name, { type, path: prefix + name, text: type === 'file' ? text : name });
  }
  return [...entries.values()];
}

function entryShape(call: Call, ref: string, entry: Entry): object {
  const url = `${repoUrl(call.base, call.repo)}/contents/${encodeURIComponent(entry.path)}?ref=${encodeURIComponent(ref)}`;
  const sha = blobSha(entry.text);
  const git = `${repoUrl(call.base, call.repo)}/git/blobs/${sha}`;
  const html = `${call.base}/${fullName(call.repo)}/blob/${encodeURIComponent(`${ref}/${entry.path}`)}`;
  return {
    type: entry.type,
    size: entry.type === 'dir' ? 0 : Buffer.byteLength(entry.text),
    name: entry.path.split('/').at(-1) ?? '',
    path: entry.path,
    sha,
    url,
    git_url: git,
    html_url: html,
    download_url: entry.type === 'dir' ? null : html,
    _links: { self: url, git, html },
  };
}

function fileContent(call: Call, ref: string, path: string, text: string): object {
  return {
    ...entryShape(call, ref, { type: 'file', path, text }),
    encoding: 'base64',
    content: Buffer.from(text).toString('base64'),
  };
}

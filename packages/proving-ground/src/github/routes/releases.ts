import { type Call, created, invalid, listed, newestFirst, notFound, ok, type Routes, refusal } from '../call.ts';
import { history, resolveRef } from '../graph.ts';
import { fullName, nodeId, repoUrl, userShape } from '../shapes.ts';
import { type Release, takeId } from '../world.ts';

const read = [{ contents: 'read' }] as const;
const write = [{ contents: 'write' }] as const;

export const releaseRoutes: Routes = {
  'repos/list-releases': {
    needs: read,
    answer: (call) => listed(call, visible(call), (release) => releaseShape(call, release)),
  },
  'repos/get-release': {
    needs: read,
    answer: (call) => found(call, (release) => String(release.id) === call.params['release_id']),
  },
  'repos/get-release-by-tag': {
    needs: read,
    answer: (call) => found(call, (release) => !release.draft && release.tag === call.params['tag']),
  },
  'repos/get-latest-release': {
    needs: read,
    answer: (call) => found(call, (release) => !release.draft && !release.prerelease),
  },
  'repos/create-release': { needs: write, answer: create },
  'repos/update-release': { needs: write, answer: update },
  'repos/generate-release-notes': { needs: write, answer: generateNotes },
};

/** Drafts are shown to those who may write. */
function visible(call: Call): Release[] {
  return newestFirst(call.repo.releases);
}

function found(call: Call, wanted: (release: Release) => boolean) {
  const release = visible(call).find(wanted);
  return release === undefined ? notFound() : ok(releaseShape(call, release));
}

function create(call: Call) {
  const { repo, body } = call;
  const tag = String(body['tag_name']);
  const target = String(body['target_commitish'] ?? repo.defaultBranch);
  const draft = body['draft'] === true;
  if (repo.releases.some((release) => !release.draft && release.tag === tag))
    return invalid('Release', 'tag_name', 'already_exists');
  const sha = resolveRef(repo, `refs/tags/${tag}`) ?? resolveRef(repo, target);
  if (sha === undefined) return invalid('Release', 'target_commitish', 'invalid');
  if (!draft && !repo.refs.has(`tags/${tag}`)) repo.refs.set(`tags/${tag}`, sha);
  const notes = body['generate_release_notes'] === true ? notesFor(call, tag, sha, undefined) : undefined;
  const release: Release = {
    id: takeId(call.world),
    tag,
    target,
    name: (body['name'] as string | undefined) ?? notes?.name ?? null,
    body: [body['body'], notes?.body].filter((part) => part !== undefined).join('\n\n') || null,
    draft,
    prerelease: body['prerelease'] === true,
    author: call.user,
    createdAt: call.at,
    publishedAt: draft ? null : call.at,
  };
  repo.releases.push(release);
  return created(releaseShape(call, release));
}

function update(call: Call) {
  const release = call.repo.releases.find((entry) => String(entry.id) === call.params['release_id']);
  if (release === undefined) return notFound();
  const { body } = call;
  if (body['tag_name'] !== undefined) release.tag = String(body['tag_name']);
  if (body['target_commitish'] !== undefined) release.target = String(body['target_commitish']);
  if (body['name'] !== undefined) release.name = String(body['name']);
  if (body['body'] !== undefined) release.body = String(body['body']);
  if (body['prerelease'] !== undefined) release.prerelease = body['prerelease'] === true;
  if (body['draft'] === false && release.draft) {
    release.draft = false;
    release.publishedAt = call.at;
  }
  return ok(releaseShape(call, release));
}

function generateNotes(call: Call) {
  const tag = String(call.body['tag_name']);
  const target = String(call.body['target_commitish'] ?? call.repo.defaultBranch);
  const sha = resolveRef(call.repo, `refs/tags/${tag}`) ?? resolveRef(call.repo, target);
  if (sha === undefined) return refusal(422, `Invalid target_commitish parameter: ${target}`);
  return ok(notesFor(call, tag, sha, call.body['previous_tag_name'] as string | undefined));
}

/** The pulls merged since the previous tag, in GitHub's own words. */
function notesFor(call: Call, tag: string, sha: string, previous: string | undefined): { name: string; body: string } {
  const { repo } = call;
  const before = previous ?? visible(call).find((release) => !release.draft && release.tag !== tag)?.tag;
  const old = new Set(history(repo, resolveRef(repo, `refs/tags/${before}`) ?? '').map((commit) => commit.sha));
  const fresh = new Set(history(repo, sha).map((commit) => commit.sha));
  const web = `${call.base}/${fullName(repo)}`;
  const lines = repo.issues
    .filter(({ pull }) => fresh.has(pull?.mergeSha ?? '') && !old.has(pull?.mergeSha ?? ''))
    .map((issue) => `* ${issue.title} by @${issue.user.login} in ${web}/pull/${issue.number}`);
  const changes = lines.length === 0 ? [] : ["## What's Changed", ...lines, '', ''];
  const range = before === undefined ? `commits/${tag}` : `compare/${before}...${tag}`;
  return { name: tag, body: [...changes, `**Full Changelog**: ${web}/${range}`].join('\n') };
}

function releaseShape(call: Call, release: Release): object {
  const repo = repoUrl(call.base, call.repo);
  const url = `${repo}/releases/${release.id}`;
  return {
    id: release.id,
    node_id: nodeId('Release', release.id),
    url,
    html_url: `${call.base}/${fullName(call.repo)}/releases/tag/${encodeURIComponent(release.tag)}`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: release.draft ? null : `${repo}/tarball/${encodeURIComponent(release.tag)}`,
    zipball_url: release.draft ? null : `${repo}/zipball/${encodeURIComponent(release.tag)}`,
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: call.repo.immutableReleases === true && !release.draft,
    author: userShape(call.base, release.author),
    created_at: release.createdAt,
    published_at: release.publishedAt,
    assets: [],
  };
}

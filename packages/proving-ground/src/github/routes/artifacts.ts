import { createHash } from 'node:crypto';
import type { Reply } from '../../http/http-service.ts';
import { type Call, counted, notFound, type Routes, refusal } from '../call.ts';
import { nodeId, repoUrl } from '../shapes.ts';
import type { Artifact, Run, World } from '../world.ts';

const read = [{ actions: 'read' }] as const;

export const artifactRoutes: Routes = {
  'actions/list-artifacts-for-repo': { needs: read, answer: list },
  'actions/download-artifact': { needs: read, answer: download },
};

interface Kept {
  readonly run: Run;
  readonly artifact: Artifact;
}

/** Newest first. */
function all({ repo }: Call): readonly Kept[] {
  const kept = repo.runs.flatMap((run) => run.artifacts.map((artifact) => ({ run, artifact })));
  return kept.sort((a, b) => b.artifact.id - a.artifact.id);
}

function list(call: Call): Reply {
  const name = call.query.get('name');
  const wanted = all(call).filter(({ artifact }) => name === null || artifact.name === name);
  return counted(call, 'artifacts', wanted, (kept) => shapeOf(call, kept));
}

function download(call: Call): Reply {
  const found = all(call).find(({ artifact }) => String(artifact.id) === call.params['artifact_id']);
  if (found === undefined) return notFound();
  if (found.artifact.expired) return refusal(410, 'Artifact has expired');
  return { status: 302, headers: { location: `${call.base}${STORAGE}${found.artifact.id}` } };
}

/** Where artifacts lie: a place of its own that asks for no token. */
const STORAGE = '/_storage/artifacts/';

export function storedArtifact(world: World, path: string): Reply | undefined {
  if (!path.startsWith(STORAGE)) return undefined;
  const artifacts = [...world.repositories.values()].flatMap(({ runs }) => runs.flatMap((run) => run.artifacts));
  const found = artifacts.find(({ id }) => String(id) === path.slice(STORAGE.length));
  return found === undefined
    ? { status: 404, headers: { 'content-type': 'application/xml' }, body: '<Error/>' }
    : { status: 200, headers: { 'content-type': 'application/zip' }, body: found.archive };
}

function shapeOf({ base, repo }: Call, { artifact, run }: Kept): object {
  const url = `${repoUrl(base, repo)}/actions/artifacts/${artifact.id}`;
  const { archive, createdAt, expired, id, name } = artifact;
  return {
    id,
    node_id: nodeId('Artifact', id),
    name,
    size_in_bytes: archive.length,
    url,
    archive_download_url: `${url}/zip`,
    expired,
    created_at: createdAt,
    expires_at: createdAt,
    updated_at: createdAt,
    digest: `sha256:${createHash('sha256').update(archive).digest('hex')}`,
    workflow_run: {
      id: run.id,
      repository_id: repo.id,
      head_repository_id: run.fork === undefined ? repo.id : repo.id + 1,
      head_branch: run.branch,
      head_sha: run.sha,
    },
  };
}

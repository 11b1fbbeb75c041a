import { RemoteError } from '@lockstep/base';
import type { GitHub } from './client.ts';

/** Something that a run kept. Times are milliseconds since the epoch. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly expired: boolean;
  readonly createdMs: number;
  /** `sha256:…` of the archive; null where GitHub does not say. */
  readonly digest: string | null;
  readonly runId: number;
  /** Where the commit of its run is from; null where GitHub does not say. */
  readonly head: { readonly isOwn: boolean; readonly branch: string | null } | null;
}

/** Artifacts of a name, newest first, each page read when it is asked for. Needs `actions: read`. Throws RemoteError. */
export async function* listArtifacts(github: GitHub, name: string): AsyncGenerator<Artifact, void, undefined> {
  for await (const page of github.pages('actions.listArtifactsForRepo', { name }))
    for (const one of page.artifacts) {
      const createdMs = Date.parse(one.created_at ?? '');
      const {
        head_branch: branch = null,
        head_repository_id: from,
        id: runId,
        repository_id: own,
      } = one.workflow_run ?? {};
      // Of what no run made, nobody can say whose it is.
      if (runId === undefined || Number.isNaN(createdMs)) continue;
      const head = from === undefined || own === undefined ? null : { isOwn: from === own, branch };
      const { digest = null, expired, id, size_in_bytes: bytes } = one;
      yield { id, name: one.name, bytes, expired, createdMs, digest, runId, head };
    }
}

/** The archive of an artifact. Throws RemoteError. */
export async function downloadArtifact(github: GitHub, id: number): Promise<Buffer> {
  const data: unknown = await github.read('actions.downloadArtifact', { artifact_id: id, archive_format: 'zip' });
  if (data instanceof ArrayBuffer) return Buffer.from(data);
  throw new RemoteError(`GitHub: artifact ${id}: the answer is no archive`, { service: 'GitHub', retryable: false });
}

/** The run that made an artifact, as GitHub describes it. */
export interface ArtifactOrigin {
  readonly repository: string;
  readonly headRepository: string;
  readonly branch: string | null;
  readonly event: string;
  readonly path: string;
  readonly createdMs: number;
  readonly url: string;
  readonly commit: string;
}

/** Undefined where GitHub has no such run any more. Needs `actions: read`. Throws RemoteError. */
export async function readArtifactOrigin(github: GitHub, runId: number): Promise<ArtifactOrigin | undefined> {
  try {
    const run = await github.read('actions.getWorkflowRun', { run_id: runId });
    return {
      repository: run.repository.full_name,
      headRepository: run.head_repository?.full_name ?? 'a repository that is gone',
      branch: run.head_branch,
      event: run.event,
      path: run.path,
      createdMs: Date.parse(run.created_at),
      url: run.html_url,
      commit: run.head_sha,
    };
  } catch (error) {
    if (error instanceof RemoteError && error.status === 404) return undefined;
    throw error;
  }
}

/** A run of a workflow that has ended. */
export interface EndedRun {
  readonly conclusion: string;
  readonly endedMs: number;
  readonly url: string;
}

/** GitHub shows no more runs of a search. */
const MOST_SHOWN = 1000;

/** The newest one on a branch; undefined where there is none, or no such workflow. Throws RemoteError. */
export async function newestRun(github: GitHub, workflow: string, branch: string): Promise<EndedRun | undefined> {
  const search = { workflow_id: workflow, branch, status: 'completed' } as const;
  let many = 0;
  try {
    for await (const { workflow_runs: runs } of github.pages('actions.listWorkflowRuns', search)) {
      many += runs.length;
      const own = runs.find(({ event, head_repository: head, repository }) => {
        const isOwn = head === null || head.full_name === repository.full_name;
        return isOwn && !event.startsWith('pull_request');
      });
      if (own !== undefined)
        return { conclusion: own.conclusion ?? 'unknown', endedMs: Date.parse(own.updated_at), url: own.html_url };
    }
  } catch (error) {
    if (error instanceof RemoteError && error.status === 404) return undefined;
    throw error;
  }
  if (many < MOST_SHOWN) return undefined;
  throw new RemoteError(`GitHub: ${workflow}: the newest ${many} runs on ${branch} are all of pull requests`, {
    ...{ service: 'GitHub', retryable: false },
  });
}

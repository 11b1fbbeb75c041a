import { randomUUID } from 'node:crypto';
import { count, lookAfter, RemoteError, type Secret, textAt } from '@lockstep/base';
import { listAt } from '../answer.ts';
import { atMost } from '../at-most.ts';
import type { VercelApi, VercelChange } from '../client.ts';
import { type Deployment, deploymentOf } from '../deployment.ts';
import type { DeploymentFile } from './deployment-files.ts';

export interface DeploymentRequest {
  readonly projectId: string;
  readonly projectName: string;
  /** `preview`, `production`, or a custom environment's slug or id. */
  readonly target: string;
  /** Production without the production domains. */
  readonly staged: boolean;
  readonly prebuilt: boolean;
  readonly files: readonly DeploymentFile[];
  readonly meta: Readonly<Record<string, string>>;
  readonly gitMetadata: Readonly<Record<string, string | boolean>>;
  /** Variables of this deployment alone, for its build and its functions. */
  readonly env: Readonly<Record<string, Secret>>;
  /** Names this attempt in the deployment's meta, so that it can be found again. */
  readonly attempt: string;
}

/** The key in `meta` that holds the name of an attempt. */
export const ATTEMPT_META = 'lockstepAttempt';

export const newAttempt = (): string => randomUUID();

const UPLOADS_AT_ONCE = 8;
/** A missing file that is still missing after its upload does not come by a third time. */
const MOST_UPLOAD_ROUNDS = 3;
/** When to look for one whose answer was lost: waits in milliseconds, one after the other. */
const LOOK_AFTER_MS = [0, 500, 1_000, 2_000, 3_000] as const;

/**
 * Creates the deployment by Vercel's protocol: ask, upload what Vercel says it misses, ask again. Where the answer was
 * lost the deployment is looked for by its attempt, and asked for again only when it is not there.
 * `forceNew`, since Vercel may else answer with an older deployment of the same files. Throws RemoteError.
 */
export async function createDeployment(api: VercelApi, request: DeploymentRequest): Promise<Deployment> {
  const query = {
    forceNew: 1,
    withCache: 1,
    skipAutoDetectionConfirmation: 1,
    prebuilt: request.prebuilt ? 1 : undefined,
  };
  let lostOnce = false;
  for (let round = 0; ; ) {
    const answer = await api.change('POST', '/v13/deployments', query, bodyOf(request));
    if (answer.kind === 'accepted') return deploymentOf(answer.body, 'POST /v13/deployments');
    const missing = missingFiles(answer);
    if (missing !== undefined && round < MOST_UPLOAD_ROUNDS) {
      await upload(api, request.files, missing);
      round++;
      continue;
    }
    if (answer.kind === 'refused') throw answer.error;
    api.log.warning('no answer to the new deployment: checking whether Vercel created it');
    const found = await lookAfter(api, LOOK_AFTER_MS, () => findAttempt(api, request.projectId, request.attempt));
    if (found !== undefined) return found;
    if (lostOnce) throw answer.error;
    lostOnce = true;
  }
}

/** The deployment of an attempt, where it reached Vercel. */
export async function findAttempt(api: VercelApi, projectId: string, attempt: string): Promise<Deployment | undefined> {
  const body = await api.read('/v7/deployments', { projectId, limit: 20 });
  const rows = (listAt(body, 'deployments') ?? []).filter((row) => textAt(row, 'meta', ATTEMPT_META) === attempt);
  return rows[0] === undefined ? undefined : deploymentOf(rows[0], 'GET /v7/deployments');
}

function missingFiles(answer: VercelChange): readonly string[] | undefined {
  if (answer.kind !== 'refused' || answer.error.code !== 'missing_files') return undefined;
  const missing = listAt(answer.body, 'error', 'missing') ?? [];
  return missing.filter((sha): sha is string => typeof sha === 'string');
}

/** Uploads are named by their content: the same one again changes nothing. */
async function upload(api: VercelApi, files: readonly DeploymentFile[], missing: readonly string[]): Promise<void> {
  const bySha = new Map(files.map((file) => [file.sha, file]));
  const started = api.clock.now();
  let bytes = 0;
  await atMost(UPLOADS_AT_ONCE, missing, async (sha) => {
    const file = bySha.get(sha);
    if (file === undefined)
      throw new RemoteError(`Vercel asks for a file ${sha} that is not part of this deployment`, {
        service: 'Vercel',
        retryable: false,
      });
    const body = await file.read();
    bytes += body.length;
    await api.put('/v2/files', {
      bytes: body,
      headers: { 'content-type': 'application/octet-stream', 'x-vercel-digest': sha },
    });
  });
  api.log.info(
    `uploaded ${count(missing.length, 'file')} of ${files.length} (${(bytes / 1e6).toFixed(1)} MB) in ${((api.clock.now() - started) / 1_000).toFixed(1)} s`,
  );
}

function bodyOf(request: DeploymentRequest): object {
  const environment =
    request.target === 'production'
      ? { target: 'production' }
      : request.target === 'preview'
        ? {}
        : { customEnvironmentSlugOrId: request.target };
  return {
    version: 2,
    name: request.projectName,
    project: request.projectId,
    ...environment,
    // Sent by Vercel's own CLI as --skip-domain (packages/client/src/types.ts).
    ...(request.staged ? { autoAssignCustomDomains: false } : {}),
    meta: { ...request.meta, [ATTEMPT_META]: request.attempt },
    ...variablesOf(request.env),
    ...(Object.keys(request.gitMetadata).length === 0 ? {} : { gitMetadata: request.gitMetadata }),
    files: request.files.map(({ file, mode, sha, size }) =>
      sha === undefined ? { file, mode } : { file, mode, sha, size },
    ),
  };
}

/** As Vercel's CLI sends --env and --build-env (packages/client/src/types.ts, DeploymentOptions). */
function variablesOf(given: DeploymentRequest['env']): object {
  const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.reveal()]));
  return Object.keys(env).length === 0 ? {} : { env, build: { env } };
}

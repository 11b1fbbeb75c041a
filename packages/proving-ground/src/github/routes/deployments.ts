import { type Call, created, listed, newestFirst, notFound, ok, type Routes, refusal } from '../call.ts';
import { compare, resolveRef } from '../graph.ts';
import { nodeId, repoUrl, userShape } from '../shapes.ts';
import { type Deployment, type DeploymentState, type DeploymentStatus, takeId } from '../world.ts';

const read = [{ deployments: 'read' }] as const;
const write = [{ deployments: 'write' }] as const;

export const deploymentRoutes: Routes = {
  'repos/list-deployments': { needs: read, answer: list },
  'repos/create-deployment': { needs: write, answer: create },
  'repos/get-deployment': { needs: read, answer: (call) => one(call, (found) => ok(deploymentShape(call, found))) },
  'repos/delete-deployment': { needs: write, answer: (call) => one(call, (found) => remove(call, found)) },
  'repos/list-deployment-statuses': {
    needs: read,
    answer: (call) =>
      one(call, (found) => listed(call, newestFirst(found.statuses), (status) => statusShape(call, found, status))),
  },
  'repos/create-deployment-status': { needs: write, answer: (call) => one(call, (found) => addStatus(call, found)) },
  'repos/get-deployment-status': {
    needs: read,
    answer: (call) =>
      one(call, (found) => {
        const status = found.statuses.find((entry) => String(entry.id) === call.params['status_id']);
        return status === undefined ? notFound() : ok(statusShape(call, found, status));
      }),
  },
};

function list(call: Call) {
  const filters = ['sha', 'ref', 'task', 'environment'] as const;
  const matches = (deployment: Deployment) =>
    filters.every((name) => {
      const wanted = call.query.get(name);
      return wanted === null || wanted === 'none' || deployment[name] === wanted;
    });
  return listed(call, newestFirst(call.repo.deployments.filter(matches)), (found) => deploymentShape(call, found));
}

function create(call: Call) {
  const { repo, body } = call;
  const ref = String(body['ref']);
  const sha = resolveRef(repo, ref);
  if (sha === undefined) return refusal(422, `No ref found for: ${ref}`);
  if (body['auto_merge'] !== false && isBehindDefault(call, ref, sha))
    return { status: 202, body: { message: `Auto-merged ${repo.defaultBranch} into ${ref} on deployment.` } };
  const failing = failingContexts(call, sha, body['required_contexts'] as string[] | undefined);
  if (failing.length > 0)
    return refusal(409, `Conflict: Commit status checks failed for ${ref}.`, {
      errors: [{ contexts: failing, resource: 'Deployment', field: 'required_contexts', code: 'invalid' }],
    });
  const environment = String(body['environment'] ?? 'production');
  if (!repo.environments.has(environment))
    repo.environments.set(environment, { id: takeId(call.world), createdAt: call.at });
  const deployment: Deployment = {
    id: takeId(call.world),
    sha,
    ref,
    task: String(body['task'] ?? 'deploy'),
    environment,
    description: (body['description'] as string | null | undefined) ?? null,
    payload: body['payload'] ?? {},
    transient: body['transient_environment'] === true,
    production: (body['production_environment'] as boolean | undefined) ?? environment === 'production',
    creator: call.user,
    createdAt: call.at,
    updatedAt: call.at,
    statuses: [],
  };
  repo.deployments.push(deployment);
  return created(deploymentShape(call, deployment));
}

/** GitHub merges the default branch into a branch that lacks some of it, and makes no deployment that time. */
function isBehindDefault({ repo }: Call, ref: string, sha: string): boolean {
  const tip = repo.refs.get(`heads/${repo.defaultBranch}`);
  if (tip === undefined || !repo.refs.has(`heads/${ref}`)) return false;
  return (compare(repo, tip, sha)?.behindBy ?? 0) > 0;
}

/** Without `required_contexts` every status and check of the commit must be a success. */
function failingContexts({ repo }: Call, sha: string, required: readonly string[] | undefined): object[] {
  const states = new Map<string, string>();
  for (const status of repo.statuses) if (status.sha === sha) states.set(status.context, status.state);
  for (const check of repo.checkRuns) if (check.sha === sha) states.set(check.name, check.conclusion ?? 'pending');
  return (required ?? [...states.keys()])
    .map((context) => ({ context, state: states.get(context) ?? 'pending' }))
    .filter(({ state }) => !['success', 'neutral', 'skipped'].includes(state));
}

function addStatus(call: Call, deployment: Deployment) {
  const { body } = call;
  const description = String(body['description'] ?? '');
  // docs.github.com/rest/deployments/statuses: "The maximum description length is 140 characters."
  if (description.length > 140) return refusal(422, 'description is too long (maximum is 140 characters)');
  const state = body['state'] as DeploymentState;
  const status = pushStatus(call, deployment, state, description);
  if (state === 'success' && body['auto_inactive'] !== false) inactivateOthers(call, deployment);
  return created(statusShape(call, deployment, status));
}

function pushStatus(call: Call, deployment: Deployment, state: DeploymentState, description: string): DeploymentStatus {
  const text = (name: string) => String(call.body[name] ?? '');
  const status: DeploymentStatus = {
    id: takeId(call.world),
    state,
    description,
    environmentUrl: text('environment_url'),
    logUrl: text('log_url') || text('target_url'),
    creator: call.user,
    at: call.at,
  };
  deployment.statuses.push(status);
  deployment.updatedAt = call.at;
  return status;
}

/**
 * "Adds a new `inactive` status to all prior non-transient, non-production environment deployments with the same
 * repository and `environment` name … only added to deployments that had a `success` state"
 * (docs.github.com/rest/deployments/statuses). Tests that want it for production too say so by a status of their own.
 */
function inactivateOthers(call: Call, done: Deployment): void {
  for (const other of call.repo.deployments) {
    const prior = other.id < done.id && other.environment === done.environment;
    if (!prior || other.transient || other.production || other.statuses.at(-1)?.state !== 'success') continue;
    pushStatus({ ...call, body: {} }, other, 'inactive', '');
  }
}

/** "If the repository has more than one deployment, you can only delete inactive deployments." */
function remove(call: Call, deployment: Deployment) {
  const active = ['success', 'in_progress', 'queued', 'pending'].includes(deployment.statuses.at(-1)?.state ?? '');
  if (active && call.repo.deployments.length > 1)
    return refusal(
      422,
      'We cannot delete an active deployment unless it is the only deployment in a given environment.',
    );
  call.repo.deployments.splice(call.repo.deployments.indexOf(deployment), 1);
  return { status: 204 };
}

function one(call: Call, then: (deployment: Deployment) => ReturnType<typeof ok>) {
  const id = call.params['deployment_id'];
  const found = call.repo.deployments.find((deployment) => String(deployment.id) === id);
  return found === undefined ? notFound() : then(found);
}

export function deploymentShape(call: Call, deployment: Deployment): object {
  const url = `${repoUrl(call.base, call.repo)}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: nodeId('Deployment', deployment.id),
    task: deployment.task,
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: repoUrl(call.base, call.repo),
    creator: userShape(call.base, deployment.creator),
    sha: deployment.sha,
    ref: deployment.ref,
    payload: deployment.payload,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
    performed_via_github_app: null,
  };
}

function statusShape(call: Call, deployment: Deployment, status: DeploymentStatus): object {
  const url = `${repoUrl(call.base, call.repo)}/deployments/${deployment.id}`;
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DeploymentStatus', status.id),
    state: status.state,
    creator: userShape(call.base, status.creator),
    description: status.description,
    environment: deployment.environment,
    target_url: status.logUrl,
    created_at: status.at,
    updated_at: status.at,
    deployment_url: url,
    repository_url: repoUrl(call.base, call.repo),
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
    performed_via_github_app: null,
  };
}

import { type Call, counted, notFound, ok, type Routes } from '../call.ts';
import { fullName, nodeId, repoShape, repoUrl } from '../shapes.ts';

const metadata = [{ metadata: 'read' }] as const;
const actions = [{ actions: 'read' }] as const;

export const repositoryRoutes: Routes = {
  'repos/get': { needs: metadata, answer: (call) => ok(repoShape(call.base, call.repo)) },
  'rate-limit/get': { needs: metadata, answer: rateLimit },
  'repos/get-all-environments': {
    needs: actions,
    answer: (call) =>
      counted(call, 'environments', [...call.repo.environments.keys()], (name) => environmentShape(call, name)),
  },
  'repos/get-environment': {
    needs: actions,
    answer: (call) => {
      const name = call.params['environment_name'] ?? '';
      return call.repo.environments.has(name) ? ok(environmentShape(call, name)) : notFound();
    },
  },
};

/** GITHUB_TOKEN's own limit: 1,000 requests an hour for a repository. The stand-in never counts down. */
function rateLimit(call: Call) {
  const rate = { limit: 1_000, remaining: 1_000, reset: Math.floor(Date.parse(call.at) / 1_000) + 3_600, used: 0 };
  return ok({ resources: { core: rate, search: rate }, rate });
}

function environmentShape(call: Call, name: string): object {
  const found = call.repo.environments.get(name);
  const id = found?.id ?? 0;
  return {
    id,
    node_id: nodeId('Environment', id),
    name,
    url: `${repoUrl(call.base, call.repo)}/environments/${encodeURIComponent(name)}`,
    html_url: `${call.base}/${fullName(call.repo)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at: found?.createdAt ?? call.at,
    updated_at: found?.createdAt ?? call.at,
    protection_rules: [],
    deployment_branch_policy: null,
  };
}

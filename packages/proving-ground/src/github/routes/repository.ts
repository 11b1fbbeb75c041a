import { type Call, counted, notFound, ok, type Routes } from '../call.ts';
import { fullName, nodeId, repoShape, repoUrl, userShape } from '../shapes.ts';
import { type DeploymentEnvironment, userNamed } from '../world.ts';

const metadata = [{ metadata: 'read' }] as const;
const actions = [{ actions: 'read' }] as const;

export const repositoryRoutes: Routes = {
  'repos/get': { needs: metadata, answer: (call) => ok(repoShape(call.base, call.repo)) },
  'repos/get-collaborator-permission-level': { needs: metadata, answer: permissionLevel },
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

export function environmentShape(call: Call, name: string): object {
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
    protection_rules: protectionRules(call, id, found),
    deployment_branch_policy:
      found?.protectedBranches === true ? { protected_branches: true, custom_branch_policies: false } : null,
  };
}

/** As the environment's settings make them: without any rule every job may in. */
function protectionRules(call: Call, id: number, found: DeploymentEnvironment | undefined): object[] {
  const { reviewers = [], preventsSelfReview = false, protectedBranches = false, waitMinutes = 0 } = found ?? {};
  const users = reviewers.map((login) => ({ type: 'User', reviewer: userShape(call.base, userNamed(login)) }));
  const rule = (type: string) => ({ id, node_id: nodeId('Gate', id), type });
  return [
    ...(users.length === 0
      ? []
      : [{ ...rule('required_reviewers'), prevent_self_review: preventsSelfReview, reviewers: users }]),
    ...(waitMinutes > 0 ? [{ ...rule('wait_timer'), wait_timer: waitMinutes }] : []),
    ...(protectedBranches ? [rule('branch_policy')] : []),
  ];
}

/** `permission` has the old words, in which maintainers write and those who triage read. */
function permissionLevel(call: Call) {
  const login = call.params['username'] ?? '';
  const role = call.repo.people.get(login.toLowerCase()) ?? (call.repo.private ? 'none' : 'read');
  const permission = { maintain: 'write', triage: 'read' }[role as string] ?? role;
  const may = (...roles: readonly string[]) => roles.includes(role);
  const known = userNamed(login);
  const id = call.repo.renamed.get(login.toLowerCase()) ?? known.id;
  const permissions = {
    admin: may('admin'),
    maintain: may('admin', 'maintain'),
    push: may('admin', 'maintain', 'write'),
    triage: may('admin', 'maintain', 'write', 'triage'),
    pull: role !== 'none',
  };
  return ok({
    permission,
    role_name: role,
    user: { ...userShape(call.base, { ...known, id }), permissions, role_name: role },
  });
}

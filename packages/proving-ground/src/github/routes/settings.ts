import { type Call, counted, listed, notFound, ok, type Routes } from '../call.ts';
import { fullName } from '../shapes.ts';
import type { RepositorySettings } from '../world.ts';
import { activeRules, guardRoutes, requiredChecksRule } from './guards.ts';

const metadata = [{ metadata: 'read' }] as const;
const administration = [{ administration: 'read' }] as const;
const secrets = [{ secrets: 'read' }] as const;
const variables = [{ 'actions-variables': 'read' }] as const;
const environments = [{ environments: 'read' }] as const;

/** What a repository's settings say to somebody who may read them. No token of a workflow may. */
export const settingsRoutes: Routes = {
  'actions/list-repo-secrets': { needs: secrets, answer: (call) => named(call, 'secrets', call.repo.settings.secrets) },
  'actions/list-repo-organization-secrets': {
    needs: secrets,
    answer: (call) => named(call, 'secrets', call.repo.settings.organizationSecrets),
  },
  'actions/list-environment-secrets': { needs: environments, answer: (call) => ofEnvironment(call, 'secrets') },
  'actions/list-repo-variables': {
    needs: variables,
    answer: (call) => named(call, 'variables', call.repo.settings.variables),
  },
  'actions/list-repo-organization-variables': {
    needs: variables,
    answer: (call) => named(call, 'variables', call.repo.settings.organizationVariables),
  },
  'actions/list-environment-variables': { needs: environments, answer: (call) => ofEnvironment(call, 'variables') },
  'actions/get-github-actions-permissions-repository': {
    needs: administration,
    answer: ({ repo }) => ok(permissionsShape(repo.settings)),
  },
  'actions/get-allowed-actions-repository': { needs: administration, answer: allowedActions },
  'repos/get-branch-rules': { needs: metadata, answer: branchRules },
  ...guardRoutes,
};

function ofEnvironment(call: Call, kind: 'secrets' | 'variables') {
  const found = call.repo.environments.get(call.params['environment_name'] ?? '');
  return found === undefined ? notFound() : named(call, kind, found[kind]);
}

function named(call: Call, kind: 'secrets' | 'variables', names: readonly string[] = []) {
  const value = kind === 'variables' ? { value: 'something' } : {};
  return counted(call, kind, names, (name) => ({ name, ...value, created_at: call.at, updated_at: call.at }));
}

function permissionsShape({ allowedActions: allowed, shaPinning }: RepositorySettings): object {
  if (allowed === 'none') return { enabled: false };
  const pinning = shaPinning === undefined ? {} : { sha_pinning_required: shaPinning };
  if (allowed === undefined) return { enabled: true, allowed_actions: 'all', ...pinning };
  return { enabled: true, allowed_actions: allowed === 'local' ? 'local_only' : 'selected', ...pinning };
}

/** There is none unless actions are selected one by one. */
function allowedActions({ repo }: Call) {
  const { allowedActions: allowed, verifiedCreators = false } = repo.settings;
  if (typeof allowed !== 'object') return notFound();
  const { githubOwned, patterns } = allowed;
  return ok({ github_owned_allowed: githubOwned, verified_allowed: verifiedCreators, patterns_allowed: patterns });
}

function branchRules(call: Call) {
  const { defaultBranch, settings } = call.repo;
  const required = call.params['branch'] === defaultBranch ? settings.requiredChecks : undefined;
  const checks = required?.by === 'ruleset' ? [{ id: 1, rule: requiredChecksRule(required.names) }] : [];
  const others = call.params['branch'] === defaultBranch ? activeRules(settings) : [];
  return listed(call, [...checks, ...others], ({ id, rule }) => ({
    ...rule,
    ruleset_source_type: 'Repository',
    ruleset_source: fullName(call.repo),
    ruleset_id: id,
  }));
}

import { at, numberAt, textAt } from '@lockstep/base';
import { orAbsent } from '../facts/absent.ts';
import { atMost } from '../facts/at-most.ts';
import { openGate } from '../facts/gate.ts';
import { type Part, readPart, readValue } from '../facts/part.ts';
import {
  flagAt,
  flagOf,
  itemsOf,
  listAt,
  maybeFlag,
  maybeItems,
  maybeNumber,
  maybeText,
  textOf,
  UnexpectedAnswer,
  wordsOf,
} from '../facts/pick.ts';
import { branchOf } from './branch.ts';
import type {
  ActionsFacts,
  EnvironmentFacts,
  GitHubFacts,
  OrganizationFacts,
  RepositoryFacts,
  RulesetFacts,
  WorkflowFacts,
} from './facts.ts';

/** The endpoints of GitHub's that are read, by Octokit's names. */
export const GITHUB_READS = [
  'actions.getAllowedActionsRepository',
  'actions.getForkPrContributorApprovalPermissionsRepository',
  'actions.getGithubActionsDefaultWorkflowPermissionsRepository',
  'actions.getGithubActionsPermissionsRepository',
  'actions.listEnvironmentSecrets',
  'actions.listRepoSecrets',
  'codeScanning.getDefaultSetup',
  'orgs.get',
  'orgs.getAuditLog',
  'orgs.listMembers',
  'repos.checkAutomatedSecurityFixes',
  'repos.checkImmutableReleases',
  'repos.checkPrivateVulnerabilityReporting',
  'repos.checkVulnerabilityAlerts',
  'repos.get',
  'repos.getAllEnvironments',
  'repos.getBranch',
  'repos.getBranchProtection',
  'repos.getBranchRules',
  'repos.getRepoRuleset',
  'repos.getRepoRulesetHistory',
  'users.getById',
] as const;

export type GitHubRead = (typeof GITHUB_READS)[number];

/** GitHub's API in one repository, as far as this package asks it. */
export interface GitHubReads {
  /** Throws RemoteError. */
  read(endpoint: GitHubRead, parameters: Readonly<Record<string, string | number | boolean>>): Promise<unknown>;
}

/** Permissions of a fine-grained token or a GitHub App, as GitHub's documentation of each endpoint names them. */
export const GITHUB_SCOPES = {
  metadata: 'Metadata: read',
  contents: 'Contents: read',
  actions: 'Actions: read',
  administration: 'Administration: read',
  secrets: 'Secrets: read',
  environments: 'Environments: read',
  owner: 'a token of an owner of the organization with Members: read',
  branch: 'Metadata: read and Contents: read, and Administration: read where the branch has a classic protection',
  bypass: 'Administration: write, since GitHub shows it only to who may change the ruleset',
  history: 'Administration: write',
  auditLog: 'a token of an owner of the organization with its permission Administration: read',
} as const;

const MOST_RULESETS = 20;

/** Reads all of it: a number of requests that does not grow with the repository. `environment`: whose secrets. */
export async function readGitHub(api: GitHubReads, environment: string): Promise<GitHubFacts> {
  const gate = openGate(4);
  let plan: string | undefined;
  const repository = await readPart({ what: 'the repository', scope: GITHUB_SCOPES.metadata }, async () =>
    repositoryOf(await api.read('repos.get', {})),
  );
  // Of a repository that the token may not see everything is answered with 404, which elsewhere says that it is off.
  const part = <T>(what: string, scope: string, work: () => Promise<T>): Promise<Part<T>> =>
    repository.kind === 'withheld' ? Promise.resolve(repository) : gate(() => readPart({ what, scope, plan }, work));
  const { defaultBranch: branch = 'main', organization: org } = readValue(repository) ?? {};
  const organization =
    org === undefined
      ? undefined
      : await part('the organization', GITHUB_SCOPES.metadata, async () =>
          organizationOf(await api.read('orgs.get', { org })),
        );
  plan = readValue(organization)?.plan;
  const withoutSecondFactor =
    org === undefined
      ? undefined
      : await part('the members without a second factor', GITHUB_SCOPES.owner, async () =>
          loginsOf(await api.read('orgs.listMembers', { org, filter: '2fa_disabled', per_page: 100 })),
        );
  const [rules, environments, actions, workflow, immutableReleases, secrets, ofEnvironment] = await Promise.all([
    part('the rules of the default branch', GITHUB_SCOPES.branch, () => rulesOf(api, branch)),
    part('the environments', GITHUB_SCOPES.actions, async () =>
      itemsOf(await api.read('repos.getAllEnvironments', { per_page: 100 }), 'environments').map(environmentOf),
    ),
    part('what Actions may run', GITHUB_SCOPES.administration, () => actionsOf(api)),
    part('the default of the token of workflows', GITHUB_SCOPES.administration, async () =>
      workflowOf(await api.read('actions.getGithubActionsDefaultWorkflowPermissionsRepository', {})),
    ),
    part('whether releases are immutable', GITHUB_SCOPES.administration, async () => ({
      enabled: at(await orAbsent(api.read('repos.checkImmutableReleases', {})), 'enabled') === true,
    })),
    part('the names of the secrets', GITHUB_SCOPES.secrets, async () =>
      namesOf(await api.read('actions.listRepoSecrets', { per_page: 100 })),
    ),
    part(`the names of the secrets of environment ${environment}`, GITHUB_SCOPES.environments, async () =>
      namesOf(
        await orAbsent(api.read('actions.listEnvironmentSecrets', { environment_name: environment, per_page: 100 })),
      ),
    ),
  ]);
  const [dependabotAlerts, dependabotUpdates, codeScanning, vulnerabilityReports, forkApproval] = await Promise.all([
    part('whether Dependabot alerts', GITHUB_SCOPES.administration, () =>
      isThere(api, 'repos.checkVulnerabilityAlerts'),
    ),
    part('whether Dependabot opens pull requests', GITHUB_SCOPES.administration, async () => {
      const answer = await orAbsent(api.read('repos.checkAutomatedSecurityFixes', {}));
      return { enabled: at(answer, 'enabled') === true && at(answer, 'paused') !== true };
    }),
    part('the setup of code scanning', GITHUB_SCOPES.administration, async () => ({
      configured: textAt(await api.read('codeScanning.getDefaultSetup', {}), 'state') === 'configured',
    })),
    part('whether vulnerabilities can be reported in private', GITHUB_SCOPES.metadata, async () => ({
      enabled: at(await api.read('repos.checkPrivateVulnerabilityReporting', {}), 'enabled') === true,
    })),
    part('whose workflows from forks need an approval', GITHUB_SCOPES.administration, async () => ({
      policy: textOf(
        await api.read('actions.getForkPrContributorApprovalPermissionsRepository', {}),
        'approval_policy',
      ),
    })),
  ]);
  return {
    repository,
    organization,
    withoutSecondFactor,
    rules,
    environments,
    actions,
    workflow,
    immutableReleases,
    secrets,
    environmentSecrets: { [environment]: ofEnvironment },
    dependabotAlerts,
    dependabotUpdates,
    codeScanning,
    vulnerabilityReports,
    forkApproval,
  };
}

/** GitHub answers 204 where it is on, and 404 where it is off. */
async function isThere(api: GitHubReads, endpoint: GitHubRead): Promise<{ readonly enabled: boolean }> {
  return { enabled: (await orAbsent(api.read(endpoint, {}).then(() => true))) === true };
}

function repositoryOf(answer: unknown): RepositoryFacts {
  const state = (name: string): boolean | undefined => {
    const status = textAt(answer, 'security_and_analysis', name, 'status');
    return status === undefined ? undefined : status === 'enabled';
  };
  return {
    name: textOf(answer, 'full_name'),
    organization: textAt(answer, 'owner', 'type') === 'Organization' ? textAt(answer, 'owner', 'login') : undefined,
    private: flagOf(answer, 'private'),
    defaultBranch: textOf(answer, 'default_branch'),
    secretScanning: state('secret_scanning'),
    pushProtection: state('secret_scanning_push_protection'),
    deletesMergedBranches: flagAt(answer, 'delete_branch_on_merge'),
  };
}

function organizationOf(answer: unknown): OrganizationFacts {
  return {
    plan: textAt(answer, 'plan', 'name'),
    requiresSecondFactor: flagAt(answer, 'two_factor_requirement_enabled'),
  };
}

function loginsOf(answer: unknown): readonly string[] {
  return itemsOf(answer)
    .map((one) => textOf(one, 'login'))
    .sort();
}

async function rulesOf(api: GitHubReads, branch: string) {
  const rules = await api.read('repos.getBranchRules', { branch, per_page: 100 });
  const list = itemsOf(rules);
  const ids = [...new Set(list.flatMap((rule) => numberAt(rule, 'ruleset_id') ?? []))];
  // One that is left out could be the one that everyone may bypass.
  if (ids.length > MOST_RULESETS) throw new UnexpectedAnswer('an end');
  const rulesets = await atMost(
    2,
    ids,
    async (id): Promise<RulesetFacts> => rulesetOf(await api.read('repos.getRepoRuleset', { ruleset_id: id })),
  );
  const named = await api.read('repos.getBranch', { branch });
  const isClassic = at(named, 'protection', 'enabled') === true;
  // The whole of a classic protection needs more rights than the names of its checks.
  const classic = isClassic ? await orAbsent(api.read('repos.getBranchProtection', { branch })) : undefined;
  return branchOf(list, rulesets, { checks: named, whole: classic });
}

function rulesetOf(answer: unknown): RulesetFacts {
  const actors = at(answer, 'bypass_actors');
  return {
    id: numberAt(answer, 'id'),
    name: textAt(answer, 'name') ?? '',
    enforcement: textAt(answer, 'enforcement') ?? '',
    rules: Object.fromEntries(
      listAt(answer, 'rules').map((rule) => [textAt(rule, 'type') ?? '', at(rule, 'parameters') ?? {}]),
    ),
    bypassActors: Array.isArray(actors)
      ? actors.map((one) =>
          [textOf(one, 'actor_type'), maybeNumber(one, 'actor_id') ?? '', maybeText(one, 'bypass_mode') ?? 'always']
            .filter((word) => word !== '')
            .join(' '),
        )
      : undefined,
  };
}

function environmentOf(answer: unknown): EnvironmentFacts {
  const rules = listAt(answer, 'protection_rules');
  const reviewers = rules.find((rule) => at(rule, 'type') === 'required_reviewers');
  const policy = at(answer, 'deployment_branch_policy');
  return {
    name: textAt(answer, 'name') ?? '',
    reviewers: listAt(reviewers, 'reviewers')
      .map((one) => textAt(one, 'reviewer', 'login') ?? textAt(one, 'reviewer', 'slug') ?? '')
      .sort(),
    reviewerIds: listAt(reviewers, 'reviewers')
      .map((one) => `${textAt(one, 'type') ?? ''} ${numberAt(one, 'reviewer', 'id') ?? ''}`)
      .sort(),
    preventsSelfReview: at(reviewers, 'prevent_self_review') === true,
    branches: policy == null ? 'all' : at(policy, 'protected_branches') === true ? 'protected' : 'custom',
    waitMinutes:
      numberAt(
        rules.find((rule) => at(rule, 'type') === 'wait_timer'),
        'wait_timer',
      ) ?? 0,
  };
}

async function actionsOf(api: GitHubReads): Promise<ActionsFacts> {
  const answer = await api.read('actions.getGithubActionsPermissionsRepository', {});
  const enabled = flagOf(answer, 'enabled');
  const allowed = enabled ? (maybeText(answer, 'allowed_actions') ?? 'all') : 'none';
  const selected = allowed === 'selected' ? await api.read('actions.getAllowedActionsRepository', {}) : undefined;
  return {
    enabled,
    allowed,
    shaPinning: maybeFlag(answer, 'sha_pinning_required') ?? false,
    patterns: allowed === 'selected' ? [...wordsOf(selected, 'patterns_allowed')].sort() : [],
    githubOwned: maybeFlag(selected, 'github_owned_allowed') ?? false,
    verifiedCreators: at(selected, 'verified_allowed') === undefined ? false : flagOf(selected, 'verified_allowed'),
  };
}

function workflowOf(answer: unknown): WorkflowFacts {
  return {
    tokenWrites: textOf(answer, 'default_workflow_permissions') !== 'read',
    approvesPullRequests: flagOf(answer, 'can_approve_pull_request_reviews'),
  };
}

function namesOf(answer: unknown): readonly string[] {
  return maybeItems(answer, 'secrets')
    .map((one) => textOf(one, 'name'))
    .sort();
}

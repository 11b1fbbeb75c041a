import type { RestEndpointMethodTypes } from '@octokit/plugin-rest-endpoint-methods';

/** Those of the organization or of an account: the client fills in no repository. */
export const BEYOND_REPOSITORY = ['orgs.get', 'orgs.getAuditLog', 'orgs.listMembers', 'users.getById'] as const;

/**
 * Every endpoint of GitHub that Lockstep asks, by Octokit's name for it, each in one repository, but for BEYOND_REPOSITORY. Octokit knows the path,
 * the parameters and the answer; a path stands nowhere else. What a job has to grant for them is in the README of each
 * action.
 */
export const READS = [
  ...BEYOND_REPOSITORY,
  'actions.downloadArtifact',
  'actions.getAllowedActionsRepository',
  'actions.getForkPrContributorApprovalPermissionsRepository',
  'actions.getGithubActionsDefaultWorkflowPermissionsRepository',
  'actions.getGithubActionsPermissionsRepository',
  'actions.getReviewsForRun',
  'actions.getWorkflowRun',
  'actions.getWorkflowRunAttempt',
  'actions.listArtifactsForRepo',
  'actions.listEnvironmentSecrets',
  'actions.listEnvironmentVariables',
  'actions.listJobsForWorkflowRunAttempt',
  'actions.listRepoOrganizationSecrets',
  'actions.listRepoOrganizationVariables',
  'actions.listRepoSecrets',
  'actions.listRepoVariables',
  'actions.listWorkflowRuns',
  'checks.listForRef',
  'codeScanning.getDefaultSetup',
  'git.getBlob',
  'git.getTree',
  'git.listMatchingRefs',
  'issues.get',
  'issues.getComment',
  'issues.listComments',
  'issues.listEvents',
  'issues.listForRepo',
  'pulls.get',
  'pulls.listFiles',
  'repos.checkAutomatedSecurityFixes',
  'repos.checkImmutableReleases',
  'repos.checkPrivateVulnerabilityReporting',
  'repos.checkVulnerabilityAlerts',
  'repos.compareCommitsWithBasehead',
  'repos.get',
  'repos.getAllEnvironments',
  'repos.getBranch',
  'repos.getBranchProtection',
  'repos.getBranchRules',
  'repos.getCollaboratorPermissionLevel',
  'repos.getCommit',
  'repos.getContent',
  'repos.getEnvironment',
  'repos.getRelease',
  'repos.getRepoRuleset',
  'repos.getRepoRulesetHistory',
  'repos.listCommits',
  'repos.listDeploymentStatuses',
  'repos.listDeployments',
  'repos.listPullRequestsAssociatedWithCommit',
  'repos.listReleases',
] as const;

/** Those that change something. */
export const CHANGES = [
  'actions.cancelWorkflowRun',
  'checks.create',
  'checks.update',
  'git.createCommit',
  'git.createRef',
  'git.createTree',
  'git.updateRef',
  'issues.create',
  'issues.createComment',
  'issues.deleteComment',
  'issues.update',
  'issues.updateComment',
  'repos.createDeployment',
  'repos.createDeploymentStatus',
  'repos.createRelease',
  'repos.updateRelease',
] as const;

export type Read = (typeof READS)[number];
export type Change = (typeof CHANGES)[number];
export type Endpoint = Read | Change;

type Known = RestEndpointMethodTypes;
interface Routed {
  'actions.getForkPrContributorApprovalPermissionsRepository': {
    readonly parameters: { readonly owner: string; readonly repo: string };
    readonly response: { readonly data: { readonly approval_policy: string } };
  };
  'orgs.getAuditLog': {
    readonly parameters: {
      readonly org: string;
      readonly phrase?: string;
      readonly order?: 'asc' | 'desc';
      readonly per_page?: number;
    };
    readonly response: { readonly data: readonly object[] };
  };
}
type Types<E extends Endpoint> = E extends keyof Routed
  ? Routed[E]
  : E extends `${infer S extends keyof Known}.${infer M}`
    ? M extends keyof Known[S]
      ? Known[S][M]
      : never
    : never;
/** What an endpoint takes and answers, as Octokit types it; `never` for a name that it does not know. */
type Taken<E extends Endpoint> = Types<E> extends { readonly parameters: infer P } ? P : never;
type Answered<E extends Endpoint> = Types<E> extends { readonly response: { readonly data: infer D } } ? D : never;

/** What the client fills in, or nobody may set for one request alone. */
type Settled = 'owner' | 'repo' | 'baseUrl' | 'headers' | 'mediaType' | 'request';

type Open<P> = {
  [K in keyof P as string extends K ? never : number extends K ? never : Exclude<K, Settled>]: P[K];
};
type Parameters = { [E in Endpoint]: Open<Taken<E>> };
type Data = { [E in Endpoint]: Answered<E> };
/** Interfaces, so that whoever declares some of these endpoints for himself can be given this client. */
interface ParametersOf extends Parameters {}
interface DataOf extends Data {}

/** What an endpoint takes; the repository is filled in by the client. A name that GitHub does not know is an error. */
export type EndpointParameters<E extends Endpoint> = ParametersOf[E];
export type EndpointData<E extends Endpoint> = DataOf[E];

/**
 * Those that GitHub describes and Octokit has no method for, with their routes. A test holds each against GitHub's own
 * description.
 */
export const ROUTES = {
  'actions.getForkPrContributorApprovalPermissionsRepository':
    'GET /repos/{owner}/{repo}/actions/permissions/fork-pr-contributor-approval',
  'orgs.getAuditLog': 'GET /orgs/{org}/audit-log',
} as const satisfies Readonly<Record<string, string>>;

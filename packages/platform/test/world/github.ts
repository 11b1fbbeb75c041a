import type { GitHub, RepositorySeed } from '@lockstep/proving-ground/github';

/** The repository as production should be. */
export function goodGitHub(github: GitHub): RepositorySeed {
  const repo = github.repository('acme/shop');
  repo.commit();
  repo.state.immutableReleases = true;
  repo.configure({
    organization: { plan: 'team', requiresSecondFactor: true },
    requiredChecks: { by: 'ruleset', names: ['Lockstep'] },
    rulesets: [
      {
        name: 'main',
        enforcement: 'active',
        rules: [
          {
            type: 'pull_request',
            parameters: {
              required_approving_review_count: 1,
              dismiss_stale_reviews_on_push: true,
              require_code_owner_review: true,
              require_last_push_approval: false,
              required_review_thread_resolution: false,
            },
          },
          { type: 'required_signatures' },
          { type: 'required_linear_history' },
          { type: 'non_fast_forward' },
          { type: 'deletion' },
        ],
        bypassActors: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'pull_request' }],
      },
    ],
    allowedActions: { githubOwned: true, patterns: ['lockstep-ci/*'] },
    shaPinning: true,
    forkApproval: 'all_external_contributors',
    secrets: ['VERCEL_TOKEN'],
    dependabotAlerts: true,
    dependabotUpdates: true,
    codeScanning: true,
    privateReports: true,
    secretScanning: true,
    pushProtection: true,
  });
  repo.environment('production', ['olga'], {
    preventsSelfReview: true,
    protectedBranches: true,
    secrets: ['DATABASE_URL'],
  });
  return repo;
}

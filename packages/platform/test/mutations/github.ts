import type { World } from '../world.ts';
import { type Mutation, on } from './mutation.ts';

const github = (id: string, what: string, change: (world: World) => void) => on('github', id, what, change);
const configured = (id: string, changes: Parameters<World['repo']['configure']>[0]) =>
  github(id, JSON.stringify(changes), ({ repo }) => repo.configure(changes));
type Rule = { readonly type: string; readonly parameters?: object };
const rules = (id: string, what: string, change: (all: readonly Rule[]) => readonly Rule[]) =>
  github(id, what, ({ repo }) => {
    const [first] = repo.state.settings.rulesets ?? [];
    if (first === undefined) throw new Error('the good world has a ruleset');
    repo.configure({ rulesets: [{ ...first, rules: change(first.rules) }] });
  });
const without = (type: string) => (all: readonly Rule[]) => all.filter((rule) => rule.type !== type);
const pull = (changes: object) => (all: readonly Rule[]) =>
  all.map((rule) =>
    rule.type === 'pull_request' ? { ...rule, parameters: { ...rule.parameters, ...changes } } : rule,
  );
const environment = (id: string, reviewers: readonly string[], changes: object) =>
  github(id, JSON.stringify(changes), ({ repo }) => repo.environment('production', reviewers, changes));

export const githubMutations: readonly Mutation[] = [
  configured('required-checks', { requiredChecks: { by: 'ruleset', names: ['Other'] } }),
  {
    ...rules('pull-requests', 'pushes to the branch', without('pull_request')),
    without: ['github.approvals', 'github.dismiss-stale-approvals', 'github.code-owner-approval'],
  },
  rules('approvals', 'no approval', pull({ required_approving_review_count: 0 })),
  rules('dismiss-stale-approvals', 'they last', pull({ dismiss_stale_reviews_on_push: false })),
  rules('code-owner-approval', 'anyone approves', pull({ require_code_owner_review: false })),
  rules('signed-commits', 'not needed', without('required_signatures')),
  rules('linear-history', 'not needed', without('required_linear_history')),
  rules('force-push-blocked', 'history is rewritten', without('non_fast_forward')),
  rules('deletion-blocked', 'the branch can go', without('deletion')),
  github('bypass-actors', 'everyone of a team may', ({ repo }) => {
    const [first] = repo.state.settings.rulesets ?? [];
    if (first === undefined) throw new Error('the good world has a ruleset');
    const bypassActors = [...first.bypassActors, { actor_id: 9, actor_type: 'Team', bypass_mode: 'always' }];
    repo.configure({ rulesets: [{ ...first, bypassActors }] });
  }),
  {
    ...environment('environment-reviewers', [], { preventsSelfReview: true }),
    without: ['github.environment-self-review'],
  },
  environment('environment-reviewers', ['mallory'], {}),
  environment('environment-self-review', ['olga'], { preventsSelfReview: false }),
  environment('environment-branches', ['olga'], { protectedBranches: false }),
  {
    ...github('allowed-actions', 'all of them', ({ repo }) => {
      const { allowedActions: _selected, ...settings } = repo.state.settings;
      repo.state.settings = settings;
    }),
    without: ['github.allowed-action-patterns'],
  },
  configured('allowed-action-patterns', { verifiedCreators: true }),
  configured('allowed-action-patterns', {
    allowedActions: { githubOwned: true, patterns: ['lockstep-ci/*', 'evil/*'] },
  }),
  configured('actions-pinned', { shaPinning: false }),
  configured('workflow-token-writes', { workflowToken: 'write' }),
  configured('workflows-approve', { workflowsApprove: true }),
  configured('fork-approval', { forkApproval: 'first_time_contributors' }),
  github('immutable-releases', 'off', ({ repo }) => {
    repo.state.immutableReleases = false;
  }),
  configured('dependabot-alerts', { dependabotAlerts: false }),
  configured('dependabot-updates', { dependabotUpdates: false }),
  configured('secret-scanning', { secretScanning: false }),
  configured('push-protection', { pushProtection: false }),
  configured('code-scanning', { codeScanning: false }),
  configured('private-reports', { privateReports: false }),
  github('private', 'it is public', ({ repo }) => void Object.assign(repo.state, { private: false })),
  configured('secrets', { secrets: [] }),
  environment('environment-secrets', ['olga'], { secrets: [] }),
  configured('second-factor', { organization: { requiresSecondFactor: false } }),
  configured('members-second-factor', {
    organization: { requiresSecondFactor: true, withoutSecondFactor: ['mallory'] },
  }),
];

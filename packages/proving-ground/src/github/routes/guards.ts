import type { Reply } from '../../http/http-service.ts';
import { type Call, created, notFound, ok, type Routes } from '../call.ts';
import { fullName, repoShape } from '../shapes.ts';
import { type RepositorySettings, type RulesetSeed, takeId, userNamed } from '../world.ts';
import { environmentShape } from './repository.ts';

const read = [{ administration: 'read' }] as const;
const write = [{ administration: 'write' }] as const;
const metadata = [{ metadata: 'read' }] as const;
const done: Reply = { status: 204 };

type Changes = (body: Call['body']) => RepositorySettings;

/** What guards a repository: its rulesets, its defaults for workflows, its scanning. Each can be read and set. */
export const guardRoutes: Routes = {
  'repos/get-repo-ruleset': { needs: metadata, answer: ruleset },
  'repos/create-repo-ruleset': { needs: write, answer: newRuleset },
  'repos/get-branch-protection': { needs: read, answer: classic },
  'actions/get-github-actions-default-workflow-permissions-repository': {
    needs: read,
    answer: ({ repo: { settings } }) =>
      ok({
        default_workflow_permissions: settings.workflowToken ?? 'read',
        can_approve_pull_request_reviews: settings.workflowsApprove ?? false,
      }),
  },
  'actions/set-github-actions-default-workflow-permissions-repository': set((body) => ({
    workflowToken: body['default_workflow_permissions'] === 'write' ? 'write' : 'read',
    workflowsApprove: body['can_approve_pull_request_reviews'] === true,
  })),
  'actions/get-fork-pr-contributor-approval-permissions-repository': {
    needs: read,
    answer: ({ repo: { settings } }) => ok({ approval_policy: settings.forkApproval ?? 'first_time_contributors' }),
  },
  'actions/set-fork-pr-contributor-approval-permissions-repository': set((body) => ({
    forkApproval: body['approval_policy'] as NonNullable<RepositorySettings['forkApproval']>,
  })),
  'actions/set-github-actions-permissions-repository': set((body) => ({
    ...(body['sha_pinning_required'] === undefined ? {} : { shaPinning: body['sha_pinning_required'] === true }),
    ...allowedOf(body),
  })),
  'actions/set-allowed-actions-repository': set((body) => ({
    verifiedCreators: body['verified_allowed'] === true,
    allowedActions: {
      githubOwned: body['github_owned_allowed'] === true,
      patterns: (body['patterns_allowed'] ?? []) as readonly string[],
    },
  })),
  'repos/check-immutable-releases': {
    needs: read,
    answer: ({ repo }) =>
      repo.immutableReleases === true ? ok({ enabled: true, enforced_by_owner: false }) : notFound(),
  },
  'repos/enable-immutable-releases': {
    needs: write,
    answer: ({ repo }) => {
      repo.immutableReleases = true;
      return done;
    },
  },
  'repos/check-vulnerability-alerts': {
    needs: read,
    answer: ({ repo: { settings } }) => (settings.dependabotAlerts === true ? done : notFound()),
  },
  'repos/enable-vulnerability-alerts': set(() => ({ dependabotAlerts: true })),
  'repos/check-automated-security-fixes': {
    needs: read,
    answer: ({ repo: { settings } }) =>
      settings.dependabotUpdates === true ? ok({ enabled: true, paused: false }) : notFound(),
  },
  'repos/enable-automated-security-fixes': set(() => ({ dependabotUpdates: true })),
  'code-scanning/get-default-setup': {
    needs: read,
    answer: ({ repo: { settings } }) => ok({ state: settings.codeScanning === true ? 'configured' : 'not-configured' }),
  },
  'code-scanning/update-default-setup': {
    needs: write,
    answer: (call) => {
      change(call, { codeScanning: call.body['state'] === 'configured' });
      return ok({});
    },
  },
  'repos/check-private-vulnerability-reporting': {
    needs: metadata,
    answer: ({ repo: { settings } }) => ok({ enabled: settings.privateReports === true }),
  },
  'repos/enable-private-vulnerability-reporting': set(() => ({ privateReports: true })),
  'repos/create-or-update-environment': { needs: write, answer: environment },
  'repos/update': { needs: write, answer: repository },
};

function change({ repo }: Call, changes: RepositorySettings): void {
  repo.settings = { ...repo.settings, ...changes };
}

function set(changes: Changes): Routes[string] {
  return {
    needs: write,
    answer: (call) => {
      change(call, changes(call.body));
      return done;
    },
  };
}

function allowedOf(body: Call['body']): RepositorySettings {
  if (body['enabled'] !== true) return { allowedActions: 'none' };
  if (body['allowed_actions'] === 'local_only') return { allowedActions: 'local' };
  return body['allowed_actions'] === 'selected' ? { allowedActions: { githubOwned: false, patterns: [] } } : {};
}

export function requiredChecksRule(names: readonly string[]) {
  return {
    type: 'required_status_checks',
    parameters: {
      required_status_checks: names.map((context) => ({ context })),
      strict_required_status_checks_policy: false,
    },
  };
}

const FIRST = 2;

/** The rules of active rulesets, each with the id of its ruleset; 1 is the one of the required checks. */
export function activeRules({ rulesets = [] }: RepositorySettings) {
  return rulesets.flatMap(({ enforcement, rules }, at) =>
    enforcement === 'active' ? rules.map((rule) => ({ id: FIRST + at, rule })) : [],
  );
}

function ruleset(call: Call): Reply {
  const id = Number(call.params['ruleset_id']);
  const { requiredChecks, rulesets = [] } = call.repo.settings;
  const own: RulesetSeed | undefined =
    id === 1 && requiredChecks?.by === 'ruleset'
      ? { name: 'checks', enforcement: 'active', rules: [requiredChecksRule(requiredChecks.names)], bypassActors: [] }
      : undefined;
  const found = own ?? rulesets[id - FIRST];
  return found === undefined ? notFound() : ok(rulesetShape(call, id, found));
}

function rulesetShape(call: Call, id: number, { bypassActors, enforcement, name, rules }: RulesetSeed): object {
  const mayWrite = call.user.type !== 'Bot';
  return {
    id,
    name,
    target: 'branch',
    source_type: 'Repository',
    source: fullName(call.repo),
    enforcement,
    // GitHub shows it only to who may change the ruleset.
    ...(mayWrite ? { bypass_actors: bypassActors } : {}),
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules,
    created_at: call.at,
    updated_at: call.at,
  };
}

function newRuleset(call: Call): Reply {
  const { rulesets = [] } = call.repo.settings;
  const made: RulesetSeed = {
    name: String(call.body['name']),
    enforcement: call.body['enforcement'] as RulesetSeed['enforcement'],
    rules: (call.body['rules'] ?? []) as RulesetSeed['rules'],
    bypassActors: (call.body['bypass_actors'] ?? []) as RulesetSeed['bypassActors'],
  };
  change(call, { rulesets: [...rulesets, made] });
  return created(rulesetShape(call, FIRST + rulesets.length, made));
}

function classic({ base, params, repo }: Call): Reply {
  const { requiredChecks } = repo.settings;
  if (requiredChecks?.by !== 'protection' || params['branch'] !== repo.defaultBranch)
    return notFound('Branch not protected');
  const url = `${base}/repos/${fullName(repo)}/branches/${repo.defaultBranch}/protection`;
  return ok({
    url,
    required_status_checks: {
      url: `${url}/required_status_checks`,
      strict: false,
      contexts: requiredChecks.names,
      contexts_url: `${url}/required_status_checks/contexts`,
      checks: requiredChecks.names.map((context) => ({ context, app_id: null })),
    },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
    required_linear_history: { enabled: false },
  });
}

function environment(call: Call): Reply {
  const name = call.params['environment_name'] ?? '';
  const { environments } = call.repo;
  const known = environments.get(name) ?? { id: takeId(call.world), createdAt: call.at };
  const policy = call.body['deployment_branch_policy'] as { readonly protected_branches: boolean } | null | undefined;
  const wait = call.body['wait_timer'];
  const ids = ((call.body['reviewers'] ?? []) as readonly { readonly id: number }[]).map(({ id }) => id);
  const reviewers = [...call.repo.people.keys()].filter((login) => ids.includes(userNamed(login).id));
  environments.set(name, {
    ...known,
    reviewers,
    preventsSelfReview: call.body['prevent_self_review'] === true,
    protectedBranches: policy?.protected_branches === true,
    ...(typeof wait === 'number' ? { waitMinutes: wait } : {}),
  });
  return ok(environmentShape(call, name));
}

function repository(call: Call): Reply {
  const analysis = call.body['security_and_analysis'] as
    | Readonly<Record<string, { readonly status?: string }>>
    | undefined;
  const state = (name: string) => analysis?.[name]?.status;
  const scanning = state('secret_scanning');
  const protection = state('secret_scanning_push_protection');
  change(call, {
    ...(scanning === undefined ? {} : { secretScanning: scanning === 'enabled' }),
    ...(protection === undefined ? {} : { pushProtection: protection === 'enabled' }),
  });
  return ok(repoShape(call.base, call.repo));
}

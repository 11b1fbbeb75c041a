import type { State } from './plain.ts';
import type { RestoreRequest, RestoreStep, Wanted } from './step.ts';

type Members = Readonly<Record<string, State>>;
const SERVICE = 'github';

/**
 * What GitHub's API sets. Values of secrets and the visibility of the repository stay for a person.
 */
export function githubSteps(wanted: Wanted): readonly RestoreStep[] {
  const { changes, parts, place } = wanted;
  const base = `/repos/${place.repository}`;
  const changed = (part: string) =>
    changes.some(
      ({ path }) =>
        path === `${SERVICE}.${part}` ||
        path.startsWith(`${SERVICE}.${part}.`) ||
        path.startsWith(`${SERVICE}.${part}[`),
    );
  const request = (method: RestoreRequest['method'], path: string, body?: unknown): RestoreRequest => ({
    kind: 'request',
    method,
    path: `${base}${path}`,
    values: [],
    ...(body === undefined ? {} : { body }),
  });
  const step = (what: string, how: RestoreRequest, paths: readonly string[]): RestoreStep => ({
    service: SERVICE,
    what,
    how,
    paths,
  });
  const on = (part: string, what: string, path: string): readonly RestoreStep[] =>
    changed(part) && parts[part] === true ? [step(what, request('PUT', path), [`${SERVICE}.${part}`])] : [];
  const actions = (parts['actions'] ?? {}) as Members;
  const workflow = (parts['workflow'] ?? {}) as Members;
  return [
    ...rulesetSteps(wanted).map(({ body, name }) =>
      step(`ruleset ${name}`, request('POST', '/rulesets', body), [pathOf('rulesets', name), 'github.rules']),
    ),
    ...(changed('actions')
      ? [
          step(
            'what Actions may run',
            request('PUT', '/actions/permissions', {
              enabled: actions['enabled'],
              ...(actions['enabled'] === true ? { allowed_actions: actions['allowed'] } : {}),
              sha_pinning_required: actions['shaPinning'],
            }),
            ['github.actions'],
          ),
          ...(actions['allowed'] === 'selected'
            ? [
                step(
                  'patterns of actions that may run',
                  request('PUT', '/actions/permissions/selected-actions', {
                    github_owned_allowed: actions['githubOwned'],
                    verified_allowed: actions['verifiedCreators'],
                    patterns_allowed: actions['patterns'],
                  }),
                  ['github.actions'],
                ),
              ]
            : []),
        ]
      : []),
    ...(changed('workflow')
      ? [
          step(
            'default of the token of workflows',
            request('PUT', '/actions/permissions/workflow', {
              default_workflow_permissions: workflow['tokenWrites'] === true ? 'write' : 'read',
              can_approve_pull_request_reviews: workflow['approvesPullRequests'],
            }),
            ['github.workflow'],
          ),
        ]
      : []),
    ...(changed('forkApproval') && typeof parts['forkApproval'] === 'string'
      ? [
          step(
            'approval of workflows from forks',
            request('PUT', '/actions/permissions/fork-pr-contributor-approval', {
              approval_policy: parts['forkApproval'],
            }),
            ['github.forkApproval'],
          ),
        ]
      : []),
    ...on('immutableReleases', 'immutable releases', '/immutable-releases'),
    ...on('dependabotAlerts', 'Dependabot alerts', '/vulnerability-alerts'),
    ...on('dependabotUpdates', 'Dependabot security updates', '/automated-security-fixes'),
    ...on('vulnerabilityReports', 'private reports of vulnerabilities', '/private-vulnerability-reporting'),
    ...(changed('codeScanning')
      ? [
          step(
            'code scanning',
            request('PATCH', '/code-scanning/default-setup', {
              state: parts['codeScanning'] === true ? 'configured' : 'not-configured',
            }),
            ['github.codeScanning'],
          ),
        ]
      : []),
    ...scanning(wanted).map((body) =>
      step('secret scanning', request('PATCH', '', { security_and_analysis: body }), [
        'github.repository.secretScanning',
        'github.repository.pushProtection',
      ]),
    ),
    ...environments(wanted).map(({ body, name }) =>
      step(`environment ${name}`, request('PUT', `/environments/${encodeURIComponent(name)}`, body), [
        pathOf('environments', name),
      ]),
    ),
  ];
}

function pathOf(part: string, name: string): string {
  return /^[\w-]+$/.test(name) ? `${SERVICE}.${part}.${name}` : `${SERVICE}.${part}[${name}]`;
}

function rulesetSteps({ changes, parts }: Wanted) {
  return Object.entries((parts['rulesets'] ?? {}) as Readonly<Record<string, Members>>)
    .filter(([name]) => changes.some(({ before, path }) => path === pathOf('rulesets', name) && before === undefined))
    .map(([name, ruleset]) => ({
      name,
      body: {
        name,
        target: 'branch',
        enforcement: ruleset['enforcement'],
        conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
        rules: Object.entries((ruleset['rules'] ?? {}) as Readonly<Record<string, Members>>).map(
          ([type, parameters]) => ({
            type,
            ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
          }),
        ),
        bypass_actors: ((ruleset['bypassActors'] ?? []) as readonly string[]).map(actorOf),
      },
    }));
}

/** `RepositoryRole 5 always`, as a snapshot has it. */
function actorOf(text: string): object {
  const [actor_type = '', ...rest] = text.split(' ');
  const id = rest.length > 1 ? Number(rest[0]) : null;
  return { actor_type, actor_id: id, bypass_mode: rest.at(-1) };
}

function scanning({ changes, parts }: Wanted): readonly object[] {
  const { pushProtection, secretScanning } = (parts['repository'] ?? {}) as Members;
  const isChanged = changes.some(({ path }) => /^github\.repository\.(?:secretScanning|pushProtection)$/.test(path));
  if (!isChanged || typeof secretScanning !== 'boolean') return [];
  const status = (on: State | undefined) => ({ status: on === true ? 'enabled' : 'disabled' });
  return [{ secret_scanning: status(secretScanning), secret_scanning_push_protection: status(pushProtection) }];
}

function environments({ changes, parts }: Wanted) {
  return Object.entries((parts['environments'] ?? {}) as Readonly<Record<string, Members>>)
    .filter(([name]) =>
      changes.some(
        ({ path }) => path === pathOf('environments', name) || path.startsWith(`${pathOf('environments', name)}.`),
      ),
    )
    .map(([name, { branches, preventsSelfReview, reviewerIds, waitMinutes }]) => ({
      name,
      body: {
        wait_timer: waitMinutes,
        prevent_self_review: preventsSelfReview,
        reviewers: (reviewerIds as readonly string[]).map((one) => {
          const [type, id] = one.split(' ');
          return { type, id: Number(id) };
        }),
        deployment_branch_policy:
          branches === 'all'
            ? null
            : { protected_branches: branches === 'protected', custom_branch_policies: branches === 'custom' },
      },
    }));
}

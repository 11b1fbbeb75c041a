import { type AskGitHub, type Finding, field, listAt, sayStatus, textsAt } from './finding.ts';
import type { Holdings, Kind } from './holdings.ts';
import type { NeededEnvironment, NeededName } from './needed-settings.ts';

/** The repository that is asked, and where its settings are shown. */
export interface Repository {
  readonly github: AskGitHub;
  /** OWNER/NAME. */
  readonly repository: string;
  /** The page of its settings. */
  readonly settings: string;
}

export async function environments(
  needed: readonly NeededEnvironment[],
  { github, repository, settings }: Repository,
): Promise<readonly Finding[]> {
  const link = `${settings}/environments`;
  const found: Finding[] = [];
  for (const { name, approves, urgent } of needed) {
    const setting = { id: 'environment', link };
    const { status, body } = await github('repos.getEnvironment', { environment_name: name });
    const reviewed = listAt(body, 'protection_rules').some((rule) => field(rule, 'type') === 'required_reviewers');
    if (status === 404) {
      const what = `environment ${name}: there is none; GitHub would make it, open to every branch`;
      const command = `gh api --method PUT repos/${repository}/environments/${name}`;
      found.push({ ...setting, verdict: 'missing', what, command });
    } else if (status !== 200)
      found.push({ ...setting, verdict: 'unknown', what: `environment ${name}: ${sayStatus(status)}` });
    else if (approves && !reviewed) {
      const what = `environment ${name}: no one has to approve; name required reviewers, or use two-person approval if your plan has none`;
      found.push({ ...setting, verdict: 'missing', what });
    } else if (urgent && reviewed) {
      const what = `environment ${name}: an emergency rollback waits for its reviewers; give it secrets-environment, one without`;
      found.push({ ...setting, verdict: 'missing', what });
    } else found.push({ ...setting, verdict: 'there', what: `environment ${name}` });
  }
  return found;
}

export async function names(
  kind: Kind,
  needed: readonly NeededName[],
  held: Holdings,
  at: Repository,
): Promise<readonly Finding[]> {
  const link = `${at.settings}/${kind}/actions`;
  const id = kind === 'secrets' ? 'secret' : 'variable';
  if (needed.length === 0) return [];
  if (!held.readable) return [{ id, verdict: 'unknown', what: `${kind}: ${held.why}`, link }];
  const found: Finding[] = [];
  for (const one of needed) {
    const place = await held.find(one.name, one.environment);
    found.push(...nameFinding(one, place, { id, link, at }));
  }
  return found;
}

interface About {
  readonly id: 'secret' | 'variable';
  readonly link: string;
  readonly at: Repository;
}

function nameFinding(
  { name, environment, where, required, crosses }: NeededName,
  place: Awaited<ReturnType<Holdings['find']>>,
  { id, link, at: { repository } }: About,
): readonly Finding[] {
  const what = `${id} ${name}`;
  if (typeof place === 'object')
    return required ? [{ id, verdict: 'unknown', what: `${what}: ${place.unseen}`, link }] : [];
  if (place === undefined) {
    if (!required) return [];
    const inEnvironment = environment === '' ? '' : `, in the repository or in the environment ${environment}`;
    const scope = environment === '' || crosses ? '' : ` --env ${environment}`;
    const command = `gh ${id} set ${name} --repo ${repository}${scope}`;
    return [{ id, verdict: 'missing', what: `${what}: ${where} needs it${inEnvironment}`, link, command }];
  }
  if (place === 'environment' && crosses && !repository.startsWith('lockstep-ci/'))
    return [
      {
        ...{ id, verdict: 'unknown', link },
        what: `${what}: only the environment ${environment} has it, and in a workflow of another owner it may arrive empty; set it in the repository, or install with --plain-steps`,
      },
    ];
  return [{ id, verdict: 'there', what: environment === '' ? what : `${what} for ${environment}` }];
}

export async function requiredChecks(
  needed: readonly string[],
  { github, settings }: Repository,
): Promise<readonly Finding[]> {
  if (needed.length === 0) return [];
  const setting = { id: 'required-check', link: `${settings}/rules` };
  const { status, body } = await github('repos.get');
  if (status !== 200) return [{ ...setting, verdict: 'unknown', what: `required checks: ${sayStatus(status)}` }];
  const branch = String(field(body, 'default_branch'));
  const rules = await github('repos.getBranchRules', { branch, per_page: 100 });
  const classic = await github('repos.getBranch', { branch });
  const failed = [rules, classic].find((answer) => answer.status !== 200);
  if (failed !== undefined)
    return [{ ...setting, verdict: 'unknown', what: `required checks of ${branch}: ${sayStatus(failed.status)}` }];
  const required = [
    ...(Array.isArray(rules.body) ? rules.body : []).flatMap((rule: unknown) =>
      listAt(rule, 'parameters', 'required_status_checks'),
    ),
    ...listAt(classic.body, 'protection', 'required_status_checks', 'checks'),
  ].map((check) => field(check, 'context'));
  return needed.map((name): Finding => {
    if (required.includes(name)) return { ...setting, verdict: 'there', what: `required check ${name}` };
    return { ...setting, verdict: 'missing', what: `required check ${name}: ${branch} can be merged to without it` };
  });
}

export async function allowedActions(
  uses: readonly string[],
  { github, settings }: Repository,
): Promise<readonly Finding[]> {
  const setting = { id: 'allowed-actions', link: `${settings}/actions` };
  const { status, body } = await github('actions.getGithubActionsPermissionsRepository');
  if (status !== 200) return [{ ...setting, verdict: 'unknown', what: `allowed actions: ${sayStatus(status)}` }];
  if (field(body, 'enabled') !== true)
    return [{ ...setting, verdict: 'missing', what: 'GitHub Actions is switched off' }];
  const allowed = field(body, 'allowed_actions');
  const fine: readonly Finding[] = [{ ...setting, verdict: 'there', what: 'allowed actions' }];
  if (allowed === 'all' || allowed === undefined) return fine;
  const selected = allowed === 'selected' ? await github('actions.getAllowedActionsRepository') : { status: 200 };
  if (selected.status !== 200)
    return [{ ...setting, verdict: 'unknown', what: `allowed actions: ${sayStatus(selected.status)}` }];
  const isOwn = field(selected.body, 'github_owned_allowed') === true;
  const patterns = textsAt(selected.body, 'patterns_allowed');
  const refused = uses.filter(
    (name) => !(isOwn && /^(actions|github)\//.test(name)) && !patterns.some((pattern) => matches(pattern, name)),
  );
  if (refused.length === 0) return fine;
  return refused.map((name) => ({
    ...setting,
    verdict: 'missing',
    what: `allowed actions: ${name} may not be used; allow ${name}/*`,
  }));
}

/** `owner/*`, `owner/name@*`, `owner/name/path@ref`: what allows some version of a repository, read kindly. */
function matches(pattern: string, name: string): boolean {
  const [repository = ''] = pattern.split('@');
  const parts = repository.split('/');
  return parts.length === 2 && parts[1] === '*'
    ? name.startsWith(`${parts[0]}/`)
    : parts.slice(0, 2).join('/') === name;
}

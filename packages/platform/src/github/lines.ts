import { readValue } from '../facts/part.ts';
import type { Facts } from '../facts.ts';
import { failed, looking, passed } from '../finding.ts';
import { including, type Line, line, missingOf, onlyFrom, setting } from '../line.ts';
import { flag, list, map, names, word } from '../policy/kinds.ts';
import type { ActionsFacts, EnvironmentFacts, RepositoryFacts, WorkflowFacts } from './facts.ts';
import { branchLines } from './lines-branch.ts';
import { peopleLines } from './lines-people.ts';
import { maker, REST } from './maker.ts';
import { GITHUB_SCOPES } from './read.ts';

const ofRepository = maker<RepositoryFacts>(({ github }) => github?.repository, {
  scope: `${GITHUB_SCOPES.metadata}, and ${GITHUB_SCOPES.administration} for scanning`,
  source: `${REST}repos/repos#get-a-repository`,
});
const ofActions = maker<ActionsFacts>(({ github }) => github?.actions, {
  scope: GITHUB_SCOPES.administration,
  source: `${REST}actions/permissions`,
});
const ofWorkflow = maker<WorkflowFacts>(({ github }) => github?.workflow, {
  scope: GITHUB_SCOPES.administration,
  source: `${REST}actions/permissions#get-default-workflow-permissions-for-a-repository`,
});
const switchOf = (
  part: 'immutableReleases' | 'dependabotAlerts' | 'dependabotUpdates' | 'vulnerabilityReports',
  source: string,
) =>
  maker<{ readonly enabled: boolean }>(({ github }) => github?.[part], {
    scope: part === 'vulnerabilityReports' ? GITHUB_SCOPES.metadata : GITHUB_SCOPES.administration,
    source: `${REST}${source}`,
  });

/** What GitHub's two other switches let in, beside the patterns. */
const OWN = ['actions/*', 'github/*'];
const VERIFIED = 'verified creators';

/** From the least strict to the strictest, in GitHub's own words. */
const FORKS = [
  'first_time_contributors_new_to_github',
  'first_time_contributors',
  'all_external_contributors',
] as const;
const ALLOWED = ['all', 'selected', 'local_only', 'none'] as const;

/** Of a private repository GitHub shows the scanning of secrets only where it is bought, and to who administers it. */
const withoutPlan = ({ github }: Facts): string | undefined => {
  const plan = readValue(github?.organization)?.plan;
  return plan === undefined ? undefined : `GitHub does not show it to this token on the plan "${plan}"`;
};

/** One finding for each named environment. */
function ofEnvironments(
  parts: { readonly key: string; readonly title: string; readonly says: string; readonly place: string },
  now: (environment: EnvironmentFacts) => string | undefined,
  holds: (environment: EnvironmentFacts, wanted: string) => boolean,
): Line {
  const { place, ...naming } = parts;
  return line({
    ...naming,
    scope: GITHUB_SCOPES.actions,
    source: `${REST}deployments/environments#list-environments`,
    kind: map,
    propose: ({ github }) => {
      if (github?.environments.kind !== 'read') return undefined;
      const found = github.environments.value.flatMap((one) => {
        const value = now(one);
        return value === undefined || value === '' ? [] : [[one.name, value] as const];
      });
      return found.length === 0 ? undefined : Object.fromEntries(found);
    },
    judge: (wanted, { github }) =>
      looking(
        github?.environments,
        { what: parts.title, expected: map.show(wanted), missing: missingOf(parts.key) },
        (environments) =>
          Object.entries(wanted).map(([name, value]) => {
            const found = environments.find((one) => one.name === name);
            const measured = found === undefined ? 'no such environment' : (now(found) ?? 'none') || 'none';
            const seeing = { what: `environment ${name}`, measured, expected: value };
            return found !== undefined && holds(found, value)
              ? passed(seeing)
              : failed('environment-differs', {
                  ...seeing,
                  remedy: `Set it to ${value} under Settings > Environments > ${name} > ${place}.`,
                });
          }),
      ),
  });
}

const settingLines: readonly Line[] = [
  ofEnvironments(
    {
      key: 'github.environment-reviewers',
      title: 'Reviewers of environments',
      says: 'People or teams who have to approve jobs, as ENVIRONMENT: NAMES, with commas between them.',
      place: 'Required reviewers',
    },
    ({ reviewers }) => reviewers.join(', '),
    ({ reviewers }, wanted) =>
      reviewers.join(', ') ===
      wanted
        .split(',')
        .map((one) => one.trim())
        .sort()
        .join(', '),
  ),
  ofEnvironments(
    {
      key: 'github.environment-self-review',
      title: 'Approval of own runs',
      says: 'Whether who started a run may approve it, as ENVIRONMENT: refused or allowed.',
      place: 'Prevent self-review',
    },
    ({ preventsSelfReview, reviewers }) =>
      reviewers.length === 0 ? undefined : preventsSelfReview ? 'refused' : 'allowed',
    ({ preventsSelfReview }, wanted) => (preventsSelfReview ? 'refused' : 'allowed') === wanted,
  ),
  ofEnvironments(
    {
      key: 'github.environment-branches',
      title: 'Branches of environments',
      says: 'Branches from which jobs may use an environment, as ENVIRONMENT: all, protected or custom.',
      place: 'Deployment branches and tags',
    },
    ({ branches }) => branches,
    ({ branches }, wanted) => branches === wanted,
  ),
  ofActions({
    key: 'github.allowed-actions',
    title: 'Actions that workflows may use',
    says: `Actions that workflows may use: ${ALLOWED.join(', ')}.`,
    kind: word(ALLOWED),
    bound: 'at least as strict as',
    holds: (now, wanted) => ALLOWED.indexOf(now) >= ALLOWED.indexOf(wanted),
    now: ({ allowed }) => ALLOWED.find((one) => one === allowed),
    place: 'Actions > General > Actions permissions',
  }),
  ofActions({
    key: 'github.allowed-action-patterns',
    title: 'Patterns of actions that workflows may use',
    says: `Patterns of actions that workflows may use, and no others; "${VERIFIED}" are those of creators that GitHub verified.`,
    kind: list,
    ...onlyFrom,
    now: ({ allowed, patterns, githubOwned, verifiedCreators }) =>
      allowed === 'all'
        ? ['*']
        : [...(githubOwned ? OWN : []), ...patterns, ...(verifiedCreators ? [VERIFIED] : [])].sort(),
    place: 'Actions > General > Allow specified actions',
  }),
  ofActions({
    key: 'github.actions-pinned',
    title: 'Actions are pinned to a commit',
    says: 'Whether workflows may use actions only by the full id of a commit.',
    kind: flag,
    now: ({ shaPinning }) => shaPinning,
    place: 'Actions > General > Require actions to be pinned to a full-length commit SHA',
  }),
  ofWorkflow({
    key: 'github.workflow-token-writes',
    title: 'Default of the token of workflows',
    says: 'Whether the token of a workflow may write where the workflow does not say.',
    kind: flag,
    recommended: false,
    now: ({ tokenWrites }) => tokenWrites,
    place: 'Actions > General > Workflow permissions',
  }),
  ofWorkflow({
    key: 'github.workflows-approve',
    title: 'Approval by workflows',
    says: 'Whether workflows may approve pull requests.',
    kind: flag,
    recommended: false,
    now: ({ approvesPullRequests }) => approvesPullRequests,
    place: 'Actions > General > Allow GitHub Actions to create and approve pull requests',
  }),
  maker<{ readonly policy: string }>(({ github }) => github?.forkApproval, {
    scope: GITHUB_SCOPES.administration,
    source: `${REST}actions/permissions#get-fork-pr-contributor-approval-permissions-for-a-repository`,
  })({
    key: 'github.fork-approval',
    title: 'Approval of workflows from forks',
    says: `Whose workflows wait for an approval: ${FORKS.join(', ')}.`,
    kind: word(FORKS),
    bound: 'at least as strict as',
    holds: (now, wanted) => FORKS.indexOf(now) >= FORKS.indexOf(wanted),
    now: ({ policy }) => FORKS.find((one) => one === policy),
    place: 'Actions > General > Approval for running fork pull request workflows from contributors',
  }),
  switchOf(
    'immutableReleases',
    'repos/repos#check-if-immutable-releases-are-enabled-for-a-repository',
  )({
    key: 'github.immutable-releases',
    title: 'Releases are immutable',
    says: 'Whether tags and files of published releases cannot be changed.',
    kind: flag,
    now: ({ enabled }) => enabled,
    place: 'General > Releases > Enable release immutability',
  }),
  switchOf(
    'dependabotAlerts',
    'repos/repos#check-if-vulnerability-alerts-are-enabled-for-a-repository',
  )({
    key: 'github.dependabot-alerts',
    title: 'Dependabot alerts',
    says: 'Whether Dependabot reports known vulnerabilities of dependencies.',
    kind: flag,
    recommended: true,
    now: ({ enabled }) => enabled,
    place: 'Advanced Security > Dependabot alerts',
  }),
  switchOf(
    'dependabotUpdates',
    'repos/repos#check-if-dependabot-security-updates-are-enabled-for-a-repository',
  )({
    key: 'github.dependabot-updates',
    title: 'Dependabot security updates',
    says: 'Whether Dependabot opens pull requests that remove them.',
    kind: flag,
    recommended: true,
    now: ({ enabled }) => enabled,
    place: 'Advanced Security > Dependabot security updates',
  }),
  ofRepository({
    key: 'github.secret-scanning',
    title: 'Secret scanning',
    says: 'Whether GitHub looks for secrets in commits (public repositories, or Secret Protection).',
    kind: flag,
    recommended: true,
    now: ({ secretScanning }) => secretScanning,
    unsaid: withoutPlan,
    place: 'Advanced Security > Secret Protection',
  }),
  ofRepository({
    key: 'github.push-protection',
    title: 'Push protection',
    says: 'Whether GitHub refuses a push that holds a secret (public repositories, or Secret Protection).',
    kind: flag,
    recommended: true,
    now: ({ pushProtection }) => pushProtection,
    unsaid: withoutPlan,
    place: 'Advanced Security > Push protection',
  }),
  maker<{ readonly configured: boolean }>(({ github }) => github?.codeScanning, {
    scope: GITHUB_SCOPES.administration,
    source: `${REST}code-scanning/code-scanning#get-a-code-scanning-default-setup-configuration`,
  })({
    key: 'github.code-scanning',
    title: 'Code scanning',
    says: 'Whether the default setup of code scanning is on (public repositories, or Code Security).',
    kind: flag,
    now: ({ configured }) => configured,
    place: 'Advanced Security > CodeQL analysis',
  }),
  switchOf(
    'vulnerabilityReports',
    'repos/repos#check-if-private-vulnerability-reporting-is-enabled-for-a-repository',
  )({
    key: 'github.private-reports',
    title: 'Private reports of vulnerabilities',
    says: 'Whether anyone can report a vulnerability in private (public repositories).',
    kind: flag,
    now: ({ enabled }) => enabled,
    place: 'Advanced Security > Private vulnerability reporting',
  }),
  ofRepository({
    key: 'github.private',
    title: 'Visibility of the repository',
    says: 'Whether the repository is private.',
    kind: flag,
    now: (repository) => repository.private,
    place: 'General > Danger Zone > Change repository visibility',
  }),
  setting({
    key: 'github.secrets',
    title: 'Secrets of the repository',
    says: 'Names of secrets that the workflows need.',
    scope: GITHUB_SCOPES.secrets,
    source: `${REST}actions/secrets#list-repository-secrets`,
    kind: names,
    ...including,
    part: ({ github }) => github?.secrets,
    now: (names) => names,
    remedy: (wanted) => `Run \`gh secret set NAME\` for each of ${list.show(wanted)} that is missing.`,
  }),
  line({
    key: 'github.environment-secrets',
    title: 'Secrets of the environment',
    says: 'Names of secrets that jobs of the environment of production need.',
    scope: GITHUB_SCOPES.environments,
    source: `${REST}actions/secrets#list-environment-secrets`,
    kind: names,
    propose: ({ github }) => {
      const part = Object.values(github?.environmentSecrets ?? {})[0];
      return part?.kind === 'read' && part.value.length > 0 ? part.value : undefined;
    },
    judge: (wanted, { github }) => {
      const [name = 'production', part] = Object.entries(github?.environmentSecrets ?? {})[0] ?? [];
      const about = { what: `environment ${name}`, expected: list.show(wanted), missing: missingOf('github.secrets') };
      return looking(part, about, (names) => {
        const missing = wanted.filter((one) => !names.includes(one));
        const seeing = {
          what: `environment ${name}`,
          measured: list.show(names),
          expected: `all of ${list.show(wanted)}`,
        };
        if (missing.length === 0) return [passed(seeing)];
        const remedy = `Run ${missing.map((one) => `\`gh secret set ${one} --env ${name}\``).join(', ')}.`;
        return [failed('secret-missing', { ...seeing, remedy })];
      });
    },
  }),
];

export const githubLines: readonly Line[] = [...branchLines, ...settingLines, ...peopleLines];

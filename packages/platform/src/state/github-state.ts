import type { Part } from '../facts/part.ts';
import type { GitHubFacts } from '../github/facts.ts';
import { mapped, plain, type State } from './plain.ts';

/** What of a repository at GitHub is kept. */
export function githubState(facts: GitHubFacts): Readonly<Record<string, Part<State>>> {
  const secrets = Object.entries(facts.environmentSecrets).map(
    ([name, part]) => [`secretsOf-${name}`, mapped(part, (names) => [...names])] as const,
  );
  return {
    repository: mapped(facts.repository, ({ name: _name, organization: _owner, ...repository }) => plain(repository)),
    rulesets: mapped(facts.rules, ({ rulesets }) =>
      Object.fromEntries(rulesets.map(({ id: _id, name, ...ruleset }) => [name, plain(ruleset)])),
    ),
    rules: mapped(facts.rules, ({ rulesets: _rulesets, ...rules }) => plain(rules)),
    environments: mapped(facts.environments, (environments) =>
      Object.fromEntries(environments.map(({ name, ...environment }) => [name, plain(environment)])),
    ),
    actions: mapped(facts.actions, (actions) => plain(actions)),
    workflow: mapped(facts.workflow, (workflow) => plain(workflow)),
    forkApproval: mapped(facts.forkApproval, ({ policy }) => policy),
    immutableReleases: mapped(facts.immutableReleases, ({ enabled }) => enabled),
    dependabotAlerts: mapped(facts.dependabotAlerts, ({ enabled }) => enabled),
    dependabotUpdates: mapped(facts.dependabotUpdates, ({ enabled }) => enabled),
    codeScanning: mapped(facts.codeScanning, ({ configured }) => configured),
    vulnerabilityReports: mapped(facts.vulnerabilityReports, ({ enabled }) => enabled),
    secrets: mapped(facts.secrets, (names) => [...names]),
    ...Object.fromEntries(secrets),
  };
}

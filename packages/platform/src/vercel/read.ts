import { orAbsent } from '../facts/absent.ts';
import { atMost } from '../facts/at-most.ts';
import { openGate } from '../facts/gate.ts';
import { type Part, readPart, readValue } from '../facts/part.ts';
import { at, flagAt, hostOf, listAt, numberAt, textAt, textsAt } from '../facts/pick.ts';
import type {
  CertificateFacts,
  DomainConfiguration,
  DrainFacts,
  EnvFacts,
  FirewallFacts,
  FirewallRule,
  MemberFacts,
  TeamFacts,
  VercelDomainFacts,
  VercelFacts,
  VercelProjectFacts,
  WebhookFacts,
} from './facts.ts';
import { definitionOf } from './rule-definition.ts';

/** Vercel's API, as far as this package asks it: reads that are retried within a deadline. */
export interface VercelReads {
  /** The JSON of a GET. Throws RemoteError. */
  read(path: string, query?: Readonly<Record<string, string | number | boolean | undefined>>): Promise<unknown>;
  /** Every item of a paginated list. */
  readAll(
    path: string,
    member: string,
    query?: Readonly<Record<string, string | number | boolean | undefined>>,
  ): Promise<readonly unknown[]>;
}

export interface VercelPlace {
  /** Id or name of the project. */
  readonly project: string;
  /** Id or slug of the team; `''` for a personal account. */
  readonly team: string;
}

export const VERCEL_SCOPES = {
  project: 'a token of the project (any role that sees it, like Viewer)',
  team: 'a token of the team, of a member with the role Viewer or higher',
  owner: 'a token of the team, of a member with the role Owner, Member or Security',
} as const;

/** Reads all of it: a constant number of requests, and one for each domain. */
export async function readVercel(api: VercelReads, { project, team }: VercelPlace): Promise<VercelFacts> {
  const gate = openGate(4);
  const path = `/v9/projects/${encodeURIComponent(project)}`;
  const teamPart = await readPart({ what: 'the team', scope: VERCEL_SCOPES.team }, async () =>
    team === '' ? NO_TEAM : teamOf(await api.read(`/v2/teams/${encodeURIComponent(team)}`)),
  );
  const plan = readValue(teamPart)?.plan;
  const part = <T>(what: string, scope: string, work: () => Promise<T>): Promise<Part<T>> =>
    gate(() => readPart({ what, scope, plan }, work));
  const projectPart = await part('the project', VERCEL_SCOPES.project, async () => projectOf(await api.read(path)));
  const projectId = readValue(projectPart)?.id ?? project;
  const [domains, certificates, env, firewall, drains, webhooks, members] = await Promise.all([
    part('the domains of the project', VERCEL_SCOPES.project, async () =>
      (await api.readAll(`${path}/domains`, 'domains')).map(domainOf),
    ),
    part('the certificates', VERCEL_SCOPES.team, async () =>
      listAt(await api.read('/v8/certs'), 'certs').map(certificateOf),
    ),
    part('the environment variables', VERCEL_SCOPES.project, async () =>
      listAt(await api.read(`/v10/projects/${encodeURIComponent(project)}/env`), 'envs').map(variableOf),
    ),
    part('the firewall', VERCEL_SCOPES.team, () => firewallNow(api, projectId)),
    part('the drains', VERCEL_SCOPES.team, async () =>
      listAt(await api.read('/v1/drains', { projectId }), 'drains').map(drainOf),
    ),
    part('the webhooks', VERCEL_SCOPES.team, async () => itemsOf(await api.read('/v1/webhooks')).map(webhookOf)),
    part('the members of the team', VERCEL_SCOPES.owner, async () =>
      team === '' ? [] : (await api.readAll(`/v3/teams/${encodeURIComponent(team)}/members`, 'members')).map(memberOf),
    ),
  ]);
  const names = (readValue(domains) ?? []).map(({ name }) => name);
  const configurations = await atMost(
    4,
    names,
    async (name): Promise<[string, Part<DomainConfiguration>]> => [
      name,
      await part(`the configuration of ${name}`, VERCEL_SCOPES.team, async () =>
        configurationOf(await api.read(`/v6/domains/${encodeURIComponent(name)}/config`)),
      ),
    ],
  );
  return {
    plan,
    project: projectPart,
    domains,
    configurations: Object.fromEntries(configurations),
    certificates,
    env,
    firewall,
    drains,
    webhooks,
    team: teamPart,
    members,
  };
}

const NO_TEAM: TeamFacts = {
  slug: '',
  plan: 'hobby',
  samlEnforced: false,
  sensitivePolicy: 'default',
  hidesAddresses: false,
  hidesAddressesInDrains: false,
};

function teamOf(answer: unknown): TeamFacts {
  return {
    slug: textAt(answer, 'slug') ?? '',
    plan: textAt(answer, 'billing', 'plan'),
    samlEnforced: flagAt(answer, 'saml', 'enforced') ?? false,
    sensitivePolicy: textAt(answer, 'sensitiveEnvironmentVariablePolicy') ?? 'default',
    hidesAddresses: flagAt(answer, 'hideIpAddresses') ?? false,
    hidesAddressesInDrains: flagAt(answer, 'hideIpAddressesInLogDrains') ?? false,
  };
}

function projectOf(answer: unknown): VercelProjectFacts {
  const [org, repo] = [textAt(answer, 'link', 'org'), textAt(answer, 'link', 'repo')];
  const skew = numberAt(answer, 'skewProtectionMaxAge') ?? 0;
  return {
    id: textAt(answer, 'id') ?? '',
    name: textAt(answer, 'name') ?? '',
    framework: textAt(answer, 'framework'),
    nodeVersion: textAt(answer, 'nodeVersion'),
    rootDirectory: textAt(answer, 'rootDirectory'),
    buildCommand: textAt(answer, 'buildCommand'),
    installCommand: textAt(answer, 'installCommand'),
    outputDirectory: textAt(answer, 'outputDirectory'),
    regions: textsAt(answer, 'resourceConfig', 'functionDefaultRegions'),
    repository: org === undefined || repo === undefined ? undefined : `${org}/${repo}`,
    productionBranch: textAt(answer, 'link', 'productionBranch'),
    gitDeployments: gitDeploymentsOf(answer),
    verifiedCommits: flagAt(answer, 'gitProviderOptions', 'requireVerifiedCommits') ?? false,
    autoAssignDomains: flagAt(answer, 'autoAssignCustomDomains'),
    deploymentProtection: textAt(answer, 'ssoProtection', 'deploymentType') ?? 'none',
    forkProtection: flagAt(answer, 'gitForkProtection'),
    publicSource: at(answer, 'publicSource') === true,
    directoryListing: flagAt(answer, 'directoryListing'),
    skewProtectionSeconds: skew,
    cronsEnabled: at(answer, 'crons', 'disabledAt') == null && listAt(answer, 'crons', 'definitions').length > 0,
    crons: Object.fromEntries(
      listAt(answer, 'crons', 'definitions').map((one) => [textAt(one, 'path') ?? '', textAt(one, 'schedule') ?? '']),
    ),
    previewDays: numberAt(answer, 'deploymentExpiration', 'expirationDays'),
  };
}

/** Vercel leaves it out where nothing was changed: then pushes make deployments. */
function gitDeploymentsOf(answer: unknown): boolean {
  return textAt(answer, 'gitProviderOptions', 'createDeployments') !== 'disabled';
}

function domainOf(answer: unknown): VercelDomainFacts {
  return {
    name: textAt(answer, 'name') ?? '',
    verified: at(answer, 'verified') === true,
    redirect: textAt(answer, 'redirect'),
    redirectStatus: numberAt(answer, 'redirectStatusCode'),
    gitBranch: textAt(answer, 'gitBranch'),
  };
}

function configurationOf(answer: unknown): DomainConfiguration {
  return { misconfigured: at(answer, 'misconfigured') !== false, configuredBy: textAt(answer, 'configuredBy') };
}

function certificateOf(answer: unknown): CertificateFacts {
  return {
    names: textsAt(answer, 'cns'),
    expiresAtMs: numberAt(answer, 'expiresAt') ?? 0,
    autoRenew: at(answer, 'autoRenew') === true,
  };
}

/** Its value is in the answer too, and is left there. */
function variableOf(answer: unknown): EnvFacts {
  const target = at(answer, 'target');
  const custom = textsAt(answer, 'customEnvironmentIds');
  return {
    key: textAt(answer, 'key') ?? '',
    type: textAt(answer, 'type') ?? '',
    targets: [...(typeof target === 'string' ? [target] : textsAt(answer, 'target')), ...custom],
    gitBranch: textAt(answer, 'gitBranch'),
    updatedAtMs: numberAt(answer, 'updatedAt') ?? numberAt(answer, 'createdAt'),
  };
}

/** A project that never had a firewall configuration has none, which is answered with 404. */
async function firewallNow(api: VercelReads, projectId: string): Promise<FirewallFacts> {
  const answer = await orAbsent(api.read('/v1/security/firewall/config/active', { projectId }));
  return {
    enabled: at(answer, 'firewallEnabled') === true,
    managed: actionsOf(at(answer, 'managedRules'), 'log'),
    owasp: actionsOf(at(answer, 'crs'), 'log'),
    rules: listAt(answer, 'rules').map(ruleOf),
    bypasses: listAt(answer, 'ips')
      .filter((one) => at(one, 'action') === 'bypass')
      .map((one) => textAt(one, 'ip') ?? ''),
  };
}

function actionsOf(groups: unknown, absent: string): Readonly<Record<string, string>> {
  if (typeof groups !== 'object' || groups === null) return {};
  return Object.fromEntries(
    Object.entries(groups)
      .filter(([, group]) => at(group, 'active') === true)
      .map(([name, group]) => [name, textAt(group, 'action') ?? absent]),
  );
}

function ruleOf(answer: unknown): FirewallRule {
  return {
    name: textAt(answer, 'name') ?? '',
    active: at(answer, 'active') === true,
    action: textAt(answer, 'action', 'mitigate', 'action') ?? '',
    limit: numberAt(answer, 'action', 'mitigate', 'rateLimit', 'limit'),
    windowSeconds: numberAt(answer, 'action', 'mitigate', 'rateLimit', 'window'),
    ...definitionOf(answer),
  };
}

function drainOf(answer: unknown): DrainFacts {
  const kinds = at(answer, 'schemas');
  return {
    name: textAt(answer, 'name') ?? '',
    host: hostOf(textAt(answer, 'delivery', 'endpoint')),
    status: textAt(answer, 'status') ?? 'enabled',
    kinds: typeof kinds === 'object' && kinds !== null ? Object.keys(kinds).sort() : [],
  };
}

/** A bare list. */
function itemsOf(answer: unknown): readonly unknown[] {
  return Array.isArray(answer) ? answer : [];
}

function webhookOf(answer: unknown): WebhookFacts {
  return { host: hostOf(textAt(answer, 'url')) ?? '', events: [...textsAt(answer, 'events')].sort() };
}

function memberOf(answer: unknown): MemberFacts {
  return {
    name: textAt(answer, 'username') ?? '',
    role: textAt(answer, 'role') ?? '',
    confirmed: at(answer, 'confirmed') === true,
  };
}

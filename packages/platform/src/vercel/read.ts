import { at, numberAt, textAt } from '@lockstep/base';
import { orAbsent } from '../facts/absent.ts';
import { atMost } from '../facts/at-most.ts';
import { openGate } from '../facts/gate.ts';
import { type Part, readPart, readValue } from '../facts/part.ts';
import {
  flagOf,
  hostIn,
  hostOf,
  itemsOf,
  maybeFlag,
  maybeItems,
  maybeNumber,
  maybeText,
  textOf,
  UnexpectedAnswer,
  wordsOf,
} from '../facts/pick.ts';
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
  // The firewall and the drains are asked for by the id: by a name they could be answered as if there were none.
  const byId = <T>(what: string, work: (id: string) => Promise<T>): Promise<Part<T>> =>
    projectPart.kind === 'read'
      ? part(what, VERCEL_SCOPES.team, () => work(projectPart.value.id))
      : Promise.resolve(projectPart);
  // Who may not see the project sees nothing of it: it is refused once.
  const ofProject = <T>(what: string, work: () => Promise<T>): Promise<Part<T>> =>
    projectPart.kind === 'withheld' ? Promise.resolve(projectPart) : part(what, VERCEL_SCOPES.project, work);
  const [domains, certificates, env, firewall, drains, webhooks, members] = await Promise.all([
    ofProject('the domains of the project', async () =>
      (await api.readAll(`${path}/domains`, 'domains')).map(domainOf),
    ),
    part('the certificates', VERCEL_SCOPES.team, async () =>
      itemsOf(await api.read('/v8/certs'), 'certs').map(certificateOf),
    ),
    ofProject('the environment variables', async () =>
      variablesOf(await api.read(`/v10/projects/${encodeURIComponent(project)}/env`)),
    ),
    byId('the firewall', (projectId) => firewallNow(api, projectId)),
    byId('the drains', async (projectId) =>
      itemsOf(await api.read('/v1/drains', { projectId }), 'drains').map(drainOf),
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
    slug: textOf(answer, 'slug'),
    plan: textAt(answer, 'billing', 'plan'),
    samlEnforced: maybeFlag(answer, 'saml', 'enforced') ?? false,
    sensitivePolicy: maybeText(answer, 'sensitiveEnvironmentVariablePolicy') ?? 'default',
    hidesAddresses: maybeFlag(answer, 'hideIpAddresses') ?? false,
    hidesAddressesInDrains: maybeFlag(answer, 'hideIpAddressesInLogDrains') ?? false,
  };
}

function projectOf(answer: unknown): VercelProjectFacts {
  const [org, repo] = [maybeText(answer, 'link', 'org'), maybeText(answer, 'link', 'repo')];
  const skew = maybeNumber(answer, 'skewProtectionMaxAge') ?? 0;
  return {
    id: textOf(answer, 'id'),
    name: textOf(answer, 'name'),
    framework: maybeText(answer, 'framework'),
    nodeVersion: maybeText(answer, 'nodeVersion'),
    rootDirectory: maybeText(answer, 'rootDirectory'),
    buildCommand: maybeText(answer, 'buildCommand'),
    installCommand: maybeText(answer, 'installCommand'),
    outputDirectory: maybeText(answer, 'outputDirectory'),
    regions:
      at(answer, 'resourceConfig') == null
        ? []
        : maybeItems(answer, 'resourceConfig', 'functionDefaultRegions').map((one) => textOf(one)),
    repository: org === undefined || repo === undefined ? undefined : `${org}/${repo}`,
    productionBranch: maybeText(answer, 'link', 'productionBranch'),
    gitDeployments: gitDeploymentsOf(answer),
    verifiedCommits: maybeFlag(answer, 'gitProviderOptions', 'requireVerifiedCommits') ?? false,
    autoAssignDomains: maybeFlag(answer, 'autoAssignCustomDomains'),
    deploymentProtection: maybeText(answer, 'ssoProtection', 'deploymentType') ?? 'none',
    forkProtection: maybeFlag(answer, 'gitForkProtection'),
    publicSource: maybeFlag(answer, 'publicSource') ?? false,
    directoryListing: maybeFlag(answer, 'directoryListing'),
    skewProtectionSeconds: skew,
    cronsEnabled:
      maybeNumber(answer, 'crons', 'disabledAt') === undefined && maybeItems(answer, 'crons', 'definitions').length > 0,
    crons: Object.fromEntries(
      maybeItems(answer, 'crons', 'definitions').map((one) => [textOf(one, 'path'), textOf(one, 'schedule')]),
    ),
    previewDays: maybeNumber(answer, 'deploymentExpiration', 'expirationDays'),
  };
}

/** Vercel leaves it out where nothing was changed: then pushes make deployments. */
function gitDeploymentsOf(answer: unknown): boolean {
  return maybeText(answer, 'gitProviderOptions', 'createDeployments') !== 'disabled';
}

function domainOf(answer: unknown): VercelDomainFacts {
  return {
    name: textOf(answer, 'name'),
    verified: flagOf(answer, 'verified'),
    redirect: maybeText(answer, 'redirect'),
    redirectStatus: maybeNumber(answer, 'redirectStatusCode'),
    gitBranch: maybeText(answer, 'gitBranch'),
  };
}

function configurationOf(answer: unknown): DomainConfiguration {
  return { misconfigured: flagOf(answer, 'misconfigured'), configuredBy: maybeText(answer, 'configuredBy') };
}

function certificateOf(answer: unknown): CertificateFacts {
  return {
    names: wordsOf(answer, 'cns'),
    expiresAtMs: numberAt(answer, 'expiresAt') ?? 0,
    autoRenew: at(answer, 'autoRenew') === true,
  };
}

/** Vercel answers with all of them; where it names another page, this is not all. */
function variablesOf(answer: unknown): readonly EnvFacts[] {
  if (at(answer, 'pagination', 'next') != null) throw new UnexpectedAnswer('an end');
  return itemsOf(answer, 'envs').map(variableOf);
}

/** Its value is in the answer too, and is left there. */
function variableOf(answer: unknown): EnvFacts {
  const target = at(answer, 'target');
  const targets = typeof target === 'string' ? [target] : maybeItems(answer, 'target').map((one) => textOf(one));
  const custom = maybeItems(answer, 'customEnvironmentIds').map((one) => textOf(one));
  // One that is for no environment at all: where it is used is not known.
  if (targets.length + custom.length === 0) throw new UnexpectedAnswer('target');
  return {
    key: textOf(answer, 'key'),
    type: textOf(answer, 'type'),
    targets: [...targets, ...custom],
    gitBranch: maybeText(answer, 'gitBranch'),
    updatedAtMs: maybeNumber(answer, 'updatedAt') ?? maybeNumber(answer, 'createdAt'),
  };
}

/** A project that never had a firewall configuration has none, which is answered with 404. */
async function firewallNow(api: VercelReads, projectId: string): Promise<FirewallFacts> {
  const answer = await orAbsent(api.read('/v1/security/firewall/config/active', { projectId }));
  return {
    enabled: answer === undefined ? false : flagOf(answer, 'firewallEnabled'),
    managed: actionsOf(at(answer, 'managedRules'), 'log'),
    owasp: actionsOf(at(answer, 'crs'), 'log'),
    rules: maybeItems(answer, 'rules').map(ruleOf),
    bypasses: maybeItems(answer, 'ips')
      .filter((one) => textOf(one, 'action') === 'bypass')
      .map((one) => textOf(one, 'ip')),
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

/** What a rule may do above its limit that stops a request. */
const STOPPING: readonly string[] = ['deny', 'challenge', 'rate_limit'];

function ruleOf(answer: unknown): FirewallRule {
  return {
    name: textAt(answer, 'name') ?? '',
    active: at(answer, 'active') === true,
    action: textAt(answer, 'action', 'mitigate', 'action') ?? '',
    limit: numberAt(answer, 'action', 'mitigate', 'rateLimit', 'limit'),
    onlyLogs: !STOPPING.includes(textAt(answer, 'action', 'mitigate', 'rateLimit', 'action') ?? ''),
    windowSeconds: numberAt(answer, 'action', 'mitigate', 'rateLimit', 'window'),
    ...definitionOf(answer),
  };
}

function drainOf(answer: unknown): DrainFacts {
  const kinds = at(answer, 'schemas');
  return {
    name: textAt(answer, 'name') ?? '',
    host: hostOf(textAt(answer, 'delivery', 'endpoint')),
    // Its description lets it be left out.
    status: at(answer, 'status') === undefined ? 'enabled' : textOf(answer, 'status'),
    kinds: typeof kinds === 'object' && kinds !== null ? Object.keys(kinds).sort() : [],
  };
}

function webhookOf(answer: unknown): WebhookFacts {
  return { host: hostIn(answer, 'url'), events: [...wordsOf(answer, 'events')].sort() };
}

function memberOf(answer: unknown): MemberFacts {
  return {
    name: textOf(answer, 'username'),
    role: textOf(answer, 'role'),
    confirmed: at(answer, 'confirmed') === true,
  };
}

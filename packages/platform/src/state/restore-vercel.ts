import type { State } from './plain.ts';
import type { RestoreStep, Wanted } from './step.ts';

type Members = Readonly<Record<string, State>>;
const SERVICE = 'vercel';

/** Members of the project that a PATCH sets, by the names of a snapshot. */
const PATCHED: Readonly<Record<string, (value: State) => Readonly<Record<string, State>>>> = {
  autoAssignDomains: (value) => ({ autoAssignCustomDomains: value }),
  buildCommand: (value) => ({ buildCommand: value }),
  deploymentProtection: (value) => ({ ssoProtection: value === 'none' ? null : { deploymentType: value } }),
  directoryListing: (value) => ({ directoryListing: value }),
  forkProtection: (value) => ({ gitForkProtection: value }),
  framework: (value) => ({ framework: value }),
  installCommand: (value) => ({ installCommand: value }),
  nodeVersion: (value) => ({ nodeVersion: value }),
  outputDirectory: (value) => ({ outputDirectory: value }),
  publicSource: (value) => ({ publicSource: value }),
  regions: (value) => ({ resourceConfig: { functionDefaultRegions: value } }),
  rootDirectory: (value) => ({ rootDirectory: value }),
  skewProtectionSeconds: (value) => ({ skewProtectionMaxAge: value }),
};

const TEAM: Readonly<Record<string, (value: State) => Readonly<Record<string, State>>>> = {
  hidesAddresses: (value) => ({ hideIpAddresses: value }),
  hidesAddressesInDrains: (value) => ({ hideIpAddressesInLogDrains: value }),
  sensitivePolicy: (value) => ({ sensitiveEnvironmentVariablePolicy: value }),
};

/**
 * What Vercel's API sets. The connected repository, cron jobs (they come with a deployment), drains and webhooks (their
 * secrets are in no snapshot), members and SAML stay for a person.
 */
export function vercelSteps(wanted: Wanted): readonly RestoreStep[] {
  const { parts, place } = wanted;
  const scope =
    place.vercelTeam === '' ? {} : { [place.vercelTeam.startsWith('team_') ? 'teamId' : 'slug']: place.vercelTeam };
  const project = encodeURIComponent(place.vercelProject);
  return [
    ...patch(wanted, 'project', PATCHED, { what: 'settings of the project', path: `/v9/projects/${project}`, scope }),
    ...added(wanted, 'env').map(({ name, value }): RestoreStep => {
      const { gitBranch, key, targets, type } = value;
      const secret = variableOf(String(key));
      return {
        service: SERVICE,
        what: `environment variable ${name}`,
        how: {
          kind: 'request',
          method: 'POST',
          path: `/v10/projects/${project}/env`,
          query: scope,
          body: { key, value: `$${secret}`, type, target: targets, ...(gitBranch === undefined ? {} : { gitBranch }) },
          values: [secret],
        },
        paths: [pathOf('env', name)],
      };
    }),
    ...added(wanted, 'domains').map(
      ({ name, value }): RestoreStep => ({
        service: SERVICE,
        what: `domain ${name}`,
        how: {
          kind: 'request',
          method: 'POST',
          path: `/v10/projects/${project}/domains`,
          query: scope,
          body: {
            name,
            ...(value['gitBranch'] === undefined ? {} : { gitBranch: value['gitBranch'] }),
            ...(value['redirect'] === undefined ? {} : { redirect: value['redirect'] }),
            ...(value['redirectStatus'] === undefined ? {} : { redirectStatusCode: value['redirectStatus'] }),
          },
          values: [],
        },
        paths: [pathOf('domains', name)],
      }),
    ),
    ...firewall(wanted, parts['firewall'] as Members | undefined, scope),
    ...patch(wanted, 'team', TEAM, {
      what: 'settings of the team',
      path: `/v2/teams/${encodeURIComponent(place.vercelTeam)}`,
      scope: {},
    }),
  ];
}

function patch(
  { changes }: Wanted,
  part: string,
  members: typeof PATCHED,
  to: { readonly what: string; readonly path: string; readonly scope: Readonly<Record<string, string>> },
): readonly RestoreStep[] {
  const set = Object.entries(members).flatMap(([name, body]) => {
    const path = `${SERVICE}.${part}.${name}`;
    const change = changes.find((one) => one.path === path);
    return change === undefined ? [] : [{ path, body: body(change.after ?? null) }];
  });
  if (set.length === 0) return [];
  const body = Object.assign({}, ...set.map((one) => one.body)) as object;
  const how = { kind: 'request', method: 'PATCH', path: to.path, query: to.scope, body, values: [] } as const;
  return [{ service: SERVICE, what: to.what, how, paths: set.map(({ path }) => path) }];
}

/** What a part of the snapshot has and the service has not. */
function added({ changes, parts }: Wanted, part: string) {
  return Object.entries((parts[part] ?? {}) as Readonly<Record<string, Members>>)
    .filter(([name]) => changes.some(({ before, path }) => path === pathOf(part, name) && before === undefined))
    .map(([name, value]) => ({ name, value }));
}

function pathOf(part: string, name: string): string {
  return /^[\w-]+$/.test(name) ? `${SERVICE}.${part}.${name}` : `${SERVICE}.${part}[${name}]`;
}

function firewall(
  { changes, place }: Wanted,
  wanted: Members | undefined,
  scope: Readonly<Record<string, string>>,
): readonly RestoreStep[] {
  if (wanted === undefined || !changes.some(({ path }) => path.startsWith('vercel.firewall'))) return [];
  const rules = Object.values((wanted['rules'] ?? {}) as Readonly<Record<string, Members>>);
  const active = (groups: State | undefined) =>
    Object.fromEntries(
      Object.entries((groups ?? {}) as Members).map(([name, action]) => [name, { active: true, action }]),
    );
  const whole = rules.filter((rule) => rule['whole'] === true);
  return [
    {
      service: SERVICE,
      what: 'firewall of the project',
      how: {
        kind: 'request',
        method: 'PUT',
        path: '/v1/security/firewall/config',
        query: { projectId: place.vercelProject, ...scope },
        body: {
          firewallEnabled: wanted['enabled'],
          managedRules: active(wanted['managed']),
          crs: active(wanted['owasp']),
          rules: whole.map((rule) => rule['definition']),
          ips: ((wanted['bypasses'] ?? []) as readonly string[]).map((ip) => ({ hostname: '*', ip, action: 'bypass' })),
        },
        values: [],
      },
      paths: ['vercel.firewall'],
    },
    ...rules
      .filter((rule) => rule['whole'] !== true)
      .map((rule): RestoreStep => {
        const name = String((rule['definition'] as Members)['name']);
        return {
          service: SERVICE,
          what: `firewall rule ${name}`,
          how: {
            kind: 'manual',
            setting: `Create the rule "${name}": the values of its headers, cookies or queries are in no snapshot.`,
          },
          paths: [],
        };
      }),
  ];
}

/** The name of a shell variable for the value of a variable of the app. */
function variableOf(key: string): string {
  return `VALUE_OF_${key.replace(/\W/g, '_')}`;
}

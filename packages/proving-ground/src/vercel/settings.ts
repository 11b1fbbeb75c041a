import { requireAccount, requireProject } from './access.ts';
import { param, type Route, readBody } from './api.ts';
import { Refusal } from './refusal.ts';
import { hostKey } from './state.ts';
import { makeId, type World } from './world.ts';

export const settingsRoutes: readonly Route[] = [
  {
    method: 'GET',
    paths: ['/v6/domains/:domain/config'],
    answer: (world, call) => {
      const name = hostKey(param(call, 'domain'));
      const { configuredBy, misconfigured } = world.settings.domainConfigs[name] ?? {
        misconfigured: false,
        configuredBy: 'CNAME',
      };
      return {
        status: 200,
        body: {
          configuredBy,
          misconfigured,
          acceptedChallenges: misconfigured ? [] : ['http-01'],
          recommendedIPv4: [{ rank: 1, value: ['76.76.21.21'] }],
          recommendedCNAME: [{ rank: 1, value: 'cname.vercel-dns.com.' }],
        },
      };
    },
  },
  {
    method: 'GET',
    paths: ['/v8/certs'],
    answer: (world, call) => {
      requireAccount(call.access, 'Certs');
      const { certificates } = world.settings;
      return {
        status: 200,
        body: { certs: certificates, pagination: { count: certificates.length, next: null, prev: null } },
      };
    },
  },
  {
    method: 'GET',
    paths: ['/v1/security/firewall/config/active'],
    answer: (world, call) => {
      const project = requireProject(call.state, call.access, call.query.get('projectId') ?? '');
      const found = world.settings.firewalls[project.id];
      if (found === undefined) throw new Refusal(404, 'not_found', 'The firewall configuration was not found');
      return { status: 200, body: found };
    },
  },
  {
    method: 'PUT',
    paths: ['/v1/security/firewall/config'],
    answer: (world, call) => {
      const project = requireProject(call.state, call.access, call.query.get('projectId') ?? '');
      const body = readBody(call, ['firewallEnabled', 'managedRules', 'crs', 'rules', 'ips', 'botIdEnabled']);
      const active = firewallOf(world, project.id, body);
      world.settings.firewalls[project.id] = active;
      return { status: 200, body: { active } };
    },
  },
  {
    method: 'GET',
    paths: ['/v1/drains'],
    answer: (world, call) => {
      requireAccount(call.access, 'Drains');
      return { status: 200, body: { drains: world.settings.drains } };
    },
  },
  {
    method: 'GET',
    paths: ['/v1/webhooks'],
    answer: (world, call) => {
      requireAccount(call.access, 'Webhooks');
      return { status: 200, body: world.settings.webhooks };
    },
  },
  {
    method: 'GET',
    paths: ['/v3/events'],
    answer: (world, call) => {
      requireAccount(call.access, 'Events');
      return { status: 200, body: { events: world.settings.events } };
    },
  },
];

const GROUPS = ['sd', 'ma', 'lfi', 'rfi', 'rce', 'php', 'gen', 'xss', 'sqli', 'sf', 'java'];

/** A configuration as the API answers it, from what a client puts. */
export function firewallOf(
  world: World,
  projectKey: string,
  body: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const crs = Object.fromEntries(GROUPS.map((name) => [name, { active: false, action: 'log' }]));
  const withIds = (rows: unknown) =>
    (Array.isArray(rows) ? rows : []).map((row: object) => ({ id: makeId('rule'), ...row }));
  return {
    ownerId: world.team.id,
    projectKey,
    id: makeId('waf'),
    version: 1,
    updatedAt: '2026-11-01T00:00:00.000Z',
    firewallEnabled: body['firewallEnabled'] === true,
    crs: { ...crs, ...(body['crs'] as object | undefined) },
    rules: withIds(body['rules']),
    ips: withIds(body['ips']),
    changes: [],
    managedRules: body['managedRules'] ?? {},
  };
}

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { VercelCore } from '@vercel/sdk/core.js';
import { certsGetCerts } from '@vercel/sdk/funcs/certsGetCerts.js';
import { domainsGetDomainConfig } from '@vercel/sdk/funcs/domainsGetDomainConfig.js';
import { drainsGetDrains } from '@vercel/sdk/funcs/drainsGetDrains.js';
import { projectsFilterProjectEnvs } from '@vercel/sdk/funcs/projectsFilterProjectEnvs.js';
import { projectsGetProject } from '@vercel/sdk/funcs/projectsGetProject.js';
import { projectsGetProjectDomains } from '@vercel/sdk/funcs/projectsGetProjectDomains.js';
import { securityGetFirewallConfig } from '@vercel/sdk/funcs/securityGetFirewallConfig.js';
import { teamsGetTeam } from '@vercel/sdk/funcs/teamsGetTeam.js';
import { teamsGetTeamMembers } from '@vercel/sdk/funcs/teamsGetTeamMembers.js';
import { userListUserEvents } from '@vercel/sdk/funcs/userListUserEvents.js';
import { webhooksGetWebhooks } from '@vercel/sdk/funcs/webhooksGetWebhooks.js';
import { readPlatform, readVercelTraces } from '../../src/index.ts';
import { goodWorld, NOW, type World } from '../world.ts';

/** Vercel's own client is the judge of each answer that the audit reads of our stand-in. */
type Result = Promise<{ readonly ok: boolean; readonly error?: unknown }>;

let world: World;
let sdk: VercelCore;
/** What the audit asks, each path once. */
let asked: readonly string[];
beforeAll(async () => {
  world = await goodWorld();
  world.vercel.settings.events.push({
    ...{ id: 'uev_1', text: 'olga changed A', createdAt: NOW, userId: 'u1', principalId: 'u1' },
    entities: [{ type: 'env_var_name', start: 13, end: 14 }],
    user: { username: 'olga', avatar: '', email: 'olga@example.com', uid: 'u1' },
  });
  const access = world.access(['vercel']);
  await readPlatform(access);
  if (access.vercel === undefined) throw new Error('there is access to Vercel');
  await readVercelTraces(access.vercel.api, NOW);
  asked = [...new Set(world.vercel.exchanges.map(({ path }) => path))].sort();
  sdk = new VercelCore({ bearerToken: world.vercel.token, serverURL: world.vercel.url });
});
afterAll(async () => await world[Symbol.asyncDispose]());

const team = () => ({ teamId: world.vercel.team.id });
const web = () => ({ idOrName: 'web', ...team() });
const calls: readonly (readonly [string, () => Result])[] = [
  ['/v2/teams/team_lockstep', () => teamsGetTeam(sdk, team())],
  ['/v3/teams/team_lockstep/members', () => teamsGetTeamMembers(sdk, team())],
  ['/v9/projects/web', () => projectsGetProject(sdk, web())],
  ['/v9/projects/web/domains', () => projectsGetProjectDomains(sdk, web())],
  ['/v10/projects/web/env', () => projectsFilterProjectEnvs(sdk, web())],
  ['/v8/certs', () => certsGetCerts(sdk, team())],
  ['/v1/drains', () => drainsGetDrains(sdk, team())],
  ['/v1/webhooks', () => webhooksGetWebhooks(sdk, team())],
  ['/v3/events', () => userListUserEvents(sdk, team())],
  [
    '/v1/security/firewall/config/active',
    () => securityGetFirewallConfig(sdk, { projectId: world.vercelProject.id, configVersion: 'active', ...team() }),
  ],
  ['/v6/domains/shop.example.com/config', () => domainsGetDomainConfig(sdk, { domain: 'shop.example.com', ...team() })],
  ['/v6/domains/web.vercel.app/config', () => domainsGetDomainConfig(sdk, { domain: 'web.vercel.app', ...team() })],
  ['/v6/domains/www.example.com/config', () => domainsGetDomainConfig(sdk, { domain: 'www.example.com', ...team() })],
];

test('it is asked about each path that the audit reads', () => {
  expect(calls.map(([path]) => path).sort()).toEqual(asked);
});

test.each(calls)('it parses the answer of %s', async (path, call) => {
  const before = world.vercel.exchanges.length;
  const result = await call();
  expect(result.ok ? '' : String(result.error)).toBe('');
  expect(world.vercel.exchanges.slice(before).map((one) => one.path)).toEqual([path]);
});

test.each(calls)('it refuses an answer of %s that is none', async (path, call) => {
  const effect = { kind: 'status', status: 200, body: [7] } as const;
  world.faults.plant({ service: 'vercel', path: new RegExp(`^${path}(?:\\?|$)`), effect });
  expect((await call()).ok).toBe(false);
});

test('it refuses a word that Vercel does not have', async () => {
  const { team: settings } = world.vercel.settings;
  Object.assign(settings, { sensitiveEnvironmentVariablePolicy: 'sometimes' });
  expect((await teamsGetTeam(sdk, team())).ok).toBe(false);
  Object.assign(settings, { sensitiveEnvironmentVariablePolicy: 'on' });
});

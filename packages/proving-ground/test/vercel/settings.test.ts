import { afterAll, beforeAll, expect } from '@jest/globals';
import { VercelCore } from '@vercel/sdk/core.js';
import { certsGetCerts } from '@vercel/sdk/funcs/certsGetCerts.js';
import { domainsGetDomainConfig } from '@vercel/sdk/funcs/domainsGetDomainConfig.js';
import { drainsGetDrains } from '@vercel/sdk/funcs/drainsGetDrains.js';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { readContract } from '../../src/openapi/index.ts';
import { type Ground, makeGround } from './client.ts';

const contract = readContract(new URL('../../src/vercel/openapi-cut.json', import.meta.url), {
  formats: { uri: true },
});

let ground: Ground;
let id: string;
beforeAll(async () => {
  ground = await makeGround();
  const { vercel } = ground;
  const project = vercel.addProject({ name: 'web', domains: ['shop.localhost'], env: { KEY: 'value' } });
  id = project.id;
  vercel.setFirewall(project, {
    firewallEnabled: true,
    managedRules: { owasp: { active: true, action: 'deny' } },
    ips: [{ hostname: '*', ip: '198.51.100.7', action: 'bypass' }],
  });
  vercel.settings.members.push({
    ...{ uid: 'u1', username: 'olga', email: 'olga@example.com', role: 'OWNER', confirmed: true, createdAt: 1 },
  });
  vercel.settings.certificates.push({
    id: 'cert_1',
    cns: ['shop.localhost'],
    createdAt: 1,
    expiresAt: 2,
    autoRenew: true,
  });
});
afterAll(() => ground.end());

test.each([
  ['getProject', '/v9/projects/web'],
  ['getTeam', '/v2/teams/team_lockstep'],
  ['getDomainConfig', '/v6/domains/shop.localhost/config'],
  ['filterProjectEnvs', '/v10/projects/web/env'],
  ['getProjectDomains', '/v9/projects/web/domains'],
  ['getFirewallConfig', '/v1/security/firewall/config/active?projectId=web'],
  ['getDrains', '/v1/drains'],
  ['getTeamMembers', '/v3/teams/team_lockstep/members'],
  ['getWebhooks', '/v1/webhooks'],
  ['listUserEvents', '/v3/events'],
])("Vercel's own description allows the answer of %s", async (operation, path) => {
  const { body, status } = await ground.call('GET', path);
  expect(contract.checkAnswer(operation, status, body)).toEqual([]);
});

test("Vercel's SDK takes what its older description does not have", async () => {
  const sdk = new VercelCore({ bearerToken: ground.vercel.token, serverURL: ground.vercel.url });
  const team = { teamId: ground.vercel.team.id };
  for (const result of [
    await certsGetCerts(sdk, team),
    await drainsGetDrains(sdk, team),
    await domainsGetDomainConfig(sdk, { domain: 'shop.localhost', ...team }),
  ])
    expect(result.ok ? '' : String(result.error)).toBe('');
});

test('a project that never had a firewall has none', async () => {
  const { vercel } = ground;
  const other = vercel.addProject({ name: 'other' });
  expect((await ground.call('GET', `/v1/security/firewall/config/active?projectId=${other.id}`)).status).toBe(404);
  expect(id).not.toBe(other.id);
});

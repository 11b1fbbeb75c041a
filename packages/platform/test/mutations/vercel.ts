import { DAY_MS, NOW } from '../world/names.ts';
import type { World } from '../world.ts';
import { type Mutation, on } from './mutation.ts';

const vercel = (id: string, what: string, change: (world: World) => void, without?: readonly string[]) =>
  on('vercel', id, what, change, without);
const more = (id: string, name: string, value: unknown, without?: readonly string[]) =>
  vercel(
    id,
    `${name} is ${JSON.stringify(value)}`,
    ({ vercel: service, vercelProject: { id: project } }) =>
      service.configure(service.project(project), { more: { ...service.project(project).more, [name]: value } }),
    without,
  );
const configure = (id: string, changes: Parameters<World['vercel']['configure']>[1]) =>
  vercel(id, JSON.stringify(changes), ({ vercel: service, vercelProject }) =>
    service.configure(vercelProject, changes),
  );
const variable = (id: string, what: string, changes: Parameters<World['vercel']['addVariable']>[1]) =>
  vercel(id, what, ({ vercel: service, vercelProject }) =>
    service.addVariable(vercelProject, { value: '', createdAt: NOW - DAY_MS, ...changes }),
  );
const domain = (id: string, what: string, name: string, changes: object) =>
  vercel(id, what, ({ vercel: service, vercelProject }) => {
    const { domains } = service.project(vercelProject.id);
    service.configure(vercelProject, {
      domains: domains.map((one) => (one.name === name ? { ...one, ...changes } : one)),
    });
  });
const firewall = (id: string, what: string, change: (config: Record<string, unknown>) => void) =>
  vercel(id, what, ({ vercel: service, vercelProject }) => change(service.settings.firewalls[vercelProject.id] ?? {}));
const team = (id: string, changes: object) =>
  vercel(id, JSON.stringify(changes), ({ vercel: service }) => void Object.assign(service.settings.team, changes));

export const vercelMutations: readonly Mutation[] = [
  domain('domains', 'a domain is not verified', 'shop.example.com', { verified: false }),
  vercel('domains', 'a domain is gone', ({ vercel: service, vercelProject }) => {
    const { domains } = service.project(vercelProject.id);
    service.configure(vercelProject, { domains: domains.filter(({ name }) => name !== 'shop.example.com') });
  }),
  vercel('domains-configured', 'DNS points elsewhere', ({ vercel: service }) => {
    service.settings.domainConfigs['shop.example.com'] = { misconfigured: true, configuredBy: null };
  }),
  vercel('certificate-days-left', 'a certificate ends soon', ({ vercel: service }) => {
    for (const one of service.settings.certificates) one.expiresAt = NOW + 3 * DAY_MS;
  }),
  vercel('certificate-days-left', 'a certificate is for another name', ({ vercel: service }) => {
    for (const one of service.settings.certificates) one.cns = ['shop.example.com'];
  }),
  domain('redirects', 'a redirect leads elsewhere', 'www.example.com', { redirect: 'other.example.com' }),
  configure('repository', { link: { org: 'evil', repo: 'shop', productionBranch: 'main' } }),
  configure('production-branch', { link: { org: 'acme', repo: 'shop', productionBranch: 'dev' } }),
  configure('git-deployments', { createDeployments: 'enabled' }),
  more('verified-commits', 'gitProviderOptions', { requireVerifiedCommits: false }),
  configure('auto-assign-domains', { autoAssign: true }),
  configure('deployment-protection', { ssoProtection: null }),
  more('fork-protection', 'gitForkProtection', false),
  more('public-source', 'publicSource', true),
  more('directory-listing', 'directoryListing', true),
  configure('node-version', { nodeVersion: '18.x' }),
  more('framework', 'framework', 'gatsby'),
  configure('root-directory', { rootDirectory: 'apps/other' }),
  more('regions', 'resourceConfig', { functionDefaultRegions: ['fra1', 'iad1'] }),
  more('near-database', 'resourceConfig', { functionDefaultRegions: ['iad1'] }, ['vercel.regions']),
  configure('skew-protection-seconds', { skewProtectionMaxAge: 0 }),
  more('preview-retention-days', 'deploymentExpiration', { expirationDays: 400 }),
  more('cron-jobs', 'crons', {
    ...{ enabledAt: 1, disabledAt: 2, updatedAt: 2, deploymentId: 'dpl_1' },
    definitions: [{ host: 'web.vercel.app', path: '/api/cron', schedule: '0 3 * * *' }],
  }),
  vercel('env-production', 'a variable is missing', ({ vercel: service, vercelProject }) => {
    const { env } = service.project(vercelProject.id);
    service.configure(vercelProject, { env: env.filter(({ key }) => key !== 'STRIPE_SECRET_KEY') });
  }),
  vercel('env-production', 'a variable is of a branch alone', ({ vercel: service, vercelProject }) => {
    const { env } = service.project(vercelProject.id);
    service.configure(vercelProject, {
      env: env.map((row) => (row.key === 'STRIPE_SECRET_KEY' ? { ...row, gitBranch: 'dev' } : row)),
    });
  }),
  vercel('env-preview', 'a variable is missing', ({ vercel: service, vercelProject }) => {
    const { env } = service.project(vercelProject.id);
    service.configure(vercelProject, { env: env.filter(({ key }) => key !== 'PREVIEW_DATABASE_URL') });
  }),
  variable('env-secrets-sensitive', 'a secret can be read', {
    key: 'DATABASE_URL',
    type: 'encrypted',
    target: ['production'],
  }),
  variable('env-no-public-secrets', 'a secret reaches browsers', {
    ...{ key: 'NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY', type: 'sensitive', target: ['production'] },
  }),
  variable('env-preview-apart', 'one secret for both', {
    key: 'DATABASE_URL',
    type: 'sensitive',
    target: ['production', 'preview'],
  }),
  variable('env-max-age-days', 'a secret is old', {
    ...{ key: 'DATABASE_URL', type: 'sensitive', target: ['production'], createdAt: NOW - 500 * DAY_MS },
  }),
  firewall('firewall', 'it is off', (config) => {
    config['firewallEnabled'] = false;
  }),
  firewall('firewall-managed-rules', 'bots are only logged', (config) => {
    config['managedRules'] = {
      bot_protection: { active: true, action: 'log' },
      owasp: { active: true, action: 'deny' },
    };
  }),
  firewall('firewall-owasp', 'a group is only logged', (config) => {
    config['crs'] = { ...(config['crs'] as object), sqli: { active: true, action: 'log' } };
  }),
  firewall('rate-limits', 'a rule is not active', (config) => {
    config['rules'] = (config['rules'] as object[]).map((rule) => ({ ...rule, active: false }));
  }),
  firewall('rate-limits', 'what is above the limit is only logged', (config) => {
    for (const { action } of config['rules'] as { action: { mitigate: { rateLimit: { action: string } } } }[])
      action.mitigate.rateLimit.action = 'log';
  }),
  firewall('rate-limits', 'a rule only logs, with a limit that is left over', (config) => {
    for (const { action } of config['rules'] as { action: { mitigate: { action: string } } }[])
      action.mitigate.action = 'log';
  }),
  firewall('firewall-bypasses', 'another address is let past', (config) => {
    (config['ips'] as object[]).push({ id: 'ip_2', hostname: 'shop.example.com', ip: '203.0.113.9', action: 'bypass' });
  }),
  vercel('drains', 'a drain is switched off', ({ vercel: service }) => {
    for (const one of service.settings.drains) one['status'] = 'errored';
  }),
  vercel('drains', 'a drain has traces only', ({ vercel: service }) => {
    for (const one of service.settings.drains) one['schemas'] = { trace: {} };
  }),
  vercel('webhook-hosts', 'another host is told', ({ vercel: service }) => {
    service.settings.webhooks.push({ ...service.settings.webhooks[0], id: 'hook_2', url: 'https://evil.example/in' });
  }),
  vercel('owners', 'another owner', ({ vercel: service }) => {
    service.settings.members = service.settings.members.map((one) => ({ ...one, role: 'OWNER' }));
  }),
  vercel('members', 'another member', ({ vercel: service }) => {
    service.settings.members.push({
      ...{
        uid: 'u3',
        username: 'mallory',
        email: 'mallory@example.com',
        role: 'DEVELOPER',
        confirmed: true,
        createdAt: 3,
      },
    });
  }),
  team('saml', { saml: { enforced: false } }),
  team('sensitive-by-policy', { sensitiveEnvironmentVariablePolicy: 'default' }),
  team('hide-ip-addresses', { hideIpAddressesInLogDrains: false }),
];

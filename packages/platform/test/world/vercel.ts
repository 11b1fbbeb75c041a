import type { Vercel } from '@lockstep/proving-ground/vercel';
import { CANARY, DAY_MS, NOW } from './names.ts';

/** The project on Vercel as production should be. */
export function goodVercel(vercel: Vercel): ReturnType<Vercel['project']> {
  const { id } = vercel.addProject({
    name: 'web',
    link: { org: 'acme', repo: 'shop', productionBranch: 'main' },
    domains: ['shop.example.com', { name: 'www.example.com', verified: true, redirect: 'shop.example.com' }],
    createDeployments: 'disabled',
    autoAssign: false,
    ssoProtection: 'all_except_custom_domains',
    skewProtectionMaxAge: 3600,
    more: {
      framework: 'nextjs',
      gitForkProtection: true,
      publicSource: false,
      directoryListing: false,
      resourceConfig: { functionDefaultRegions: ['fra1'] },
      deploymentExpiration: { expirationDays: 30 },
      gitProviderOptions: { requireVerifiedCommits: true },
      crons: {
        enabledAt: 1,
        disabledAt: null,
        updatedAt: 1,
        deploymentId: 'dpl_1',
        definitions: [{ host: 'web.vercel.app', path: '/api/cron', schedule: '0 3 * * *' }],
      },
    },
  });
  const project = vercel.project(id);
  const sensitive = (key: string, target: string) =>
    vercel.addVariable(project, {
      key,
      type: 'sensitive',
      target: [target],
      value: CANARY,
      createdAt: NOW - 9 * DAY_MS,
    });
  sensitive('DATABASE_URL', 'production');
  sensitive('STRIPE_SECRET_KEY', 'production');
  sensitive('PREVIEW_DATABASE_URL', 'preview');
  vercel.addVariable(project, {
    key: 'NEXT_PUBLIC_SUPABASE_URL',
    type: 'plain',
    target: ['production'],
    value: CANARY,
    createdAt: NOW - 400 * DAY_MS,
  });
  vercel.setFirewall(project, {
    firewallEnabled: true,
    managedRules: { bot_protection: { active: true, action: 'challenge' }, owasp: { active: true, action: 'deny' } },
    crs: { sqli: { active: true, action: 'deny' }, xss: { active: true, action: 'deny' } },
    rules: [
      {
        name: 'sign-in',
        active: true,
        conditionGroup: [{ conditions: [{ type: 'path', op: 'pre', value: '/api/auth' }] }],
        action: {
          mitigate: {
            action: 'rate_limit',
            rateLimit: { algo: 'fixed_window', window: 60, limit: 10, keys: ['ip'], action: 'deny' },
          },
        },
      },
    ],
    ips: [{ hostname: 'shop.example.com', ip: '198.51.100.7', action: 'bypass' }],
  });
  const at = NOW - 100 * DAY_MS;
  vercel.settings.certificates.push({
    id: 'cert_1',
    cns: ['shop.example.com', '*.example.com'],
    createdAt: at,
    expiresAt: NOW + 60 * DAY_MS,
    autoRenew: true,
  });
  vercel.settings.drains.push({
    id: 'ld_1',
    ownerId: vercel.team.id,
    name: 'logs',
    createdAt: at,
    updatedAt: at,
    schemas: { log: {} },
    delivery: {
      type: 'http',
      endpoint: `https://logs.example.com/${CANARY}`,
      encoding: 'json',
      headers: {},
      secret: CANARY,
    },
    status: 'enabled',
    source: { kind: 'self-served' },
  });
  vercel.settings.webhooks.push({
    id: 'hook_1',
    url: `https://hooks.example.com/${CANARY}`,
    events: ['deployment.created'],
    ownerId: vercel.team.id,
    createdAt: at,
    updatedAt: at,
  });
  vercel.settings.members.push(
    { uid: 'u1', username: 'olga', email: 'olga@example.com', role: 'OWNER', confirmed: true, createdAt: at },
    { uid: 'u2', username: 'dev', email: 'dev@example.com', role: 'DEVELOPER', confirmed: true, createdAt: at + 1 },
  );
  Object.assign(vercel.settings.team, {
    saml: { enforced: true },
    sensitiveEnvironmentVariablePolicy: 'on',
    hideIpAddresses: true,
    hideIpAddressesInLogDrains: true,
  });
  return project;
}

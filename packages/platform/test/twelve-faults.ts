import { CANARY, type World } from './world.ts';

/** What someone who sets up a platform for the first time leaves as it was; each with the check that has to name it. */
export const TWELVE_FAULTS: readonly (readonly [string, (world: World) => void])[] = [
  ['vercel.firewall', ({ vercel, vercelProject }) => vercel.setFirewall(vercelProject, { firewallEnabled: false })],
  [
    'vercel.env-no-public-secrets',
    ({ vercel, vercelProject: project }) =>
      vercel.addVariable(project, { key: 'NEXT_PUBLIC_API_SECRET', type: 'sensitive', target: ['preview'] }),
  ],
  [
    'vercel.env-secrets-sensitive',
    ({ vercel, vercelProject: project }) =>
      vercel.addVariable(project, { key: 'JWT_SECRET', type: 'plain', target: ['preview'], value: CANARY }),
  ],
  [
    'vercel.deployment-protection',
    ({ vercel, vercelProject }) => vercel.configure(vercelProject, { ssoProtection: null }),
  ],
  [
    'vercel.domains-configured',
    ({ vercel }) => {
      vercel.settings.domainConfigs['shop.example.com'] = { misconfigured: true, configuredBy: null };
    },
  ],
  [
    'supabase.tls-enforced',
    ({ project }) => {
      project.settings.sslEnforced = false;
    },
  ],
  [
    'supabase.auth-autoconfirm',
    ({ project }) => {
      project.settings.auth['mailer_autoconfirm'] = true;
    },
  ],
  [
    'supabase.legacy-keys',
    ({ project }) => {
      project.settings.legacyKeys = true;
    },
  ],
  [
    'supabase.backup-max-age-hours',
    ({ project }) => {
      project.backups = [];
      project.physicalBackupData = {};
    },
  ],
  ['github.workflow-token-writes', ({ repo }) => repo.configure({ workflowToken: 'write' })],
  ['github.push-protection', ({ repo }) => repo.configure({ pushProtection: false })],
  [
    'bundle.no-placeholder',
    ({ bundle }) => {
      bundle['app.js'] += '"[SENSITIVE]"';
    },
  ],
];

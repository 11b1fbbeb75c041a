import { NOW, type Service, type World } from './world.ts';

/** One thing that is set otherwise than the policy says. */
export interface Mutation {
  /** The check that has to turn red, and no other. */
  readonly id: string;
  readonly what: string;
  /** The services that have to be asked again. */
  readonly services: readonly Service[];
  readonly change: (world: World) => void;
  /** Lines that say the same in other words, and so would be red too. */
  readonly without?: readonly string[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function on(
  service: Service,
  id: string,
  what: string,
  change: (world: World) => void,
  without?: readonly string[],
): Mutation {
  return { id: `${service}.${id}`, what, services: [service], change, ...(without === undefined ? {} : { without }) };
}

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

const vercelMutations: readonly Mutation[] = [
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

const supabase = (id: string, what: string, change: (world: World) => void) => on('supabase', id, what, change);
const auth = (id: string, member: string, value: unknown) =>
  supabase(`auth-${id}`, `${member} is ${JSON.stringify(value)}`, ({ project: { settings } }) => {
    settings.auth[member] = value;
  });

const supabaseMutations: readonly Mutation[] = [
  supabase('healthy', 'it is paused', ({ project }) => {
    project.status = 'INACTIVE';
  }),
  supabase('healthy', 'a service is not healthy', ({ project }) => {
    project.health['auth'] = { status: 'UNHEALTHY' };
  }),
  {
    ...supabase('region', 'another region', ({ project }) => {
      project.region = 'us-east-1';
    }),
    without: ['vercel.near-database'],
  },
  supabase('postgres-major', 'another version', ({ project }) => {
    project.database.postgres_engine = '15';
  }),
  supabase('tls-enforced', 'connections without TLS', ({ project: { settings } }) => {
    settings.sslEnforced = false;
  }),
  supabase('allowed-addresses', 'open to everyone', ({ project: { settings } }) => {
    settings.allowedCidrs = ['0.0.0.0/0'];
  }),
  supabase('allowed-addresses', 'no restriction at all', ({ project: { settings } }) => {
    settings.allowedCidrs = [];
  }),
  supabase('allowed-addresses', 'stored, and not applied', ({ project: { settings } }) => {
    settings.restrictionsApplied = false;
  }),
  supabase('legacy-keys', 'old keys work', ({ project: { settings } }) => {
    settings.legacyKeys = true;
  }),
  supabase('data-api-schemas', 'another schema is shown', ({ project: { settings } }) => {
    settings.postgrest.db_schema = 'public,private';
  }),
  supabase('data-api-max-rows', 'many rows', ({ project: { settings } }) => {
    settings.postgrest.max_rows = 100_000;
  }),
  supabase('public-buckets', 'documents for everyone', ({ project: { settings } }) => {
    for (const one of settings.buckets) one.public = true;
  }),
  supabase('functions', 'one is throttled', ({ project }) => {
    for (const one of project.functions) if (one.slug === 'stripe') one.status = 'THROTTLED';
  }),
  supabase('functions-with-jwt', 'one needs no session', ({ project }) => {
    for (const one of project.functions) one.verify_jwt = false;
  }),
  supabase('functions-current', 'one is older than the commit', ({ project }) => {
    for (const one of project.functions) if (one.slug === 'send-mail') one.updated_at = NOW - 3 * DAY_MS;
  }),
  supabase('backup-max-age-hours', 'the newest is old', ({ project }) => {
    project.backups = [];
    const { earliest_physical_backup_date_unix: from = 0, latest_physical_backup_date_unix: to = 0 } =
      project.physicalBackupData;
    project.physicalBackupData = {
      earliest_physical_backup_date_unix: from - 3 * 86_400,
      latest_physical_backup_date_unix: to - 3 * 86_400,
    };
  }),
  supabase('pitr', 'it is off', ({ project }) => {
    project.pitrEnabled = false;
  }),
  supabase('pitr-days', 'the add-on is gone', ({ project }) => {
    project.pitrAddon = undefined;
  }),
  supabase('pitr-window-days', 'it reaches back a day', ({ project }) => {
    project.physicalBackupData.earliest_physical_backup_date_unix = (NOW - 30 * HOUR_MS) / 1_000;
  }),
  supabase('advisors', 'a table without row level security', ({ project: { settings } }) => {
    settings.lints = [{ name: 'rls_disabled_in_public', level: 'ERROR', schema: 'public', entity: 'patients' }];
  }),
  supabase('members-second-factor', 'a member without one', ({ project: { settings } }) => {
    for (const one of settings.members) if (one.user_name === 'dev') one.mfa_enabled = false;
  }),
  supabase('owners', 'another owner', ({ project: { settings } }) => {
    for (const one of settings.members) one.role_name = 'Owner';
  }),
  auth('signup-disabled', 'disable_signup', false),
  auth('anonymous-users', 'external_anonymous_users_enabled', true),
  auth('autoconfirm', 'mailer_autoconfirm', true),
  auth('sms-autoconfirm', 'sms_autoconfirm', true),
  auth('unverified-sign-ins', 'mailer_allow_unverified_email_sign_ins', true),
  auth('secure-email-change', 'mailer_secure_email_change_enabled', false),
  auth('second-factor', 'mfa_totp_verify_enabled', false),
  auth('second-factor-enroll', 'mfa_totp_enroll_enabled', false),
  auth('second-factor-phone', 'mfa_phone_verify_enabled', true),
  auth('password-min-length', 'password_min_length', 8),
  auth('password-characters', 'password_required_characters', ''),
  auth('leaked-passwords-refused', 'password_hibp_enabled', false),
  auth('reauthentication', 'security_update_password_require_reauthentication', false),
  auth('manual-linking', 'security_manual_linking_enabled', true),
  auth('session-hours', 'sessions_timebox', 0),
  auth('inactivity-hours', 'sessions_inactivity_timeout', 720),
  auth('single-session', 'sessions_single_per_user', false),
  auth('refresh-rotation', 'refresh_token_rotation_enabled', false),
  auth('token-seconds', 'jwt_exp', 604_800),
  auth('mail-code-seconds', 'mailer_otp_exp', 86_400),
  auth('mail-code-length', 'mailer_otp_length', 6),
  auth('captcha', 'security_captcha_enabled', false),
  auth('rate-limits', 'rate_limit_otp', 100_000),
  auth('site-url', 'site_url', 'https://evil.example'),
  auth('redirects', 'uri_allow_list', 'https://shop.example.com/auth/callback,https://*.vercel.app/**'),
  auth('own-mail-server', 'smtp_host', null),
  auth('mail-password-changed', 'mailer_notifications_password_changed_enabled', false),
  auth('mail-factor-removed', 'mailer_notifications_mfa_factor_unenrolled_enabled', false),
];

const github = (id: string, what: string, change: (world: World) => void) => on('github', id, what, change);
const configured = (id: string, changes: Parameters<World['repo']['configure']>[0]) =>
  github(id, JSON.stringify(changes), ({ repo }) => repo.configure(changes));
type Rule = { readonly type: string; readonly parameters?: object };
const rules = (id: string, what: string, change: (all: readonly Rule[]) => readonly Rule[]) =>
  github(id, what, ({ repo }) => {
    const [first] = repo.state.settings.rulesets ?? [];
    if (first === undefined) throw new Error('the good world has a ruleset');
    repo.configure({ rulesets: [{ ...first, rules: change(first.rules) }] });
  });
const without = (type: string) => (all: readonly Rule[]) => all.filter((rule) => rule.type !== type);
const pull = (changes: object) => (all: readonly Rule[]) =>
  all.map((rule) =>
    rule.type === 'pull_request' ? { ...rule, parameters: { ...rule.parameters, ...changes } } : rule,
  );
const environment = (id: string, reviewers: readonly string[], changes: object) =>
  github(id, JSON.stringify(changes), ({ repo }) => repo.environment('production', reviewers, changes));

const githubMutations: readonly Mutation[] = [
  configured('required-checks', { requiredChecks: { by: 'ruleset', names: ['Other'] } }),
  {
    ...rules('pull-requests', 'pushes to the branch', without('pull_request')),
    without: ['github.approvals', 'github.dismiss-stale-approvals', 'github.code-owner-approval'],
  },
  rules('approvals', 'no approval', pull({ required_approving_review_count: 0 })),
  rules('dismiss-stale-approvals', 'they last', pull({ dismiss_stale_reviews_on_push: false })),
  rules('code-owner-approval', 'anyone approves', pull({ require_code_owner_review: false })),
  rules('signed-commits', 'not needed', without('required_signatures')),
  rules('linear-history', 'not needed', without('required_linear_history')),
  rules('force-push-blocked', 'history is rewritten', without('non_fast_forward')),
  rules('deletion-blocked', 'the branch can go', without('deletion')),
  github('bypass-actors', 'everyone of a team may', ({ repo }) => {
    const [first] = repo.state.settings.rulesets ?? [];
    if (first === undefined) throw new Error('the good world has a ruleset');
    const bypassActors = [...first.bypassActors, { actor_id: 9, actor_type: 'Team', bypass_mode: 'always' }];
    repo.configure({ rulesets: [{ ...first, bypassActors }] });
  }),
  {
    ...environment('environment-reviewers', [], { preventsSelfReview: true }),
    without: ['github.environment-self-review'],
  },
  environment('environment-reviewers', ['mallory'], {}),
  environment('environment-self-review', ['olga'], { preventsSelfReview: false }),
  environment('environment-branches', ['olga'], { protectedBranches: false }),
  {
    ...github('allowed-actions', 'all of them', ({ repo }) => {
      const { allowedActions: _selected, ...settings } = repo.state.settings;
      repo.state.settings = settings;
    }),
    without: ['github.allowed-action-patterns'],
  },
  configured('allowed-action-patterns', {
    allowedActions: { githubOwned: true, patterns: ['lockstep-ci/*', 'evil/*'] },
  }),
  configured('actions-pinned', { shaPinning: false }),
  configured('workflow-token-writes', { workflowToken: 'write' }),
  configured('workflows-approve', { workflowsApprove: true }),
  github('immutable-releases', 'off', ({ repo }) => {
    repo.state.immutableReleases = false;
  }),
  configured('dependabot-alerts', { dependabotAlerts: false }),
  configured('dependabot-updates', { dependabotUpdates: false }),
  configured('secret-scanning', { secretScanning: false }),
  configured('push-protection', { pushProtection: false }),
  configured('code-scanning', { codeScanning: false }),
  configured('private-reports', { privateReports: false }),
  github('private', 'it is public', ({ repo }) => void Object.assign(repo.state, { private: false })),
  configured('secrets', { secrets: [] }),
  environment('environment-secrets', ['olga'], { secrets: [] }),
];

const stripe = (id: string, what: string, change: (world: World) => void, also?: readonly string[]) =>
  on('stripe', id, what, change, also);
const sentry = (id: string, what: string, change: (world: World) => void) => on('sentry', id, what, change);
const file = (id: string, what: string, text: string): Mutation =>
  on('bundle', id, what, ({ bundle }) => {
    bundle['chunk.js'] = text;
  });
const claims = Buffer.from('{"role":"service_role"}').toString('base64url');

const otherMutations: readonly Mutation[] = [
  stripe(
    'webhooks',
    'an endpoint is disabled',
    ({ stripe: { endpoints } }) => {
      for (const one of endpoints) one.status = 'disabled';
    },
    ['stripe.webhook-events'],
  ),
  stripe('webhook-events', 'an event is not sent', ({ stripe: { endpoints } }) => {
    for (const one of endpoints) one.enabled_events = ['invoice.paid'];
  }),
  stripe('webhooks-live', 'test mode', ({ stripe: { endpoints } }) => {
    for (const one of endpoints) one.livemode = false;
  }),
  stripe('webhook-versions', 'another version', ({ stripe: { endpoints } }) => {
    for (const one of endpoints) one.api_version = '2020-08-27';
  }),
  stripe('webhook-hosts', 'another host gets payments', ({ stripe: { endpoints } }) => {
    endpoints.push({
      ...{ id: 'we_2', url: 'https://evil.example/in', status: 'enabled', enabled_events: ['*'] },
      ...{ livemode: true, api_version: null, status: 'enabled' as const },
    });
  }),
  sentry('alerts', 'one is disabled', ({ sentry: { alerts } }) => {
    alerts.push({ name: 'Other', enabled: true, actions: ['email'] });
    for (const one of alerts) if (one.name === 'Errors of production') one.enabled = false;
  }),
  sentry('alerts-reach-someone', 'one has no action', ({ sentry: { alerts } }) => {
    for (const one of alerts) one.actions = [];
  }),
  sentry('data-scrubber', 'off', ({ sentry: { project } }) => {
    project.dataScrubber = false;
  }),
  sentry('scrub-ip-addresses', 'off', ({ sentry: { project } }) => {
    project.scrubIPAddresses = false;
  }),
  sentry('second-factor', 'not required', ({ sentry: { project } }) => {
    project.require2FA = false;
  }),
  sentry('allowed-domains', 'every domain', ({ sentry: { project } }) => {
    project.allowedDomains = ['*'];
  }),
  sentry('drill-event', 'of another release', ({ sentry: { events } }) => {
    for (const one of events) one.release = 'shop@1.2.2';
  }),
  file('supabase-project', 'another project', 'fetch("https://zyxwvutsrqponmlkjihg.supabase.co/rest/v1")'),
  file('no-placeholder', 'the word of vercel env pull', 'const key="[SENSITIVE]"'),
  file('no-server-key', 'a token of the service role', `const key="eyJhbGciOiJIUzI1NiJ9.${claims}.c2lnbmF0dXJlMTIz"`),
  file('no-server-key', 'a secret key of the new kind', 'const key="sb_secret_abcdefghijklmnop"'),
];

export const mutations: readonly Mutation[] = [
  ...vercelMutations,
  ...supabaseMutations,
  ...githubMutations,
  ...otherMutations,
];

import { Secret, silent } from '@lockstep/base';
import { createGitHubClient } from '@lockstep/github';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { type SentryReads, startSentryReads } from '@lockstep/proving-ground/sentry';
import { type Stripe, startStripe } from '@lockstep/proving-ground/stripe';
import { type Supabase, type SupabaseProjectSeed, startSupabase } from '@lockstep/proving-ground/supabase';
import { startVercel, type Vercel } from '@lockstep/proving-ground/vercel';
import { createSupabaseClient } from '@lockstep/supabase';
import { createVercelClient } from '@lockstep/vercel';
import { scanBundle } from '../src/bundle/scan.ts';
import { createJsonApi, type GitHubReads, type PlatformWorld } from '../src/index.ts';

export const NOW = Date.parse('2026-11-30T12:00:00Z');
export const REF = 'abcdefghijklmnopqrst';
export const RELEASE = 'shop@1.2.3';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A value of a secret that must never be seen anywhere. */
export const CANARY = 'canary-4f1d0c7e-never-to-be-seen';

/** The services as stand-ins, set as production should be; a test changes one thing in them. */
export interface World extends AsyncDisposable {
  readonly faults: Faults;
  readonly vercel: Vercel;
  readonly supabase: Supabase;
  readonly project: SupabaseProjectSeed;
  readonly github: GitHub;
  readonly repo: RepositorySeed;
  readonly stripe: Stripe;
  readonly sentry: SentryReads;
  /** What browsers load, by name. */
  readonly bundle: Record<string, string>;
  /** Ids of the Vercel project. */
  readonly vercelProject: ReturnType<Vercel['project']>;
  readonly access: (only?: readonly Service[]) => PlatformWorld;
  readonly stripeKey: string;
  /** The address of a service, and a token that may change it. */
  readonly writer: (service: string) => readonly [string, string];
}

export type Service = 'vercel' | 'supabase' | 'github' | 'stripe' | 'sentry' | 'bundle';

const clock = hastyClock(1_000);
const signal = new AbortController().signal;
/** Everything that Lockstep logs, for canaries. */
export const logged: string[] = [];
const log = { ...silent, debug: (line: string) => void logged.push(line) };

export function goodWorld(stripeKey?: string): Promise<World> {
  return makeWorld(true, stripeKey);
}

/** The same project, team and repository, in which nothing was set yet. */
export function blankWorld(): Promise<World> {
  return makeWorld(false);
}

async function makeWorld(isGood: boolean, stripeKey = 'rk_live_0000000000000000000000000'): Promise<World> {
  const scope = new Scope();
  const faults = new Faults();
  const vercel = await startVercel({ scope, faults, suffix: () => 'vercel.app' });
  const supabase = await startSupabase({ faults, now: () => NOW, perMinute: 10_000 });
  const github = await startGitHub({ faults, now: () => NOW });
  const stripe = await startStripe({ faults, key: stripeKey });
  const sentry = await startSentryReads({ faults });
  const vercelProject = isGood ? goodVercel(vercel) : vercel.addProject({ name: 'web' });
  const project = isGood ? goodSupabase(supabase) : supabase.project(REF);
  const repo = isGood ? goodGitHub(github) : github.repository('acme/shop');
  if (!isGood) repo.commit();
  repo.invite('olga', 'admin');
  if (isGood)
    stripe.endpoints.push({
      id: 'we_1',
      url: `https://shop.example.com/api/stripe?key=${CANARY}`,
      status: 'enabled',
      enabled_events: ['checkout.session.completed', 'invoice.paid'],
      livemode: true,
      api_version: '2026-08-27.basil',
    });
  if (isGood) Object.assign(sentry.project, { allowedDomains: ['shop.example.com'] });
  if (isGood) sentry.alerts.push({ name: 'Errors of production', enabled: true, actions: ['slack'] });
  sentry.events.push({ release: RELEASE, message: 'lockstep drill' });
  const bundle: Record<string, string> = {
    'index.html': '<script src="/app.js"></script>',
    'app.js': `createClient("https://${REF}.supabase.co","sb_publishable_abcdefgh")`,
  };
  const token = github.token({
    repository: 'acme/shop',
    login: 'olga',
    permissions: {
      actions: 'read',
      administration: 'read',
      contents: 'read',
      environments: 'read',
      secrets: 'read',
    },
  });
  const supabaseToken = supabase.token();
  const access = (only?: readonly Service[]): PlatformWorld => {
    const has = (service: Service) => only === undefined || only.includes(service);
    const common = { clock, log, signal, fetch, requestTimeoutMs: 3_600_000 };
    return {
      nowMs: NOW,
      release: { commit: 'a'.repeat(40), committedAtMs: NOW - 2 * HOUR_MS, sentryRelease: RELEASE },
      ...(has('vercel')
        ? {
            vercel: {
              api: createVercelClient({
                ...common,
                token: new Secret(vercel.token),
                team: vercel.team.id,
                apiUrl: new URL(vercel.url),
              }),
              place: { project: 'web', team: vercel.team.id },
            },
          }
        : {}),
      ...(has('supabase')
        ? {
            supabase: {
              api: createSupabaseClient({ ...common, token: new Secret(supabaseToken), apiUrl: new URL(supabase.url) }),
              ref: REF,
            },
          }
        : {}),
      ...(has('github')
        ? {
            github: {
              api: createGitHubClient({
                ...common,
                token: new Secret(token),
                apiUrl: github.url,
                repository: { owner: 'acme', repo: 'shop' },
              }) as unknown as GitHubReads,
              environment: 'production',
            },
          }
        : {}),
      ...(has('stripe')
        ? {
            stripe: {
              api: createJsonApi({
                ...common,
                service: 'Stripe',
                token: new Secret(stripeKey),
                apiUrl: new URL(stripe.url),
              }),
              form: stripeKey.slice(0, 8),
            },
          }
        : {}),
      ...(has('sentry')
        ? {
            sentry: {
              api: createJsonApi({
                ...common,
                service: 'Sentry',
                token: new Secret(sentry.token),
                apiUrl: new URL(sentry.url),
              }),
              place: { organization: 'acme', project: 'shop', release: RELEASE, drill: 'lockstep drill' },
            },
          }
        : {}),
      ...(has('bundle')
        ? {
            bundle: () =>
              Promise.resolve({
                kind: 'read' as const,
                value: scanBundle(
                  'the build',
                  Object.entries(bundle).map(([name, text]) => ({ name, text })),
                ),
              }),
          }
        : {}),
    };
  };
  return {
    faults,
    vercel,
    supabase,
    project,
    github,
    repo,
    stripe,
    sentry,
    bundle,
    vercelProject,
    access,
    stripeKey,
    writer: (service) =>
      service === 'vercel'
        ? [vercel.url, vercel.token]
        : service === 'supabase'
          ? [supabase.url, supabaseToken]
          : [
              github.url,
              github.token({ repository: 'acme/shop', login: 'olga', permissions: { administration: 'write' } }),
            ],
    [Symbol.asyncDispose]: async () => {
      await Promise.all([supabase.close(), github.close(), stripe.close(), sentry.close()]);
      await scope[Symbol.asyncDispose]();
      expectNoViolations(supabase, github, stripe, sentry);
      if (vercel.unmodelled.length > 0) throw new Error(`Vercel was asked for ${vercel.unmodelled.join(', ')}`);
    },
  };
}

function expectNoViolations(...services: readonly { expectNoViolations(): void }[]): void {
  for (const service of services) service.expectNoViolations();
}

function goodVercel(vercel: Vercel): World['vercelProject'] {
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

function goodSupabase(supabase: Supabase): SupabaseProjectSeed {
  const project = supabase.project(REF, {
    region: 'eu-central-1',
    pitrEnabled: true,
    pitrAddon: 'pitr_7',
    physicalBackupData: {
      earliest_physical_backup_date_unix: (NOW - 7 * DAY_MS) / 1_000,
      latest_physical_backup_date_unix: (NOW - HOUR_MS) / 1_000,
    },
    backups: [{ id: 1, is_physical_backup: true, status: 'COMPLETED', inserted_at: '2026-11-30T03:00:00' }],
  });
  const { settings } = project;
  settings.sslEnforced = true;
  settings.allowedCidrs = ['198.51.100.0/24'];
  settings.legacyKeys = false;
  settings.members = [
    { user_name: 'olga', role_name: 'Owner', mfa_enabled: true },
    { user_name: 'dev', role_name: 'Developer', mfa_enabled: true },
  ];
  settings.buckets = [
    { name: 'logos', public: true },
    { name: 'documents', public: false },
  ];
  settings.postgrest = { db_schema: 'public', max_rows: 500, db_extra_search_path: 'public', db_pool: null };
  Object.assign(settings.auth, {
    disable_signup: true,
    external_google_secret: CANARY,
    smtp_host: 'mail.example.com',
    smtp_pass: CANARY,
    security_captcha_secret: CANARY,
    mailer_autoconfirm: false,
    mailer_notifications_password_changed_enabled: true,
    mailer_notifications_mfa_factor_unenrolled_enabled: true,
    password_min_length: 14,
    password_required_characters:
      'abcdefghijklmnopqrstuvwxyz:ABCDEFGHIJKLMNOPQRSTUVWXYZ:0123456789:!@#$%^&*()_+-=[]{};\'\\\\:"|<>?,./`~',
    password_hibp_enabled: true,
    security_update_password_require_reauthentication: true,
    sessions_timebox: 12,
    sessions_inactivity_timeout: 2,
    sessions_single_per_user: true,
    security_captcha_enabled: true,
    security_captcha_provider: 'turnstile',
    mailer_otp_length: 8,
    site_url: 'https://shop.example.com',
    uri_allow_list: 'https://shop.example.com/auth/callback',
  });
  project.functions.push(
    { slug: 'send-mail', status: 'ACTIVE', verify_jwt: true, version: 3, updated_at: NOW - HOUR_MS },
    { slug: 'stripe', status: 'ACTIVE', verify_jwt: false, version: 5, updated_at: NOW - HOUR_MS },
  );
  return project;
}

function goodGitHub(github: GitHub): RepositorySeed {
  const repo = github.repository('acme/shop');
  repo.commit();
  repo.state.immutableReleases = true;
  repo.configure({
    requiredChecks: { by: 'ruleset', names: ['Lockstep'] },
    rulesets: [
      {
        name: 'main',
        enforcement: 'active',
        rules: [
          {
            type: 'pull_request',
            parameters: {
              required_approving_review_count: 1,
              dismiss_stale_reviews_on_push: true,
              require_code_owner_review: true,
              require_last_push_approval: false,
              required_review_thread_resolution: false,
            },
          },
          { type: 'required_signatures' },
          { type: 'required_linear_history' },
          { type: 'non_fast_forward' },
          { type: 'deletion' },
        ],
        bypassActors: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'pull_request' }],
      },
    ],
    allowedActions: { githubOwned: true, patterns: ['lockstep-ci/*'] },
    shaPinning: true,
    secrets: ['VERCEL_TOKEN'],
    dependabotAlerts: true,
    dependabotUpdates: true,
    codeScanning: true,
    privateReports: true,
    secretScanning: true,
    pushProtection: true,
  });
  repo.environment('production', ['olga'], {
    preventsSelfReview: true,
    protectedBranches: true,
    secrets: ['DATABASE_URL'],
  });
  return repo;
}

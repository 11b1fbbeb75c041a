import { Secret, silent, systemClock } from '@lockstep/base';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { type Stripe, startStripe } from '@lockstep/proving-ground/stripe';
import { type Supabase, type SupabaseProjectSeed, startSupabase } from '@lockstep/proving-ground/supabase';
import { startVercel, type Vercel } from '@lockstep/proving-ground/vercel';
import { type PlatformNames, platformWorld } from '../../packages/action-kit/src/platform.ts';
import type { PlatformWorld } from '../../packages/platform/src/index.ts';

const DAY_MS = 86_400_000;
export const REF = 'abcdefghijklmnopqrst';

/** The services of the example, set as its policy says. */
export interface ExamplePlatform extends AsyncDisposable {
  readonly vercel: Vercel;
  readonly vercelProject: ReturnType<Vercel['project']>;
  readonly supabaseProject: SupabaseProjectSeed;
  readonly repository: RepositorySeed;
  readonly stripe: Stripe;
  /** What an audit asks; `bundle` is the folder with the built files. */
  readonly access: (bundle: string) => PlatformWorld;
}

export async function examplePlatform(): Promise<ExamplePlatform> {
  const scope = new Scope();
  const faults = new Faults();
  const now = Math.floor(Date.now() / 1_000) * 1_000;
  const vercel = await startVercel({ scope, faults, suffix: () => 'vercel.app' });
  const supabase = await startSupabase({ faults, perMinute: 1_000 });
  const github = await startGitHub({ faults });
  const stripe = await startStripe({ faults, key: STRIPE_KEY });
  const vercelProject = vercelOf(vercel, now);
  const supabaseProject = supabaseOf(supabase, now);
  const repository = github.repository('acme/prescriptions');
  repository.commit();
  protectRepository(repository);
  stripe.endpoints.push(WEBHOOK);
  const none = { token: new Secret(''), organization: '', project: '', apiUrl: undefined, drillSecret: new Secret('') };
  const token = auditToken(github);
  const place = { owner: 'acme', repo: 'prescriptions', environment: 'production' };
  return {
    vercel,
    vercelProject,
    supabaseProject,
    repository,
    stripe,
    access: (directory) =>
      platformWorld(
        {
          vercel: {
            token: new Secret(vercel.token),
            project: 'prescriptions',
            team: vercel.team.id,
            apiUrl: new URL(vercel.url),
          },
          supabase: { token: new Secret(supabase.token()), project: REF, apiUrl: new URL(supabase.url) },
          github: { token: new Secret(token), apiUrl: github.url, ...place },
          stripe: { token: new Secret(STRIPE_KEY), apiUrl: new URL(stripe.url) },
          sentry: none,
          bundle: { directory, url: undefined, bypass: new Secret('') },
          release: {
            commit: 'a'.repeat(40),
            committedAtMs: now - DAY_MS,
            functionsChangedAtMs: { verify: now - DAY_MS },
            sentryRelease: undefined,
          },
        },
        {
          ...{ clock: systemClock, log: silent, signal: new AbortController().signal, requestTimeoutMs: 10_000 },
          sections: ['vercel', 'supabase', 'github', 'stripe', 'bundle'],
          names: NAMES,
        },
      ),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([supabase.close(), github.close(), stripe.close()]);
      await scope[Symbol.asyncDispose]();
      github.expectNoViolations();
    },
  };
}

const NAMES: PlatformNames = {
  vercel: { token: 'vercel-token', places: {} },
  supabase: { token: 'supabase-token', places: {} },
  github: { token: 'github-token', places: {} },
  stripe: { token: 'stripe-key', places: {} },
  sentry: { token: 'sentry-token', places: {} },
  bundle: 'bundle-directory',
};

function vercelOf(vercel: Vercel, now: number): ReturnType<Vercel['project']> {
  const { id } = vercel.addProject({ name: 'prescriptions', domains: [DOMAIN], ...PROJECT });
  const project = vercel.project(id);
  for (const key of VARIABLES)
    vercel.addVariable(project, { key, type: 'sensitive', target: ['production'], createdAt: now - 9 * DAY_MS });
  guard(vercel, project, now);
  return project;
}

export const DOMAIN = 'prescriptions.example';
export const VARIABLES = [
  'DATABASE_URL',
  'SUPABASE_JWT_SECRET',
  'STRIPE_WEBHOOK_SECRET',
  'LOCKSTEP_DRILL_SECRET',
] as const;

/** Of the project at Vercel, as the policy says. */
export const PROJECT = {
  link: { org: 'acme', repo: 'prescriptions', productionBranch: 'main' },
  createDeployments: 'disabled',
  autoAssign: false,
  ssoProtection: 'all_except_custom_domains',
  skewProtectionMaxAge: 3600,
  more: { framework: 'nextjs', gitForkProtection: true, resourceConfig: { functionDefaultRegions: ['fra1'] } },
} as const satisfies Partial<Parameters<Vercel['addProject']>[0]>;

/** The firewall of the project and the certificate of its domains, as the policy says. */
export function guard(
  vercel: Vercel,
  project: ReturnType<Vercel['project']>,
  now: number,
  names: readonly string[] = [DOMAIN],
): void {
  const mitigate = {
    action: 'rate_limit',
    rateLimit: { algo: 'fixed_window', window: 60, limit: 10, keys: ['ip'], action: 'deny' },
  };
  vercel.setFirewall(project, {
    firewallEnabled: true,
    crs: { sqli: { active: true, action: 'deny' }, xss: { active: true, action: 'deny' } },
    rules: [
      {
        name: 'sign-in',
        active: true,
        conditionGroup: [{ conditions: [{ type: 'path', op: 'pre', value: '/api/auth' }] }],
        action: { mitigate },
      },
    ],
  });
  const certificate = { id: 'cert_1', cns: [...names], autoRenew: true };
  vercel.settings.certificates.push({ ...certificate, createdAt: now - DAY_MS, expiresAt: now + 60 * DAY_MS });
}

/** The project at Supabase, as the policy says. */
export function supabaseOf(supabase: Supabase, now: number): SupabaseProjectSeed {
  const seed = supabase.project(REF, {
    region: 'eu-central-1',
    pitrEnabled: true,
    pitrAddon: 'pitr_7',
    physicalBackupData: {
      earliest_physical_backup_date_unix: (now - 7 * DAY_MS) / 1_000,
      latest_physical_backup_date_unix: now / 1_000 - 3_600,
    },
  });
  const { functions, settings } = seed;
  settings.sslEnforced = true;
  settings.allowedCidrs = ['198.51.100.0/24'];
  settings.legacyKeys = false;
  settings.members = [{ user_name: 'olga', role_name: 'Owner', mfa_enabled: true }];
  Object.assign(settings.auth, {
    disable_signup: true,
    mailer_autoconfirm: false,
    password_min_length: 14,
    sessions_timebox: 12,
    site_url: `https://${DOMAIN}`,
  });
  functions.push({ slug: 'verify', status: 'ACTIVE', verify_jwt: true, version: 1, updated_at: now - 3_600_000 });
  return seed;
}

export const STRIPE_KEY = `rk_live_${'0'.repeat(24)}`;
export const WEBHOOK: Stripe['endpoints'][number] = {
  id: 'we_1',
  url: `https://${DOMAIN}/api/webhooks/stripe`,
  status: 'enabled',
  enabled_events: ['checkout.session.completed'],
  livemode: true,
  api_version: '2026-08-27.basil',
};

/** The token of an audit: it only reads. */
export function auditToken(github: GitHub): string {
  return github.token({
    repository: 'acme/prescriptions',
    login: 'olga',
    permissions: { actions: 'read', administration: 'read', contents: 'read', environments: 'read', secrets: 'read' },
  });
}

/** The rules of the repository, as the policy says. */
export function protectRepository(repository: RepositorySeed): void {
  repository.invite('olga', 'admin');
  const parameters = {
    required_approving_review_count: 1,
    dismiss_stale_reviews_on_push: true,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_review_thread_resolution: false,
  };
  repository.configure({
    organization: { plan: 'team', requiresSecondFactor: true },
    requiredChecks: { by: 'ruleset', names: ['Quality / Verdict'] },
    rulesets: [
      {
        name: 'main',
        enforcement: 'active',
        rules: [{ type: 'pull_request', parameters }, { type: 'non_fast_forward' }],
        bypassActors: [],
      },
    ],
    shaPinning: false,
    secretScanning: true,
    pushProtection: true,
  });
  repository.environment('production', ['olga'], { preventsSelfReview: true, protectedBranches: true });
}

import { type Clock, Secret, silent } from '@lockstep/base';
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
import { DRILL_SECRET, drillEvent } from './world/drill.ts';
import { goodGitHub } from './world/github.ts';
import { CANARY, HOUR_MS, NOW, REF, RELEASE } from './world/names.ts';
import { goodSupabase } from './world/supabase.ts';
import { goodVercel } from './world/vercel.ts';

export { CANARY, NOW, REF };

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
  /** Has GitHub asked with another token. */
  readonly useGitHubToken: (other: string) => void;
  /** The address of a service, and a token that may change it. */
  readonly writer: (service: string) => readonly [string, string];
}

export type Service = 'vercel' | 'supabase' | 'github' | 'stripe' | 'sentry' | 'bundle';

const hasty = hastyClock(1_000);
/** How long Lockstep waited, each time, in milliseconds. */
export const slept: number[] = [];
const clock: Clock = {
  now: () => hasty.now(),
  sleep: (ms, signal) => {
    slept.push(ms);
    return hasty.sleep(ms, signal);
  },
};
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
  sentry.members.push({ username: 'olga', role: 'owner', has2fa: true });
  sentry.members.push({ username: 'new', role: 'member', has2fa: false, pending: true });
  sentry.events.push(await drillEvent({}));
  const bundle: Record<string, string> = {
    'index.html': '<script src="/app.js"></script>',
    'app.js': `createClient("https://${REF}.supabase.co","sb_publishable_abcdefgh")`,
  };
  let token = github.token({
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
              place: { organization: 'acme', project: 'shop', release: RELEASE, drillSecret: new Secret(DRILL_SECRET) },
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
    useGitHubToken: (other) => {
      token = other;
    },
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

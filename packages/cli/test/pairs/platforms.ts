import { readPlatform, snapshotOf, snapshotText } from '@lockstep/platform';
import type { Scope } from '@lockstep/proving-ground/scope';
import { goodWorld, REF, type World } from '../../../platform/test/world.ts';
import { checkout } from './ground.ts';
import type { Asked } from './pair.ts';

export const POLICY = 'platform.yml';
export const SNAPSHOT = 'platform.json';

export interface Platform {
  readonly policy: string;
  /** What is changed after the snapshot. */
  readonly change?: (world: World) => void;
  /** Whether Vercel is asked with a token that it does not take. */
  readonly isLockedOut?: true;
  /** A snapshot to compare with: by default that of the world before the change. */
  readonly snapshot?: string;
  readonly inputs?: Asked['inputs'];
  readonly args?: Asked['args'];
}

/** A world, a checkout with a policy and a snapshot, and who asks for them. */
export async function platformIn(scope: Scope, { change, isLockedOut, policy, ...more }: Platform): Promise<Asked> {
  const world = await goodWorld();
  scope.defer('the world', () => world[Symbol.asyncDispose]());
  const snapshot = more.snapshot ?? snapshotText(snapshotOf(await readPlatform(world.access())));
  change?.(world);
  const vercelToken = isLockedOut ? 'vcp_not_a_token' : world.vercel.token;
  const supabaseToken = world.supabase.token();
  const githubToken = world.github.token({
    repository: 'acme/shop',
    login: 'olga',
    permissions: { actions: 'read', administration: 'read', contents: 'read', environments: 'read', secrets: 'read' },
  });
  return {
    cwd: checkout(scope, { [POLICY]: policy, [SNAPSHOT]: snapshot }),
    inputs: {
      ...{ 'platform-policy': POLICY, 'vercel-project': 'web', 'vercel-team': world.vercel.team.id },
      ...{ 'vercel-token': vercelToken, 'vercel-api-url': world.vercel.url },
      ...{ 'supabase-project': REF, 'supabase-token': supabaseToken, 'supabase-api-url': world.supabase.url },
      ...{ 'github-token': githubToken, 'stripe-key': world.stripeKey, 'stripe-api-url': world.stripe.url },
      ...{ 'sentry-token': world.sentry.token, 'sentry-organization': 'acme', 'sentry-project': 'shop' },
      ...{ 'sentry-api-url': world.sentry.url, ...more.inputs },
    },
    github: { repository: 'acme/shop', api_url: world.github.url },
    args: ['--policy', POLICY, ...(more.args ?? [])],
    env: {
      ...{ VERCEL_TOKEN: vercelToken, VERCEL_API_URL: world.vercel.url, VERCEL_PROJECT_ID: 'web' },
      ...{ VERCEL_ORG_ID: world.vercel.team.id, SUPABASE_ACCESS_TOKEN: supabaseToken, SUPABASE_PROJECT_ID: REF },
      ...{ SUPABASE_API_URL: world.supabase.url, GITHUB_TOKEN: githubToken, GITHUB_API_URL: world.github.url },
      ...{ GITHUB_REPOSITORY: 'acme/shop', STRIPE_KEY: world.stripeKey, STRIPE_API_URL: world.stripe.url },
      ...{ SENTRY_AUTH_TOKEN: world.sentry.token, SENTRY_URL: world.sentry.url, SENTRY_ORG: 'acme' },
      SENTRY_PROJECT: 'shop',
    },
  };
}

/** A setting of the project at Vercel that is not what it was. */
export const olderNode = (world: World): void => world.vercel.configure(world.vercelProject, { nodeVersion: '18.x' });

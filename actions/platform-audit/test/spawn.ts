import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SpawnedAction, type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { platformLines, readPlatform, writePolicy } from '../../../packages/platform/src/index.ts';
import { DRILL_SECRET } from '../../../packages/platform/test/world/drill.ts';
import { goodWorld, REF, type World } from '../../../packages/platform/test/world.ts';

/** A world, a checkout with a policy, and the bundled action on both. */
export interface Stage extends AsyncDisposable {
  readonly world: World;
  readonly folder: string;
  readonly write: (name: string, text: string) => void;
  readonly run: (inputs?: Readonly<Record<string, string>>, more?: SpawnOptions) => Promise<SpawnedAction>;
  /** Everything that the step was given and that nobody may see. */
  readonly secrets: readonly string[];
}

/** `policy`: by default what init writes of the good world. */
export async function stage(policy?: string): Promise<Stage> {
  const world = await goodWorld();
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-platform-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  for (const [name, text] of Object.entries(world.bundle)) write(name, text);
  write('platform.yml', policy ?? writePolicy(await readPlatform(world.access()), platformLines));
  const common = {
    'platform-policy': 'platform.yml',
    'vercel-project': 'web',
    'vercel-team': world.vercel.team.id,
    'vercel-token': world.vercel.token,
    'vercel-api-url': world.vercel.url,
    'supabase-project': REF,
    'supabase-token': world.supabase.token(),
    'supabase-api-url': world.supabase.url,
    'github-token': world.github.token({
      repository: 'acme/shop',
      login: 'olga',
      permissions: { actions: 'read', administration: 'read', contents: 'read', environments: 'read', secrets: 'read' },
    }),
    'stripe-key': world.stripeKey,
    'stripe-api-url': world.stripe.url,
    'sentry-token': world.sentry.token,
    'sentry-organization': 'acme',
    'sentry-project': 'shop',
    'sentry-api-url': world.sentry.url,
    'bundle-directory': '.',
    'report-directory': join(folder, 'report'),
  };
  const options = { cwd: folder, github: { repository: 'acme/shop', api_url: world.github.url } };
  return {
    world,
    folder,
    write,
    run: (inputs = {}, more = {}) => spawnAction('platform-audit', { ...common, ...inputs }, { ...options, ...more }),
    secrets: [
      ...['vercel-token', 'supabase-token', 'github-token', 'stripe-key', 'sentry-token'].map(
        (name) => (common as Readonly<Record<string, string>>)[name] ?? '',
      ),
      DRILL_SECRET,
    ],
    [Symbol.asyncDispose]: async () => {
      await world[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
}

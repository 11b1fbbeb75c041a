import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DispatchOptions,
  dispatch,
  openShop,
  type ProvingGround,
  type Shop,
} from '@lockstep/proving-ground/ground';
import { overlay } from '@lockstep/proving-ground/rehearsal';
import { startTraffic } from '@lockstep/proving-ground/traffic';
import { layRelease, releases } from '../../examples/prescriptions/history/lay.mjs';
import { planFiles, writeFiles } from '../starters.ts';
import { SECRET } from './built.ts';

const WORKFLOWS = '.github/workflows';
/** What makes minutes of a release seconds, and what a build is here. */
const PATIENCE = {
  'install-command': '',
  'gate-interval': '100ms',
  'bake-time': '1s',
  'bake-interval': '100ms',
  'drain-time': '200ms',
  'contract-after': '0s',
  // Its policy is about the accounts of its team.
  'platform-audit': 'off',
};

/** The example as a team on the proving ground, with nothing live. */
export interface Team {
  readonly shop: Shop;
  /** The workflows come with the commits; these are inputs of every call. */
  readonly inputs: Readonly<Record<string, string>>;
}

export async function openTeam(ground: ProvingGround, buildCommand: string): Promise<Team> {
  const shop = await openShop(ground, 'prescriptions', { env: { SUPABASE_JWT_SECRET: SECRET } });
  const inputs = {
    ...PATIENCE,
    'build-command': buildCommand,
    'vercel-project': shop.project.name,
    'vercel-team': ground.vercel.team.slug,
    'vercel-api-url': ground.vercel.url,
    'slack-api-url': ground.slack.apiUrl,
    'production-url': `http://${shop.host}`,
  };
  return { shop, inputs };
}

/** Commits a release of the history as its team would have; gives the sha. `starters` are workflows besides its own. */
export function commitRelease({ shop, inputs }: Team, number: number, starters: readonly string[] = []): string {
  const { root } = shop.consumer;
  layRelease(number, root);
  if (starters.length > 0) {
    const given = { 'vercel-project': 'x', 'vercel-team': 'x', 'production-url': 'https://x.example' };
    writeFiles(root, planFiles([...starters], { inputs: given }).files, true);
  }
  for (const name of readdirSync(join(root, WORKFLOWS))) {
    const path = join(root, WORKFLOWS, name);
    writeFileSync(path, overlay(readFileSync(path, 'utf8'), inputs));
  }
  return shop.consumer.commit(releases[number - 1]?.title ?? '');
}

export interface Ended {
  readonly conclusion: string;
  /** Requests that failed meanwhile, by what users got. */
  readonly failures: Readonly<Record<string, number>>;
  /** Why its steps failed. */
  readonly reasons: readonly string[];
  /** The errors of the page of the run. */
  readonly errors: string;
}

/** Runs a workflow of the team to its end, with users about who ask for a page where something is live. */
export async function runWorkflow(
  { shop }: Team,
  name: string,
  options: Omit<DispatchOptions, 'workflow'>,
): Promise<Ended> {
  const { ground } = shop;
  const isLive = ground.vercel.holder(shop.host) !== null;
  const users = isLive
    ? startTraffic({ port: ground.vercel.edge.port, host: shop.host, connections: 1, pauseMs: 50 })
    : undefined;
  const run = await dispatch(ground, shop.runner, shop.consumer, {
    secrets: shop.secrets,
    vars: shop.vars,
    timeScale: 0.1,
    ref: 'refs/heads/main',
    ...options,
    workflow: `${WORKFLOWS}/lockstep-${name}.yml`,
  });
  const { conclusion, jobs } = await run.result;
  await ground.vercel.settled();
  const failures = (await users?.stop())?.summary.failures ?? {};
  const steps = jobs.flatMap((job) => job.steps);
  const failed = steps.filter(({ outcome }) => outcome === 'failure');
  const annotations = [...jobs, ...steps].flatMap((one) => one.annotations);
  return {
    conclusion,
    failures,
    reasons: failed.map(({ outputs, name: step }) => outputs['reason'] ?? step),
    errors: annotations.flatMap(({ level, message }) => (level === 'error' ? [message] : [])).join('\n'),
  };
}

/** A push of the commit: the release of the example. */
export function release(team: Team, sha: string, name = 'release'): Promise<Ended> {
  return runWorkflow(team, name, { sha, event: { name: 'push', payload: { ref: 'refs/heads/main', after: sha } } });
}

/** The commit that users get: of the deployment that holds the host, which is the production of Vercel too. */
export function liveCommit({ shop }: Team): string | undefined {
  const { vercel } = shop.ground;
  const holder = vercel.holder(shop.host);
  const { productionId } = vercel.project(shop.project.id);
  if (holder === null || holder !== productionId) return undefined;
  return vercel.deployment(holder).commit ?? undefined;
}

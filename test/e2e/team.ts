import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ConsumerApp, writeConsumerApp } from '@lockstep/proving-ground/app';
import {
  type DispatchOptions,
  dispatch,
  type GroundEvent,
  pullRequestEvent,
  type Shop,
} from '@lockstep/proving-ground/ground';
import type { RunResult } from '@lockstep/workflow-runner';
import { inputsOf, planFiles, writeFiles } from '../starters.ts';
import { releasesFolder } from './stage.ts';

/** Patience of a test, and where the ground's services are: as a team would give its own to the installer. */
const INPUTS: Readonly<Record<string, string>> = {
  'vercel-team': 'lockstep',
  'vercel-api-url': '${{ vars.VERCEL_API_URL }}',
  'slack-api-url': '${{ vars.SLACK_API_URL }}',
  'production-url': '${{ vars.PRODUCTION_URL }}',
  'build-command': 'node build.mjs',
  'install-command': '',
  'gate-interval': '50ms',
  'bake-time': '800ms',
  'bake-interval': '100ms',
  'drain-time': '200ms',
};

export interface Change {
  readonly version?: number;
  readonly app?: Partial<ConsumerApp>;
  /** Folders of the fixture's `releases` that it adds. */
  readonly folders?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

/** Installs starters into the shop's repository; their workflows are those of its next commit. */
export function installStarters(
  shop: Shop,
  names: readonly string[],
  { inputs = {}, plain = false }: { inputs?: Readonly<Record<string, string>>; plain?: boolean } = {},
): void {
  const known = new Set(names.flatMap((name) => inputsOf(name)));
  const all = { ...INPUTS, 'vercel-project': shop.project.name, ...inputs };
  const given = Object.fromEntries(Object.entries(all).filter(([name]) => known.has(name)));
  const { files, missing } = planFiles(names, { inputs: given, plain });
  if (missing.length > 0) throw new Error(missing.join('\n'));
  writeFiles(shop.consumer.root, files, true);
}

/** Commits a change of the shop's app on the branch that it is on; gives its sha. */
export async function commitChange(shop: Shop, change: Change = {}): Promise<string> {
  const { version = 1, app, folders = [`v${version}`], files = {} } = change;
  const { root } = shop.consumer;
  await writeConsumerApp(root, { version, behaviour: 'healthy', ...app });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return shop.consumer.commit(`Version ${version}`, ...folders.map((one) => `${releasesFolder}/${one}`));
}

/** Opens a pull request with a change of its own; gives its number. The repository is on its branch then. */
export async function openPull(
  shop: Shop,
  branch: string,
  change: Change = {},
  fork?: string,
): Promise<{ readonly number: number; readonly sha: string }> {
  shop.consumer.switchTo(branch);
  const sha = await commitChange(shop, change);
  const number = shop.consumer.github.pull({
    ...{ title: branch, head: branch, user: fork === undefined ? 'dana' : 'mallory' },
    ...(fork === undefined ? {} : { fork }),
  });
  return { number, sha };
}

/** Runs a workflow of the shop to its end. */
export async function runWorkflowOf(shop: Shop, options: DispatchOptions): Promise<RunResult> {
  const run = await dispatch(shop.ground, shop.runner, shop.consumer, {
    secrets: shop.secrets,
    timeScale: 0.1,
    ...options,
    vars: { ...shop.vars, ...options.vars },
  });
  return await run.result;
}

export function pullEvent(shop: Shop, number: number, action = 'opened'): GroundEvent {
  return pullRequestEvent(shop.consumer, number, action);
}

/** `name: conclusion` of every job that was there. */
export function checks(run: RunResult): readonly string[] {
  return run.jobs.map(({ name, conclusion }) => `${name}: ${conclusion}`).sort();
}

export function logs(run: RunResult): string {
  return run.jobs.flatMap(({ steps }) => steps.map(({ log }) => log)).join('\n');
}

/** The errors that the page of the run shows. */
export function errorsOf({ jobs }: RunResult): readonly string[] {
  const annotations = jobs.flatMap((job) => [...job.annotations, ...job.steps.flatMap((step) => step.annotations)]);
  return annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
}

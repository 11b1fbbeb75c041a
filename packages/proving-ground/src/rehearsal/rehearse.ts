import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { count, formatDuration, InputError } from '@lockstep/base';
import { progressLine } from '../demo/progress.ts';
import { dispatch } from '../ground/dispatch.ts';
import { startProvingGround } from '../ground/ground.ts';
import { appliedVersions, releaseRecords, visitPage } from '../ground/look.ts';
import { openShop, type Shop } from '../ground/shop.ts';
import { endOnSignals } from '../lifecycle/end-on-signals.ts';
import { Scope } from '../lifecycle/scope.ts';
import type { RunResult } from '../runner/result.ts';
import { startTraffic } from '../traffic/traffic.ts';
import { overlay } from './overlay.ts';

export interface RehearsalOptions {
  /** A git repository with the app, its migrations and its workflow, all committed. */
  readonly folder: string;
  /** Below that folder. */
  readonly workflow: string;
  /** How many of the newest commits are released, the oldest of them first. */
  readonly last: number;
  /** Inputs of ours, over what the workflow gives and what the rehearsal has to give. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Leaves the world up until Ctrl-C. */
  readonly keep: boolean;
  readonly print: (line: string) => void;
}

/**
 * Releases commits of somebody's repository on the proving ground, by its own workflow. Resolves to whether the last of
 * them went well. Throws InputError where there is nothing to rehearse.
 */
export async function rehearse(options: RehearsalOptions): Promise<boolean> {
  const { folder, last, keep, print } = options;
  const commits = newestCommits(folder, last);
  const scope = new Scope();
  endOnSignals(scope);
  let good = false;
  try {
    const shop = await openShop(await startProvingGround(scope), nameOf(folder));
    for (const { sha, title } of commits) {
      print(`\n${sha.slice(0, 7)} ${title}`);
      good = await release(shop, sha, options);
    }
    if (keep) {
      print(
        `\nLeft up; end it with Ctrl-C:\n  the app       http://${shop.host}/\n  the database  ${shop.databaseUrl}`,
      );
      await new Promise<void>((done) => scope.signal.addEventListener('abort', () => done(), { once: true }));
    }
  } finally {
    await scope[Symbol.asyncDispose]();
  }
  return good;
}

async function release(shop: Shop, sha: string, options: RehearsalOptions): Promise<boolean> {
  const { ground, consumer, runner } = shop;
  checkOut(options.folder, sha, consumer.root);
  settle(shop, options);
  const commit = consumer.commit(`Commit ${sha}`);
  const before = shop.messages().length;
  const visitors = ground.vercel.holder(shop.host) === null ? undefined : visit(shop);
  const run = await dispatch(ground, runner, consumer, {
    sha: commit,
    workflow: options.workflow,
    event: { name: 'push', payload: {} },
    ref: 'refs/heads/main',
    secrets: shop.secrets,
    vars: shop.vars,
    signal: ground.scope.signal,
    onEvent: (event) => {
      const line = progressLine(event);
      if (line !== undefined) options.print(line);
    },
  });
  const began = Date.now();
  const result = await run.result;
  const { summary } = (await visitors?.stop()) ?? { summary: undefined };
  const took = formatDuration(Date.now() - began);
  for (const line of await told(shop, result, took, before)) options.print(`    ${line}`);
  if (summary !== undefined)
    options.print(
      `    visitors      ${count(summary.requests, 'request')} meanwhile, ${summary.failed} of them failed`,
    );
  return result.conclusion === 'success';
}

/** What the world is like now. */
async function told(shop: Shop, result: RunResult, took: string, before: number): Promise<readonly string[]> {
  const page = await visitPage(shop, '/');
  const applied = await appliedVersions(shop);
  const errors = result.jobs.flatMap((job) => [...job.annotations, ...job.steps.flatMap((step) => step.annotations)]);
  return [
    `the run       ${result.conclusion}, after ${took}`,
    ...errors.flatMap(({ level, message }) => (level === 'error' ? [`              ${message}`] : [])),
    `users get     ${page.status === 0 ? 'nothing' : `${page.status} ${JSON.stringify(page.body)}`}`,
    `the schema    ${applied.length === 0 ? 'empty' : applied.join(', ')}`,
    `the ledger    ${releaseRecords(shop).at(-1) ?? 'empty'}`,
    `the channel   ${shop.messages().slice(before).at(-1)?.text.split('\n')[0] ?? 'silent'}`,
  ];
}

/** Tells the workflow where this world's services are; a laptop's patience is shorter than production's. */
function settle(shop: Shop, { workflow, inputs }: RehearsalOptions): void {
  const { ground, consumer, host, project } = shop;
  const path = join(consumer.root, workflow);
  if (!existsSync(path)) throw new InputError(`${workflow}: not in this commit; name it with --workflow`);
  const here = {
    'vercel-project': project.name,
    'vercel-team': ground.vercel.team.slug,
    'vercel-api-url': ground.vercel.url,
    'slack-api-url': ground.slack.apiUrl,
    'production-url': `http://${host}`,
    'gate-interval': '100ms',
    'bake-interval': '100ms',
    'bake-time': '2s',
    'drain-time': '500ms',
  };
  writeFileSync(path, overlay(readFileSync(path, 'utf8'), { ...here, ...inputs }));
}

/** The files of a commit in place of those that are there. */
function checkOut(from: string, sha: string, to: string): void {
  for (const name of readdirSync(to)) if (name !== '.git') rmSync(join(to, name), { recursive: true, force: true });
  const archive = git(from, ['archive', '--format=tar', sha]);
  execFileSync('tar', ['-x', '-C', to], { input: archive });
}

function newestCommits(folder: string, last: number): readonly { readonly sha: string; readonly title: string }[] {
  if (!existsSync(join(folder, '.git'))) throw new InputError(`${folder}: expected a git repository`);
  const lines = git(folder, ['log', '--first-parent', `--max-count=${last}`, '--reverse', '--format=%H %s'])
    .toString('utf8')
    .trim();
  return lines.split('\n').map((line) => ({ sha: line.slice(0, 40), title: line.slice(41) }));
}

function git(cwd: string, args: readonly string[]): Buffer {
  try {
    return execFileSync('git', args, { cwd, maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (cause) {
    throw new InputError(`git ${args[0]} failed in ${cwd}; is everything committed?`, { cause });
  }
}

/** What is a host, a database and a project of Vercel's at once. */
function nameOf(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(name) ? name.slice(0, 40) : 'app';
}

function visit({ ground, host }: Shop) {
  return startTraffic({
    port: ground.vercel.edge.port,
    host,
    connections: 2,
    pauseMs: 20,
    signal: ground.scope.signal,
  });
}

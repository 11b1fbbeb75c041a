import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Journal, type RunEnvironment } from '@lockstep/action-shell';
import type { Clock } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { dnsHook } from '@lockstep/proving-ground/edge';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { type Project, startVercel, type Vercel } from '@lockstep/proving-ground/vercel';

// Hosts are asked in this process too.
createRequire(import.meta.url)(dnsHook);

/** Waits pass this much faster than in life. */
const SPEED = 40;

/** Vercel, its edge and GitHub, for many cases one after another. */
export interface ReleaseWorld extends AsyncDisposable {
  readonly faults: Faults;
  readonly vercel: Vercel;
  readonly github: GitHub;
  readonly scope: Scope;
  readonly clock: Clock;
  /** A project of its own: `live` on every domain, `next` and `foreign` staged. */
  shop(): Promise<Shop>;
}

export interface Shop {
  readonly project: Project;
  readonly live: string;
  readonly next: string;
  readonly foreign: string;
  readonly env: RunEnvironment;
  readonly environment: string;
  /** Inputs of every action that works on it. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Another deployment, of a commit after all others, staged. */
  stage(): Promise<{ readonly id: string; readonly commit: string }>;
  /** What is live now, by somebody's word alone. */
  goLive(id: string): Promise<void>;
  /** A new open release, of `next`'s commit unless told. */
  release(commit?: string): Journal;
  /** What users and Vercel see: one deployment where all agree. */
  seen(): readonly (string | null)[];
  /** Last words of the swaps in the ledger, oldest first. */
  intents(): readonly string[];
}

/** `answers`: its health routes are functions, as a gate wants them; else files, which answer the same from a cache. */
export async function aReleaseWorld({ answers = false } = {}): Promise<ReleaseWorld> {
  const scope = new Scope();
  const faults = new Faults();
  const vercel = await startVercel({ scope, faults });
  const github = await startGitHub({ faults });
  scope.defer('GitHub', () => github.close());
  const repo = github.repository('acme/shop');
  const [first, second, third] = [repo.commit(), repo.commit(), repo.commit()];
  const permissions = { contents: 'read', deployments: 'write', actions: 'read' } as const;
  const token = github.token({ repository: 'acme/shop', permissions, login: 'github-actions[bot]' });
  const clock = hastyClock(SPEED);
  let shops = 0;

  async function shop(): Promise<Shop> {
    const name = `shop${++shops}`;
    const { port } = vercel.edge;
    const domains = [`${name}.localhost:${port}`, `www.${name}.localhost:${port}`];
    const project = vercel.addProject({ name, domains });
    const push = async (commit: string) => {
      const folder = writeApp(scope.folder(), commit);
      const output = join(folder, '.vercel/output');
      if (answers) answerHealth(output);
      const { id } = await vercel.actAs('setup').push({ project, output, commit });
      await vercel.settled();
      return id;
    };
    const stage = async (commit: string) => {
      vercel.configure(project, { autoAssign: false });
      const id = await push(commit);
      vercel.configure(project, { autoAssign: true });
      return id;
    };
    const live = await push(first);
    const [next, foreign] = [await stage(second), await stage(third)];
    const folder = scope.folder();
    let releases = 0;
    const environment = `production-${name}`;
    return {
      project,
      live,
      next,
      foreign,
      environment,
      env: {
        repository: { owner: 'acme', repo: 'shop' },
        sha: second,
        ref: 'refs/heads/main',
        runId: 1,
        runAttempt: 1,
        actor: 'octocat',
        workflow: 'release',
        job: 'release',
        eventName: 'push',
        serverUrl: 'https://github.com',
        apiUrl: github.url,
        runUrl: 'https://github.com/acme/shop/actions/runs/1/attempts/1',
        tempDir: folder,
        workspace: writeApp(scope.folder(), second, name),
        event: () => ({}),
      },
      inputs: {
        'vercel-token': vercel.token,
        'vercel-team': vercel.team.id,
        'vercel-project': name,
        'vercel-api-url': vercel.url,
        'github-token': token,
        // By this clock one and a half seconds, and four and a half: this process has other things to do.
        'request-timeout': '60s',
        'swap-timeout': '180s',
        'identity-path': HEALTH,
      },
      async stage() {
        const commit = repo.commit();
        return { id: await stage(commit), commit };
      },
      async goLive(id) {
        await vercel.actAs('setup').promote(id);
        await vercel.settled();
      },
      release(commit = second) {
        const path = join(folder, `journal-${++releases}.jsonl`);
        const journal = new Journal(path, { action: 'release', instance: String(releases), clock });
        journal.open({ id: `r${releases}`, environment, service: '', commit, undoDeadlineMs: 240_000 });
        return journal;
      },
      seen() {
        const { productionId, crons, domains: all } = vercel.project(project.id);
        return [...new Set([productionId, crons.deploymentId, ...all.map((domain) => vercel.holder(domain.name))])];
      },
      intents: () =>
        repo
          .deployments()
          .filter((row) => row.task === 'lockstep:swap' && row.environment === environment)
          .map(({ statuses }) => statuses.at(-1)?.description ?? 'none'),
    };
  }

  return { faults, vercel, github, scope, clock, shop, [Symbol.asyncDispose]: () => scope[Symbol.asyncDispose]() };
}

const HEALTH = '/api/health.json';

/** A static app whose health route names its commit: nothing has to be started to ask it. */
function writeApp(folder: string, commit: string, only = ''): string {
  const output = join(folder, '.vercel/output');
  mkdirSync(join(output, 'static/api'), { recursive: true });
  writeFileSync(join(output, 'config.json'), JSON.stringify({ version: 3 }));
  const health = { status: 'healthy', checks: { app: { status: 'pass' } }, metadata: { git_commit: commit } };
  writeFileSync(join(output, `static${HEALTH}`), JSON.stringify(health));
  writeFileSync(join(output, 'static/only.txt'), only);
  return folder;
}

/** The same answer by a function in the place of the file. */
function answerHealth(output: string): void {
  const file = join(output, `static${HEALTH}`);
  const body = readFileSync(file, 'utf8');
  rmSync(file);
  const health = join(output, 'functions/health.func');
  mkdirSync(health, { recursive: true });
  const routes = [{ handle: 'filesystem' }, { src: HEALTH, dest: '/health' }];
  writeFileSync(join(output, 'config.json'), JSON.stringify({ version: 3, routes }));
  const runtime = { runtime: 'nodejs24.x', handler: 'index.js', launcherType: 'Nodejs', shouldAddHelpers: false };
  writeFileSync(join(health, '.vc-config.json'), JSON.stringify(runtime));
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  writeFileSync(
    join(health, 'index.js'),
    `const headers = ${JSON.stringify(headers)};
module.exports = (_request, response) => {
  const timestamp = new Date().toISOString();
  response.writeHead(200, headers).end(JSON.stringify({ ...${body}, timestamp }));
};
`,
  );
}

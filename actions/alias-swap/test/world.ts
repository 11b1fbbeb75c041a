import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal, type JournalState } from '@lockstep/action-shell';
import { systemClock } from '@lockstep/base';
import { type SpawnedAction, type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { withDnsHook } from '@lockstep/proving-ground/edge';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { writeHelloOutput } from '@lockstep/proving-ground/vercel';
import { collectFiles, type Deployment, type DeploymentRequest } from '@lockstep/vercel';
import { aGround, type Ground } from '../../../packages/vercel/test/ground.ts';

export interface World extends AsyncDisposable {
  readonly ground: Ground;
  readonly github: GitHub;
  readonly commits: { readonly old: string; readonly live: string; readonly next: string; readonly diverged: string };
  readonly live: Deployment;
  readonly next: Deployment;
  /** Deploys an app with a health route that names its build. */
  deploy(commit: string, more?: Partial<DeploymentRequest>): Promise<Deployment>;
  /** Runs the bundle; with `next` as the candidate by default. */
  swap(inputs?: Readonly<Record<string, string>>, options?: SpawnOptions): Promise<SpawnedAction>;
  /** The post step of a swap. */
  post(main: SpawnedAction, inputs?: Readonly<Record<string, string>>, options?: SpawnOptions): Promise<SpawnedAction>;
  /** The variable that names the journal of an open release, and the journal. */
  release(): { readonly env: Readonly<Record<string, string>>; read(): JournalState };
  /** Where the production domains point. */
  holders(): readonly (string | null)[];
  /** The swaps in the ledger: the last status of each. */
  intents(): readonly string[];
}

/** `live` on every production domain, `next` staged on top of it, in a repository that GitHub knows. */
export async function aWorld(identity: 'health' | 'none' = 'health', moreDomains = 0): Promise<World> {
  const ground = await aGround((port) => [
    `shop.localhost:${port}`,
    `www.shop.localhost:${port}`,
    ...Array.from({ length: moreDomains }, (_, at) => `tenant-${at}.shop.localhost:${port}`),
  ]);
  const github = await startGitHub({ faults: ground.faults });
  ground.scope.defer('GitHub', () => github.close());
  const repo = github.repository('acme/shop');
  const old = repo.commit();
  const live = repo.commit();
  const next = repo.commit();
  const diverged = repo.commit({ branch: 'side', parents: [old] });
  const commits = { old, live, next, diverged };
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-swap-'));

  const deploy: World['deploy'] = async (commit, more = {}) => {
    const directory = await writeHelloOutput(ground.scope.folder(), commit);
    if (identity === 'health') writeFileSync(join(directory, '.vercel/output/functions/hello.func/index.js'), HEALTH);
    const { files } = await collectFiles({ directory, prebuilt: true, archive: 'none' });
    return ground.deploy(commit, { files, meta: { githubCommitSha: commit }, ...more });
  };
  const deployed = [await deploy(live, { staged: false }), await deploy(next)] as const;
  const context = (options: SpawnOptions): SpawnOptions => ({
    ...options,
    env: { NODE_OPTIONS: withDnsHook(), ...options.env },
    github: {
      api_url: github.url,
      repository: 'acme/shop',
      sha: next,
      token: github.token({
        repository: 'acme/shop',
        permissions: { contents: 'read', deployments: 'write' },
        login: 'github-actions[bot]',
      }),
      ...options.github,
    },
  });
  const inputs = {
    'vercel-token': ground.vercel.token,
    'vercel-team': ground.vercel.team.slug,
    'vercel-project': 'web',
    'vercel-api-url': ground.vercel.url,
    'deployment-id': deployed[1].id,
    'swap-timeout': '20s',
  };
  return {
    ground,
    github,
    commits,
    live: deployed[0],
    next: deployed[1],
    deploy,
    swap: (more = {}, options = {}) => spawnAction('alias-swap', { ...inputs, ...more }, context(options)),
    post: (main, more = {}, options = {}) =>
      spawnAction('alias-swap', { ...inputs, ...more }, context({ ...options, phase: 'post', state: main.state })),
    release: () => {
      const path = join(folder, 'journal.jsonl');
      const journal = new Journal(path, { action: 'release', instance: 'i', clock: systemClock });
      journal.open({ id: 'r1', environment: 'production', service: 'web', commit: next, undoDeadlineMs: 60_000 });
      return { env: { LOCKSTEP_JOURNAL: path }, read: () => journal.read() };
    },
    holders: () => [...new Set(ground.domains.map((domain) => ground.vercel.holder(domain)))],
    intents: () =>
      [...repo.state.deployments.values()]
        .filter(({ task }) => task === 'lockstep:swap')
        .map(({ statuses }) => statuses.at(-1)?.description ?? 'none'),
    async [Symbol.asyncDispose]() {
      rmSync(folder, { recursive: true, force: true });
      await ground[Symbol.asyncDispose]();
    },
  };
}

/** What a step said at its end; undefined where it had nothing to say. A post step has no outputs to say it by. */
export function said({ log }: SpawnedAction): { readonly verdict: string; readonly reason: string } | undefined {
  const [, verdict, reason] = [...log.matchAll(/^[a-z-]+: (pass|fail|unknown) \(([a-z-]+)\): /gm)].at(-1) ?? [];
  return verdict === undefined || reason === undefined ? undefined : { verdict, reason };
}

const HEALTH = `module.exports = (request, response) => {
  response.setHeader('content-type', 'application/json');
  const metadata = { deployment_id: process.env.VERCEL_DEPLOYMENT_ID, git_commit: process.env.VERCEL_GIT_COMMIT_SHA };
  const timestamp = new Date().toISOString();
  response.end(JSON.stringify({ status: 'healthy', timestamp, checks: { app: { status: 'pass' } }, metadata }));
};
`;

import { join } from 'node:path';
import { Journal } from '@lockstep/action-shell';
import { type Evidence, Secret, sealEvidence, silent, systemClock, type Verdict } from '@lockstep/base';
import { createGitHubClient, openLedger, type SwapPayload, type SwapRecord } from '@lockstep/github';
import { type SpawnedAction, type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, type RunConclusion, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { startVercel, type Vercel, writeHelloOutput } from '@lockstep/proving-ground/vercel';

type Inputs = Readonly<Record<string, string>>;
type JobStatus = 'success' | 'failure' | 'cancelled';

/** A repository on GitHub and its project on Vercel. */
export interface World extends AsyncDisposable {
  readonly faults: Faults;
  readonly github: GitHub;
  readonly repo: RepositorySeed;
  readonly vercel: Vercel;
  readonly sha: string;
  /** Makes a deployment and puts it live; gives its id. */
  goLive(commit?: string): Promise<string>;
  /** Puts a deployment live that stands ready. */
  promote(id: string): Promise<void>;
  /** Makes a deployment that gets no traffic; gives its id. */
  standReady(commit: string, target?: string): Promise<string>;
  evidence(deployment: string, more?: Partial<Evidence>): string;
  job(options?: JobOptions): Job;
  /** A change of traffic by itself that wrote no end, of a run that goes on unless it is told how it ended. */
  openSwap(swap: Pick<SwapPayload, 'from' | 'to' | 'takesBack'>, run?: RunConclusion): Promise<SwapRecord>;
  /** `task state description` of every ledger record, oldest first. */
  ledger(): readonly string[];
}

export interface JobOptions {
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
  readonly login?: string;
  readonly service?: string;
  /** The run that it belongs to, and which attempt of it; a run of its own, once, without. */
  readonly runId?: number;
  /** Who started its run, and what the job is called in GitHub's list. */
  readonly actor?: string;
  readonly name?: string;
  readonly attempt?: number;
}

/** A job of a workflow run, as far as the steps of `release` and `promotion` see one. */
export interface Job {
  readonly runId: number;
  begin(inputs?: Inputs, options?: SpawnOptions): Promise<SpawnedAction>;
  commit(inputs?: Inputs, options?: SpawnOptions): Promise<SpawnedAction>;
  stage(inputs?: Inputs): Promise<SpawnedAction>;
  choose(inputs?: Inputs): Promise<SpawnedAction>;
  live(inputs?: Inputs): Promise<SpawnedAction>;
  /** The journal as another action's step writes it. */
  step(action: string): Journal;
  /** The post step of begin. */
  tellEnd(status: JobStatus, options?: SpawnOptions): Promise<SpawnedAction>;
  /** GitHub learns that the run has ended. */
  over(conclusion: RunConclusion): void;
}

const ALLOWED = { deployments: 'write', actions: 'read', contents: 'read' } as const;

export async function aWorld(): Promise<World> {
  const scope = new Scope();
  const faults = new Faults();
  const github = await startGitHub({ faults });
  scope.defer('GitHub', () => github.close());
  const vercel = await startVercel({ scope, faults });
  const project = vercel.addProject({ name: 'web', domains: ['shop.localhost'] });
  const output = join(await writeHelloOutput(scope.folder(), 'hello'), '.vercel/output');
  const repo = github.repository('acme/shop');
  const sha = repo.commit();

  function job(options: JobOptions = {}): Job {
    const { permissions = ALLOWED, login = 'github-actions[bot]', service = 'web', attempt = 1 } = options;
    const { actor = 'octocat', name = 'Release / Release' } = options;
    const runId = options.runId ?? repo.run({ actor, jobs: [name] });
    const temp = scope.folder();
    const token = github.token({ repository: 'acme/shop', permissions, login });
    const env: Record<string, string> = {};
    let begun: SpawnedAction | undefined;
    let given: Inputs = {};
    const spawn = (inputs: Inputs, options: SpawnOptions, action = 'release') =>
      spawnAction(action, inputs, {
        temp,
        env,
        ...options,
        github: {
          api_url: github.url,
          server_url: 'https://github.example',
          repository: 'acme/shop',
          run_id: String(runId),
          run_attempt: String(attempt),
          sha,
          triggering_actor: 'octocat',
          token,
        },
      });
    const common = {
      environment: 'production',
      service,
      'vercel-token': vercel.token,
      'vercel-team': vercel.team.slug,
      'vercel-project': 'web',
      'vercel-api-url': vercel.url,
    };
    const inputs = { ...common, 'ledger-timeout': '4s' };
    const promotion =
      (command: string) =>
      (more: Inputs = {}) =>
        spawn({ ...common, command, ...more }, {}, 'promotion');
    return {
      runId,
      async begin(more = {}, options = {}) {
        given = { ...inputs, command: 'begin', ...more };
        begun = await spawn(given, options);
        Object.assign(env, begun.env);
        return begun;
      },
      commit: (more = {}, options = {}) => spawn({ ...inputs, command: 'commit', ...more }, options),
      stage: promotion('stage'),
      choose: promotion('choose'),
      live: promotion('live'),
      step: (action) => {
        const path = env['LOCKSTEP_JOURNAL'];
        if (path === undefined) throw new Error('this job has no journal');
        return new Journal(path, { action, instance: action, clock: systemClock });
      },
      tellEnd: (jobStatus, options = {}) =>
        spawn(given, { phase: 'post', state: begun?.state ?? {}, jobStatus, ...options }),
      over: (conclusion) => repo.setRun(runId, 'completed', conclusion),
    };
  }

  return {
    faults,
    github,
    repo,
    vercel,
    sha,
    job,
    async goLive(commit = sha) {
      const { id } = await vercel.actAs('octocat').push({ project, output, commit });
      await vercel.settled();
      if (vercel.project(project.id).productionId !== id) throw new Error(`${id} did not go live`);
      return id;
    },
    async promote(id) {
      await vercel.actAs('octocat').promote(id);
      await vercel.settled();
      if (vercel.project(project.id).productionId !== id) throw new Error(`${id} did not go live`);
    },
    async standReady(commit, target = 'production') {
      const { id } = await vercel.actAs('octocat').push({ project, output, commit, target, staged: true });
      await vercel.settled();
      return id;
    },
    async openSwap(swap, run) {
      const runId = repo.run();
      if (run !== undefined) repo.setRun(runId, 'completed', run);
      const client = createGitHubClient({
        token: new Secret(github.token({ repository: 'acme/shop', permissions: ALLOWED })),
        apiUrl: github.url,
        repository: { owner: 'acme', repo: 'shop' },
        clock: systemClock,
        log: silent,
        signal: new AbortController().signal,
      });
      const ledger = openLedger({ github: client, creator: 'github-actions[bot]' });
      const url = `https://github.example/acme/shop/actions/runs/${runId}/attempts/1`;
      const author = { runId, runAttempt: 1, url };
      const open = { kind: 'lockstep-swap/1', id: `swap-${runId}`, service: 'web', author, release: null } as const;
      return ledger.open('production', sha, { ...open, aliases: {}, ...swap });
    },
    evidence: (deployment, more = {}) =>
      JSON.stringify(
        sealEvidence({
          deployment,
          commit: sha,
          planDigest: null,
          folderDigest: null,
          verdicts: { 'health-gate:pre': 'pass' as Verdict },
          run: 'https://github.example/acme/shop/actions/runs/1/attempts/1',
          at: '2026-11-22T04:00:00Z',
          ...more,
        }),
      ),
    ledger: () =>
      repo.deployments().map(({ task, statuses }) => {
        const last = statuses.at(-1);
        return [task, last?.state ?? 'none', last?.description ?? ''].join(' ').trim();
      }),
    async [Symbol.asyncDispose]() {
      await scope[Symbol.asyncDispose]();
    },
  };
}

#!/usr/bin/env node
/**
 * What a swap costs: calls and time of the bundled `alias-swap`, started as the runner starts it, on a project with 3
 * and with 30 production domains. Where LOCKSTEP_VERCEL_CLI names Vercel's own CLI, its `vercel promote` does the same
 * in the same run. Neither asks the hosts, since the CLI never does.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { spawnAction } from '@lockstep/proving-ground/action';
import { withDnsHook } from '@lockstep/proving-ground/edge';
import { Faults } from '@lockstep/proving-ground/faults';
import { startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { startVercel, writeHelloOutput } from '@lockstep/proving-ground/vercel';

const cli = process.env['LOCKSTEP_VERCEL_CLI'];
const ROUNDS = 5;

export async function* bench() {
  const scope = new Scope();
  try {
    yield* measure(scope);
  } finally {
    await scope[Symbol.asyncDispose]();
  }
}

async function* measure(scope) {
  const faults = new Faults();
  const vercel = await startVercel({ scope, faults });
  const github = await startGitHub({ faults });
  scope.defer('GitHub', () => github.close());
  const repo = github.repository('acme/shop');
  const commits = [repo.commit(), repo.commit()];
  const permissions = { contents: 'read', deployments: 'write' };
  const token = github.token({ repository: 'acme/shop', permissions, login: 'github-actions[bot]' });
  const folder = await writeHelloOutput(scope.folder(), 'bench');

  const few = await swaps('few', 3);
  yield {
    what: 'calls to Vercel of a swap, 3 domains',
    measured: `${few.calls}, in ${few.ms.toFixed(0)} ms from start to exit`,
    budget: '≤ 16',
    ok: few.calls <= 16,
  };
  const many = await swaps('many', 30);
  yield {
    what: 'calls to Vercel of a swap, 30 domains',
    measured: `${many.calls}, in ${many.ms.toFixed(0)} ms from start to exit`,
    budget: `≤ ${few.calls + 2}, whatever the number of domains`,
    ok: many.calls <= few.calls + 2,
  };
  if (cli !== undefined) {
    const theirs = await promotes();
    yield {
      what: "Vercel's CLI promotes, 3 domains",
      measured: `${theirs.calls} calls, ${theirs.ms.toFixed(0)} ms`,
      budget: `ours takes no longer (${few.ms.toFixed(0)} ms)`,
      ok: few.ms <= theirs.ms,
    };
  }

  /** A project whose one deployment is live and whose other one waits. */
  async function stage(name, domains) {
    const { port } = vercel.edge;
    const names = Array.from({ length: domains - 1 }, (_, i) => `d${i}.${name}.localhost:${port}`);
    const project = vercel.addProject({ name, domains: names });
    const output = `${folder}/.vercel/output`;
    const push = async (commit) => (await vercel.actAs('setup').push({ project, output, commit })).id;
    const live = await push(commits[0]);
    await vercel.settled();
    vercel.configure(project, { autoAssign: false });
    const next = await push(commits[1]);
    await vercel.settled();
    vercel.configure(project, { autoAssign: true });
    return { project, live, next };
  }

  async function fastest(name, domains, swap) {
    let best = { calls: 0, ms: Number.POSITIVE_INFINITY };
    for (let round = 0; round < ROUNDS; round++) {
      const staged = await stage(`${name}-${round}`, domains);
      const before = vercel.exchanges.length;
      const started = performance.now();
      await swap(staged, `${name}-${round}`);
      const ms = performance.now() - started;
      const { productionId } = vercel.project(staged.project.id);
      if (productionId !== staged.next) throw new Error(`${name}: not swapped`);
      if (ms < best.ms) best = { calls: vercel.exchanges.length - before, ms };
    }
    return best;
  }

  function swaps(name, domains) {
    return fastest(name, domains, async ({ next }, project) => {
      const run = await spawnAction(
        'alias-swap',
        {
          'vercel-token': vercel.token,
          'vercel-team': vercel.team.id,
          'vercel-project': project,
          'vercel-api-url': vercel.url,
          'deployment-id': next,
          'identity-path': 'none',
        },
        {
          env: { NODE_OPTIONS: withDnsHook() },
          github: { api_url: github.url, repository: 'acme/shop', sha: commits[1], token },
        },
      );
      if (run.status !== 0) throw new Error(run.log);
    });
  }

  function promotes() {
    return fastest('theirs', 3, async ({ next }) => {
      const where = ['--api', vercel.url, '--token', vercel.token, '--scope', vercel.team.slug, '--cwd', folder];
      const env = { PATH: process.env['PATH'], HOME: scope.folder(), CI: '1', VERCEL_TELEMETRY_DISABLED: '1' };
      await promisify(execFile)(cli, ['promote', next, '--yes', ...where], { env, timeout: 60_000 });
    });
  }
}

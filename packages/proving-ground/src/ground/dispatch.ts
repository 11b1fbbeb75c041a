import { withDnsHook } from '../edge/dns-hook.ts';
import type { GitHubPermissions } from '../github/index.ts';
import { repositoryRoot } from '../runner/machine.ts';
import type { RunOptions } from '../runner/options.ts';
import type { Permissions } from '../runner/permissions.ts';
import type { Runner, WorkflowRun } from '../runner/runner.ts';
import type { Consumer } from './consumer.ts';
import type { ProvingGround } from './ground.ts';
import { GROUND_MARK } from './left-behind.ts';

/** What a run may be told; the ground knows the rest. */
export type DispatchOptions = Pick<
  RunOptions,
  | 'event'
  | 'inputs'
  | 'secrets'
  | 'vars'
  | 'environments'
  | 'strikes'
  | 'timeScale'
  | 'onEvent'
  | 'signal'
  | 'debug'
  | 'node'
> & {
  readonly sha: string;
  /** Below the repository's root (`.github/workflows/release.yml`). */
  readonly workflow?: string;
  readonly actor?: string;
};

/**
 * Starts a workflow of the consumer as GitHub does: the run is in GitHub's list, its jobs' tokens have their
 * permissions and no more, `lockstep-ci/lockstep` is this repository, and the ground's hosts are found.
 */
export async function dispatch(
  ground: ProvingGround,
  runner: Runner,
  consumer: Consumer,
  options: DispatchOptions,
): Promise<WorkflowRun> {
  const { sha, workflow = '.github/workflows/release.yml', actor = 'dana', ...rest } = options;
  const event = rest.event?.name ?? 'workflow_dispatch';
  const id = consumer.github.run({ sha, path: workflow, event, actor });
  const tokens: string[] = [];
  const run = await runner.start({
    ...rest,
    repository: { name: consumer.name, root: consumer.root, sha },
    workflow,
    actions: { 'lockstep-ci/lockstep': repositoryRoot() },
    github: { run_id: String(id), run_number: '1', api_url: ground.github.url, actor, triggering_actor: actor },
    env: { NODE_OPTIONS: withDnsHook(), [GROUND_MARK]: String(process.pid) },
    mintToken: (permissions) => {
      const token = ground.github.token({ repository: consumer.name, permissions: granted(permissions) });
      tokens.push(token);
      return token;
    },
  });
  const result = run.result.then((end) => {
    consumer.github.setRun(id, 'completed', end.conclusion);
    for (const token of tokens) ground.github.revoke(token);
    return end;
  });
  result.catch(() => undefined);
  return {
    runId: String(id),
    result,
    cancel: () => run.cancel(),
    destroy: () => run.destroy(),
    get missed() {
      return run.missed;
    },
  };
}

function granted(permissions: Permissions): GitHubPermissions {
  return Object.fromEntries(Object.entries(permissions).filter(([, level]) => level !== 'none')) as GitHubPermissions;
}

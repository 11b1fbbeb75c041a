import type {
  Approval,
  ApprovalRequest,
  Permissions,
  RunEvent,
  Runner,
  RunOptions,
  WorkflowRun,
} from '@lockstep/workflow-runner';
import { repositoryRoot } from '../action/repository-root.ts';
import { withDnsHook } from '../edge/dns-hook.ts';
import type { GitHubPermissions } from '../github/index.ts';
import { processEnv } from '../scope/process-env.ts';
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
  | 'rerun'
  | 'strikes'
  | 'environmentSecretsAcrossOwners'
  | 'timeScale'
  | 'onEvent'
  | 'signal'
  | 'debug'
  | 'actions'
  | 'services'
  | 'env'
  | 'idTokens'
  | 'node'
> & {
  readonly sha: string;
  /** Below the repository's root (`.github/workflows/release.yml`). */
  readonly workflow?: string;
  /** Who starts it; of a re-run, who starts that. */
  readonly actor?: string;
  /** `refs/heads/main` */
  readonly ref?: string;
  /** Started by a pull request from a fork: its jobs get no secrets, and their tokens only read. */
  readonly fork?: boolean;
};

/**
 * Starts a workflow of the consumer as GitHub does: the run is in GitHub's list, its jobs' tokens have their
 * permissions and no more, `lockstep-ci/lockstep` is this repository, and the ground's hosts are found. Environments
 * that somebody approves have their reviewers on GitHub too.
 */
export async function dispatch(
  ground: ProvingGround,
  runner: Runner,
  consumer: Consumer,
  options: DispatchOptions,
): Promise<WorkflowRun> {
  const { sha, workflow = '.github/workflows/release.yml', actor = 'dana', ref, fork = false, ...rest } = options;
  const event = rest.event?.name ?? 'workflow_dispatch';
  const { id, attempt, owner } = runOnGitHub(consumer, options);
  const tokens: string[] = [];
  const environments = Object.fromEntries(
    Object.entries(rest.environments ?? {}).map(([name, environment]) => {
      const { approve } = environment;
      if (approve === undefined) return [name, environment];
      consumer.github.environment(name, [REVIEWER]);
      const reviewed = async (request: ApprovalRequest): Promise<Approval> => {
        const answer = await approve(request);
        consumer.github.reviewRun(id, name, REVIEWER, answer);
        return answer;
      };
      return [name, { ...environment, approve: reviewed }];
    }),
  );
  const run = await runner.start({
    ...rest,
    event: { name: event, payload: { sender: senderOf(consumer, owner), ...rest.event?.payload } },
    onEvent: (told) => {
      noteJobs(consumer, id, told);
      rest.onEvent?.(told);
    },
    ...(fork ? { secrets: {}, environments: {} } : { environments }),
    repository: { name: consumer.name, root: consumer.root, sha, ...(ref === undefined ? {} : { ref }) },
    workflow,
    actions: { 'lockstep-ci/lockstep': repositoryRoot(), ...rest.actions },
    github: { run_id: String(id), run_number: '1', api_url: ground.github.url, actor: owner, triggering_actor: actor },
    env: processEnv({ ...rest.env }, { NODE_OPTIONS: withDnsHook(), [GROUND_MARK]: String(process.pid) }),
    mintToken: (permissions) => {
      const token = ground.github.token({ repository: consumer.name, permissions: granted(permissions, fork) });
      tokens.push(token);
      return token;
    },
  });
  ground.runs.set(id, run);
  const result = run.result.then((end) => {
    ground.runs.delete(id);
    consumer.github.setRun(id, 'completed', end.conclusion, attempt);
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

/** The run as GitHub lists it: a new one, or one more attempt of one that is over, which stays its first actor's. */
function runOnGitHub(
  { github }: Consumer,
  { sha, workflow = '.github/workflows/release.yml', actor = 'dana', ref, event, rerun }: DispatchOptions,
): { readonly id: number; readonly attempt: number; readonly owner: string } {
  if (rerun === undefined) {
    const branch = branchOf(ref, event?.payload);
    const on = branch === undefined ? {} : { branch };
    const id = github.run({ sha, path: workflow, event: event?.name ?? 'workflow_dispatch', actor, ...on });
    return { id, attempt: 1, owner: actor };
  }
  const id = Number(rerun.of.runId);
  const attempt = github.rerun(id, actor);
  github.setRun(id, 'in_progress');
  return { id, attempt, owner: github.state.runs.find((run) => run.id === id)?.actor.login ?? actor };
}

/** Who reviews the environments of the ground. */
const REVIEWER = 'olga';

function senderOf(consumer: Consumer, login: string): object {
  const { id, type } = consumer.github.user(login);
  return { login, id, type };
}

/** GitHub's list of a run's jobs: what they are called, and when they were at work. */
function noteJobs(consumer: Consumer, runId: number, event: RunEvent): void {
  if (event.type === 'job-started') consumer.github.job(runId, event.name, 'in_progress');
  if (event.type === 'job-finished') consumer.github.job(runId, event.job.name, 'completed', event.job.conclusion);
}

/** A run of a pull request has the branch that is to be merged, any other the one that it runs on. */
function branchOf(ref: string | undefined, payload: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const pull = payload?.['pull_request'] as { readonly head?: { readonly ref?: string } } | undefined;
  return pull?.head?.ref ?? ref?.replace(/^refs\/(?:heads|tags)\//, '');
}

/** A token of a fork's run has at most `read`, whatever the workflow says (docs.github.com, "GITHUB_TOKEN"). */
function granted(permissions: Permissions, readOnly: boolean): GitHubPermissions {
  const held = Object.entries(permissions).filter(([, level]) => level !== 'none');
  return Object.fromEntries(held.map(([name, level]) => [name, readOnly ? 'read' : level])) as GitHubPermissions;
}

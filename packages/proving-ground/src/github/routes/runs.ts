import { type Call, counted, newestFirst, notFound, ok, type Routes, refusal } from '../call.ts';
import { resolveRef } from '../graph.ts';
import { fullName, nodeId, repoShape, repoUrl, simpleCommitShape, userShape } from '../shapes.ts';
import { type Attempt, type Job, type Run, userNamed } from '../world.ts';
import { environmentShape } from './repository.ts';

const read = [{ actions: 'read' }] as const;
const write = [{ actions: 'write' }] as const;

export const runRoutes: Routes = {
  'actions/list-workflow-runs-for-repo': { needs: read, answer: (call) => list(call, () => true) },
  'actions/list-workflow-runs': {
    needs: read,
    answer: (call) => list(call, (run) => isWorkflow(run, call.params['workflow_id'])),
  },
  'actions/get-workflow-run': { needs: read, answer: (call) => one(call, (run) => ok(runShape(call, run))) },
  'actions/get-workflow-run-attempt': {
    needs: read,
    answer: (call) => one(call, (run) => attempt(call, run, (number) => ok(runShape(call, run, number)))),
  },
  'actions/list-jobs-for-workflow-run-attempt': {
    needs: read,
    answer: (call) =>
      one(call, (run) =>
        attempt(call, run, (number, found) =>
          counted(call, 'jobs', found.jobs, (job) => jobShape(call, run, number, job)),
        ),
      ),
  },
  'actions/get-reviews-for-run': { needs: read, answer: (call) => one(call, (run) => ok(reviews(call, run))) },
  'actions/cancel-workflow-run': { needs: write, answer: (call) => one(call, (run) => cancel(call, run)) },
  'actions/get-workflow': { needs: read, answer: getWorkflow },
  'actions/create-workflow-dispatch': { needs: write, answer: dispatch },
};

function list(call: Call, wanted: (run: Run) => boolean) {
  const filters: Readonly<Record<string, (run: Run, value: string) => boolean>> = {
    actor: (run, value) => run.actor.login === value,
    branch: (run, value) => run.branch === value,
    event: (run, value) => run.event === value,
    head_sha: (run, value) => run.sha === value,
    status: (run, value) => [run.attempts.at(-1)?.status, run.attempts.at(-1)?.conclusion].includes(value as never),
  };
  const runs = call.repo.runs.filter(
    (run) =>
      wanted(run) &&
      Object.entries(filters).every(([name, matches]) => {
        const value = call.query.get(name);
        return value === null || matches(run, value);
      }),
  );
  return counted(call, 'workflow_runs', newestFirst(runs), (run) => runShape(call, run));
}

function reviews(call: Call, run: Run): object[] {
  return run.reviews.map(({ environment, state, user }) => ({
    environments: [environmentShape(call, environment)],
    state,
    user: userShape(call.base, user),
    comment: '',
  }));
}

/** GitHub sends a cancellation to the runner and answers before anything of it has happened. */
function cancel(call: Call, run: Run) {
  if (run.attempts.at(-1)?.status === 'completed')
    return refusal(409, 'Cannot cancel a workflow run that is completed.');
  call.events.onCancel?.(run);
  return { status: 202, body: {} };
}

function dispatch(call: Call) {
  const workflow = workflowFile(call.params['workflow_id'], call.repo.runs);
  const ref = String(call.body['ref']);
  if (call.events.onDispatch === undefined) return notFound();
  if (resolveRef(call.repo, ref) === undefined) return refusal(422, `No ref found for: ${ref}`);
  const inputs = Object.fromEntries(
    Object.entries((call.body['inputs'] ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      String(value),
    ]),
  );
  const run = call.events.onDispatch({ repo: call.repo, workflow, ref, inputs, user: call.user });
  if (call.body['return_run_details'] !== true) return { status: 204 };
  const url = `${repoUrl(call.base, call.repo)}/actions/runs/${run.id}`;
  return ok({ workflow_run_id: run.id, run_url: url, html_url: htmlUrl(call, run) });
}

function getWorkflow(call: Call) {
  const found = call.repo.runs.find((run) => isWorkflow(run, call.params['workflow_id']));
  if (found === undefined) return notFound();
  const url = `${repoUrl(call.base, call.repo)}/actions/workflows/${workflowId(found)}`;
  return ok({
    id: workflowId(found),
    node_id: nodeId('Workflow', workflowId(found)),
    name: found.workflow,
    path: found.path,
    state: 'active',
    created_at: call.repo.createdAt,
    updated_at: call.repo.createdAt,
    url,
    html_url: `${call.base}/${fullName(call.repo)}/blob/${call.repo.defaultBranch}/${found.path}`,
    badge_url: `${url}/badge.svg`,
  });
}

/** Asked for by id or by file name. */
function isWorkflow(run: Run, asked: string | undefined): boolean {
  return asked === String(workflowId(run)) || asked === run.path.split('/').at(-1);
}

function workflowFile(asked: string | undefined, runs: readonly Run[]): string {
  const known = runs.find((run) => isWorkflow(run, asked));
  return (known?.path ?? asked ?? '').split('/').at(-1) ?? '';
}

function workflowId(run: Run): number {
  return userNamed(run.path).id;
}

function one(call: Call, then: (run: Run) => ReturnType<typeof ok>) {
  const found = call.repo.runs.find((run) => String(run.id) === call.params['run_id']);
  return found === undefined ? notFound() : then(found);
}

function attempt(call: Call, run: Run, then: (number: number, found: Attempt) => ReturnType<typeof ok>) {
  const number = Number(call.params['attempt_number']);
  const found = run.attempts[number - 1];
  return found === undefined ? notFound() : then(number, found);
}

function htmlUrl(call: Call, run: Run): string {
  return `${call.base}/${fullName(call.repo)}/actions/runs/${run.id}`;
}

function runShape(call: Call, run: Run, number = run.attempts.length): object {
  const { base, repo } = call;
  const state = run.attempts[number - 1];
  const url = `${repoUrl(base, repo)}/actions/runs/${run.id}`;
  const commit = repo.commits.get(run.sha);
  return {
    id: run.id,
    name: run.workflow,
    node_id: nodeId('WorkflowRun', run.id),
    head_branch: run.branch,
    head_sha: run.sha,
    path: run.path,
    run_number: run.number,
    run_attempt: number,
    event: run.event,
    display_title: commit?.message ?? run.workflow,
    status: state?.status ?? null,
    conclusion: state?.conclusion ?? null,
    workflow_id: workflowId(run),
    workflow_url: `${repoUrl(base, repo)}/actions/workflows/${workflowId(run)}`,
    url,
    html_url: htmlUrl(call, run),
    created_at: run.createdAt,
    updated_at: state?.updatedAt ?? run.createdAt,
    run_started_at: state?.startedAt ?? run.createdAt,
    previous_attempt_url: number > 1 ? `${url}/attempts/${number - 1}` : null,
    ...Object.fromEntries(
      ['jobs', 'logs', 'cancel', 'rerun', 'artifacts'].map((part) => [`${part}_url`, `${url}/${part}`]),
    ),
    check_suite_url: `${repoUrl(base, repo)}/check-suites/${run.id}`,
    actor: userShape(base, run.actor),
    triggering_actor: userShape(base, state?.triggeringActor ?? run.actor),
    head_commit: commit === undefined ? null : simpleCommitShape(commit),
    repository: repoShape(base, repo),
    head_repository: headRepository(call, run),
    pull_requests: [],
  };
}

/** A run of a fork's commit has the fork there. */
function headRepository({ base, repo }: Call, { fork }: Run): object {
  const own = repoShape(base, repo);
  if (fork === undefined) return own;
  const [login = '', name = fork] = fork.split('/');
  return { ...own, id: repo.id + 1, name, full_name: fork, fork: true, owner: userShape(base, userNamed(login)) };
}

function jobShape(call: Call, run: Run, number: number, job: Job): object {
  const url = repoUrl(call.base, call.repo);
  return {
    id: job.id,
    node_id: nodeId('CheckRun', job.id),
    run_id: run.id,
    run_url: `${url}/actions/runs/${run.id}`,
    run_attempt: number,
    head_sha: run.sha,
    head_branch: run.branch,
    workflow_name: run.workflow,
    name: job.name,
    url: `${url}/actions/jobs/${job.id}`,
    html_url: `${htmlUrl(call, run)}/job/${job.id}`,
    check_run_url: `${url}/check-runs/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.at,
    started_at: job.at,
    completed_at: job.completedAt,
    steps: [],
    labels: ['ubuntu-24.04'],
    runner_id: 1,
    runner_name: 'proving-ground',
    runner_group_id: 1,
    runner_group_name: 'Default',
  };
}

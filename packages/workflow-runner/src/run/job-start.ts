import type { Annotation } from '../console/annotation.ts';
import { extend, textOf } from '../expressions/expressions.ts';
import { type JobEnd, runJob } from '../job/job.ts';
import { JobRuntime } from '../job/job-runtime.ts';
import type { StepsJob } from '../parse/workflow.ts';
import { type Contender, readConcurrency } from '../plan/concurrency.ts';
import { type EnvironmentReference, lookup, readEnvironment } from '../plan/environment.ts';
import { type Cell, type Frame, permissionsOf } from '../plan/frame.ts';
import { defaultPermissions } from '../plan/permissions.ts';
import type { Conclusion, JobResult, NodeResult } from '../plan/result.ts';
import { jobSecrets } from '../plan/secrets.ts';
import { messageOf } from '../step/verdict.ts';
import type { ActiveJob, ActiveRun } from './active-run.ts';
import { CancelledBeforeStart, taken, unlessAborted } from './before-start.ts';

/** Waits until a job may start (its concurrency group, then its environment's approval), and runs it. */
export async function startJob(run: ActiveRun, frame: Frame, cell: Cell<StepsJob>): Promise<NodeResult> {
  const started = Date.now();
  const { job, id, name, scope } = cell;
  const annotations: Annotation[] = [];
  const waiting = new AbortController();
  const active: ActiveJob = { survivesCancellation: () => cell.holds(true), waiting, runtime: undefined };
  const cancel = (reason?: string) => {
    if (reason !== undefined) annotations.push({ level: 'error', message: reason });
    waiting.abort();
    active.runtime?.cancel();
  };
  const contender: Contender = { cancel, within: frame.holders };
  const onAbort = () => cancel();
  cell.cancelled.addEventListener('abort', onAbort, { once: true });
  if (cell.cancelled.aborted) cancel();
  run.add(active);

  const permissions = permissionsOf(
    frame.workflow,
    job,
    frame.ceiling,
    run.options.defaultPermissions ?? defaultPermissions,
  );
  let environment: EnvironmentReference | undefined;
  let end: JobEnd = { conclusion: 'cancelled', outputs: {}, steps: [] };
  let leave = () => {};
  let giveBack = () => {};
  try {
    leave = await run.enter(readConcurrency(job.concurrency, scope), contender, waiting.signal, id);
    environment = readEnvironment(job.environment, scope);
    const approved = environment === undefined || (await approve(run, environment, id, waiting.signal));
    if (!approved) throw new Error("The deployment was rejected or didn't satisfy other protection rules.");
    giveBack = await taken(run.machines.take(), waiting.signal);
    const runtime = new JobRuntime(await jobSettings(run, frame, cell, { environment, permissions }));
    if (waiting.signal.aborted) throw new CancelledBeforeStart('The run was canceled.');
    active.runtime = runtime;
    run.emit({ type: 'job-started', job: id, name });
    const deployment = (state: 'in_progress' | 'success' | 'failure') => {
      if (environment?.deployment !== true) return;
      run.emit({ type: 'deployment', job: id, environment: environment.name, state });
    };
    deployment('in_progress');
    end = await runJob(job, frame.workflow, runtime);
    deployment(end.conclusion === 'success' ? 'success' : 'failure');
    annotations.push(...runtime.console.annotations);
    for (const text of runtime.masker.values) run.masks.add(text);
  } catch (error) {
    const conclusion: Conclusion = error instanceof CancelledBeforeStart ? 'cancelled' : 'failure';
    end = { ...end, conclusion };
    if (conclusion === 'failure') annotations.push({ level: 'error', message: messageOf(error) });
  } finally {
    giveBack();
    leave();
    run.remove(active);
    cell.cancelled.removeEventListener('abort', onAbort);
  }
  const forgiven = end.conclusion === 'failure' && textOf(job.continueOnError, scope) === 'true';
  const result: JobResult = {
    id,
    name,
    ...end,
    result: forgiven ? 'success' : end.conclusion,
    annotations,
    environment: environment?.name,
    permissions,
    attempt: run.attempt,
    durationMs: Date.now() - started,
  };
  run.jobs.push(result);
  run.emit({ type: 'job-finished', job: result });
  return { result: result.result, outputs: result.outputs };
}

async function approve(
  run: ActiveRun,
  environment: EnvironmentReference,
  job: string,
  signal: AbortSignal,
): Promise<boolean> {
  const decide = lookup(run.options.environments ?? {}, environment.name)?.approve;
  if (decide === undefined) return true;
  run.emit({ type: 'job-waiting', job, for: 'approval', what: environment.name });
  const answer = await unlessAborted(decide({ environment: environment.name, job, runId: run.runId }), signal);
  return answer === 'approved';
}

async function jobSettings(
  run: ActiveRun,
  frame: Frame,
  { job, id, scope }: Cell<StepsJob>,
  {
    environment,
    permissions,
  }: { readonly environment: EnvironmentReference | undefined; readonly permissions: JobResult['permissions'] },
) {
  const { workflow } = frame;
  const { name, ref, sha } = workflow.repository;
  const own = environment === undefined ? undefined : lookup(run.options.environments ?? {}, environment.name);
  const token = await run.mintToken(permissions, id);
  const arrives =
    run.options.environmentSecretsAcrossOwners !== 'empty' || ownerOf(name) === ownerOf(run.sources.workspace.name);
  const secrets = jobSecrets(frame.secrets, (arrives ? own?.secrets : undefined) ?? {}, token);
  const contexts = {
    github: { ...run.github, job: job.id, token },
    vars: { ...run.options.vars, ...own?.vars },
    secrets,
    job: {
      workflow_file_path: workflow.path,
      workflow_ref: `${name}/${workflow.path}@${ref}`,
      workflow_repository: name,
      workflow_sha: sha,
    },
  };
  return {
    id,
    repository: workflow.repository,
    sources: run.sources,
    artifacts: run.artifacts,
    artifactsOf: (other: string) => {
      if ((permissions['actions'] ?? 'none') === 'none') throw new Error('Resource not accessible by integration');
      return run.artifactsOf(other);
    },
    folder: run.jobFolder(),
    contexts: extend(scope, contexts).contexts,
    secrets,
    env: { ...run.options.env, ...idTokenVariables(run, permissions) },
    node: run.node,
    times: run.times,
    strikes: run.strikes,
    debug: run.options.debug ?? false,
    emit: (event: Parameters<ActiveRun['emit']>[0]) => run.emit(event),
    cancelRun: () => run.cancel('The run was canceled by @octocat.'),
  };
}

/** A job without `id-token: write` is not told where to ask. */
function idTokenVariables(run: ActiveRun, permissions: JobResult['permissions']): Record<string, string> {
  const { idTokens } = run.options;
  if (idTokens === undefined || permissions['id-token'] !== 'write') return {};
  return { ACTIONS_ID_TOKEN_REQUEST_URL: idTokens.url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: idTokens.token };
}

function ownerOf(repository: string): string {
  return repository.split('/')[0]?.toLowerCase() ?? '';
}

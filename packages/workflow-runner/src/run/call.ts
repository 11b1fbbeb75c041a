import { dataOf, extend, type Scope, textOf, textsOf } from '../expressions/expressions.ts';
import { expressionsIn } from '../expressions/tokens.ts';
import type { CallJob } from '../parse/workflow.ts';
import { type Contender, readConcurrency } from '../plan/concurrency.ts';
import { type Cell, type Frame, permissionsOf } from '../plan/frame.ts';
import { callInputs, type Inputs } from '../plan/inputs.ts';
import { defaultPermissions } from '../plan/permissions.ts';
import { concludeAll, type NodeResult } from '../plan/result.ts';
import type { VisibleSecrets } from '../plan/secrets.ts';
import type { ActiveRun } from './active-run.ts';
import { CancelledBeforeStart } from './before-start.ts';
import { report } from './report.ts';

/** Runs the jobs of a workflow; their results by id. Handed in, since those jobs may be calls again. */
type RunJobs = (run: ActiveRun, frame: Frame) => Promise<ReadonlyMap<string, NodeResult>>;

/** Runs the jobs of a called workflow as one job of its caller. */
export async function startCall(
  run: ActiveRun,
  frame: Frame,
  cell: Cell<CallJob>,
  runJobs: RunJobs,
): Promise<NodeResult> {
  const { job, id, name } = cell;
  const { callee } = job;
  const cancellation = new AbortController();
  const contender: Contender = {
    within: frame.holders,
    cancel: (reason) => {
      run.annotations.push({ level: 'error', message: reason });
      cancellation.abort();
    },
  };
  const cancelled = AbortSignal.any([cell.cancelled, cancellation.signal]);
  const beforeStart = AbortSignal.any([cancelled, run.cancelled]);
  const leaves: (() => void)[] = [];
  try {
    const scope = await callerScope(run, frame, cell);
    const inputs = givenInputs(run, frame, cell, scope);
    const inner = { contexts: { github: run.github, inputs, vars: run.options.vars ?? {} } };
    for (const request of [readConcurrency(job.concurrency, cell.scope), readConcurrency(callee.concurrency, inner)])
      leaves.push(await run.enter(request, contender, beforeStart, id));
    const results = await runJobs(run, {
      workflow: callee,
      inputs,
      secrets: passedSecrets(frame, job, scope),
      ceiling: permissionsOf(frame.workflow, job, frame.ceiling, run.options.defaultPermissions ?? defaultPermissions),
      prefix: { id: `${id} / `, name: `${name} / ` },
      holders: [...frame.holders, contender],
      cancelled,
    });
    return {
      result: concludeAll([...results.values()].map((end) => end.result)),
      outputs: outputsOf(job, inner, results),
    };
  } catch (error) {
    if (!(error instanceof CancelledBeforeStart)) throw error;
    report(run, { id, name, conclusion: 'cancelled', result: 'cancelled' });
    return { result: 'cancelled', outputs: {} };
  } finally {
    for (const leave of leaves.reverse()) leave();
  }
}

/** What `with` and `secrets` of the call see: the caller's secrets too, and a token where one is asked for. */
async function callerScope(run: ActiveRun, frame: Frame, { job, id, scope }: Cell<CallJob>): Promise<Scope> {
  const parts = [job.with, job.secrets].filter((part) => part !== undefined && part !== 'inherit');
  const asksForToken = parts.some((part) =>
    [...expressionsIn(part)].some(({ expression }) => /token/i.test(expression)),
  );
  const allowed = permissionsOf(
    frame.workflow,
    job,
    frame.ceiling,
    run.options.defaultPermissions ?? defaultPermissions,
  );
  const token = asksForToken ? await run.mintToken(allowed, id) : '';
  if (token !== '') run.masks.add(token);
  return extend(scope, { github: { ...run.github, token }, secrets: { ...frame.secrets.values, GITHUB_TOKEN: token } });
}

function givenInputs(run: ActiveRun, frame: Frame, { job }: Cell<CallJob>, scope: Scope): Inputs {
  const given = dataOf(job.with, scope) as Readonly<Record<string, unknown>> | undefined;
  const defaults = { contexts: { github: run.github, inputs: {}, vars: run.options.vars ?? {} } };
  return callInputs(job.callee.call?.inputs ?? [], given ?? {}, defaults, frame.workflow.where(job.with ?? job.token));
}

function passedSecrets(frame: Frame, job: CallJob, scope: Scope): VisibleSecrets {
  if (job.secrets === 'inherit') return frame.secrets;
  return { values: textsOf(job.secrets, scope), open: false };
}

function outputsOf(job: CallJob, inner: Scope, jobs: ReadonlyMap<string, NodeResult>): Record<string, string> {
  const scope = extend(inner, { jobs: Object.fromEntries(jobs) });
  const outputs = [...(job.callee.call?.outputs ?? [])].map(([name, value]) => [name, textOf(value, scope)] as const);
  return Object.fromEntries(outputs.filter(([, value]) => value !== ''));
}

import { isBasicExpression } from '@actions/workflow-parser/templates/tokens/type-guards';
import type { Scope } from '../expressions/expressions.ts';
import { textOf } from '../expressions/expressions.ts';
import type { Workflow, WorkflowJob } from '../parse/workflow.ts';
import type { Contender } from './concurrency.ts';
import type { GitHubContext } from './github-context.ts';
import type { Inputs } from './inputs.ts';
import type { Before } from './job-graph.ts';
import { type Combination, type Strategy, suffix } from './matrix.ts';
import type { RunOptions } from './options.ts';
import { narrow, type Permissions, readPermissions } from './permissions.ts';
import type { VisibleSecrets } from './secrets.ts';

/** A workflow in a run: the run's own, or one that it calls. */
export interface Frame {
  readonly workflow: Workflow;
  readonly inputs: Inputs;
  readonly secrets: VisibleSecrets;
  /** What the caller may do, which is the most that a called job can; undefined in the run's own workflow. */
  readonly ceiling: Permissions | undefined;
  /** `caller / ` in front of ids and names of jobs. */
  readonly prefix: { readonly id: string; readonly name: string };
  /** Who holds or waits for concurrency groups around this. */
  readonly holders: readonly Contender[];
  /** Aborts when this call alone is cancelled, by a concurrency group. */
  readonly cancelled: AbortSignal;
}

/** One job of a frame, and one combination of its matrix. */
export interface Cell<Job extends WorkflowJob = WorkflowJob> {
  readonly job: Job;
  readonly id: string;
  readonly name: string;
  /** github, inputs, needs, vars, strategy, matrix. */
  readonly scope: Scope;
  /** Whether the job's `if` holds, in a run that is cancelled or not. */
  holds(cancelled: boolean): boolean;
  /** Aborts when this job alone is cancelled: fail-fast of its matrix, or its frame. */
  readonly cancelled: AbortSignal;
}

/** What a run knows before any job of it has started. */
export interface RunFacts {
  readonly github: GitHubContext;
  readonly options: RunOptions;
}

/** What expressions of a job see before it has a runner. */
export function jobScope({ github, options }: RunFacts, frame: Frame, before: Before): Scope {
  return { contexts: { github, inputs: frame.inputs, needs: before.needs, vars: options.vars ?? {} } };
}

/** The contexts that one combination of a matrix adds. */
export function matrixContexts(strategy: Strategy, combination: Combination, index: number) {
  const total = strategy.combinations.length;
  return {
    matrix: combination,
    strategy: {
      'fail-fast': strategy.failFast,
      'job-index': index,
      'job-total': total,
      'max-parallel': Number.isFinite(strategy.maxParallel) ? strategy.maxParallel : total,
    },
  };
}

/** Id and name of a cell. A name without an expression gets the matrix's values behind it, as an id does. */
export function titles(
  frame: Frame,
  job: WorkflowJob,
  combination: Combination,
  scope: Scope,
): { id: string; name: string } {
  const behind = suffix(combination);
  const own = job.name === undefined ? '' : textOf(job.name, scope);
  const fixed = job.name === undefined || !isBasicExpression(job.name);
  const name = `${own === '' ? job.id : own}${fixed ? behind : ''}`;
  return { id: `${frame.prefix.id}${job.id}${behind}`, name: `${frame.prefix.name}${name}` };
}

/** What a job's token may do. Throws InputError where a called job asks for more than its caller has. */
export function permissionsOf(
  workflow: Workflow,
  job: WorkflowJob,
  ceiling: Permissions | undefined,
  otherwise: Permissions,
): Permissions {
  const asked = readPermissions(job.permissions) ?? readPermissions(workflow.permissions);
  if (ceiling === undefined) return asked ?? otherwise;
  return narrow(asked, ceiling, `${workflow.where(job.permissions ?? workflow.permissions)}: job '${job.id}'`);
}

/** Checks the permissions of every called job. Throws InputError, as GitHub refuses to start such a run. */
export function checkPermissions(workflow: Workflow, ceiling: Permissions | undefined, otherwise: Permissions): void {
  for (const job of workflow.jobs) {
    const permissions = permissionsOf(workflow, job, ceiling, otherwise);
    if (job.kind === 'call') checkPermissions(job.callee, permissions, otherwise);
  }
}

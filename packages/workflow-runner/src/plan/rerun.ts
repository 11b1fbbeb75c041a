import { InputError } from '@lockstep/base';
import type { Workflow, WorkflowJob } from '../parse/workflow.ts';
import type { RunResult } from './result.ts';

/**
 * A run that goes once more: all of its jobs, those that failed or were cancelled, or one by its id. What depends on a
 * job that is run again is run again too, and of every other the result and the outputs of before hold
 * (docs.github.com/actions/managing-workflow-runs/re-running-workflows-and-jobs).
 */
export interface Rerun {
  /** The attempt before. */
  readonly of: RunResult;
  /** A JobResult.id: `release / release`. */
  readonly jobs: 'all' | 'failed' | { readonly id: string };
}

/** The number of an attempt: 1, and one more each time that a run goes again. */
export function attemptOf(rerun: Rerun | undefined): number {
  return (rerun?.of.attempt ?? 0) + 1;
}

/** Which jobs of an attempt run; the others are taken over from the attempt before. */
export interface RerunPlan {
  /** A job by where it stands (`release / release`), with whatever it has of a matrix or calls. */
  runs(node: string): boolean;
  /** One job of a matrix, or the only one. */
  runsCell(id: string): boolean;
}

export const everything: RerunPlan = { runs: () => true, runsCell: () => true };

/** Decides what runs again. Pure. Throws InputError for a job that the attempt before did not have. */
export function planRerun(workflow: Workflow, { of, jobs }: Rerun): RerunPlan {
  if (jobs === 'all') return everything;
  const asked = of.jobs.filter(({ id, conclusion }) =>
    jobs === 'failed' ? conclusion === 'failure' || conclusion === 'cancelled' : id === jobs.id,
  );
  if (asked.length === 0) {
    const known = of.jobs.map(({ id }) => id).join(', ');
    throw new InputError(
      jobs === 'failed'
        ? `run ${of.runId}: no job of it failed`
        : `run ${of.runId} has no job ${jobs.id} among ${known}`,
    );
  }
  const marks: Marks = { known: of.jobs.map(({ id }) => id), asked: asked.map(({ id }) => id), part: [], whole: [] };
  mark(workflow, '', marks);
  const inWhole = (id: string) => marks.whole.some((node) => isOf(node, id));
  return {
    runs: (node) => inWhole(node) || marks.part.includes(node),
    runsCell: (id) => inWhole(id) || marks.asked.includes(id) || !marks.known.includes(id),
  };
}

interface Marks {
  readonly known: readonly string[];
  readonly asked: readonly string[];
  /** Jobs of which something runs again. */
  readonly part: string[];
  /** Jobs of which everything does, since one runs that they need. */
  readonly whole: string[];
}

/** Marks the jobs of a workflow; whether any of them runs again. */
function mark(workflow: Workflow, prefix: string, marks: Marks): boolean {
  const touched = workflow.jobs.filter((job) => isTouched(job, `${prefix}${job.id}`, marks)).map(({ id }) => id);
  marks.part.push(...touched.map((id) => `${prefix}${id}`));
  marks.whole.push(...dependents(workflow.jobs, touched).map((id) => `${prefix}${id}`));
  return touched.length > 0;
}

function isTouched(job: WorkflowJob, node: string, marks: Marks): boolean {
  const cells = marks.known.filter((id) => isOf(node, id));
  if (job.kind === 'steps') return cells.some((id) => marks.asked.includes(id));
  const calls = new Set(cells.map((id) => callIn(node, id)));
  // A call that did not come to its jobs stands for itself.
  const touched = [...calls].map((call) =>
    call === undefined ? cells.some((id) => marks.asked.includes(id)) : mark(job.callee, call, marks),
  );
  return touched.includes(true);
}

/** `release (a) / ` of `release (a) / prepare`. */
function callIn(node: string, id: string): string | undefined {
  const at = id.indexOf(' / ', node.length);
  return at < 0 ? undefined : id.slice(0, at + 3);
}

function dependents(jobs: readonly WorkflowJob[], touched: readonly string[]): string[] {
  const found = new Set<string>();
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { id, needs } of jobs)
      if (needs.some((need) => found.has(need) || touched.includes(need))) found.add(id);
  }
  return [...found];
}

/** Whether a job is the node, one of its matrix, or one that it calls: ids of jobs have no spaces. */
export function isOf(node: string, id: string): boolean {
  return id === node || id.startsWith(`${node} `);
}

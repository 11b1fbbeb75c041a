import { extend, truthOf } from '../expressions/expressions.ts';
import type { WorkflowJob } from '../parse/workflow.ts';
import { type Cell, type Frame, jobScope, matrixContexts, titles } from '../plan/frame.ts';
import { type Before, runGraph } from '../plan/job-graph.ts';
import { type Combination, readStrategy, type Strategy } from '../plan/matrix.ts';
import { type Conclusion, concludeAll, type NodeResult } from '../plan/result.ts';
import { jobStatus } from '../plan/status-functions.ts';
import { messageOf } from '../step/verdict.ts';
import type { ActiveRun } from './active-run.ts';
import { startCall } from './call.ts';
import { startJob } from './job-start.ts';
import { report } from './report.ts';

/** Runs the jobs of a workflow; their results by id. */
export function runWorkflowJobs(run: ActiveRun, frame: Frame): Promise<ReadonlyMap<string, NodeResult>> {
  return runGraph(frame.workflow.jobs, async (job, before) => {
    const node = `${frame.prefix.id}${job.id}`;
    return run.takeOver(node) ?? run.noted(node, await runNode(run, frame, job, before));
  });
}

async function runNode(run: ActiveRun, frame: Frame, job: WorkflowJob, before: Before): Promise<NodeResult> {
  const scope = jobScope(run, frame, before);
  const holds = (cancelled: boolean) =>
    truthOf(job.condition, extend(scope, {}, jobStatus(before.ancestors, cancelled)));
  const notRun = (conclusion: Conclusion, message?: string): NodeResult => {
    report(run, { ...titles(frame, job, {}, scope), conclusion, result: conclusion }, message);
    return { result: conclusion, outputs: {} };
  };
  try {
    const cancelled = run.cancelled.aborted || frame.cancelled.aborted;
    if (!holds(cancelled)) return notRun(cancelled && holds(false) ? 'cancelled' : 'skipped');
    const strategy = readStrategy(job.strategy, scope);
    if (strategy.combinations.length === 0) return notRun('failure', 'Matrix vector does not contain any values');
    return await runCombinations(strategy, (combination, index, siblings) => {
      const whole = extend(scope, matrixContexts(strategy, combination, index));
      const cell = {
        scope: whole,
        holds,
        cancelled: AbortSignal.any([siblings, frame.cancelled]),
        ...titles(frame, job, combination, whole),
      };
      return startCell(run, frame, { ...cell, job });
    });
  } catch (error) {
    return notRun('failure', messageOf(error));
  }
}

function startCell(run: ActiveRun, frame: Frame, cell: Cell): Promise<NodeResult> {
  const { job } = cell;
  const before = job.kind === 'call' ? undefined : run.takeOverCell(cell.id);
  if (before !== undefined) return Promise.resolve(before);
  return job.kind === 'call'
    ? startCall(run, frame, { ...cell, job }, runWorkflowJobs)
    : startJob(run, frame, { ...cell, job });
}

/** The jobs of a matrix; of an output that several set, the last to end wins. */
async function runCombinations(
  strategy: Strategy,
  start: (combination: Combination, index: number, siblings: AbortSignal) => Promise<NodeResult>,
): Promise<NodeResult> {
  const { combinations, failFast, maxParallel } = strategy;
  const failed = new AbortController();
  const results: Conclusion[] = [];
  const outputs: Record<string, string> = {};
  const queue = [...combinations.entries()];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const end = await start(next[1], next[0], failed.signal);
      results.push(end.result);
      Object.assign(outputs, end.outputs);
      if (failFast && end.result === 'failure') failed.abort();
    }
  };
  await Promise.all(Array.from({ length: Math.min(maxParallel, combinations.length) }, work));
  return { result: concludeAll(results), outputs };
}

import type { Document } from 'yaml';
import { fold } from '../expressions/fold.ts';
import {
  access,
  literal,
  parseExpression,
  pathOf,
  type Replace,
  rewrite,
  type Tree,
  templateTree,
} from '../expressions/tree.ts';
import type { Sources } from '../sources.ts';
import { mapsOf, type Names, namesAt, textAt } from '../yaml.ts';
import { flatJobs } from './flatten.ts';
import { type Condition, type FlatJob, type Frame, idIn, replacer } from './frame.ts';

/** A call: the jobs that stand for it, and what it gives. */
export interface CallOfJobs {
  readonly jobs: readonly string[];
  readonly frame: Frame & { readonly call: NonNullable<Frame['call']> };
}

/**
 * The jobs that a workflow comes to where the workflows of ours that it calls are written out in it: in order, the calls
 * by their ids, and the keys of jobs and steps that never run with the inputs that are given.
 */
export interface Jobs {
  readonly jobs: readonly FlatJob[];
  readonly calls: ReadonlyMap<string, CallOfJobs>;
  readonly gone: ReadonlySet<string>;
}

export function jobsOf(workflow: Document, sources: Sources): Jobs {
  const jobs = flatJobs(workflow, sources);
  const calls = callsOf(jobs);
  return { jobs, calls, gone: leftOut(jobs, calls) };
}

function callsOf(jobs: readonly FlatJob[]): ReadonlyMap<string, CallOfJobs> {
  const calls = new Map<string, CallOfJobs>();
  for (const job of jobs)
    for (let { frame } = job; frame.call !== undefined; frame = frame.call.outer) {
      const { call } = frame;
      const id = idIn(call.outer, frame.ids.at(-1) ?? '');
      const known = calls.get(id);
      calls.set(id, { jobs: [...(known?.jobs ?? []), job.id], frame: known?.frame ?? { ...frame, call } });
    }
  return calls;
}

/** Ids of jobs, and `job/step`, that never run with these inputs. What waits on one that is gone may go as well. */
function leftOut(jobs: readonly FlatJob[], calls: Jobs['calls']): ReadonlySet<string> {
  const gone = new Set<string>();
  for (let before = -1; before < gone.size; ) {
    before = gone.size;
    for (const job of jobs) {
      const replace = replacerOf(job, gone, calls);
      if (conditionOf(job, replace) === false) gone.add(job.id);
      for (const step of mapsOf(job.node, 'steps')) {
        if (step.has('if') && condition(step.get('if'), replace) === false) gone.add(stepKey(job, step));
      }
    }
  }
  return gone;
}

/** Named by its id, or by its place. */
export function stepKey(job: FlatJob, step: Names): string {
  return `${job.id}/${textAt(step, 'id') ?? mapsOf(job.node, 'steps').indexOf(step)}`;
}

/** Of a job: its workflow's contexts, then what is gone, then the outputs of calls. */
export function replacerOf(job: FlatJob, gone: ReadonlySet<string>, calls: Jobs['calls']): Replace {
  const ofFrame = replacer(job.frame);
  const ofPlain: Replace = ([context, name = '', kind, output]) => {
    const isGone = gone.has(context === 'needs' ? name : context === 'steps' ? `${job.id}/${name}` : '');
    if (isGone && kind === 'outputs') return output === undefined ? undefined : literal('');
    if (isGone) return kind === undefined ? undefined : literal('skipped');
    const call = context === 'needs' ? calls.get(name) : undefined;
    if (call === undefined || kind === undefined) return undefined;
    if (kind === 'outputs' && output !== undefined) return outputOf(call, output, (tree) => rewrite(tree, ofPlain));
    throw new Error(`cannot say needs.${name}.${kind} as plain steps`);
  };
  return (path) => {
    const own = ofFrame(path);
    if (own === undefined) return ofPlain(path);
    return path[0] === 'needs' ? (ofPlain(pathOf(own) ?? []) ?? own) : rewrite(own, ofPlain);
  };
}

/** `jobs.J.outputs.O` of a called workflow's output is `needs.J.outputs.O` for whoever waits for J. */
function outputOf({ frame }: CallOfJobs, name: string, then: (tree: Tree) => Tree): Tree {
  const declared = frame.call.outputs[name];
  if (declared === undefined) throw new Error(`${frame.call.name}.yml has no output ${name}`);
  const own = replacer(frame);
  const tree = rewrite(templateTree(declared.value), (path) => {
    const [context, job, ...others] = path;
    return context === 'jobs' && job !== undefined ? access(['needs', idIn(frame, job), ...others]) : own(path);
  });
  return then(tree);
}

/** true, false, or the expression that is left. */
export function condition(text: unknown, replace: Replace): boolean | Tree {
  return decided(fold(rewrite(conditionTree(text), replace), true));
}

function decided(tree: Tree): boolean | Tree {
  return tree.kind === 'literal' ? Boolean(tree.value) : tree;
}

function conditionTree(text: unknown): Tree {
  if (typeof text === 'boolean' || typeof text === 'number') return literal(text);
  const whole = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(String(text));
  return parseExpression((whole?.[1] ?? String(text)).trim());
}

const ASKS_STATUS = /\b(?:always|cancelled|failure|success)\s*\(/;

/**
 * A job waits for the success of what it needs unless its condition asks otherwise; where a condition above it does,
 * that has to be said.
 */
function unsaid(job: FlatJob): readonly Tree[] {
  const asks = ({ text }: Pick<Condition, 'text'>) => ASKS_STATUS.test(String(text));
  if (!job.frame.conditions.some(asks) || asks({ text: job.node.get('if') ?? '' })) return [];
  return namesAt(job.node, 'needs').map((name) => conditionTree(`needs.${name}.result == 'success'`));
}

export function conditionOf(job: FlatJob, replace: Replace): boolean | Tree {
  const said = job.node.has('if') ? [conditionTree(job.node.get('if'))] : [];
  const own = [...unsaid(job), ...said].map((tree) => rewrite(tree, replace));
  const above = job.frame.conditions.map(({ text, frame }) => rewrite(conditionTree(text), replacer(frame)));
  const args = [...above, ...own];
  const [first] = args;
  if (first === undefined) return true;
  return decided(fold(args.length === 1 ? first : { kind: 'and', args }, true));
}

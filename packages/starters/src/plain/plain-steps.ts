import { type Document, isScalar, parseDocument, Scalar, visit, type YAMLMap } from 'yaml';
import { foldTemplate } from '../expressions/fold.ts';
import { print } from '../expressions/print.ts';
import { type Replace, rewrite, type Tree } from '../expressions/tree.ts';
import type { Sources } from '../sources.ts';
import { HOME } from '../workflows.ts';
import { type Entry, mapAt, mapsOf, type Names, put, scalarAt, textAt } from '../yaml.ts';
import type { FlatJob } from './frame.ts';
import { condition, conditionOf, type Jobs, jobsOf, replacerOf, stepKey } from './jobs.ts';
import { expandJobs } from './verdict-jobs.ts';
import { withoutDefaults, withoutOthersDefaults } from './without-defaults.ts';

const ACTION = /^(?:lockstep-ci\/lockstep|\$)\/actions\/([\w-]+)(?:@\S+)?$/;
const NO_GROUP = ' zizmor: ignore[concurrency-limits] only jobs that change the world wait for one another';

/** What is written: the jobs, with which version of our actions, from what. */
interface Plain extends Jobs {
  readonly ref: string;
  readonly sources: Sources;
}

/**
 * A starter with the jobs of the workflows that it calls in place of the calls, for those who want every step in their own
 * file, or whose environments' secrets do not arrive in a workflow of another owner. What an input leaves out is left out, and
 * what an action does by default is not said again. Throws where that would not mean the same.
 */
export function plainSteps(text: string, sources: Sources, { ref = 'v1' }: { readonly ref?: string } = {}): string {
  const document = parseDocument(text);
  const plain: Plain = { ...jobsOf(document, sources), ref, sources };
  const jobs = document.createNode({}) as Names;
  for (const job of plain.jobs)
    if (!plain.gone.has(job.id)) jobs.add({ key: keyOf(job, jobs), value: emit(job, plain) } as Entry);
  withoutUnusedOutputs(jobs);
  document.set('jobs', jobs);
  if (document.get('concurrency') === undefined) sayNoGroup(document, jobs);
  return withHead(document.toString({ lineWidth: 120, flowCollectionPadding: false }), plain.jobs);
}

function sayNoGroup(document: Document, jobs: Names): void {
  const on = mapAt(document, 'on');
  const isGrouped = jobs.items.every(({ value }) => (value as Names).has('concurrency'));
  if (on !== undefined && !isGrouped) on.commentBefore = [on.commentBefore, NO_GROUP].filter(Boolean).join('\n');
}

/** A plain workflow has no outputs of its own; a job's are there for the jobs that ask for them. */
function withoutUnusedOutputs(jobs: Names): void {
  const text = jobs.toString();
  for (const { key, value: job } of jobs.items.map((one) => ({ key: one.key, value: one.value as Names }))) {
    const outputs = mapAt(job, 'outputs');
    if (outputs === undefined) continue;
    outputs.items = outputs.items.filter((one) => text.includes(`needs.${key.value}.outputs.${one.key.value}`));
    if (outputs.items.length === 0) job.delete('outputs');
  }
}

function keyOf(job: FlatJob, before: Names): Scalar<string> {
  const key = job.key.clone() as Scalar<string>;
  key.value = job.id;
  key.spaceBefore = before.items.length > 0;
  return key;
}

function emit(job: FlatJob, plain: Plain): Names {
  const { gone, calls } = plain;
  const replace = replacerOf(job, gone, calls);
  const node = job.node.clone() as Names;
  put(node, 'name', job.names.join(' / '));
  const needed = new Set(job.needs.flatMap((id) => calls.get(id)?.jobs ?? [id]));
  const kept = mapsOf(job.node, 'steps').map((step) => !gone.has(stepKey(job, step)));
  const steps = node.get('steps') as { items: unknown[] };
  steps.items = steps.items.filter((_step, at) => kept[at] === true);
  const whole = conditionOf(job, replace);
  const ofJob = collector(replace, needed);
  for (const step of mapsOf(node, 'steps')) emitStep(step, ofJob, job, plain);
  for (const { key, value } of node.items) if (key.value !== 'if' && key.value !== 'steps') substitute(value, ofJob);
  setCondition(node, typeof whole === 'boolean' ? whole : collected(whole, needed));
  setNeeds(
    node,
    [...needed].filter((id) => !gone.has(id)),
  );
  node.items.sort((a, b) => rankOf(a) - rankOf(b));
  return node;
}

const ORDER = ['name', 'needs', 'if'];
function rankOf({ key }: Entry): number {
  // What was set anew has a bare key.
  const name = typeof key === 'string' ? key : key.value;
  return (ORDER.indexOf(name) + ORDER.length + 1) % (ORDER.length + 1);
}

/** Notes each job that an expression asks for: only what is in `needs` can be asked. */
function collector(replace: Replace, needed: Set<string>): Replace {
  return (path) => {
    const tree = replace(path);
    return tree && collected(tree, needed);
  };
}

function collected(tree: Tree, needed: Set<string>): Tree {
  rewrite(tree, ([context, name]) => {
    if (context === 'needs' && name !== undefined) needed.add(name);
    return undefined;
  });
  return tree;
}

/** One that is always true is not said. */
function setCondition(node: YAMLMap, tree: boolean | Tree): void {
  if (tree === true) {
    node.delete('if');
    return;
  }
  const scalar = new Scalar(tree === false ? 'false' : print(tree));
  if (scalar.value.length > 100) scalar.type = 'BLOCK_FOLDED';
  node.set('if', scalar);
}

function setNeeds(node: YAMLMap, ids: readonly string[]): void {
  if (ids.length === 0) node.delete('needs');
  else node.set('needs', ids.length === 1 ? ids[0] : ids);
}

function emitStep(step: Names, replace: Replace, job: FlatJob, { ref, sources, ...jobs }: Plain): void {
  if (step.has('if')) setCondition(step, condition(step.get('if'), replace));
  const uses = scalarAt(step, 'uses');
  const action = ACTION.exec(textAt(step, 'uses') ?? '')?.[1];
  for (const { key, value } of step.items) if (key.value !== 'if' && key.value !== 'uses') substitute(value, replace);
  if (uses === undefined || action === undefined) {
    withoutOthersDefaults(step);
    return;
  }
  uses.value = `${HOME}/actions/${action}@${ref}`;
  const values = mapAt(step, 'with');
  if (action === 'gate-verdict' && values !== undefined) expandJobs(values, job, jobs, sources);
  withoutDefaults(step, sources.actions.get(action) ?? {});
}

/** Every text in a node, and the node itself where it is one. */
function substitute(node: unknown, replace: Replace): void {
  const change = (scalar: Scalar): void => {
    if (typeof scalar.value !== 'string' || !scalar.value.includes('${{')) return;
    scalar.value = foldTemplate(scalar.value, replace);
    if (typeof scalar.value !== 'string') return;
    // Lines of a block that said something under a condition only.
    if (scalar.type === 'BLOCK_LITERAL') scalar.value = scalar.value.replace(/^[ \t]*\n/gm, '');
    else if (scalar.type !== 'BLOCK_FOLDED') delete scalar.type;
  };
  if (isScalar(node)) change(node);
  else
    visit(node as Names, {
      Scalar: (key, scalar) => (key === 'key' ? undefined : change(scalar)),
    });
}

function withHead(text: string, jobs: readonly FlatJob[]): string {
  const called = [...new Set(jobs.flatMap(({ frame }) => frame.call?.name ?? []))].map((name) => `${name}.yml`);
  const [, head = '', rest = ''] = /^((?:#.*\n)*)([\s\S]*)$/.exec(text) ?? [];
  const said = `The steps of ${called.join(' and ')} in ${HOME}/.github/workflows, with nothing called. Values in this file are inputs of those workflows, where each is described. Written by lockstep init --plain-steps.`;
  return `${head}#\n${wrapped(said, 118)}${rest}`;
}

/** As comment lines. */
function wrapped(text: string, width: number): string {
  return `${text} `.replace(new RegExp(`(.{1,${width}}) `, 'g'), '# $1\n');
}

/**
 * The jobs that a workflow comes to where the workflows of ours that it calls stand in it: their ids, what their contexts
 * mean there, and which of them never run with the inputs that are given.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { access, fold, literal, parseExpression, pathOf, rewrite, templateTree } from './expressions.mjs';
import { onceEach } from './once-each.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const CALL = /^(?:lockstep-ci\/lockstep|\$)\/\.github\/workflows\/([\w-]+)\.yml(?:@\S+)?$/;
/** What a job that calls may say here, and a workflow that is called beside its jobs. */
const CALLER = ['name', 'if', 'needs', 'uses', 'with', 'secrets', 'permissions'];
const CALLED = ['name', 'on', 'permissions', 'jobs'];

/** `jobs` in order, `calls` by their ids, and the keys of what is `gone`: jobs and steps. */
export function jobsOf(workflow) {
  const alone = workflow.get('jobs').items.length === 1;
  const jobs = flatten(workflow, { names: [], ids: [], alone, needs: [], conditions: [] });
  return { jobs, calls: callsOf(jobs), gone: leftOut(jobs) };
}

/** The jobs of a workflow, those of the workflows that it calls in their place. */
function flatten(workflow, frame) {
  return workflow.get('jobs').items.flatMap(({ key, value: node }) => {
    const at = { names: [...frame.names, node.get('name')], ids: [...frame.ids, key.value] };
    const called = CALL.exec(node.get('uses') ?? '')?.[1];
    const needs = [node.toJSON().needs ?? []].flat().map((name) => idIn(frame, name));
    const entry = needs.length === 0 ? frame.needs : needs;
    if (called === undefined) return [{ ...at, key, node, frame, needs: entry, id: idIn(frame, key.value) }];
    refuse(node, CALLER, `job ${key.value}`);
    const inner = readWorkflow(called);
    refuse(inner.contents, CALLED, `${called}.yml`);
    const conditions = node.has('if') ? [...frame.conditions, { text: node.get('if'), frame }] : frame.conditions;
    return flatten(inner, {
      ...{ ...at, called, conditions, needs: entry, outer: frame, alone: frame.alone },
      ...given(inner, node.toJSON(), frame),
      outputs: inner.toJSON().on.workflow_call.outputs ?? {},
    });
  });
}

/** A workflow of ours. What is taken from it is cloned, as it is the same one for whoever asks next. */
export const readWorkflow = onceEach((name) =>
  parseDocument(readFileSync(join(root, '.github/workflows', `${name}.yml`), 'utf8')),
);

function refuse(map, known, where) {
  const strange = map.items.map(({ key }) => key.value).filter((name) => !known.includes(name));
  if (strange.length > 0) throw new Error(`${where}: cannot say ${strange.join(', ')} as plain steps`);
}

/** Its inputs and secrets as expressions that mean something in the caller. */
function given(workflow, caller, frame) {
  const { inputs = {}, secrets = {} } = workflow.toJSON().on.workflow_call;
  const tree = (value) => (typeof value === 'string' ? rewrite(templateTree(value), replacer(frame)) : literal(value));
  const nothing = { boolean: false, number: 0, string: '' };
  const strange = Object.keys(caller.with ?? {}).filter((name) => !(name in inputs));
  if (strange.length > 0) throw new Error(`there is no input ${strange.join(', ')}`);
  return {
    inputs: mapValues(inputs, ({ type, default: usual = nothing[type] }, name) => tree(caller.with?.[name] ?? usual)),
    secrets: mapValues(secrets, (_declared, name) => tree(caller.secrets?.[name] ?? '')),
  };
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}

/** The id of a job in the plain file; where only one workflow is called, its own ids are clear enough. */
export function idIn({ ids, alone }, id) {
  return [...(alone ? ids.slice(1) : ids), id].join('-');
}

/** What the contexts of a called workflow stand for. */
function replacer(frame) {
  return ([context, name, ...others]) => {
    if (context === 'inputs' && frame.inputs) return frame.inputs[name];
    if (context === 'secrets' && frame.secrets && name !== undefined && name !== 'GITHUB_TOKEN')
      return frame.secrets[name] ?? literal('');
    if (context === 'needs' && name !== undefined) return access(['needs', idIn(frame, name), ...others]);
    return undefined;
  };
}

/** The calls by their ids: the jobs that stand for them, and their outputs. */
function callsOf(jobs) {
  const calls = new Map();
  for (const job of jobs)
    for (let frame = job.frame; frame.outer !== undefined; frame = frame.outer) {
      const id = idIn(frame.outer, frame.ids.at(-1));
      const call = calls.get(id) ?? { jobs: [], outputs: frame.outputs, frame };
      call.jobs.push(job.id);
      calls.set(id, call);
    }
  return calls;
}

/** Ids of jobs, and `job/step`, that never run with these inputs. What waits on one that is gone may go as well. */
function leftOut(jobs) {
  const gone = new Set();
  const calls = callsOf(jobs);
  for (let before = -1; before < gone.size; ) {
    before = gone.size;
    for (const job of jobs) {
      const replace = replacerOf(job, gone, calls);
      if (conditionOf(job, replace) === false) gone.add(job.id);
      for (const step of stepsOf(job.node)) {
        if (step.has('if') && condition(step.get('if'), replace) === false) gone.add(stepKey(job, step));
      }
    }
  }
  return gone;
}

/** Named by its id, or by its place. */
export function stepKey(job, step) {
  return `${job.id}/${step.get('id') ?? stepsOf(job.node).indexOf(step)}`;
}

export function stepsOf(node) {
  return node.get('steps')?.items ?? [];
}

/** Of a job: its workflow's contexts, then what is gone, then the outputs of calls. */
export function replacerOf(job, gone, calls) {
  const ofFrame = replacer(job.frame);
  const ofPlain = (path) => {
    const [context, name, kind, output] = path;
    const isGone = gone.has(context === 'needs' ? name : context === 'steps' ? `${job.id}/${name}` : undefined);
    if (isGone) return kind === 'outputs' ? output && literal('') : kind && literal('skipped');
    const call = context === 'needs' && calls.get(name);
    if (!call) return undefined;
    if (kind === 'outputs' && output) return outputOf(call, output, (tree) => rewrite(tree, ofPlain));
    if (kind !== undefined) throw new Error(`cannot say needs.${name}.${kind} as plain steps`);
    return undefined;
  };
  return (path) => {
    const own = ofFrame(path);
    if (own === undefined) return ofPlain(path);
    return path[0] === 'needs' ? (ofPlain(pathOf(own)) ?? own) : rewrite(own, ofPlain);
  };
}

/** `jobs.J.outputs.O` of a called workflow's output is `needs.J.outputs.O` for whoever waits for J. */
function outputOf({ outputs, frame }, name, then) {
  const declared = outputs[name];
  if (declared === undefined) throw new Error(`${frame.called}.yml has no output ${name}`);
  const tree = rewrite(templateTree(declared.value), ([context, job, ...others]) =>
    context === 'jobs' && job !== undefined
      ? access(['needs', idIn(frame, job), ...others])
      : replacer(frame)([context, job, ...others]),
  );
  return then(tree);
}

/** true, false, or the expression that is left. */
export function condition(text, replace) {
  const tree = fold(rewrite(conditionTree(text), replace), true);
  return tree.kind === 'literal' ? Boolean(tree.value) : tree;
}

function conditionTree(text) {
  if (typeof text !== 'string') return literal(text);
  const whole = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(text);
  return parseExpression((whole?.[1] ?? text).trim());
}

const ASKS_STATUS = /\b(?:always|cancelled|failure|success)\s*\(/;

/**
 * A job waits for the success of what it needs unless its condition asks otherwise; where a condition above it does,
 * that has to be said.
 */
function untold(job) {
  const asks = ({ text }) => ASKS_STATUS.test(String(text));
  if (!job.frame.conditions.some(asks) || asks({ text: job.node.get('if') ?? '' })) return [];
  const names = [job.node.toJSON().needs ?? []].flat();
  return names.map((name) => conditionTree(`needs.${name}.result == 'success'`));
}

export function conditionOf(job, replace) {
  const said = job.node.has('if') ? [conditionTree(job.node.get('if'))] : [];
  const own = [...untold(job), ...said].map((tree) => rewrite(tree, replace));
  const above = job.frame.conditions.map(({ text, frame }) => rewrite(conditionTree(text), replacer(frame)));
  const args = [...above, ...own];
  if (args.length === 0) return true;
  const tree = fold(args.length === 1 ? args[0] : { kind: 'and', args }, true);
  return tree.kind === 'literal' ? Boolean(tree.value) : tree;
}

#!/usr/bin/env node
/**
 * Writes the starters as plain steps: the jobs of the reusable workflows that they call stand in the file itself, with
 * the inputs put in. For whoever wants every step in sight, or whose environments' secrets do not arrive in a workflow
 * of another owner. What an input leaves out is left out, and what an action does by default is not said again.
 *
 *   node scripts/plain-steps.mjs            writes workflows-templates/plain-steps
 *   node scripts/plain-steps.mjs --check    exits 1 where that is not what it would write
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, parse, parseDocument, visit } from 'yaml';
import { access, fold, foldTemplate, literal, parseExpression, print, rewrite, templateTree } from './expressions.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const HOME = 'lockstep-ci/lockstep';
const CALL = /^(?:lockstep-ci\/lockstep|\$)\/\.github\/workflows\/([\w-]+)\.yml(?:@\S+)?$/;
const ACTION = /^(?:lockstep-ci\/lockstep|\$)\/actions\/([\w-]+)(?:@\S+)?$/;
/** What a job that calls may say here, and a workflow that is called beside its jobs. */
const CALLER = ['name', 'if', 'needs', 'uses', 'with', 'secrets', 'permissions'];
const CALLED = ['name', 'on', 'permissions', 'jobs'];

const NO_GROUP = ' zizmor: ignore[concurrency-limits] only jobs that change the world wait for one another';

/** A starter with the jobs of what it calls in place of the calls. Throws where that would not mean the same. */
export function plainSteps(text, { ref = 'v1' } = {}) {
  const document = parseDocument(text);
  const alone = document.get('jobs').items.length === 1;
  const jobs = flatten(document, { names: [], ids: [], alone, needs: [], conditions: [] });
  const gone = leftOut(jobs);
  const calls = callsOf(jobs);
  const plain = document.createNode({});
  for (const job of jobs)
    if (!gone.has(job.id)) plain.add({ key: keyOf(job, plain), value: emit(job, gone, calls, ref) });
  withoutUnusedOutputs(plain);
  document.set('jobs', plain);
  if (document.get('concurrency') === undefined && plain.items.some(({ value }) => !value.has('concurrency')))
    document.get('on', true).commentBefore = [document.get('on', true).commentBefore, NO_GROUP]
      .filter(Boolean)
      .join('\n');
  return withHead(document.toString({ lineWidth: 120, flowCollectionPadding: false }), jobs);
}

/** A plain workflow has no outputs of its own; a job's are there for the jobs that ask for them. */
function withoutUnusedOutputs(jobs) {
  const text = jobs.toString();
  for (const { key, value: job } of jobs.items) {
    const outputs = job.get('outputs');
    if (outputs === undefined) continue;
    outputs.items = outputs.items.filter((one) => text.includes(`needs.${key.value}.outputs.${one.key.value}`));
    if (outputs.items.length === 0) job.delete('outputs');
  }
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

function readWorkflow(name) {
  return parseDocument(readFileSync(join(root, '.github/workflows', `${name}.yml`), 'utf8'));
}

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
function idIn({ ids, alone }, id) {
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
        const { id, if: text } = step.toJSON();
        if (text !== undefined && condition(text, replace) === false) gone.add(stepKey(job, id, step));
      }
    }
  }
  return gone;
}

const unnamed = new WeakMap();
/** A step without an id is known by itself. */
function stepKey(job, id, step) {
  if (id !== undefined) return `${job.id}/${id}`;
  if (!unnamed.has(step)) unnamed.set(step, Symbol(job.id));
  return unnamed.get(step);
}

function stepsOf(node) {
  return node.get('steps')?.items ?? [];
}

/** Of a job: its workflow's contexts, then what is gone, then the outputs of calls. */
function replacerOf(job, gone, calls) {
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
    return path[0] === 'needs' ? (ofPlain(own.kind === 'index' ? pathFrom(own) : path) ?? own) : rewrite(own, ofPlain);
  };
}

function pathFrom(tree) {
  return tree.kind === 'context' ? [tree.name] : [...pathFrom(tree.of), tree.at.value];
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
function condition(text, replace) {
  const tree = fold(rewrite(conditionTree(text), replace), true);
  return tree.kind === 'literal' ? Boolean(tree.value) : tree;
}

function conditionTree(text) {
  if (typeof text !== 'string') return literal(text);
  const whole = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(text);
  return parseExpression((whole?.[1] ?? text).trim());
}

function conditionOf(job, replace) {
  const own = job.node.has('if') ? [rewrite(conditionTree(job.node.get('if')), replace)] : [];
  const above = job.frame.conditions.map(({ text, frame }) => rewrite(conditionTree(text), replacer(frame)));
  const args = [...above, ...own];
  if (args.length === 0) return true;
  const tree = fold(args.length === 1 ? args[0] : { kind: 'and', args }, true);
  return tree.kind === 'literal' ? Boolean(tree.value) : tree;
}

function keyOf(job, before) {
  const key = job.key.clone();
  key.value = job.id;
  key.spaceBefore = before.items.length > 0;
  return key;
}

function emit(job, gone, calls, ref) {
  const replace = replacerOf(job, gone, calls);
  const node = job.node.clone();
  node.set('name', job.names.join(' / '));
  const needed = new Set(job.needs.flatMap((id) => calls.get(id)?.jobs ?? [id]));
  const steps = node.get('steps');
  steps.items = steps.items.filter((_step, at) => {
    const original = job.node.get('steps').items[at];
    return !gone.has(stepKey(job, original.get('id'), original));
  });
  const whole = conditionOf(job, replace);
  const ofJob = collector(replace, needed);
  for (const step of steps.items) emitStep(step, ofJob, ref, { job, calls });
  for (const { key, value } of node.items) if (key.value !== 'if' && key.value !== 'steps') substitute(value, ofJob);
  setCondition(node, whole === true ? true : collected(whole, needed));
  setNeeds(
    node,
    [...needed].filter((id) => !gone.has(id)),
  );
  node.items.sort((a, b) => rankOf(a) - rankOf(b));
  return node;
}

const ORDER = ['name', 'needs', 'if'];
function rankOf({ key }) {
  return (ORDER.indexOf(key.value) + ORDER.length + 1) % (ORDER.length + 1);
}

/** Notes each job that an expression asks for: only what is in `needs` can be asked. */
function collector(replace, needed) {
  return (path) => {
    const tree = replace(path);
    if (tree !== undefined) collected(tree, needed);
    return tree;
  };
}

function collected(tree, needed) {
  rewrite(tree, ([context, name]) => {
    if (context === 'needs' && name !== undefined) needed.add(name);
  });
  return tree;
}

function setCondition(node, tree) {
  if (tree === true) {
    node.delete('if');
    return;
  }
  const text = print(tree);
  node.set('if', text);
  node.get('if', true).type = text.length > 100 ? 'BLOCK_FOLDED' : undefined;
}

function setNeeds(node, ids) {
  if (ids.length === 0) node.delete('needs');
  else node.set('needs', ids.length === 1 ? ids[0] : ids);
}

function emitStep(step, replace, ref, plain) {
  if (step.has('if')) {
    setCondition(step, condition(step.get('if'), replace));
  }
  const action = ACTION.exec(step.get('uses') ?? '')?.[1];
  for (const { key, value } of step.items) if (key.value !== 'if' && key.value !== 'uses') substitute(value, replace);
  if (action === undefined) return;
  const uses = step.get('uses', true);
  uses.value = `${HOME}/actions/${action}@${ref}`;
  if (action === 'gate-verdict') expandJobs(step.get('with'), plain);
  withoutDefaults(step, action);
}

/** Every text in a node, and the node itself where it is one. */
function substitute(node, replace) {
  const change = (scalar) => {
    if (typeof scalar.value !== 'string' || !scalar.value.includes('${{')) return;
    scalar.value = foldTemplate(scalar.value, replace);
    if (typeof scalar.value !== 'string') return;
    // Lines of a block that said something under a condition only.
    if (scalar.type === 'BLOCK_LITERAL') scalar.value = scalar.value.replace(/^[ \t]*\n/gm, '');
    else if (scalar.type !== 'BLOCK_FOLDED') scalar.type = undefined;
  };
  if (isScalar(node)) change(node);
  else
    visit(node, {
      Scalar: (key, scalar) => (key === 'key' ? undefined : change(scalar)),
    });
}

/** What is given to an action as its default is not said again. */
function withoutDefaults(step, action) {
  const values = step.get('with');
  if (!isMap(values)) return;
  const { inputs } = parse(readFileSync(join(root, 'actions', action, 'action.yml'), 'utf8'));
  values.items = values.items.filter(
    ({ key, value }) => !isScalar(value) || String(value.value) !== String(inputs[key.value]?.default ?? ''),
  );
  if (values.items.length === 0) step.delete('with');
}

/** A verdict over calls is one over their jobs; one that its own workflow may skip may be skipped here too. */
function expandJobs(values, { job, calls }) {
  const inside = (name) => calls.get(idIn(job.frame, name))?.jobs ?? [idIn(job.frame, name)];
  const listed = lines(values.get('jobs')).flatMap(inside);
  const skippable = listed.filter((id) => maySkip(id, calls));
  const policy = lines(values.get('policy')).flatMap((line) => {
    const [, name, words] = /^([\w-]+)\s*:\s*(.*)$/.exec(line);
    return inside(name)
      .filter((id) => !skippable.includes(id) || !words.startsWith('may-skip'))
      .map((id) => `${id}: ${words}`);
  });
  const all = [...policy, ...skippable.map((id) => `${id}: may-skip`)];
  setLines(values, 'jobs', listed);
  setLines(values, 'policy', all);
}

function maySkip(id, calls) {
  for (const { jobs, frame } of calls.values()) {
    if (!jobs.includes(id)) continue;
    const inner = readWorkflow(frame.called).toJSON().jobs;
    const own = Object.entries(inner).find(([name]) => idIn(frame, name) === id)?.[1];
    if (own?.if !== undefined && own.if !== 'always()') return true;
  }
  return false;
}

function lines(text = '') {
  return text.split('\n').flatMap((line) => line.trim() || []);
}

function setLines(values, key, all) {
  if (all.length === 0) return;
  values.set(key, `${all.join('\n')}\n`);
  values.get(key, true).type = all.length === 1 ? 'PLAIN' : 'BLOCK_LITERAL';
  if (all.length === 1) values.get(key, true).value = all[0];
}

function withHead(text, jobs) {
  const called = [...new Set(jobs.flatMap(({ frame }) => frame.called ?? []))].map((name) => `${name}.yml`);
  const [, head = '', rest] = /^((?:#.*\n)*)([\s\S]*)$/.exec(text);
  return `${head}#
# The steps of ${called.join(' and ')} in ${HOME}/.github/workflows, with nothing called. The values that stand
# here are inputs over there, where each is described. Written by scripts/plain-steps.mjs of that repository.
${rest}`;
}

/** The starters as plain steps, and what GitHub shows of each: file name → text. */
export function plainTemplates(base = root) {
  const folder = join(base, 'workflows-templates');
  const files = readdirSync(folder).filter((name) => /\.(yml|properties\.json)$/.test(name));
  return new Map(files.map((name) => [name, plainFile(name, readFileSync(join(folder, name), 'utf8'))]));
}

function plainFile(name, text) {
  if (name.endsWith('.yml')) return plainSteps(text);
  return text.replace(/"name": "([^"]+)"/, '"name": "$1, as plain steps"');
}

function main(check) {
  const out = join(root, 'workflows-templates/plain-steps');
  const fresh = plainTemplates();
  const there = existsSync(out) ? readdirSync(out) : [];
  const stale = [...fresh].filter(
    ([name, text]) => !there.includes(name) || readFileSync(join(out, name), 'utf8') !== text,
  );
  const strange = there.filter((name) => !fresh.has(name));
  if (check && stale.length + strange.length > 0)
    throw new Error(
      `workflows-templates/plain-steps: not fresh: ${[...stale.map(([name]) => name), ...strange].join(', ')}; run "node scripts/plain-steps.mjs"`,
    );
  if (strange.length > 0) throw new Error(`workflows-templates/plain-steps: nobody's: ${strange.join(', ')}`);
  mkdirSync(out, { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(out, name), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.includes('--check'));
  } catch (error) {
    console.error(`plain-steps: ${error.message}`);
    process.exitCode = 1;
  }
}

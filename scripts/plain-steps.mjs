#!/usr/bin/env node
/**
 * Writes the starters as plain steps: the jobs of the reusable workflows that they call are in the file itself, with
 * the inputs put in. For those who want every step in their own file, or whose environments' secrets do not arrive in a workflow
 * of another owner. What an input leaves out is left out, and what an action does by default is not said again.
 *
 *   node scripts/plain-steps.mjs            writes workflows-templates/plain-steps
 *   node scripts/plain-steps.mjs --check    exits 1 where that is not what it would write
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, parse, parseDocument, Scalar, visit } from 'yaml';
import { condition, conditionOf, idIn, jobsOf, readWorkflow, replacerOf, stepKey, stepsOf } from './called-jobs.mjs';
import { foldTemplate, print, rewrite } from './expressions.mjs';
import { isMain } from './is-main.mjs';
import { onceEach } from './once-each.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const HOME = 'lockstep-ci/lockstep';
const ACTION = /^(?:lockstep-ci\/lockstep|\$)\/actions\/([\w-]+)(?:@\S+)?$/;

const NO_GROUP = ' zizmor: ignore[concurrency-limits] only jobs that change the world wait for one another';

/** A starter with the jobs of what it calls in place of the calls. Throws where that would not mean the same. */
export function plainSteps(text, { ref = 'v1' } = {}) {
  const document = parseDocument(text);
  const { jobs, calls, gone } = jobsOf(document);
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
  steps.items = steps.items.filter((_step, at) => !gone.has(stepKey(job, stepsOf(job.node)[at])));
  const whole = conditionOf(job, replace);
  const ofJob = collector(replace, needed);
  for (const step of steps.items) emitStep(step, ofJob, ref, { job, gone, calls });
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
  return (ORDER.indexOf(key.value ?? key) + ORDER.length + 1) % (ORDER.length + 1);
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
  const scalar = new Scalar(print(tree));
  if (scalar.value.length > 100) scalar.type = 'BLOCK_FOLDED';
  node.set('if', scalar);
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
  if (action === undefined) return withoutOthersDefaults(step);
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

/** An action.yml of ours. Many steps ask for the same one, and it takes long to parse. */
const manifestOf = onceEach((action) => parse(readFileSync(join(root, 'actions', action, 'action.yml'), 'utf8')));

/** What is given to an action as its default is not said again. */
function withoutDefaults(step, action) {
  const values = step.get('with');
  if (!isMap(values)) return;
  const { inputs } = manifestOf(action);
  values.items = values.items.filter(
    ({ key, value }) => !isScalar(value) || String(value.value) !== String(inputs[key.value]?.default ?? ''),
  );
  if (values.items.length === 0) step.delete('with');
}

/** Of actions of others, by what stands before the `@`: inputs whose value here is what they do by themselves. */
const OTHERS_DEFAULTS = {
  'actions/checkout': { submodules: 'false', lfs: 'false', token: '${{ github.token }}' },
  'actions/setup-node': { cache: '', 'cache-dependency-path': '', 'registry-url': '', scope: '' },
};

function withoutOthersDefaults(step) {
  const defaults = OTHERS_DEFAULTS[step.get('uses')?.split('@')[0]];
  const values = step.get('with');
  if (defaults === undefined || !isMap(values)) return;
  values.items = values.items.filter(({ key, value }) => defaults[key.value] !== String(value.value));
  if (values.items.length === 0) step.delete('with');
}

/** A verdict over calls is one over their jobs; one that its own workflow may skip may be skipped here too. */
function expandJobs(values, { job, gone, calls }) {
  const every = (name) => calls.get(idIn(job.frame, name))?.jobs ?? [idIn(job.frame, name)];
  const inside = (name) => every(name).filter((id) => !gone.has(id));
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
  const said = `The steps of ${called.join(' and ')} in ${HOME}/.github/workflows, with nothing called. Values in this file are inputs of those workflows, where each is described. Written by scripts/plain-steps.mjs of that repository.`;
  return `${head}#\n${wrapped(said, 118)}${rest}`;
}

/** As comment lines. */
function wrapped(text, width) {
  return `${text} `.replace(new RegExp(`(.{1,${width}}) `, 'g'), '# $1\n');
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
  if (strange.length > 0) throw new Error(`workflows-templates/plain-steps: of no starter: ${strange.join(', ')}`);
  mkdirSync(out, { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(out, name), text);
}

if (isMain(import.meta.url)) {
  try {
    main(process.argv.includes('--check'));
  } catch (error) {
    console.error(`plain-steps: ${error.message}`);
    process.exitCode = 1;
  }
}

#!/usr/bin/env node
/**
 * Installs the starter workflows into a repository, with its own names filled in.
 *
 *   node scripts/install-templates.mjs --into FOLDER [TEMPLATE …]   where none is named, all but stage, promote
 *                        and approve, which replace the release on push, backup and drill, which need a store, scan,
 *                        which needs the commands of your package manager, backend, which is for a repository of its own, and
 *                        alert-drill, which needs targets
 *     --with INPUT=VALUE   an input of the called workflows (vercel-project=shop), for every call that has it
 *     --ref REF            v1, v1.2.3 or a whole commit id (v1)
 *     --branch NAME        the branch that is released (the repository's default branch)
 *     --named NAME         a set of its own next to others, for one environment or one of several apps: the release becomes
 *                          lockstep-release-NAME.yml, "Release NAME"
 *     --plain-steps        calls none of our workflows: every step is in the file itself, and secrets of environments
 *                          need not cross from your organization to ours
 *     --mirror OWNER/NAME  where our repository is, on a server of your own (lockstep-ci/lockstep)
 *     --older-server       leaves out what servers do not support, see pin-references.mjs
 *     --force              overwrites files that exist and differ
 *     --repository OWNER/NAME
 *                          then checks the settings that they need, see check-settings.mjs
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isScalar, parse, parseDocument, visit } from 'yaml';
import { reportSettings } from './check-settings.mjs';
import { defaultBranch, gitIn } from './default-branch.mjs';
import { isMain } from './is-main.mjs';
import { onceEach } from './once-each.mjs';
import { pinReferences } from './pin-references.mjs';
import { plainSteps } from './plain-steps.mjs';
import { suggestOptions } from './suggest-options.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const HOME = 'lockstep-ci/lockstep';
const CALL = /^(?:lockstep-ci\/lockstep|\$)\/\.github\/workflows\/([\w-]+)\.yml(?:@\S+)?$/;
/**
 * Another way to release than lockstep-release.yml: where both were there, each push would do both. And what runs on a
 * schedule and needs a store, targets, a contract, or the commands of the package manager: without them it would fail
 * every time.
 */
const NAMED_ONLY = [
  ...['lockstep-stage', 'lockstep-promote', 'lockstep-approve'],
  ...['lockstep-backup', 'lockstep-drill', 'lockstep-scan', 'lockstep-backend', 'lockstep-alert-drill'],
];
const PLACEHOLDER = /^YOUR-[A-Z-]+$/;

/** The starters: name → text. */
export function readTemplates(base = root) {
  const folder = join(base, 'workflows-templates');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  return new Map(files.map((file) => [basename(file, '.yml'), readFileSync(join(folder, file), 'utf8')]));
}

/**
 * The files to write, by their path in the user's repository, and what is still to be filled in.
 * Throws where a template or an input is not known.
 */
export function planFiles(names, options = {}) {
  const { inputs = {}, ref = 'v1', branch = 'main', named = '', plain = false } = options;
  const { mirror = HOME, olderServer = false } = options;
  const templates = readTemplates();
  const usual = [...templates.keys()].filter((name) => !NAMED_ONLY.includes(name));
  const chosen = names.length === 0 ? usual : names.map((name) => nameOf(name, templates));
  const unused = new Set(Object.keys(inputs));
  const files = new Map();
  const missing = [];
  for (const name of chosen) {
    const filled = fillIn((templates.get(name) ?? '').replaceAll('$default-branch', branch), {
      inputs,
      ref,
      named,
    });
    for (const input of filled.used) unused.delete(input);
    for (const what of filled.missing) missing.push(`${suffixed(name, '-', named)}.yml: ${what}`);
    const said = plain ? plainSteps(filled.text, { ref }) : filled.text;
    const text = pinReferences(said, { ref, olderServer }).replaceAll(`${HOME}/`, `${mirror}/`);
    files.set(`.github/workflows/${suffixed(name, '-', named)}.yml`, text);
  }
  if (unused.size > 0)
    throw new Error(`--with: no called workflow has an input ${[...unused].join(', ')}${near([...unused], chosen)}`);
  return { files, missing };
}

/** The inputs that begin like a wrong one, or share a word with it. */
function near(wrong, chosen) {
  const words = wrong.flatMap((one) => one.split('-')).filter((word) => word.length > 2);
  const starts = wrong.map((one) => one.slice(0, 4));
  const all = [...new Set(chosen.flatMap((name) => inputsOf(name)))];
  const alike = all.filter(
    (one) => starts.some((start) => one.startsWith(start)) || one.split('-').some((word) => words.includes(word)),
  );
  return alike.length === 0 ? '' : `; there is ${alike.slice(0, 8).join(', ')}`;
}

/** `pull-request` and `lockstep-pull-request` are the same. */
function nameOf(name, templates) {
  const found = [name, `lockstep-${name}`].find((one) => templates.has(one));
  if (found === undefined) throw new Error(`no template ${name}; there are ${[...templates.keys()].join(', ')}`);
  return found;
}

function suffixed(name, between, named) {
  return named === '' ? name : `${name}${between}${named}`;
}

function fillIn(text, { inputs, ref, named }) {
  const document = parseDocument(text);
  document.set('name', suffixed(document.get('name'), ' ', named));
  // What follows a workflow follows the one of its own set.
  for (const followed of document.getIn(['on', 'workflow_run', 'workflows'])?.items ?? [])
    followed.value = suffixed(followed.value, ' ', named);
  const used = [];
  for (const { key, value: job } of document.get('jobs').items) {
    const name = CALL.exec(job.get('uses') ?? '')?.[1];
    if (name === undefined) continue;
    const declared = callOf(name).inputs ?? {};
    for (const [input, value] of Object.entries(inputs)) {
      if (!(input in declared)) continue;
      used.push(input);
      document.setIn(['jobs', key.value, 'with', input], typed(input, value, declared[input].type));
    }
  }
  const missing = [];
  visit(document, {
    Pair(_key, { key, value }) {
      if (!isScalar(value)) return;
      if (key.value === 'uses') value.value = usesOf(String(value.value), ref);
      if (PLACEHOLDER.test(String(value.value))) missing.push(`${key.value} is still ${value.value}`);
    },
  });
  return { text: document.toString({ lineWidth: 0, flowCollectionPadding: false }), used, missing };
}

function usesOf(uses, ref) {
  return uses.startsWith(`${HOME}/`) ? uses.replace(/@[^@]*$/, `@${ref}`) : uses;
}

function typed(input, value, type) {
  if (type !== 'boolean' && type !== 'number') return value;
  const read = parse(value);
  if (typeof read !== type) throw new Error(`--with ${input}: expected a ${type}, got "${value}"`);
  return read;
}

/** The names of all inputs that the workflows have which a starter calls. */
export function inputsOf(template) {
  const templates = readTemplates();
  const called = calledIn(templates.get(nameOf(template, templates)) ?? '');
  return [...new Set(called.flatMap((name) => Object.keys(callOf(name).inputs ?? {})))];
}

/** What a reusable workflow asks of its callers: `on.workflow_call`. */
export const callOf = onceEach((name) => parse(textOf(name)).on.workflow_call ?? {});

function textOf(name) {
  return readFileSync(join(root, '.github/workflows', `${name}.yml`), 'utf8');
}

/** The names of the workflows of ours that a workflow calls. */
function calledIn(text) {
  const jobs = parseDocument(text).get('jobs').items;
  return jobs.flatMap(({ value }) => CALL.exec(value.get('uses') ?? '')?.[1] ?? []);
}

function options(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      into: { type: 'string' },
      with: { type: 'string', multiple: true, default: [] },
      ref: { type: 'string', default: 'v1' },
      branch: { type: 'string' },
      named: { type: 'string', default: '' },
      'plain-steps': { type: 'boolean', default: false },
      mirror: { type: 'string', default: HOME },
      'older-server': { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      repository: { type: 'string', default: '' },
    },
  });
  const { into = '', ref, named, mirror, repository } = values;
  if (!existsSync(into)) throw new Error(`--into: expected the folder of your repository, got "${into}"`);
  if (!/^(v\d+(\.\d+\.\d+)?|[0-9a-f]{40})$/.test(ref))
    throw new Error(`--ref: expected a tag like v1 or v1.2.3, or a whole commit id, got "${ref}"`);
  if (!/^([a-z][a-z0-9-]*)?$/.test(named))
    throw new Error(`--named: expected a name of small letters, digits and hyphens, got "${named}"`);
  if (!/^([\w.-]+\/[\w.-]+)?$/.test(repository))
    throw new Error(`--repository: expected OWNER/NAME, got "${repository}"`);
  if (!/^[\w.-]+\/[\w.-]+$/.test(mirror)) throw new Error(`--mirror: expected OWNER/NAME, got "${mirror}"`);
  const branch = values.branch ?? defaultBranch(gitIn(into));
  const wrong = values.with.find((pair) => !/^[a-z][a-z0-9-]*=/.test(pair));
  if (wrong !== undefined) throw new Error(`--with: expected INPUT=VALUE, got "${wrong}"`);
  const inputs = Object.fromEntries(
    values.with.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const { 'plain-steps': plain, 'older-server': olderServer, force } = values;
  return { names: positionals, into, ref, branch, named, inputs, plain, mirror, olderServer, force, repository };
}

/** Writes what is not there yet. Throws, before it has written anything, where a file differs and may not be replaced. */
export function writeFiles(into, files, force = false) {
  const changed = [...files].filter(
    ([path, text]) => !existsSync(join(into, path)) || readFileSync(join(into, path), 'utf8') !== text,
  );
  const theirs = changed.filter(([path]) => existsSync(join(into, path))).map(([path]) => path);
  if (theirs.length > 0 && !force)
    throw new Error(`${theirs.join(', ')}: there already, and different; nothing was written, --force replaces them`);
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
  return changed.map(([path]) => path);
}

/** The words at the head of this file. */
function help() {
  const [, text = ''] = /\/\*\*\n([\s\S]*?) \*\//.exec(readFileSync(fileURLToPath(import.meta.url), 'utf8')) ?? [];
  return text.replace(/^ \* ?/gm, '').trimEnd();
}

async function main(args) {
  if (args.includes('--help')) return console.log(help());
  const { names, into, force, repository, ...rest } = options(args);
  const { files, missing } = planFiles(names, rest);
  const written = writeFiles(into, files, force);
  for (const path of written) console.log(`wrote ${path}`);
  if (written.length === 0) console.log('everything was there already');
  if (written.length > 0) console.log(`the workflows release the branch ${rest.branch}`);
  for (const what of missing) console.log(`to fill in: ${what}`);
  for (const what of suggestOptions(into, [...files.keys()], rest.inputs)) console.log(`an option: ${what}`);
  if (repository !== '') process.exitCode = await reportSettings(into, repository);
}

if (isMain(import.meta.url)) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(`install-templates: ${error.message}`);
    process.exitCode = 1;
  }
}

#!/usr/bin/env node
/**
 * Draws each workflow from its YAML into docs/workflows.md, as Mermaid: jobs and what they wait for, approvals,
 * concurrency, the main steps in order, and their undo steps in reverse order.
 *
 *   node scripts/pictures.mjs            writes
 *   node scripts/pictures.mjs --check    exits 1 where docs/workflows.md is not what it would write
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { isMain } from './is-main.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = 'docs/workflows.md';

/** What the post step of each action does, where the step before did something to undo or to report. */
export const AT_THE_END = {
  'alias-swap': () => 'restores traffic',
  migrate: ({ command = 'up' }) => (['up', 'down'].includes(command) ? 'rolls the schema back' : undefined),
  notify: (_with, isFirst) => (isFirst ? 'reports the final state' : undefined),
  release: ({ command }) => (command === 'begin' ? 'records the final state in the ledger' : undefined),
  'vercel-deploy': () => 'cancels a running build',
};

const INTRODUCTION = `# The workflows in pictures

Drawn by \`node scripts/pictures.mjs\` from the files in \`.github/workflows\`; do not edit.

A frame is a job, with its main steps in order; a dashed step runs on a condition. A six-sided box is an approval: it
waits for people and holds no lock. A dotted arrow leads to what happens when the job fails or is cancelled before its
release is committed, in the order in which the runner does it: the last step is undone first.
`;

/** The section of one workflow. `name` is its file's. */
export function pictureOf(name, text) {
  const workflow = parse(text);
  const jobs = Object.entries(workflow.jobs);
  const lines = [
    'flowchart TB',
    ...jobs.flatMap(([id, job]) => drawJob(id, job)),
    ...jobs.flatMap(([id, job]) => arrows(id, job)),
    '  classDef sometimes stroke-dasharray: 4',
  ];
  const groups = [
    ...groupLine('The whole workflow', workflow.concurrency),
    ...jobs.flatMap(([, job]) => groupLine(job.name, job.concurrency)),
  ];
  return [
    `## ${workflow.name}`,
    '',
    `[\`${name}\`](../.github/workflows/${name}), started by ${triggers(workflow.on)}. ${introduction(text)}`.trimEnd(),
    '',
    '```mermaid',
    ...lines,
    '```',
    '',
    ...(groups.length === 0 ? [] : [...groups, '']),
  ].join('\n');
}

function drawJob(id, job) {
  const title = [label(job.name ?? id), ...environmentOf(job), ...matrixOf(job), ...conditionOf(job)].join('<br/>');
  if (typeof job.uses === 'string') return [`  ${nodeId(id)}[["${title}<br/>${label(job.uses)}"]]`];
  if (isApproval(job)) return [`  ${nodeId(id)}{{"${title}"}}`];
  const steps = mainSteps(job);
  const ends = steps.filter(({ end }) => end !== undefined).reverse();
  return [
    ...drawGroup(nodeId(id), title, steps, ({ text, sometimes }) => `["${text}"]${sometimes ? ':::sometimes' : ''}`),
    ...(ends.length === 0
      ? []
      : [
          ...drawGroup(
            `${nodeId(id)}_end`,
            `If ${label(job.name ?? id)} fails or is cancelled`,
            ends,
            ({ end }) => `(["${end}"])`,
          ),
          `  ${nodeId(id)} -.-> ${nodeId(id)}_end`,
        ]),
  ];
}

/** Nodes one after the other, in a frame. */
function drawGroup(id, title, nodes, shape) {
  const ids = nodes.map((_, at) => `${id}_${at + 1}`);
  return [
    `  subgraph ${id}["${title}"]`,
    '    direction TB',
    ...nodes.map((node, at) => `    ${ids[at]}${shape(node)}`),
    ...(ids.length > 1 ? [`    ${ids.join(' --> ')}`] : []),
    '  end',
  ];
}

/** Mermaid has words of its own, such as `end`, and reads some signs inside a name as an arrow. */
function nodeId(id) {
  return `job_${id.replaceAll('-', '_')}`;
}

function arrows(id, job) {
  return [job.needs ?? []].flat().map((before) => `  ${nodeId(before)} --> ${nodeId(id)}`);
}

/** A job with an environment that may do nothing at all is there to wait for people. */
function isApproval(job) {
  return job.environment !== undefined && Object.keys(job.permissions ?? { all: true }).length === 0;
}

/** Our own actions, and whatever somebody gave a name; checkouts and set-ups are not the story. */
function mainSteps(job) {
  const notifies = job.steps.filter((step) => actionOf(step) === 'notify');
  return job.steps.flatMap((step) => {
    const action = actionOf(step);
    if (action === undefined && step.name === undefined) return [];
    const given = step.with ?? {};
    const name = label(step.name ?? action);
    const how = ['command', 'phase', 'state'].map((key) => given[key]).filter((value) => value !== undefined);
    const what = action === undefined ? [] : [label([action, ...how].join(' '))];
    const end = AT_THE_END[action]?.(given, step === notifies[0]);
    return [
      {
        text: [name, ...what, ...conditionOf(step)].join('<br/>'),
        sometimes: step.if !== undefined,
        end: end === undefined ? undefined : `${label(end)}<br/>${label(`${action}, ${step.name ?? action}`)}`,
      },
    ];
  });
}

function actionOf({ uses = '' }) {
  return /^\$\/actions\/([\w-]+)$/.exec(uses)?.[1];
}

function environmentOf({ environment }) {
  const name = typeof environment === 'object' ? environment.name : environment;
  return name === undefined ? [] : [label(`environment ${name}`)];
}

function matrixOf({ strategy }) {
  const names = Object.keys(strategy?.matrix ?? {}).filter((key) => key !== 'include' && key !== 'exclude');
  return names.length === 0 ? [] : [label(`for each ${names.join(' and ')}`)];
}

/** A condition that is short enough to be read in a box. */
function conditionOf({ if: condition }) {
  const text = condition === undefined ? '' : plain(condition).replaceAll(/\binputs\./g, '');
  return text === '' || text.length > 60 ? [] : [label(`if ${text}`)];
}

function groupLine(name, concurrency) {
  if (concurrency === undefined) return [];
  const {
    group,
    queue,
    'cancel-in-progress': cancels,
  } = typeof concurrency === 'object' ? concurrency : { group: concurrency };
  const waits = queue === 'max' ? 'others wait in line' : 'one other waits, a newer one takes its place';
  const how = cancels === true ? 'a newer one cancels it' : cancels ? `${waits}, or a newer one cancels it` : waits;
  return [`- **${name}**: one at a time in the group \`${plain(group)}\`; ${how}.`];
}

function triggers(on) {
  const names = typeof on === 'object' && !Array.isArray(on) ? Object.keys(on) : [on].flat();
  return names.map((name) => `\`${name}\``).join(', ');
}

/** The first paragraph of the comment at the file's head. */
function introduction(text) {
  const comment = /^(?:#.*\n)*/.exec(text)?.[0] ?? '';
  const paragraph = comment.split(/^#[ \t]*$/m)[0] ?? '';
  return paragraph.replace(/^# ?/gm, '').replace(/\s+/g, ' ').trim();
}

/** `${{ inputs.environment }}` → `{environment}`. */
function plain(value) {
  return String(value)
    .replace(/\$\{\{\s*(?:inputs|matrix|github)\.([\w-]+)\s*\}\}/g, '{$1}')
    .replace(/\$\{\{\s*(.*?)\s*\}\}/g, '{$1}');
}

/** Text inside quotes of Mermaid, which has its own entities. */
function label(value) {
  return plain(value)
    .replace(/\s+/g, ' ')
    .replace(/[#"<>&`;]/g, (found) => `#${found.codePointAt(0)};`);
}

/** The whole page. The workflows of our own self-test are no part of it. */
export function pictures(base = root) {
  const folder = join(base, '.github', 'workflows');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yml') && !name.startsWith('selftest'));
  const rank = (name) => (/workflow_call/.test(readFileSync(join(folder, name), 'utf8')) ? 0 : 1);
  names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return [INTRODUCTION, ...names.map((name) => pictureOf(name, readFileSync(join(folder, name), 'utf8')))].join('\n');
}

function main(check) {
  const path = join(root, TARGET);
  const fresh = pictures();
  if (existsSync(path) && readFileSync(path, 'utf8') === fresh) return;
  if (check) throw new Error(`${TARGET} does not show the workflows as they are; run "node scripts/pictures.mjs"`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, fresh);
}

if (isMain(import.meta.url)) {
  try {
    main(process.argv.includes('--check'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

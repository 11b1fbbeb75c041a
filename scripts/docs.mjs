#!/usr/bin/env node
/**
 * Writes the tables of inputs and outputs into each action's README, from its action.yml, docs/reasons.md and the data of
 * `lockstep explain` from the tables of reasons in the READMEs, and docs/workflows-reference.md and the table of jobs in
 * docs/permissions-and-secrets.md from the reusable workflows.
 *
 *   node scripts/docs.mjs            writes
 *   node scripts/docs.mjs --check    exits 1 where a README is not what it would write
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { actionNames } from './build.mjs';
import { isMain } from './is-main.mjs';
import { jobsTable, referencePage } from './workflow-reference.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const START = '<!-- contract:start -->';
const END = '<!-- contract:end -->';

/** The README with its tables renewed. Throws where the markers or a description are missing. */
export function withContract(readme, action, name) {
  const from = readme.indexOf(START);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) throw new Error(`actions/${name}/README.md: the markers ${START} and ${END} are missing`);
  return `${readme.slice(0, from + START.length)}\n${contractOf(action, name)}\n${readme.slice(to)}`;
}

export function contractOf(action, name) {
  const inputs = Object.entries(action.inputs ?? {}).map(([key, input]) => {
    const value = input.default === undefined || input.default === '' ? '' : `\`${cell(String(input.default))}\``;
    return `| \`${key}\` | ${described(input, key, name)} | ${value} |`;
  });
  const outputs = Object.entries(action.outputs ?? {}).map(
    ([key, output]) => `| \`${key}\` | ${described(output, key, name)} |`,
  );
  return [
    '',
    '| input | meaning | default |',
    '|---|---|---|',
    ...inputs,
    '',
    '| output | meaning |',
    '|---|---|',
    ...outputs,
    '',
  ].join('\n');
}

function described(item, key, name) {
  if (typeof item.description !== 'string' || item.description.trim() === '') {
    throw new Error(`actions/${name}/action.yml: "${key}" has no description`);
  }
  return cell(item.description.trim()) + (item.required === true ? ' **Required.**' : '');
}

function cell(text) {
  return text.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');
}

/** The rows of a README's table of reasons; several codes may share a row. Throws where there is no such table. */
export function reasonsOf(readme, name) {
  const [, section = ''] = /^## Reasons$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(readme) ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('| `') && !line.startsWith('| `reason`'));
  if (rows.length === 0) throw new Error(`actions/${name}/README.md: the section "## Reasons" has no table`);
  return rows.flatMap((row) => {
    const [codes = '', verdict = '', meaning = ''] = row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((one) => one.trim());
    const here = fromDocs(meaning, name);
    return [...codes.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => ({ code, action: name, verdict, meaning: here }));
  });
}

/** What a README links to, as it is found from docs/. */
function fromDocs(text, name) {
  return text.replace(/\]\((?![a-z]+:)([^)]+)\)/g, (_all, to) => {
    const path = to.startsWith('#') ? `actions/${name}${to}` : join('actions', name, to);
    return `](../${path})`;
  });
}

/** What every action may end with, whatever it does. */
const COMMON = [
  { code: 'invalid-input', verdict: 'fail', meaning: 'the message names each wrong input' },
  { code: 'remote-error', verdict: 'unknown', meaning: 'a service refused, broke or did not answer' },
  { code: 'cancelled', verdict: 'unknown', meaning: 'somebody cancelled it before it had an answer' },
  { code: 'deadline', verdict: 'unknown', meaning: 'its time was over before it had an answer' },
  { code: 'internal-error', verdict: 'unknown', meaning: 'a fault of Lockstep: please report it' },
];

/** The module that `lockstep explain` reads, by code and action. */
export function reasonsModule(rows) {
  const entry = ({ code, action, verdict, meaning }) => ({ code, action, verdict, meaning: withoutLinks(meaning) });
  const all = [...COMMON.map((one) => ({ ...one, action: '' })), ...rows].map(entry);
  const sorted = all.sort((a, b) => `${a.code} ${a.action}`.localeCompare(`${b.code} ${b.action}`, 'en'));
  return [
    '// Written by scripts/docs.mjs from what the actions say of their reasons.',
    "import type { Reason } from './reason.ts';",
    '',
    'export const REASONS: readonly Reason[] = [',
    ...sorted.map((one) => `  ${JSON.stringify(one)},`),
    '];',
    '',
  ].join('\n');
}

/** As a cell of a table says it, for a place where nothing can be followed. */
function withoutLinks(text) {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\\\|/g, '|');
}

function reasonsPage(rows) {
  const sorted = [...rows].sort((a, b) => `${a.code} ${a.action}`.localeCompare(`${b.code} ${b.action}`, 'en'));
  return [
    '# Troubleshooting by reason',
    '',
    '<!-- written by scripts/docs.mjs from the READMEs of the actions -->',
    '',
    'Every step ends with a line `ACTION: VERDICT (REASON): message`, and gives `verdict` and `reason` as outputs. The',
    'message names the value and what to do next; this table says what the reason means, and so does',
    '`lockstep explain REASON`. Besides these, every action has:',
    '',
    ...COMMON.map(({ code, verdict, meaning }) => `- \`${code}\` (${verdict}): ${meaning}`),
    '',
    '| reason | action | verdict | meaning |',
    '|---|---|---|---|',
    ...sorted.map(
      ({ code, action, verdict, meaning }) =>
        `| \`${code}\` | [${action}](../actions/${action}) | ${verdict} | ${meaning} |`,
    ),
    '',
  ].join('\n');
}

function withJobs(page) {
  const found = /(<!-- jobs:start -->\n)[\s\S]*(<!-- jobs:end -->)/;
  if (!found.test(page))
    throw new Error('docs/permissions-and-secrets.md: the markers of the table of jobs are missing');
  return page.replace(found, (_all, start, end) => `${start}\n${jobsTable()}\n\n${end}`);
}

function main(check) {
  const reasons = [];
  let stale = 0;
  const settle = (path, after) => {
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (before === after) return;
    stale++;
    if (check) console.error(`${relative(root, path)} is stale; run "node scripts/docs.mjs"`);
    else writeFileSync(path, after);
  };
  for (const name of actionNames()) {
    const path = join(root, 'actions', name, 'README.md');
    if (!existsSync(path)) throw new Error(`actions/${name}/README.md is missing`);
    const readme = readFileSync(path, 'utf8');
    settle(path, withContract(readme, parse(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')), name));
    reasons.push(...reasonsOf(readme, name));
  }
  settle(join(root, 'docs/reasons.md'), reasonsPage(reasons));
  settle(join(root, 'packages/cli/src/reasons.generated.ts'), reasonsModule(reasons));
  settle(join(root, 'docs/workflows-reference.md'), referencePage());
  const permissions = join(root, 'docs/permissions-and-secrets.md');
  settle(permissions, withJobs(readFileSync(permissions, 'utf8')));
  if (check && stale > 0) process.exitCode = 1;
}

if (isMain(import.meta.url)) {
  try {
    main(process.argv.includes('--check'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

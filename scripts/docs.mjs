#!/usr/bin/env node
/**
 * Writes the tables of inputs and outputs into each action's README, from its action.yml.
 *
 *   node scripts/docs.mjs            writes
 *   node scripts/docs.mjs --check    exits 1 where a README is not what it would write
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { actionNames } from './build.mjs';

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

function main(check) {
  let stale = 0;
  for (const name of actionNames()) {
    const path = join(root, 'actions', name, 'README.md');
    if (!existsSync(path)) throw new Error(`actions/${name}/README.md is missing`);
    const before = readFileSync(path, 'utf8');
    const after = withContract(before, parse(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')), name);
    if (before === after) continue;
    stale++;
    if (check) console.error(`actions/${name}/README.md does not match its action.yml; run "node scripts/docs.mjs"`);
    else writeFileSync(path, after);
  }
  if (check && stale > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.includes('--check'));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

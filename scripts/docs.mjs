#!/usr/bin/env node
/**
 * Writes the tables of inputs, outputs and reasons into each action's README, docs/reasons.md and the data of
 * `lockstep explain`, from action.yml, src/inputs.ts and src/reasons.ts (compiled: `npm run typecheck` first), and docs/workflows-reference.md and the table of jobs in
 * docs/permissions-and-secrets.md from the reusable workflows, and the tables of the lines of a platform policy. It also
 * writes the data of `lockstep add app` from app/, the types of Supabase's Management API from its description, and the
 * help of all commands into packages/cli/README.md.
 *
 *   node scripts/docs.mjs            writes
 *   node scripts/docs.mjs --check    exits 1 where a README is not what it would write
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { appFilesModule } from './app-files.mjs';
import { actionNames } from './build.mjs';
import { contractOf, reasonRows, reasonsOf, table } from './contract-tables.mjs';
import { isMain } from './is-main.mjs';
import { supabaseTypesModule } from './openapi-types.mjs';
import { linesTable, scopesTable } from './platform-tables.mjs';
import { starterFilesModule } from './starter-files.mjs';
import { jobsTable, referencePage } from './workflow-reference.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** The README with what stands between two markers renewed. Throws where the markers are missing. */
export function between(readme, mark, text, place) {
  const [start, end] = [`<!-- ${mark}:start -->`, `<!-- ${mark}:end -->`];
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${place}: the markers ${start} and ${end} are missing`);
  return `${readme.slice(0, from + start.length)}\n${text}\n${readme.slice(to)}`;
}

/** What TypeScript made of a file of an action's sources. */
async function compiled(path) {
  const file = join(root, path);
  if (!existsSync(file)) throw new Error(`${path} is missing: run "npm run typecheck" first`);
  return await import(pathToFileURL(file).href);
}

/** What a README links to, as it is found from docs/. */
function fromDocs(text, name) {
  return text.replace(/\]\((?![a-z]+:)([^)]+)\)/g, (_all, to) => {
    const path = to.startsWith('#') ? `actions/${name}${to}` : join('actions', name, to);
    return `](../${path})`;
  });
}

/** The module that `lockstep explain` reads, by code and action. */
export function reasonsModule(rows) {
  const entry = ({ code, action, command, step, verdict, meaning, remedy }) => ({
    code,
    action,
    command,
    step,
    verdict,
    meaning: withoutLinks(meaning),
    remedy: withoutLinks(remedy),
  });
  const sorted = rows
    .map(entry)
    .sort((a, b) =>
      `${a.code} ${a.action} ${a.command ?? ''}`.localeCompare(`${b.code} ${b.action} ${b.command ?? ''}`, 'en'),
    );
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

/** Every code once as an anchor, with a row for each action and step that says it. */
function reasonsPage(rows, common, own) {
  const sorted = [...rows].sort((a, b) => `${a.code} ${a.action}`.localeCompare(`${b.code} ${b.action}`, 'en'));
  const seen = new Set();
  const anchored = (code) => {
    const first = !seen.has(code);
    seen.add(code);
    return `${first ? `<a id="${code}"></a>` : ''}\`${code}\``;
  };
  return [
    '# Troubleshooting by reason',
    '',
    '<!-- written by scripts/docs.mjs from actions/*/src/reasons.ts -->',
    '',
    'Every step ends with a line `ACTION: VERDICT (REASON): message`, and gives `verdict` and `reason` as outputs. The',
    'message names the value and what to do next; this page says what the reason means, and so does',
    '`lockstep explain REASON` in a terminal.',
    '',
    '## Every action',
    '',
    ...table(
      ['reason', 'step', 'verdict', 'meaning', 'what to do'],
      common.map(({ code, step, verdict, meaning, remedy }) => [anchored(code), step, verdict, meaning, remedy]),
    ),
    '',
    '## Commands of `lockstep`',
    '',
    ...table(
      ['reason', 'command', 'verdict', 'meaning', 'what to do'],
      own.map(({ code, command, verdict, meaning, remedy }) => [
        `\`${code}\``,
        `[\`${command}\`](../packages/cli/README.md#lockstep-${command})`,
        verdict,
        meaning,
        remedy,
      ]),
    ),
    '',
    '## By reason',
    '',
    ...table(
      ['reason', 'action', 'step', 'verdict', 'meaning', 'what to do'],
      sorted.map(({ code, action, step, verdict, meaning, remedy }) => [
        anchored(code),
        `[${action}](../actions/${action})`,
        step,
        verdict,
        fromDocs(meaning, action),
        fromDocs(remedy, action),
      ]),
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

async function main(check) {
  const rows = [];
  let stale = 0;
  const settle = (path, after) => {
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (before === after) return;
    stale++;
    if (check) console.error(`${relative(root, path)} is stale; run "node scripts/docs.mjs"`);
    else writeFileSync(path, after);
  };
  const { commonReasons, undoReasons } = await compiled('packages/action-shell/lib/common-reasons.js');
  const common = reasonRows({ ...commonReasons, ...undoReasons });
  const { platformLines } = await compiled('packages/platform/lib/lines.js');
  for (const name of actionNames()) {
    const { readme, reasons } = await documented(name);
    const place = `actions/${name}/README.md`;
    const lines = name === 'platform-audit' ? between(readme, 'lines', linesTable(platformLines), place) : readme;
    settle(join(root, place), lines);
    rows.push(...reasonRows(reasons).map((row) => ({ ...row, action: name })));
  }
  const { ownReasons } = await compiled('packages/cli/lib/own-reasons.js');
  const own = Object.entries(ownReasons).flatMap(([command, reasons]) =>
    reasonRows(reasons).map((row) => ({ ...row, action: '', command })),
  );
  settle(join(root, 'docs/reasons.md'), reasonsPage(rows, common, own));
  const everybody = common.map((row) => ({ ...row, action: '' }));
  settle(join(root, 'packages/cli/src/reasons.generated.ts'), reasonsModule([...everybody, ...own, ...rows]));
  settle(join(root, 'packages/app/src/files.generated.ts'), appFilesModule());
  settle(join(root, 'packages/starters/src/files.generated.ts'), starterFilesModule());
  settle(join(root, 'packages/supabase/src/openapi.generated.ts'), supabaseTypesModule());
  settle(join(root, 'docs/workflows-reference.md'), referencePage());
  const cli = join(root, 'packages/cli/README.md');
  settle(cli, between(readFileSync(cli, 'utf8'), 'commands', await commandsPart(), 'packages/cli/README.md'));
  const permissions = join(root, 'docs/permissions-and-secrets.md');
  settle(permissions, withJobs(readFileSync(permissions, 'utf8')));
  const platform = join(root, 'docs/platform.md');
  settle(platform, between(readFileSync(platform, 'utf8'), 'scopes', scopesTable(platformLines), 'docs/platform.md'));
  if (check && stale > 0) process.exitCode = 1;
}

/** Each command of `lockstep` with its help. */
async function commandsPart() {
  const { commands } = await compiled('packages/cli/lib/commands.js');
  const { helpOf } = await compiled('packages/cli/lib/commands/help.js');
  const parts = commands.map(
    ({ name }) => `### lockstep ${name}\n\n\`\`\`text\n${helpOf(name, commands).trimEnd()}\n\`\`\`\n`,
  );
  return `\n${parts.join('\n')}`;
}

/** The README of an action as it must be, and its reasons. */
async function documented(name) {
  const path = join(root, 'actions', name, 'README.md');
  if (!existsSync(path)) throw new Error(`actions/${name}/README.md is missing`);
  const text = readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8');
  const { inputs: shape } = await compiled(`actions/${name}/lib/inputs.js`);
  const { reasons } = await compiled(`actions/${name}/lib/reasons.js`);
  const contract = contractOf({ manifest: parse(text), text, shape, name });
  const place = `actions/${name}/README.md`;
  const readme = between(readFileSync(path, 'utf8'), 'contract', contract, place);
  return { readme: between(readme, 'reasons', `\n${reasonsOf(reasons)}`, place), reasons };
}

if (isMain(import.meta.url)) {
  try {
    await main(process.argv.includes('--check'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

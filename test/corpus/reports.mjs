#!/usr/bin/env node
/**
 * Reads reports of other people's runs by our readers, and compares that with what a few plain lines make of the same
 * file. See README.md.
 *
 *   node test/corpus/reports.mjs FOLDER …
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describe, systemClock } from '@lockstep/base';
import { markdownTable } from '@lockstep/migrations';
import { gatesOf } from '../../packages/quality/lib/config.js';
import { judgeGate } from '../../packages/quality/lib/judge.js';
import { readReport } from '../../packages/quality/lib/readers.js';
import { FORMATS, OURS, said } from './said.mjs';

const HEAD = ['report', 'format', 'tool', 'verdict', 'we read', 'the file says', ''];

/** A gate of measured values has a limit: one that each run is within, so that the verdict is the report's. */
const BUDGETS = { k6: 'iterations.count >= 1', autocannon: 'requests >= 1', lighthouse: 'performance-score >= 0' };

async function main(words) {
  const { positionals: folders } = parseArgs({ args: words, allowPositionals: true });
  if (folders.length === 0) throw new Error('name the folders of reports: node test/corpus/reports.mjs FOLDER …');
  const rows = [];
  for (const folder of folders)
    for (const format of FORMATS)
      for (const file of filesOf(path.join(folder, format))) rows.push(await row(format, file));
  if (rows.length === 0)
    throw new Error(`no report found: a folder has one subfolder per format (${FORMATS.join(', ')})`);
  const table = rows.map(({ cells }) => cells);
  console.log(markdownTable(HEAD, table, { most: 10_000 }));
  const differing = rows.filter(({ differs }) => differs).length;
  console.log(`\n${rows.length} reports, ${differing} read otherwise than they say`);
  if (differing > 0) process.exitCode = 1;
}

function filesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => path.join(folder, name))
    .sort();
}

async function row(format, file) {
  const own = said(format, file);
  const root = path.resolve(path.dirname(file));
  const source = { path: path.resolve(file), root, directory: root, exitCode: own.exitCode };
  const reading = await readReport(format, [source], [], { clock: systemClock });
  const ours = reading.kind === 'report' ? OURS[format](reading.report) : `no report (${reading.why})`;
  const end = { kind: 'exited', exitCode: own.exitCode };
  const budgets = BUDGETS[format] === undefined ? {} : { budgets: [BUDGETS[format]] };
  const [gate] = gatesOf([{ name: 'corpus', run: 'true', report: 'report', format, ...budgets }], 'corpus');
  const { verdict } = judgeGate(gate, { end, reading }, { nowMs: Date.now(), lineText: () => undefined });
  const differs = ours !== own.counts;
  return {
    differs,
    cells: [
      path.basename(file),
      format,
      own.tool,
      verdict,
      reading.kind === 'report' ? ours : `${ours}: ${reading.detail}`,
      own.counts,
      differs ? '**differs**' : 'same',
    ],
  };
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}

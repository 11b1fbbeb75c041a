import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lintPending } from '../../src/lint/lint.ts';
import { dangerousBase } from '../fixtures/dangerous-base.ts';
import { dangerous } from '../fixtures/dangerous-statements.ts';
import { engineOn, folderOf, type Ground, startGround } from '../ground.ts';

/**
 * The same statements before Squawk, which reads files alone. It is no package of this repository: where it is not
 * installed, the test is shown as skipped. With LOCKSTEP_WRITE=1 it writes the table of the README anew.
 */
const VERSION = '2.70.0';
const installed = spawnSync('squawk', ['--version'], { encoding: 'utf8' });
const seen = installed.stdout?.trim() === `squawk ${VERSION}` ? test : test.skip;

/** What is a matter of style, or asked of every statement whatever it does. */
const STYLE = /^(prefer-|require-.*timeout|identifier-too-long|require-enum|transaction-nesting)/;

let ground: Ground;
beforeAll(async () => {
  if (seen === test) ground = await startGround();
});
afterAll(() => ground?.end());

function squawk(sql: string): string[] {
  const file = path.join(ground.scope.folder('lockstep-squawk-'), '1_a.sql');
  writeFileSync(file, sql);
  const { stdout } = spawnSync('squawk', ['--reporter', 'json', '--assume-in-transaction', file], { encoding: 'utf8' });
  const found = JSON.parse(stdout) as { rule_name: string }[];
  return [...new Set(found.map((each) => each.rule_name))].filter((rule) => !STYLE.test(rule));
}

seen(`the table of the README is what squawk ${VERSION} and we say of the statements`, async () => {
  const database = await ground.database();
  await database.run(dangerousBase);
  const counts = { both: 0, ours: 0, theirs: 0, neither: 0, falseOurs: 0, falseTheirs: 0, fine: 0 };
  const rows: string[] = [];
  for (const [sql, phase, rules] of dangerous) {
    const folder = folderOf(ground.scope, { 'migrations/1_a.sql': `${sql};`, 'rollbacks/1_a.sql': '-- nothing' });
    const own = await lintPending(engineOn(database), { folder, exposedSchemas: 'auto' });
    const ours = [...new Set(own.map((each) => each.rule))].filter((rule) => rule !== 'not-atomic');
    const theirs = squawk(`${sql};\n`);
    const isDangerous = phase === 'contract' || rules.some((rule) => rule !== 'not-atomic');
    if (!isDangerous) {
      if (ours.length > 0) counts.falseOurs++;
      if (theirs.length > 0) counts.falseTheirs++;
      else counts.fine++;
    } else if (ours.length > 0) counts[theirs.length > 0 ? 'both' : 'ours']++;
    else counts[theirs.length > 0 ? 'theirs' : 'neither']++;
    if (ours.length > 0 === theirs.length > 0) continue;
    rows.push(`| \`${sql.replaceAll('|', '\\|')}\` | ${ours.join(', ') || '-'} | ${theirs.join(', ') || '-'} |`);
  }
  const total = dangerous.length;
  const harmful = counts.both + counts.ours + counts.theirs + counts.neither;
  const summary = [
    `Of ${total} statements on a database in use, ${harmful} are dangerous and ${total - harmful} are not. Squawk ${VERSION} reads the file`,
    'alone, without its rules of style and timeouts; we ask the database.',
    '',
    '| | we | squawk |',
    '|---|---|---|',
    `| dangerous, and found | ${counts.both + counts.ours} | ${counts.both + counts.theirs} |`,
    `| dangerous, and missed | ${counts.theirs + counts.neither} | ${counts.ours + counts.neither} |`,
    `| harmless, and objected to | ${counts.falseOurs} | ${counts.falseTheirs} |`,
    '',
    'Where only one of the two objects:',
    '',
    '| statement | we | squawk |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
  const readme = path.join(import.meta.dirname, '../../README.md');
  const text = readFileSync(readme, 'utf8');
  const [before = '', , after = ''] = text.split(/<!-- squawk:(?:start|end) -->\n/);
  const now = `${before}<!-- squawk:start -->\n\n${summary}\n\n<!-- squawk:end -->\n${after}`;
  if (process.env['LOCKSTEP_WRITE'] === '1') writeFileSync(readme, now);
  expect(text === now || process.env['LOCKSTEP_WRITE'] === '1').toBe(true);
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { lintFolder } from '../../src/lint/lint.ts';
import type { Finding } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/all.ts';
import { pairs } from '../fixtures/rule-pairs.ts';
import { type Files, folderOf } from '../ground.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

async function lint(files: Files): Promise<Finding[]> {
  const folder = folderOf(scope, files);
  const pending = new Set(folder.migrations.map((each) => each.version));
  return lintFolder({ folder, exposedSchemas: ['public'], pending });
}

/** Rules that object to some SQL, but for those about the file as a whole. */
async function rulesOn(sql: string): Promise<string[]> {
  const findings = await lint({ 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '-- nothing' });
  return findings.map((each) => each.rule);
}

describe('each rule objects to what it is for, and not to the safe way', () => {
  test.each(pairs)('%s: %s', async (rule, bad, good) => {
    expect(await rulesOn(bad)).toContain(rule);
    expect(await rulesOn(good)).not.toContain(rule);
  });

  test('every rule has such a pair', () => {
    const shown = new Set(pairs.map(([rule]) => rule));
    expect(rules.map((rule) => rule.id).filter((id) => !shown.has(id))).toEqual([]);
  });
});

test('every rule is in the README of the action, and no other', () => {
  const readme = readFileSync(path.join(import.meta.dirname, '../../../../actions/migrate/README.md'), 'utf8');
  const section = readme.slice(readme.indexOf('## Lint'), readme.indexOf('## How it works'));
  const named = section.split('\n').flatMap((line) => line.split('|')[1]?.match(/(?<=`)[a-z-]+(?=`)/g) ?? []);
  expect(named.toSorted()).toEqual(
    [...rules.map((rule) => rule.id), 'no-archive-unused', 'no-down-migration', 'not-atomic', 'unfinished'].toSorted(),
  );
});

test('what a file makes itself may be done anything to', async () => {
  const sql = `create table t (a int); grant select on t to authenticated; alter table t enable row level security; create index i on t (a); alter table t alter a set not null;
    alter table t add constraint k check (a > 0); update t set a = 1; alter table t drop column a; drop table t;`;
  expect(await rulesOn(sql)).toEqual([]);
});

test('also what an earlier pending file makes', async () => {
  const findings = await lint({
    'migrations/1_a.sql':
      'create table t (a int); alter table t enable row level security; grant select on t to authenticated;',
    'rollbacks/1_a.sql': 'drop table t;',
    'migrations/2_b.sql': 'create index i on public.t (a);',
    'rollbacks/2_b.sql': 'drop index i;',
  });
  expect(findings).toEqual([]);
});

describe('an author may allow a rule for one statement', () => {
  test('with a reason, which is told', async () => {
    const sql =
      '-- lockstep: allow create-index-blocks because the table has ten rows\ncreate index i on t (a);\ncreate index j on t (b);';
    const findings = await lint({ 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '-- nothing' });
    expect(findings.map((each) => [each.line, each.severity, each.allowed])).toEqual([
      [2, 'note', 'the table has ten rows'],
      [3, 'warning', undefined],
    ]);
  });

  test('and is told when there is nothing to allow', async () => {
    const sql =
      '-- lockstep: allow create-index-blocks because x\nselect 1;\n-- lockstep: allow nonsense because y\nselect 2;';
    const findings = await lint({ 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '-- nothing' });
    expect(findings.map((each) => each.message)).toEqual([
      'allows create-index-blocks, which finds nothing here',
      'allows nonsense, which is no rule',
    ]);
  });
});

test('a file without a way down, and one that cannot be one transaction, are told', async () => {
  const findings = await lint({ 'migrations/1_a.sql': 'select 1; vacuum;' });
  expect(findings.map((each) => each.rule)).toEqual(['not-atomic', 'no-down-migration']);
});

test.each<[string, string, readonly string[]]>([
  ['alter table t drop column a;', 'alter table t add a int;', []],
  [
    'alter table t drop column a;',
    '-- lockstep: no-archive because of article 17\nalter table t add a int;',
    ['rollbacks'],
  ],
  ['alter table t add b int;', '-- lockstep: no-archive because of article 17\nalter table t drop column b;', []],
  [
    '-- lockstep: no-archive because of article 17\nalter table t add b int;',
    'alter table t drop column b;',
    ['migrations'],
  ],
  ['-- lockstep: no-archive because of article 17\nalter table t drop b;', 'alter table t add b int;', []],
  ['select 1;', '-- lockstep: no-archive because of article 17\ndo $$ begin delete from t; end $$;', []],
])('no-archive where nothing is deleted: %s, back by %s', async (up, down, where) => {
  const findings = await lint({ 'migrations/1_a.sql': up, 'rollbacks/1_a.sql': down });
  const found = findings.filter(({ rule }) => rule === 'no-archive-unused');
  expect(found.map(({ file }) => file)).toEqual(where.map((folder) => `supabase/${folder}/1_a.sql`));
});

test('a finding names file, line and statement, without its constants', async () => {
  const [finding] = await lint({
    'migrations/1_a.sql': "select 1;\n\nupdate users set password = 'hunter2';",
    'rollbacks/1_a.sql': '--',
  });
  expect(finding).toMatchObject({
    file: 'supabase/migrations/1_a.sql',
    line: 3,
    statement: "update users set password = '…'",
  });
});

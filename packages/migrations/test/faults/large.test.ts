import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { type Ground, startGround } from '../ground.ts';
import { applyOn } from './apply.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());
const apply = applyOn(() => ground);

describe('what is large goes in parts', () => {
  test('but for one statement of 20 MB, whose error is still found', async () => {
    const database = await ground.database();
    const file = (end: string) => ({
      'migrations/1_long.sql': `create table t as select '${'ж;'.repeat(7_000_000)}' as a;\n\nselect ${end};`,
    });
    const broken = await apply(database, file('wrong'));
    expect(broken.failure).toMatchObject({ line: 3, column: 8, sqlState: '42703' });
    expect((await apply(database, file('1'))).failure).toBeUndefined();
    expect(await database.value('select length(a) from t')).toBe(14_000_000);
  });

  test('and what was sent behind a part that fails does not revive its transaction', async () => {
    const database = await ground.database();
    const filler = `insert into t values ('${'x'.repeat(700_000)}');`;
    const sql = `begin;\ncreate table t (a text);\n${filler}\n${filler}\nsavepoint s;\nselect wrong;\n/*${'x'.repeat(700_000)}*/ rollback to s;\ncommit;\n`;
    const report = await apply(database, { 'migrations/1_revived.sql': sql });
    expect(report.failure).toMatchObject({ line: 6, sqlState: '42703' });
    expect(await database.versions()).toEqual([]);
    expect(await database.value("select to_regclass('t')")).toBeNull();
  });

  test('a file of many megabytes, rolled back whole when its last line fails', async () => {
    const database = await ground.database();
    const rows = Array.from({ length: 60_000 }, (_, i) => `insert into t values (${i}, '${'x'.repeat(60)}');`).join(
      '\n',
    );
    const broken = await apply(database, {
      'migrations/1_big.sql': `create table t (id int, a text);\n${rows}\nselect wrong;\n`,
    });
    expect(broken.failure).toMatchObject({ line: 60_002, sqlState: '42703' });
    expect(await database.value("select to_regclass('t')")).toBeNull();
    const report = await apply(database, { 'migrations/1_big.sql': `create table t (id int, a text);\n${rows}\n` });
    expect(report.failure).toBeUndefined();
    expect(await database.value('select count(*)::int from t')).toBe(60_000);
    expect(await database.value('select statements[1] from supabase_migrations.schema_migrations')).toContain(
      'too large to be kept here',
    );
  });

  test('the rows of a COPY, whose error names the line of the file', async () => {
    const database = await ground.database();
    const rows = Array.from({ length: 200_000 }, (_, i) => `${i}\t${'y'.repeat(20)}`);
    const file = (lines: readonly string[]) => ({
      'migrations/1_c.sql': `create table t (id int, a text);\ncopy t from stdin;\n${lines.join('\n')}\n\\.\nselect 1;\n`,
    });
    const broken = await apply(database, file([...rows.slice(0, 150_000), 'secret\tz', ...rows.slice(150_000)]));
    expect(broken.failure).toMatchObject({ sqlState: '22P02', line: 150_003 });
    expect(broken.failure?.message).not.toContain('secret');
    expect((await apply(database, file(rows))).failure).toBeUndefined();
    expect(await database.value('select count(*)::int from t')).toBe(200_000);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { down } from '../../src/down/down.ts';
import type { Folder } from '../../src/files/folder.ts';
import { settle } from '../../src/history/settle.ts';
import { up } from '../../src/up/up.ts';
import { engineOn, folderOf, type Ground, startGround } from '../ground.ts';

const scope = new Scope();
let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(async () => {
  await ground.end();
  await scope[Symbol.asyncDispose]();
});

const at = (content: string): Folder => folderOf(scope, { 'migrations/1_a.sql': content });
const problems = (content: string) =>
  settle(folderOf(scope, { 'migrations/1_a.sql': content }, 'sections'), []).problems.map(
    ({ file, line, message }) => `${file}:${line}: ${message}`,
  );

/** As convoy writes them: a table, and indexes that no transaction can make. */
const TWICE = `-- why
-- +migrate Up
set lock_timeout = '2s';
create table links (id int primary key, owner text);

-- +migrate Down notransaction
drop index concurrently if exists links_owner;

-- +migrate Up notransaction
create index concurrently if not exists links_owner on links (owner);

-- +migrate Up
-- +migrate StatementBegin
create function two() returns int language plpgsql as $$ begin return 2; end $$;
-- +migrate StatementEnd

-- +migrate Down
drop function two;
drop table links;
`;

describe('several sections of one half, as sql-migrate runs them', () => {
  test('one after the other, all of them outside of a transaction where one says so', () => {
    const [migration] = at(TWICE).migrations;
    expect(migration?.problems).toBeUndefined();
    expect(migration?.up).toMatchObject({ statements: 4, directives: { noTransaction: true } });
    expect(migration?.up.words).toEqual(new Set(['set', 'create']));
    expect(migration?.down).toMatchObject({ statements: 3, directives: { noTransaction: true } });
    expect(migration?.down?.words).toEqual(new Set(['drop']));
  });

  test('they go up and down on PostgreSQL', async () => {
    const database = await ground.database();
    const engine = engineOn(database);
    const report = await up(engine, { folder: at(TWICE), phase: 'all', allowOutOfOrder: false });
    expect(report.failure).toBeUndefined();
    expect(await database.value("select count(*)::int from pg_indexes where indexname = 'links_owner'")).toBe(1);
    expect(await database.value('select two()')).toBe(2);
    await down(engine, { range: { kind: 'steps', steps: 1 }, onDataLoss: 'allow' });
    expect(await database.value("select to_regclass('links')::text")).toBe(null);
  });

  test('without the word they stay in a transaction', () => {
    const [migration] = at(TWICE.replaceAll(' notransaction', '').replaceAll('concurrently', '')).migrations;
    expect(migration?.up.directives.noTransaction).toBe(false);
    expect(migration?.down?.directives.noTransaction).toBe(false);
  });

  test('messages name the lines of the file', () => {
    const text = '-- +migrate Up\nselect 1;\n-- +migrate Down\nselect 2;\n\n-- +migrate Up\nselect 3;\nrollback;\n';
    expect(problems(text)).toEqual([expect.stringContaining('migrations/1_a.sql:8: ROLLBACK')]);
    const back = `${text.replace('rollback;\n', '')}-- +migrate Down\nrollback;\n`;
    expect(problems(back)).toEqual([expect.stringContaining('migrations/1_a.sql:9: ROLLBACK')]);
  });

  test.each([
    [
      'sql-migrate wants a semicolon',
      '-- +migrate Up\nselect 1\n-- +migrate Up\nselect 2;',
      '1: the last statement below',
    ],
    [
      'a mark that it would not take for one',
      '-- +migrate Up\nselect 1;\n--+ migrate up\nselect 2;',
      '3: a second mark',
    ],
    ['nor one behind white space', '-- +migrate Up\nselect 1;\n  -- +migrate Up\nselect 2;', '3: a second mark'],
    ['goose has one of each', '-- +goose Up\nselect 1;\n-- +goose Up\nselect 2;', '3: a second mark for "up"'],
  ])('refused by name: %s', (_what, text, expected) => {
    expect(problems(text)).toEqual([expect.stringContaining(`migrations/1_a.sql:${expected}`)]);
  });
});

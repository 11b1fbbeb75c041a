import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countPredicted } from '../../src/data-loss/count-predicted.ts';
import { loadParser } from '../../src/parse/parser.ts';
import { readKnown } from '../../src/picture/read-known.ts';
import { withReader } from '../../src/run/runner.ts';
import { type Database, engineOn, type Ground, startGround } from '../ground.ts';

let ground: Ground;
let database: Database;
beforeAll(async () => {
  ground = await startGround();
  database = await ground.database();
  await database.run('create table notes (id int, check (id > 0))');
});
afterAll(() => ground.end());

test('a table that another session keeps locked ends the look, with its reason, and the session goes on', async () => {
  const parse = await loadParser();
  const other = await database.client();
  await other.query('begin; lock table notes in access exclusive mode');
  await withReader(engineOn(database), async ({ session }) => {
    const look = readKnown(session, new Set(['public.notes']), parse, 1);
    await expect(look).rejects.toMatchObject({
      code: '55P03',
      retryable: true,
      message: expect.stringContaining('another session has locked a table that the migrations name'),
    });
    await other.query('rollback');
    const known = await readKnown(session, new Set(['public.notes']), parse);
    expect([...known.relations.keys()]).toEqual(['public.notes']);
  });
});

test('rows that cannot be counted in time are not counted, and nobody waits for them', async () => {
  const other = await database.client();
  await other.query('insert into notes values (1)');
  await other.query('begin; lock table notes in access exclusive mode');
  const takes = [{ kind: 'table', table: 'public.notes' }] as const;
  await withReader(engineOn(database), async ({ session }) => {
    expect(await countPredicted(session, takes, undefined, 1)).toBeUndefined();
    await other.query('rollback');
    expect(await countPredicted(session, takes, undefined, 60_000)).toEqual([expect.objectContaining({ rows: 1 })]);
  });
});

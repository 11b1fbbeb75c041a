import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { down } from '../../src/down/down.ts';
import { readStatus } from '../../src/up/status.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
  const database = await ground.database();
  await database.run("create role first login password 'pw'; create role second login password 'pw'");
});
afterAll(() => ground.end());

const files = { 'migrations/1_a.sql': 'create table a (i int);', 'rollbacks/1_a.sql': 'drop table a;' };
const all = { phase: 'all', allowOutOfOrder: false } as const;

function as(database: Database, role: string): string {
  const url = new URL(database.url);
  [url.username, url.password] = [role, 'pw'];
  return url.href;
}

async function applied(): Promise<Database> {
  const database = await ground.database();
  await database.run(
    `grant create on database ${database.name} to first, second; grant create on schema public to first, second`,
  );
  await up(engineOn(database, { url: as(database, 'first') }), { ...all, folder: folderOf(ground.scope, files) });
  return database;
}

test.each<[string, string]>([
  ['nothing is granted', ''],
  [
    'rights were granted, behind which row security shows no record',
    'grant usage on schema lockstep, supabase_migrations to second; grant all on all tables in schema lockstep, supabase_migrations to second',
  ],
])('records of another role are told with the way on: %s', async (_name, grants) => {
  const database = await applied();
  if (grants !== '') await database.run(grants);
  const engine = engineOn(database, { url: as(database, 'second') });
  const folder = folderOf(ground.scope, files);
  const words =
    /belong to the role first, and this is second; connect as first, or let an administrator run: grant first to second/;
  await expect(readStatus(engine, folder)).rejects.toThrow(words);
  await expect(up(engine, { ...all, folder })).rejects.toThrow(words);
  await expect(down(engine, { range: { kind: 'steps', steps: 1 }, onDataLoss: 'refuse' })).rejects.toThrow(words);
});

test('and it is one', async () => {
  const database = await applied();
  await database.run('grant first to second');
  const engine = engineOn(database, { url: as(database, 'second') });
  expect((await readStatus(engine, folderOf(ground.scope, files))).versions).toMatchObject([{ state: 'applied' }]);
  const more = { ...files, 'migrations/2_b.sql': 'create table b (i int);', 'rollbacks/2_b.sql': 'drop table b;' };
  expect((await up(engine, { ...all, folder: folderOf(ground.scope, more) })).applied).toMatchObject([
    { version: '2' },
  ]);
  const report = await down(engine, { range: { kind: 'steps', steps: 2 }, onDataLoss: 'refuse' });
  expect([report.failure, report.reverted.length]).toEqual([undefined, 2]);
});

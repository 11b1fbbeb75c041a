import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { RemoteError } from '@lockstep/base';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { type Ground, onlyBackup, startGround, trouble } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const schema = `create role lene nologin; comment on role lene is 'at noon'; create table public."été" (id serial primary key, "où" text default 'là');
  insert into public."été" ("où") values ('çà'), (default); grant select on public."été" to lene;
  create function public."dès"() returns text language sql as $$ select 'dès lors'::text $$;`;

async function database(encoding: string): Promise<string> {
  const name = `of ${encoding}`;
  await ground.source.query(`create database "${name}" encoding '${encoding}' locale 'C' template template0`);
  return ground.source.url(name);
}

const hasTools = ['psql', 'sha256sum'].every((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0);

test('a database of another encoding than UTF-8 is restored as it was, by psql as well', async () => {
  const url = await database('LATIN1');
  await ground.source.query(schema, [], 'of LATIN1');
  const folder = ground.folder();
  expect(await ground.create(url, folder, { encryption: { kind: 'none' } })).toMatchObject({ kind: 'backed-up' });
  expect(trouble(await ground.drill(folder))).toEqual([]);
  if (!hasTools) return;
  await ground.scratch.query(`create database by_hand encoding 'LATIN1' locale 'C' template template0`);
  const script = join(folder, onlyBackup(folder), 'restore.sh');
  const env = { ...process.env, PGCLIENTENCODING: 'LATIN1' };
  expect(spawnSync('bash', [script, ground.scratch.url('by_hand')], { env }).status).toBe(0);
  const there = await ground.scratch.query(
    `select "où" as rows, "dès"() as said, has_table_privilege('lene', 'public."été"', 'select') as granted,
       shobj_description('lene'::regrole, 'pg_authid') as role from "été" order by 1`,
    [],
    'by_hand',
  );
  const same = { said: 'dès lors', granted: true, role: 'at noon' };
  expect(there).toEqual([
    { rows: 'là', ...same },
    { rows: 'çà', ...same },
  ]);
});

test('bytes that are of no encoding are refused, not changed: in rows, and in definitions', async () => {
  const url = await database('SQL_ASCII');
  const run = (sql: string) => ground.source.query(sql, [], 'of SQL_ASCII');
  await run(
    `create table public.bytes (id serial primary key, what text); insert into public.bytes (what) values ('é')`,
  );
  const folder = ground.folder();
  expect(await ground.create(url, folder)).toMatchObject({ kind: 'backed-up' });
  expect(trouble(await ground.drill(folder))).toEqual([]);
  await run(String.raw`insert into public.bytes (what) values (E'\xe9')`);
  await expect(ground.create(url, ground.folder())).rejects.toThrow(RemoteError);
  await run(String.raw`delete from public.bytes;
    do $$ begin execute E'create function public.old() returns text language sql as ''select ''''\xe9''''::text '''; end $$`);
  await expect(ground.create(url, ground.folder())).rejects.toThrow(RemoteError);
});

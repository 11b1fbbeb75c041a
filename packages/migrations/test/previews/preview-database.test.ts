import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { InputError, RemoteError, Secret, silent } from '@lockstep/base';
import pg from 'pg';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { dropPreview, listPreviews, openPreview, type PreviewServer } from '../../src/previews/preview-database.ts';
import { type Ground, startGround } from '../ground.ts';

let ground: Ground;
let server: PreviewServer;
let count = 0;
let name: string;
const owner = 'acme/shop#12';

beforeAll(async () => {
  ground = await startGround();
  await ground.postgres.query("create role previewer login createdb password 'hunter22'");
  server = { url: new Secret(ground.postgres.url('postgres', 'previewer')), log: silent, signal: undefined };
});
afterAll(() => ground.end());
beforeEach(() => {
  name = `shop_pr_${++count}`;
});

const names = async () =>
  (await ground.postgres.query<{ datname: string }>('select datname from pg_database')).map((row) => row.datname);
const query = async (url: Secret, sql: string) => {
  const client = new pg.Client(url.reveal());
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
};

test('a preview gets a database of its own, and the same one again', async () => {
  const first = await openPreview(server, { name, owner });
  expect(first.made).toBe(true);
  expect(new URL(first.url.reveal()).pathname).toBe(`/${name}`);
  await query(first.url, 'create table note (text text)');
  const again = await openPreview(server, { name, owner });
  expect(again.made).toBe(false);
  expect(await query(again.url, 'select * from note')).toEqual([]);
});

test('it can be a copy of a template', async () => {
  await ground.postgres.query('create database seeded owner previewer');
  await query(new Secret(ground.postgres.url('seeded', 'previewer')), "create table note as select 'seed' as text");
  const { url } = await openPreview(server, { name, owner }, 'seeded');
  expect(await query(url, 'select text from note')).toEqual([{ text: 'seed' }]);
});

test('a template that is not there leaves nothing behind', async () => {
  await expect(openPreview(server, { name, owner }, 'nowhere')).rejects.toThrow(RemoteError);
  expect((await names()).filter((one) => one.startsWith(name))).toEqual([]);
});

test('what a runner left that died half-way is made anew', async () => {
  await ground.postgres.query(`create database ${name}__new owner previewer`);
  expect((await openPreview(server, { name, owner })).made).toBe(true);
  expect(await names()).not.toContain(`${name}__new`);
});

test.each([
  ['has no comment', 'has no comment', undefined],
  ['is of another pull request', 'says "lockstep preview of acme/shop#13"', 'lockstep preview of acme/shop#13'],
  ['says something else', 'says "do not touch"', 'do not touch'],
])('a database that %s is neither used nor dropped', async (_what, says, comment) => {
  await ground.postgres.query(`create database ${name} owner previewer`);
  if (comment !== undefined) await ground.postgres.query(`comment on database ${name} is '${comment}'`);
  await expect(openPreview(server, { name, owner })).rejects.toThrow(says);
  await expect(dropPreview(server, { name, owner })).rejects.toThrow(InputError);
  expect(await names()).toContain(name);
});

test('it is dropped although somebody is connected, and once', async () => {
  const { url } = await openPreview(server, { name, owner });
  const client = new pg.Client(url.reveal());
  client.on('error', () => undefined);
  await client.connect();
  expect(await dropPreview(server, { name, owner })).toBe(true);
  expect(await dropPreview(server, { name, owner })).toBe(false);
  expect(await names()).not.toContain(name);
  await client.end().catch(() => undefined);
});

test('previews are listed by whose they are', async () => {
  await openPreview(server, { name, owner: 'acme/other#1' });
  await openPreview(server, { name: `${name}_b`, owner: "acme/o'ther#2" });
  expect(await listPreviews(server, 'acme/other#')).toEqual([{ name, owner: 'acme/other#1' }]);
  expect(await listPreviews(server, "acme/o'")).toEqual([{ name: `${name}_b`, owner: "acme/o'ther#2" }]);
});

test.each(['Shop', '1shop', 'shop-12', 'a'.repeat(59), 'shop"; drop table x'])('%s is no name', async (wrong) => {
  await expect(openPreview(server, { name: wrong, owner })).rejects.toThrow(/expected up to 58/);
});

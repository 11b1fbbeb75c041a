import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { count, tooMany } from '../../app/files/lib/lockstep/rate-limit.ts';
import { type Database, type Ground, startGround } from '../../packages/postgres/test/ground.ts';

const sql = readFileSync(join(import.meta.dirname, '../../app/files/lib/lockstep/rate-limit.sql'), 'utf8');
let ground: Ground;
let database: Database;
let client: pg.Client;
const query = (text: string, values: readonly unknown[]) => client.query(text, [...values]);
const login = { key: ['login', '192.0.2.7'], most: 3, seconds: 60 };

beforeAll(async () => {
  ground = await startGround();
  database = await ground.database();
  await database.run(sql);
  client = await database.client();
});
afterAll(async () => {
  await client.end();
  await ground.end();
});

test('calls are within the limit, then over it, and each key counts alone', async () => {
  const counted = [];
  for (let call = 0; call < 5; call++) counted.push(await count(query, login));
  expect(counted.slice(0, 3)).toEqual([2, 1, 0].map((left) => ({ kind: 'within', left })));
  for (const over of counted.slice(3)) expect(over).toEqual({ kind: 'over', retryAfter: expect.any(Number) });
  expect(await count(query, { ...login, key: ['login', '192.0.2.8'] })).toMatchObject({ kind: 'within' });
});

test('once the time is over, counting begins again', async () => {
  await database.run("update lockstep_rate_limit set began = began - interval '61 seconds'");
  expect(await count(query, login)).toEqual({ kind: 'within', left: 2 });
});

test('of many at once no more are within than may be', async () => {
  const clients = await Promise.all(Array.from({ length: 8 }, () => database.client()));
  const limit = { ...login, key: ['burst'], most: 5 };
  const all = await Promise.all(
    clients.flatMap((one) => [1, 2, 3].map(() => count((text, values) => one.query(text, [...values]), limit))),
  );
  await Promise.all(clients.map((one) => one.end()));
  expect(all.filter(({ kind }) => kind === 'within')).toHaveLength(5);
});

test('no address is stored, and neither a browser nor a signed-in user sees the table', async () => {
  expect(JSON.stringify(await database.rows('select key from lockstep_rate_limit'))).not.toContain('192.0.2');
  expect(await database.value("select relrowsecurity from pg_class where relname = 'lockstep_rate_limit'")).toBe(true);
});

test('the answer says when to come back', () => {
  const answer = tooMany(17);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '17']);
});

import { beforeAll, describe, expect } from '@jest/globals';
import type { Postgres } from '@lockstep/proving-ground/postgres';
import pg from 'pg';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { server, shop, watchDatabase, work } from './database.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await server();
});

const SLOWER = `    query: slower-statements
    min-calls: 20
    success: '[VALUE] < 1.5'`;

describe('postgres', () => {
  test('finds the statement that became slower, by its number', async () => {
    const database = await shop();
    await work(database, 30, 0.001);
    const { report } = await watchDatabase(database, SLOWER, () => work(database, 30, 0.01));
    expect(report).toMatchObject({ verdict: 'fail', reason: 'metric-failed' });
    expect(report.readings[0]?.value).toBeGreaterThan(1.5);
    expect(report.message).toMatch(/statement -?\d+ takes/);
    expect(JSON.stringify(report)).not.toContain('pg_sleep');
  });

  test('passes one that did not', async () => {
    const database = await shop();
    await work(database, 30, 0.002);
    const { report } = await watchDatabase(database, SLOWER, () => work(database, 30, 0.002));
    expect(report).toMatchObject({ verdict: 'pass' });
  });

  test('does not judge what was called too seldom', async () => {
    const database = await shop();
    await work(database, 30, 0.001);
    const { report } = await watchDatabase(database, SLOWER, () => work(database, 19, 0.02));
    expect(report).toMatchObject({ verdict: 'unknown', reason: 'metric-empty' });
  });

  test('finds a new statement that takes most of the time', async () => {
    const database = await shop();
    await work(database, 30, 0.001);
    const metric = "    query: new-statements\n    failure: '[VALUE] > 0.5'\n    success: '[VALUE] < 0.2'";
    const both = () => Promise.all([work(database, 20, 0.001), work(database, 20, 0.01, ', now()')]);
    const { report } = await watchDatabase(database, metric, async () => void (await both()));
    expect(report).toMatchObject({ verdict: 'fail' });
    expect(report.message).toMatch(/new statement -?\d+ takes/);
    const calm = await watchDatabase(database, metric, () => work(database, 30, 0.001));
    expect(calm.report).toMatchObject({ verdict: 'pass' });
  });

  test('shows nothing of a statement with hostile text', async () => {
    const database = await shop();
    await work(database, 30, 0.001);
    const hostile = ' as "<b>4711 | ::error::", now()';
    const metric = "    query: new-statements\n    failure: '[VALUE] > 0.5'\n    success: '[VALUE] < 0.2'";
    const { report } = await watchDatabase(database, metric, () => work(database, 30, 0.01, hostile));
    expect(report).toMatchObject({ verdict: 'fail', reason: 'metric-failed' });
    expect(report.message).toMatch(/new statement -?\d+ takes/);
    expect(JSON.stringify(report)).not.toMatch(/4711|<b>|::error/);
  });

  test('says that statistics were reset meanwhile, and compares nothing', async () => {
    const database = await shop();
    await work(database, 30, 0.001);
    const { report } = await watchDatabase(database, SLOWER, async () => {
      await work(database, 30, 0.001);
      await database.run('select pg_stat_statements_reset()');
      await work(database, 30, 0.001);
    });
    expect(report).toMatchObject({ verdict: 'unknown', reason: 'metric-error' });
  });

  test('finds sessions that wait for a lock, and none where nothing waits', async () => {
    const database = await shop();
    await database.run('create table orders (id int primary key); insert into orders values (1)');
    const metric = "    query: waiting-locks\n    waiting-longer: 100ms\n    success: '[VALUE] == 0'";
    expect((await watchDatabase(database, metric)).report).toMatchObject({ verdict: 'pass' });
    const [holder, waiter] = await Promise.all(
      [1, 2].map(async () => {
        const client = new pg.Client({ connectionString: database.url });
        await client.connect();
        return client;
      }),
    );
    try {
      await holder?.query('begin; lock table orders');
      const waiting = waiter?.query('select * from orders');
      await postgres.query('select pg_sleep(0.3)');
      expect((await watchDatabase(database, metric)).report).toMatchObject({ verdict: 'fail' });
      await holder?.query('rollback');
      await waiting;
    } finally {
      await Promise.all([holder?.end(), waiter?.end()]);
    }
  });

  test('measures connections against what the server has, and hits of its cache', async () => {
    const database = await shop();
    await database.run('create table orders as select generate_series(1, 20000) as id');
    const connections = await watchDatabase(database, "    query: connections\n    success: '[VALUE] < 0.8'");
    expect(connections.report.message).toMatch(/\d+ of 17 connections/);
    expect(connections.report.verdict).toBe('pass');
    const hits = await watchDatabase(database, "    query: cache-hits\n    success: '[VALUE] > 0.5'", async () => {
      for (let turn = 0; turn < 5; turn++) await database.run('select count(*) from orders');
      await database.run('select pg_stat_force_next_flush()').catch(() => undefined);
    });
    expect(hits.report.verdict).toBe('pass');
  });

  test.each([
    ['an extension that is missing', false, ''],
    ['a role that sees its own statements only', true, 'reader'],
  ])('names %s', async (_, extension, role) => {
    const database = await shop(extension);
    if (role !== '') await database.run(`create role ${role} login`);
    await work(database, 3, 0);
    const url = role === '' ? database.url : postgres.url(database.name, role);
    const { report } = await watchDatabase({ url }, SLOWER);
    expect(report).toMatchObject({ verdict: 'unknown', reason: 'metric-not-available' });
  });

  test('a server that is gone is an error of the measurement', async () => {
    const { report } = await watchDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none' }, SLOWER);
    expect(report).toMatchObject({ verdict: 'unknown', reason: 'metric-error' });
    expect(report.message).toMatch(/database 127\.0\.0\.1:1: cannot be reached/);
  });

  test('says what to check of a database that there is not', async () => {
    const { report } = await watchDatabase({ url: (await shop()).url.replace(/shop\d+/, 'shoop') }, SLOWER);
    expect(report).toMatchObject({ verdict: 'unknown', reason: 'metric-error' });
    expect(report.message).toMatch(/no such database; check the path of database-url/);
  });
});

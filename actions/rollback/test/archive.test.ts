import { afterAll, expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { withDnsHook } from '@lockstep/proving-ground/edge';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { aHistory } from '../../../test/faults/history.ts';
import { aReleaseWorld } from '../../../test/faults/release-world.ts';

const world = await aReleaseWorld();
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

test('what users wrote since is archived: schema and traffic are back, and the outputs say how many rows', async () => {
  const postgres = await borrowPostgres(world.scope);
  const line = await aHistory(world, postgres);
  await line.release({ state: 'released', live: true, up: 'create table t2 (id int primary key, a text);' });
  const query = (sql: string) => postgres.query(sql, [], new URL(line.databaseUrl).pathname.slice(1));
  await query("insert into t2 values (1, 'prescription'), (2, 'prescription')");
  const { shop } = line;
  const { 'deployment-id': _, ...inputs } = { ...shop.inputs } as Record<string, string>;
  const run = await spawnAction(
    'rollback',
    {
      ...inputs,
      environment: shop.environment,
      'database-url': line.databaseUrl,
      'drain-time': '50ms',
      'on-data-loss': 'archive',
      'archive-keep': '7d',
    },
    {
      env: { NODE_OPTIONS: withDnsHook() },
      github: { api_url: shop.env.apiUrl, repository: 'acme/shop', sha: shop.env.sha },
    },
  );
  expect(run.outputs).toMatchObject({
    verdict: 'pass',
    reason: 'rolled-back',
    state: 'rolled-back',
    'rolled-back-to': shop.live,
    'archived-rows': '2',
  });
  expect(run.outputs['migrations']).toContain('t2');
  for (const text of [run.log, run.summary]) expect(text).toMatch(/2 rows of public\.t2 archived .* for 7 days/);
  expect(shop.seen()).toEqual([shop.live]);
  expect(await line.tables()).toEqual([]);
  const [archive] = await query(
    "select contents, rows::int, expires - at < interval '7 days 1 hour' as soon from lockstep_archive.archives",
  );
  expect(archive).toMatchObject({ rows: 2, soon: true });
  expect(await query(`select id from lockstep_archive.${String(archive?.['contents'])} order by id`)).toEqual([
    { id: 1 },
    { id: 2 },
  ]);
  expect(run.log + run.summary + JSON.stringify(run.outputs)).not.toContain('prescription');
});

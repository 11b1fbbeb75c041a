import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { readContractData } from '../../src/archive/contract-data.ts';
import { pruneArchives } from '../../src/archive/manage.ts';
import { type RestoreReport, restoreArchives } from '../../src/archive/restore.ts';
import { type Database, engineOn, type Ground, startGround } from '../ground.ts';
import { archiveDown } from './archives.ts';
import { applyContract, type Contract, contracted } from './contracts.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const always = { mode: 'always', provenance: { release: 'r1' } } as const;

const restore = (database: Database, version: string): Promise<RestoreReport> =>
  restoreArchives(engineOn(database), {
    dryRun: false,
    triggersOff: false,
    only: { version, direction: 'up' },
  });

/** Rolls the newest migration back, and restores what it had archived, as `rollback` does. */
async function back(database: Database, version: string): Promise<RestoreReport['tables']> {
  expect(await archiveDown(database)).toMatchObject({
    failure: undefined,
    refused: undefined,
    reverted: [{ version }],
  });
  return (await restore(database, version)).tables;
}

const whole = (tables: RestoreReport['tables']) =>
  tables.map(({ conflicts, notRestored }) => ({ conflicts, notRestored }));
const ALL = [{ conflicts: {}, notRestored: undefined }];

/** Version 6, on top of version 5. */
function second(database: Database, first: Contract, { contract, down }: Contract) {
  const more = {
    'migrations/5_contract.sql': `-- lockstep: contract\n${first.contract}`,
    'rollbacks/5_contract.sql': first.down ?? '',
  };
  return applyContract(
    ground,
    database,
    { contract, ...(down === undefined ? {} : { down }) },
    { ...always, version: '6', more },
  );
}

const prices = {
  before: 'create table m (id int primary key, n numeric(10, 4), x text); insert into m values (1, 1.2345), (2, 2.5);',
  contract: 'alter table m alter n type numeric(10, 2);',
  down: 'alter table m alter n type numeric(10, 4);',
};

describe('a down migration that writes all rows anew', () => {
  test('keeps known which of them nobody wrote', async () => {
    const { database } = await contracted(ground, prices, always);
    const [data] = await readContractData(engineOn(database), ['r1']);
    expect(data).toMatchObject({ state: 'complete', archives: [{ gone: 0, overwritten: 0 }] });
    expect(whole(await back(database, '5'))).toEqual(ALL);
    expect(await database.rows('select id, n from m order by id')).toEqual([
      [1, '1.2345'],
      [2, '2.5000'],
    ]);
  });

  test('does not make a row untouched that somebody wrote before it', async () => {
    const { database } = await contracted(ground, prices, always);
    await database.run('update m set n = 9.99 where id = 1');
    const [data] = await readContractData(engineOn(database), ['r1']);
    expect(data).toMatchObject({ archives: [{ gone: 0, overwritten: 1 }] });
    expect(whole(await back(database, '5'))).toEqual([{ conflicts: { 'written-since': 1 }, notRestored: undefined }]);
    expect(await database.value('select n::text from m where id = 1')).toBe('9.9900');
  });

  test('nor one that somebody wrote after it', async () => {
    const { database } = await contracted(ground, prices, always);
    expect(await archiveDown(database)).toMatchObject({ failure: undefined, refused: undefined });
    await database.run("update m set x = 'since' where id = 1");
    expect(whole((await restore(database, '5')).tables)).toEqual([
      { conflicts: { 'written-since': 1 }, notRestored: undefined },
    ]);
  });

  test('of partitions, and where policies bind the owner too', async () => {
    const parts = {
      ...prices,
      before: `create table m (id int, k int, n numeric(10, 4), primary key (id, k)) partition by list (k);
        create table m0 partition of m for values in (0); create table m1 partition of m for values in (1);
        insert into m values (1, 0, 1.2345), (2, 1, 2.5678); alter table m enable row level security; alter table m force row level security;`,
    };
    const { database } = await contracted(ground, parts, always);
    for (const table of await back(database, '5')) expect(table.conflicts).toEqual({});
    expect(await database.rows('select id, n from m order by id')).toEqual([
      [1, '1.2345'],
      [2, '2.5678'],
    ]);
  });
});

describe('two contracts that archived values of one table', () => {
  const narrowed = {
    before:
      "create table doses (id int primary key, form varchar(20)); insert into doses values (1, 'tablet'), (2, 'gel');",
    contract: 'alter table doses alter form type varchar(3) using left(form, 3);',
    down: 'alter table doses alter form type varchar(20);',
  };
  const dropped = { contract: 'alter table doses drop form;', down: 'alter table doses add form varchar(3);' };

  test('come back whole, each right after its own down migration', async () => {
    const { database } = await contracted(ground, narrowed, always);
    expect((await second(database, narrowed, dropped)).applied).toMatchObject([{ archived: [{ rows: 2 }] }]);
    expect(whole(await back(database, '6'))).toEqual(ALL);
    expect(whole(await back(database, '5'))).toEqual(ALL);
    expect(await database.rows('select id, form from doses order by id')).toEqual([
      [1, 'tablet'],
      [2, 'gel'],
    ]);
  });

  test('what users wrote between the two is not overwritten', async () => {
    const { database } = await contracted(ground, narrowed, always);
    await database.run("update doses set form = 'new' where id = 1");
    await second(database, narrowed, dropped);
    const list = await readContractData(engineOn(database), ['r1']);
    expect(list.map(({ archives }) => archives[0]?.overwritten)).toEqual([1, 0]);
    expect(whole(await back(database, '6'))).toEqual(ALL);
    expect(whole(await back(database, '5'))).toEqual([{ conflicts: { 'written-since': 1 }, notRestored: undefined }]);
    expect(await database.rows('select id, form from doses order by id')).toEqual([
      [1, 'new'],
      [2, 'gel'],
    ]);
  });

  test('a later down migration that writes all rows anew is in the way of neither', async () => {
    const { database } = await contracted(ground, prices, always);
    const another = {
      contract: 'alter table m drop x;',
      // A volatile default: the whole table is written anew.
      down: "alter table m add x text default 'x' || random(); alter table m alter x drop default;",
    };
    await database.run("alter table m drop x; alter table m add x text default 'word'");
    await second(database, prices, another);
    expect(whole(await back(database, '6'))).toEqual(ALL);
    expect(whole(await back(database, '5'))).toEqual(ALL);
    expect(await database.rows('select id, n, x from m order by id')).toEqual([
      [1, '1.2345', 'word'],
      [2, '2.5000', 'word'],
    ]);
  });
});

describe('what one contract archived twice', () => {
  test('comes back as it was the second time, value by value', async () => {
    const columns = {
      before:
        "create table d (id int primary key, a text, b text); insert into d values (1, 'a1', 'b1'), (2, 'a2', 'b2');",
      contract: 'alter table d drop a; alter table d drop b;',
      down: 'alter table d add a text; alter table d add b text;',
    };
    const { database } = await contracted(ground, columns, always);
    await archiveDown(database);
    await database.run("update d set a = 'newer' where id = 1");
    await applyContract(ground, database, columns, always);
    const [data] = await readContractData(engineOn(database), ['r1']);
    expect(data).toMatchObject({ state: 'complete', archives: [{ rows: 2 }, { rows: 1 }] });
    const tables = await back(database, '5');
    expect(whole(tables)).toEqual([...ALL, ...ALL]);
    expect(await database.rows('select id, a, b from d order by id')).toEqual([
      [1, 'newer', 'b1'],
      [2, 'a2', 'b2'],
    ]);
  });

  test('rows of a table too, and the older ones are counted', async () => {
    const table = {
      before: "create table d (id int primary key, a text); insert into d values (1, 'a1'), (2, 'a2');",
      contract: 'drop table d;',
      down: 'create table d (id int primary key, a text);',
    };
    const { database } = await contracted(ground, table, always);
    await archiveDown(database);
    await database.run("insert into d values (1, 'newer')");
    await applyContract(ground, database, table, always);
    const tables = await back(database, '5');
    expect(tables.map(({ inserted, superseded }) => ({ inserted, superseded }))).toEqual([
      { inserted: 1, superseded: 0 },
      { inserted: 1, superseded: 1 },
    ]);
    expect(await database.rows('select id, a from d order by id')).toEqual([
      [1, 'newer'],
      [2, 'a2'],
    ]);
    expect(await database.value("select string_agg(restored, ' ') from lockstep_archive.archives")).toBe('all all');
  });
});

test('an archive that was pruned is no reason to refuse what was archived later', async () => {
  const column = {
    before: "create table d (id int primary key, a text); insert into d values (1, 'a1');",
    contract: 'alter table d drop a;',
    down: 'alter table d add a text;',
  };
  const { database } = await contracted(ground, column, always);
  await archiveDown(database);
  await database.run("update d set a = 'newer'");
  await applyContract(ground, database, column, always);
  await database.run("update lockstep_archive.archives set expires = now() - interval '1 s' where id = 1");
  expect(await pruneArchives(engineOn(database), { dryRun: false })).toMatchObject([{ id: '1' }]);
  expect(await readContractData(engineOn(database), ['r1'])).toMatchObject([{ state: 'complete' }]);
  await database.run("update lockstep_archive.archives set expires = now() - interval '1 s'");
  await pruneArchives(engineOn(database), { dryRun: false });
  // What is applied needs it; what is rolled back has let it go.
  expect(await readContractData(engineOn(database), ['r1'])).toMatchObject([{ isApplied: true, state: 'missing' }]);
  await archiveDown(database);
  expect(await readContractData(engineOn(database), ['r1'])).toMatchObject([{ isApplied: false, state: 'accepted' }]);
});

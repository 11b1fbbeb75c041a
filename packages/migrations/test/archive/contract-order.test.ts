import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { restoreArchives } from '../../src/archive/restore.ts';
import { engineOn, type Ground, startGround } from '../ground.ts';
import { archiveDown } from './archives.ts';
import { applyContract, contracted } from './contracts.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

test('a part of a value, which a later contract archived, is not taken for the whole that an earlier one did', async () => {
  const always = { mode: 'always', provenance: { release: 'r1' } } as const;
  const narrowed = {
    before:
      "create table doses (id int primary key, form varchar(20)); insert into doses values (1, 'tablet'), (2, 'gel');",
    contract: 'alter table doses alter form type varchar(3) using left(form, 3);',
    down: 'alter table doses alter form type varchar(20);',
  };
  const { database, report } = await contracted(ground, narrowed, always);
  expect(report.applied).toMatchObject([{ archived: [{ rows: 1 }] }]);
  const more = {
    'migrations/5_contract.sql': `-- lockstep: contract\n${narrowed.contract}`,
    'rollbacks/5_contract.sql': narrowed.down,
  };
  const dropped = { contract: 'alter table doses drop form;', down: 'alter table doses add form varchar(3);' };
  const second = await applyContract(ground, database, dropped, { ...always, version: '6', more });
  expect(second.applied).toMatchObject([{ archived: [{ rows: 2 }] }]);
  expect(await archiveDown(database, { steps: 2 })).toMatchObject({ failure: undefined, refused: undefined });
  const { tables } = await restoreArchives(engineOn(database), { dryRun: false, triggersOff: false });
  // The newest first: what the older one archived is the whole.
  expect(tables.map(({ conflicts, version }) => [version, conflicts])).toEqual([
    ['6', {}],
    ['5', {}],
  ]);
  expect(await database.rows('select id, form from doses order by id')).toEqual([
    [1, 'tablet'],
    [2, 'gel'],
  ]);
});

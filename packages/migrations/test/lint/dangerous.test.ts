import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sampleOf } from '../../../../test/faults/matrix.ts';
import { lintPending } from '../../src/lint/lint.ts';
import { readUpPlan } from '../../src/up/up.ts';
import { dangerousBase } from '../fixtures/dangerous-base.ts';
import { dangerous } from '../fixtures/dangerous-statements.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
let database: Database;
beforeAll(async () => {
  ground = await startGround();
  database = await ground.database();
  await database.run(dangerousBase);
});
afterAll(() => ground.end());

describe('on a database in use', () => {
  test.each(sampleOf('dangerous statements', dangerous, 60))('%s', async (sql, phase, rules) => {
    const folder = folderOf(ground.scope, { 'migrations/1_a.sql': `${sql};`, 'rollbacks/1_a.sql': '-- nothing' });
    const findings = await lintPending(engineOn(database), { folder, exposedSchemas: 'auto' });
    expect([...new Set(findings.map((each) => each.rule))].toSorted()).toEqual([...rules].toSorted());
    const plan = await readUpPlan(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false });
    expect(plan.pending[0]?.decision.phase).toBe(phase);
  });
});

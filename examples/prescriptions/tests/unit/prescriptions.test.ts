import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isId, readNew } from '../../lib/prescriptions';

const good = { patient: '00000000-0000-4000-8000-0000000000aa', medicine: 1, amount: 500, unit: 'mg' };

test('a prescription that is well formed is taken', () => {
  assert.deepEqual(readNew(good), good);
});

test('everything that is wrong is named at once', () => {
  const problems = readNew({ ...good, patient: 'x', amount: 0, unit: 'handful' });
  assert.ok(Array.isArray(problems));
  assert.deepEqual(
    problems.map((problem: string) => problem.split(':')[0]),
    ['patient', 'amount', 'unit'],
  );
});

test('an id is an id', () => {
  assert.ok(isId(good.patient));
  for (const text of ['', 'x', `${good.patient} or true`]) assert.ok(!isId(text));
});

import { afterEach, beforeEach, expect } from '@jest/globals';
import { type SpawnedAction, wordsOf } from '@lockstep/proving-ground/action';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aGround, type Ground } from './ground.ts';

/** The one place that holds sentences of this action: all other tests ask for reasons, outputs and states. */
let at: Ground;
beforeEach(async () => {
  at = await aGround();
});
afterEach(async () => {
  await at[Symbol.asyncDispose]();
});

const words = (step: SpawnedAction) =>
  wordsOf(step)
    .replace(/ls-\d{8}T\d{4}-[0-9a-f]{3}/g, '<restore point>')
    .replace(/\d{4}-\d\d-\d\dT[\d:]{8}Z/g, '<time>');

test('made', async () => {
  expect(words(await at.step())).toMatchSnapshot();
});

test('not offered, and refused', async () => {
  at.project.restorePointing.offered = false;
  expect(words(await at.step({ 'on-unknown': 'warn' }))).toMatchSnapshot('not offered');
  const reads = at.supabase.token({ permissions: ['backups_read'] });
  expect(words(await at.step({ 'supabase-token': reads }))).toMatchSnapshot('refused');
});

test('the database of another project', async () => {
  const url = 'postgresql://postgres:x@db.zzzzzzzzzzzzzzzzzzzz.supabase.co:5432/postgres';
  expect(words(await at.step({ 'database-url': url }))).toMatchSnapshot();
});

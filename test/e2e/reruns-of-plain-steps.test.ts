import { describe, expect, jest } from '@jest/globals';
import type { DispatchOptions, Shop } from '@lockstep/proving-ground/ground';
import type { Rerun } from '@lockstep/workflow-runner';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { type Press, start } from './promotion.ts';
import { chains } from './sampled.ts';
import { useStage } from './stage.ts';
import { type Change, commitChange, installStarters } from './team.ts';
import { expectTruth } from './truth.ts';

const stage = useStage();
// A chain of ten runs, on a machine with other work to do.
jest.setTimeout(600_000);
const { test } = chains(4);
const two: Change = { version: 2, folders: ['v1', 'v2'] };
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);

type Starter = Parameters<typeof start>[1];

/** A shop on version 1 with these starters as plain steps, and how a version comes to it. */
async function aShop(...starters: readonly Starter[]): Promise<Shop> {
  const shop = await stage.liveShop();
  const inputs = { 'approval-environment': 'production-approval', 'contract-after': '0s' };
  installStarters(shop, starters, { plain: true, inputs });
  return shop;
}

async function release(shop: Shop, change: Change, options: Omit<DispatchOptions, 'sha'> = {}): Promise<Press> {
  await commitChange(shop, change);
  const end = await start(shop, 'release', options);
  await expectTruth(shop);
  return end;
}

/** The run of a starter once more, held to the truth after. */
async function again(shop: Shop, starter: Starter, { run }: Press, jobs: Rerun['jobs'], more = {}): Promise<Press> {
  const end = await start(shop, starter, { ...more, rerun: { of: run, jobs } });
  await expectTruth(shop);
  return end;
}

/** Every job of a run again, alone, the last first: what they end as, and that nothing changed. */
async function eachAlone(shop: Shop, starter: Starter, first: Press, more = {}): Promise<Press> {
  const before = await look(shop);
  let last = first;
  const ran = first.run.jobs.filter(({ conclusion }) => conclusion !== 'skipped').map(({ id }) => id);
  expect(ran.length).toBeGreaterThan(0);
  for (const id of ran.toReversed()) {
    last = await again(shop, starter, last, { id }, more);
    expect([id, last.conclusion, await look(shop)]).toEqual([id, 'success', before]);
  }
  return last;
}

describe('as plain steps', () => {
  test('the run of a release has nothing to release again, and releases another build where all of it runs', async () => {
    const shop = await aShop('release');
    const first = await release(shop, two);
    expect(first).toMatchObject({ errors: '', ...live('v2'), ledger: [found, done] });
    // To prepare again is to build again: what follows it releases that.
    const before = await look(shop);
    for (const id of ['release', 'approve']) {
      const end = await again(shop, 'release', first, { id });
      expect([id, end.conclusion, await look(shop)]).toEqual([id, 'success', before]);
    }
    expect(await again(shop, 'release', first, 'all')).toMatchObject({
      ...{ conclusion: 'success', ...live('v2'), ...schema('prescriptions', 'dosage'), ledger: [found, done, done] },
    });
  });

  test('the run of a release that a person cancelled goes through when its failed jobs run again', async () => {
    const shop = await aShop('release');
    const first = await release(shop, two, { strikes: [{ do: 'cancel', step: 'bake', afterMs: 300 }] });
    expect(first).toMatchObject({ conclusion: 'cancelled', ...live('v1') });
    expect(await again(shop, 'release', first, 'failed')).toMatchObject({
      ...{ errors: '', conclusion: 'success', ...live('v2'), ...schema('prescriptions', 'dosage') },
    });
  });

  test('the run of a rollback goes back once, and all of it looks anew', async () => {
    const shop = await aShop('release', 'rollback');
    await release(shop, two);
    await release(shop, { version: 3, folders: ['v1', 'v2', 'v3'] });
    const inputs = { to: 'previous', 'dry-run': 'false' };
    const first = await start(shop, 'rollback', { inputs });
    expect(first).toMatchObject({ errors: '', conclusion: 'success', ...live('v2') });
    const back = await look(shop);
    const act = await again(shop, 'rollback', first, { id: 'rollback' }, { inputs });
    expect(act.conclusion).toBe('success');
    expect(await look(shop)).toEqual({ ...back, swaps: [...back.swaps, 'unchanged: already-there'] });
    expect(await again(shop, 'rollback', act, 'all', { inputs })).toMatchObject({
      conclusion: 'success',
      ...live('v1'),
    });
  });

  test('the run that looks after a release has nothing left to do once it ended one', async () => {
    const shop = await aShop('release', 'recover');
    installStarters(shop, ['recover'], { plain: true, inputs: { undo: 'dead' } });
    await release(shop, two, { strikes: [{ do: 'lose', step: 'bake', afterMs: 300 }] });
    const event = { name: 'workflow_run', payload: { action: 'completed' } } as const;
    const first = await start(shop, 'recover', { event });
    expect(first).toMatchObject({ conclusion: 'success', ...live('v1') });
    await eachAlone(shop, 'recover', first, { event });
  });

  test('the run that applied what a release held back has nothing left to apply', async () => {
    const shop = await aShop('release', 'contract');
    const drop = '-- lockstep: contract\nalter table prescriptions drop column medicine;\n';
    const files = {
      'supabase/migrations/20260113090000_drop.sql': drop,
      'supabase/rollbacks/20260113090000_drop.sql': 'alter table prescriptions add column medicine text;\n',
    };
    const app = { requires: { prescriptions: ['id', 'dosage'] } };
    expect(await release(shop, { ...two, app, files })).toMatchObject({ errors: '', ...live('v2') });
    const inputs = { 'dry-run': 'false' };
    const first = await start(shop, 'contract', { inputs });
    expect(first).toMatchObject({ errors: '', conclusion: 'success' });
    await eachAlone(shop, 'contract', first, { inputs });
  });
});

import { describe, expect } from '@jest/globals';
import type { RunResult } from '@lockstep/workflow-runner';
import type { Site } from './consumers.ts';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { press } from './press.ts';
import { type End, release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, logs } from './team.ts';

const stage = useStage();
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);
/** Whoever waits for its end fails by the time-out of the test. */
const LONG_BAKE = { with: { 'on-failure': 'undo', 'bake-time': '4m' } };

/** A shop with the button, on version 2 by a release. */
async function shopOnTwo(): Promise<Site> {
  const shop = await stage.liveShop();
  expect(await release(shop, { version: 2 })).toMatchObject({ conclusion: 'success', ...live('v2') });
  return shop;
}

describe('a rollback by hand', () => {
  test('takes traffic and schema back, and says so', async () => {
    const shop = await shopOnTwo();
    const run = await press(shop);
    expect(checks(run)).toEqual(['Roll back / Plan: success', 'Roll back / Roll back: success']);
    expect(await look(shop)).toMatchObject({
      ...live('v1'),
      ...schema('prescriptions'),
      ledger: [found, expect.stringMatching(/^rolled-back: /)],
      messages: [expect.stringMatching(/^production \/ web: rolled back/)],
      told: expect.stringContaining('olga rolled back'),
    });
    expect(await release(shop, { version: 3, folders: ['v2', 'v3'] })).toMatchObject({
      conclusion: 'success',
      ...live('v3'),
    });
  });

  test('only shows what it would do where that is all that is wanted', async () => {
    const shop = await shopOnTwo();
    const run = await press(shop, { 'dry-run': true });
    expect(checks(run)).toEqual(['Roll back / Plan: success', 'Roll back / Roll back: skipped']);
    expect(logs(run)).toContain('**Roll back to ');
    expect(await look(shop)).toMatchObject({ ...live('v2'), ledger: [found, done] });
  });

  test('goes to a release that was chosen, over all that came after it', async () => {
    const shop = await shopOnTwo();
    const chosen = stage.ground.vercel.project(shop.project.id).productionId ?? '';
    await release(shop, { version: 3 });
    expect(await release(shop, { version: 4 })).toMatchObject(live('v4'));
    expect((await press(shop, { to: chosen })).conclusion).toBe('success');
    expect(await look(shop)).toMatchObject({
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      told: expect.stringMatching(/\*Changes:\* rolled back: Version 4 .*; rolled back: Version 3 /),
    });
  });

  test('that is pressed twice goes back once', async () => {
    const shop = await shopOnTwo();
    await release(shop, { version: 3 });
    const runs = await Promise.all([press(shop), press(shop)]);
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    expect(await look(shop)).toMatchObject({ ...live('v2'), ...schema('prescriptions', 'dosage') });
  });
});

describe('a rollback in an emergency', () => {
  test('does not wait for a bake: it cancels the release, and stops where that has unwound to', async () => {
    const shop = await shopOnTwo();
    const presses: Promise<RunResult>[] = [];
    const act = () => presses.push(press(shop));
    const end = await release(shop, { version: 3, ...LONG_BAKE, meanwhile: { step: 'Swap', act } });
    expect(end).toMatchObject({ conclusion: 'cancelled', served: ['v2', 'v3', 'v2'] });
    expect((await presses[0])?.conclusion).toBe('success');
    expect(await look(shop)).toMatchObject({
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, done, expect.stringMatching(/^rolled-back: /)],
    });
  });

  test('pressed by two people during a bake goes back once', async () => {
    const shop = await shopOnTwo();
    const presses: Promise<RunResult>[] = [];
    const act = () => presses.push(press(shop), press(shop));
    await release(shop, { version: 3, ...LONG_BAKE, meanwhile: { step: 'Swap', act } });
    expect((await Promise.all(presses)).map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    expect(await look(shop)).toMatchObject({ ...live('v2'), ...schema('prescriptions', 'dosage') });
  });

  test('comes before releases that wait in line, none of which goes live meanwhile', async () => {
    const shop = await shopOnTwo();
    const others: Promise<RunResult | End>[] = [];
    const act = () => others.push(press(shop));
    const wait = () =>
      others.push(
        release(shop, {
          version: 5,
          folders: ['v5'],
          ...LONG_BAKE,
          meanwhile: { step: 'Health check (candidate)', act },
        }),
      );
    const first = await release(shop, { version: 3, ...LONG_BAKE, meanwhile: { step: 'Swap', act: wait } });
    expect(first.conclusion).toBe('cancelled');
    const [second, rollback] = await Promise.all(others);
    expect(second?.conclusion).not.toBe('success');
    expect(rollback?.conclusion).toBe('success');
    expect(await look(shop)).toMatchObject(live('v2'));
  });

  test('does not wait for an approval, nor does it take away what people have still to decide', async () => {
    const shop = await shopOnTwo();
    let answer: (approval: 'approved') => void = () => undefined;
    const decided = new Promise<'approved'>((resolve) => {
      answer = resolve;
    });
    const presses: Promise<unknown>[] = [];
    const approve = () => {
      presses.push(
        press(shop).then(async (run) => {
          expect(run.conclusion).toBe('success');
          expect(await look(shop)).toMatchObject({ ...live('v1'), ...schema('prescriptions') });
          answer('approved');
        }),
      );
      return decided;
    };
    const end = await release(shop, { version: 3, approve, with: { 'approval-environment': 'production-approval' } });
    await Promise.all(presses);
    // The plan that was approved is not what is pending after the rollback: it is to be looked at again.
    expect(end.conclusion).toBe('failure');
    expect(end).toMatchObject({ ...live('v1'), ...schema('prescriptions') });
  });
});

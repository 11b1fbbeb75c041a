import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cli, linkedFolder, runCli } from './cli.ts';
import { aRollingShop, HOST, type RollingShop } from './rolling-shop.ts';

let shop: RollingShop;
let folder: string;
beforeEach(async () => {
  shop = await aRollingShop();
  folder = await linkedFolder(shop.ground, shop.project, 'any');
});
afterEach(async () => {
  expect(shop.ground.vercel.unmodelled).toEqual([]);
  await shop.ground.end();
});

const rr = (...args: readonly string[]) => runCli(shop.ground, folder, 'rolling-release', ...args);
const done = (said: string) => ({ code: 0, stderr: expect.stringContaining(said) });
/** The document as the CLI prints it, among lines of its own. */
async function fetched(): Promise<unknown> {
  const { stderr } = await rr('fetch');
  return JSON.parse(stderr.slice(stderr.indexOf('{'), stderr.lastIndexOf('}') + 1));
}

function judge() {
  test('configures, starts, approves and completes', async () => {
    const cfg = JSON.stringify({
      enabled: true,
      advancementType: 'manual-approval',
      stages: [{ targetPercentage: 20 }, { targetPercentage: 60 }, { targetPercentage: 100 }],
    });
    expect(await rr('configure', `--cfg=${cfg}`)).toMatchObject(done('Successfully configured'));
    expect(await rr('start', `--dpl=${shop.canary}`)).toMatchObject(done('Successfully started'));
    expect(await fetched()).toMatchObject({ state: 'ACTIVE', currentCanaryPercentage: 20 });
    expect(await rr('approve', `--dpl=${shop.canary}`, '--currentStageIndex=0')).toMatchObject(done('Successfully'));
    expect(await fetched()).toMatchObject({ activeStage: { index: 1 }, nextStage: { isFinalStage: true } });
    expect(await rr('complete', `--dpl=${shop.canary}`)).toMatchObject(done('Successfully requested'));
    await shop.ground.vercel.settled();
    expect(await fetched()).toMatchObject({ state: 'COMPLETE' });
    expect(shop.ground.vercel.holder(HOST)).toBe(shop.canary);
  });

  test('promotes, aborts, and is refused', async () => {
    expect(await runCli(shop.ground, folder, 'promote', shop.canary, '--yes')).toMatchObject(
      done('serving traffic at initial percentage 10'),
    );
    expect(await rr('abort', `--dpl=${shop.base}`)).toMatchObject(done('Successfully aborted'));
    await shop.ground.vercel.settled();
    expect(await shop.read()).toMatchObject({ state: 'ABORTED' });
    expect(await shop.met(5)).toEqual({ [shop.base]: 5 });
    expect(await rr('approve', `--dpl=${shop.canary}`, '--currentStageIndex=0')).toMatchObject({ code: 1 });
    expect(await rr('start', `--dpl=${shop.base}`)).toMatchObject({ code: 1 });
    const timed = ['--enable', '--advancement-type=automatic', '--stage=20,5m', '--stage=60,1h'];
    expect(await rr('configure', ...timed)).toMatchObject(done('Successfully configured'));
    expect(shop.ground.vercel.project(shop.project).rollingConfig?.stages).toEqual([
      { targetPercentage: 20, duration: 5 },
      { targetPercentage: 60, duration: 60 },
      { targetPercentage: 100 },
    ]);
    expect(await rr('configure', '--cfg=disable')).toMatchObject(done('Successfully disabled'));
    expect(shop.ground.vercel.project(shop.project).rollingConfig).toBeNull();
  });
}

test('without the CLI there is nothing to judge by', () => {
  expect(cli === undefined || cli.length > 0).toBe(true);
});

(cli === undefined ? describe.skip : describe)("Vercel's own CLI, of rolling releases,", judge);

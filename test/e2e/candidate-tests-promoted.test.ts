import { describe, expect, jest } from '@jest/globals';
import { live } from './ends.ts';
import { expectRefused, promote, shopThatStages, stageVersion } from './promotion.ts';
import { rare, test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, commitChange, installStarters, runWorkflowOf } from './team.ts';
import { expectNothingLeft, secretsSeen, type Told, tested, wasTold } from './tested.ts';

jest.setTimeout(180_000);
const stage = useStage();
const TIMEOUT = { 'test-timeout': '5s' };

describe('a staged deployment that the team tests when it is promoted', () => {
  test('is released where the tests pass: they see that very build, and no secret', async () => {
    const { files, with: inputs } = tested('pass');
    const shop = await shopThatStages(stage, inputs);
    const { deployment } = await stageVersion(shop, { version: 2, folders: ['v1', 'v2'], files });
    const end = await promote(shop);
    expect(end).toMatchObject({ errors: '', conclusion: 'success', ...live('v2') });
    expect(checks(end.run)).toContain('Promote / Release / Test: success');
    const [{ build, env }] = wasTold() as [Told];
    expect([wasTold().length, build, env['DEPLOYMENT_ID']]).toEqual([1, '2', deployment]);
    expect(secretsSeen(shop)).toEqual([]);
  });

  rare.each(['fail', 'none', 'hang', 'silent'])('is not promoted, and nothing is changed: %s', async (how) => {
    const { files, with: inputs } = tested(how, how === 'hang' ? TIMEOUT : {});
    const shop = await shopThatStages(stage, inputs);
    await stageVersion(shop, { version: 2, folders: ['v1', 'v2'], files });
    await expectRefused(shop, /quality-gate/, () => promote(shop));
    await expectNothingLeft();
  });
});

describe('as plain steps', () => {
  rare.each(['fail', 'none', 'hang', 'silent'])('ends before anything was changed, then releases: %s', async (how) => {
    const shop = await stage.liveShop();
    const bad = tested(how, how === 'hang' ? TIMEOUT : {});
    installStarters(shop, ['release'], { plain: true, inputs: bad.with });
    const workflow = '.github/workflows/lockstep-release.yml';
    const change = { version: 2, folders: ['v1', 'v2'], files: bad.files };
    const red = await runWorkflowOf(shop, { sha: await commitChange(shop, change), workflow });
    expect(checks(red)).toContain('Release / Test: failure');
    expect(checks(red)).toContain('Release / Release: skipped');
    await expectNothingLeft();
    expect(secretsSeen(shop)).toEqual([]);
    const good = tested('pass');
    installStarters(shop, ['release'], { plain: true, inputs: good.with });
    const green = await runWorkflowOf(shop, { sha: await commitChange(shop, change), workflow });
    expect(checks(green)).toContain('Release / Test: success');
    expect(checks(green)).toContain('Release / Release: success');
    expect(secretsSeen(shop)).toEqual([]);
  });
});

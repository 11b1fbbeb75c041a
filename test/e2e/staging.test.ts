import { describe, expect } from '@jest/globals';
import type { RunResult, Strike } from '@lockstep/workflow-runner';
import { promote, stageVersion, withStaging } from './bring.ts';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { press } from './press.ts';
import { recover } from './recovery.ts';
import { sampled, test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);
const asBefore = { ...live('v1'), ...schema('prescriptions') };
const unheardOf = { ...asBefore, ledger: [], swaps: [], messages: [] };
const team = async () => withStaging(await stage.liveTeam('full'));

describe('a team with a staging', () => {
  sampled(1)(
    'has each commit there first, on its own database; nothing of production moves until somebody approves',
    async () => {
      const { production, staging } = await team();
      expect(await stageVersion(staging, { version: 2 })).toMatchObject({
        conclusion: 'success',
        ...live('v2'),
        ...schema('prescriptions', 'dosage'),
        ledger: [found, done],
        messages: ['staging / web: released'],
      });
      const approve = async () => {
        expect(await look(production)).toMatchObject(unheardOf);
        return 'approved' as const;
      };
      const tried = stage.ground.vercel.holder(staging.host);
      expect(await promote(production, { approve })).toMatchObject({
        conclusion: 'success',
        ...live('v2'),
        ...schema('prescriptions', 'dosage'),
        ledger: [found, done],
        messages: ['production / web: released'],
      });
      // The same commit, built anew.
      expect(stage.ground.vercel.holder(production.host)).not.toBe(tried);
    },
  );

  test('cannot promote what staging did not take', async () => {
    const { production, staging } = await team();
    expect(await stageVersion(staging, { version: 2, behaviour: 'sick' })).toMatchObject({
      conclusion: 'failure',
      ...asBefore,
      ledger: [found, expect.stringMatching(/^rolled-back: health-gate: unhealthy: /)],
      messages: ['staging / web: rolled back'],
    });
    expect(await promote(production)).toMatchObject({ conclusion: 'failure', ...unheardOf, served: ['v1'] });
  });

  test('that lost the runner of staging has it taken back by itself, as its workflow says', async () => {
    const { production, staging } = await team();
    const strikes: Strike[] = [{ do: 'lose', step: 'bake', afterMs: 300 }];
    await stageVersion(staging, { version: 2 }, { strikes });
    expect(await recover(staging)).toMatchObject({
      conclusion: 'success',
      ...asBefore,
      ledger: [found, expect.stringMatching(/^rolled-back: /)],
    });
    expect(await look(production)).toMatchObject(unheardOf);
  });

  test('takes production back while the next promotion waits for its approval; staging keeps what it has', async () => {
    const { production, staging } = await team();
    await stageVersion(staging, { version: 2 });
    expect(await promote(production)).toMatchObject({ conclusion: 'success', ...live('v2') });
    await stageVersion(staging, { version: 3 });
    const runs: RunResult[] = [];
    const approve = async () => {
      runs.push(await press(production));
      expect(await look(production)).toMatchObject(asBefore);
      return 'approved' as const;
    };
    // What was approved is not what is pending now: it is to be looked at again.
    expect(await promote(production, { approve })).toMatchObject({
      conclusion: 'failure',
      ...asBefore,
      messages: expect.arrayContaining([expect.stringMatching(/^production \/ web: rolled back/)]),
    });
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success']);
    expect(await look(staging)).toMatchObject({
      ...live('v3'),
      ...schema('prescriptions', 'dosage', 'refills'),
      ledger: [found, done, done],
    });
  });
});

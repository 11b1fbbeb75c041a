import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { liveBefore, openLedger } from '../src/index.ts';
import { releasePayload } from './records.ts';
import { openWorld, type TestWorld } from './world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('what was live before, by the ledger', () => {
  const key = { environment: 'production', service: 'web' };
  const built = (commit: string | null) => ({ deployment: `dpl_${commit}`, commit });

  test('is what was released last, unless that is the commit itself', async () => {
    const ledger = openLedger({ github: world.client(), creator: 'github-actions[bot]' });
    expect(await liveBefore(ledger, key, world.sha)).toBeUndefined();
    const [one, two, three] = [world.repo.commit(), world.repo.commit(), world.repo.commit()];
    const release = async (id: string, commit: string, before: string | null, end: 'released' | 'rolled-back') => {
      const payload = releasePayload(id, { candidate: built(commit), before: { ...built(before), release: null } });
      const release = await ledger.begin('production', commit, payload);
      await (end === 'released' ? ledger.markReleased(release, null) : ledger.setState(release, end, ''));
    };
    await release('r1', one, world.sha, 'released');
    expect(await liveBefore(ledger, key, two)).toBe(one);
    expect(await liveBefore(ledger, key, one)).toBe(world.sha);
    await release('r2', two, one, 'rolled-back');
    expect(await liveBefore(ledger, key, three)).toBe(one);
    await release('r3', three, null, 'released');
    expect(await liveBefore(ledger, key, three)).toBe(one);
    expect(await liveBefore(ledger, { ...key, service: 'admin' }, three)).toBeUndefined();
  });
});

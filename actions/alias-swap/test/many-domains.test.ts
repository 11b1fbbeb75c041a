import { expect, test } from '@jest/globals';
import { aWorld, said } from './world.ts';

/**
 * With more than 1,000 of them the plan is over the longest string that Linux starts a process with (131,072 bytes); fewer
 * show as well where it travels.
 */
const DOMAINS = process.env['LOCKSTEP_FAULTS'] === 'deep' ? 1200 : 100;

test('a swap of many domains can be undone: its plan does not travel in the environment', async () => {
  await using world = await aWorld('none', DOMAINS);
  const inputs = { 'identity-path': 'none', 'on-failure': 'undo' };
  const temp = world.ground.scope.folder();
  const swap = await world.swap(inputs, { temp });
  expect(swap.outputs).toMatchObject({ verdict: 'pass', reason: 'swapped' });
  expect(world.holders()).toEqual([world.next.id]);
  expect((swap.outputs['plan'] ?? '').length).toBeGreaterThan(100 * DOMAINS);
  for (const [name, value] of Object.entries(swap.state)) expect(`STATE_${name}=${value}`.length).toBeLessThan(8_000);

  const post = await world.post(swap, inputs, { temp, jobStatus: 'failure' });
  expect(said(post)).toEqual({ verdict: 'pass', reason: 'swap-undone' });
  expect(world.holders()).toEqual([world.live.id]);
});

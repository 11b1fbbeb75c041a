import { expect, test } from '@jest/globals';
import { CancelledError, systemClock, withDeadline } from '@lockstep/base';
import { hastyClock } from '../../src/clock/index.ts';

test('passes by waiting alone', async () => {
  const clock = hastyClock(1_000);
  const began = clock.now();
  // Real time: work, however long.
  await systemClock.sleep(20);
  expect(clock.now()).toBe(began);
  await clock.sleep(5_000);
  expect(clock.now()).toBe(began + 5_000);
});

test('wakes whoever is due first, whenever they lay down', async () => {
  const clock = hastyClock(1_000);
  const woken: string[] = [];
  const sleep = (name: string, ms: number) => clock.sleep(ms).then(() => woken.push(`${name} ${clock.now() - began}`));
  const began = clock.now();
  await Promise.all([
    sleep('late', 9_000),
    sleep('early', 2_000).then(() => sleep('between', 3_000)),
    sleep('also', 2_000),
  ]);
  expect(woken).toEqual(['early 2000', 'also 2000', 'between 5000', 'late 9000']);
});

test('work that takes real time does not use up a deadline, however often it waits in between', async () => {
  const clock = hastyClock(100);
  const work = async () => {
    for (let look = 0; look < 20; look++) {
      await systemClock.sleep(10);
      await clock.sleep(100);
    }
    return 'done';
  };
  // By a clock that runs a hundred times as fast, the work alone would take 20 s of these.
  expect(await withDeadline('the work', 10_000, work, { clock })).toBe('done');
  await expect(withDeadline('nothing', 10_000, () => new Promise(() => undefined), { clock })).rejects.toThrow(
    'nothing took',
  );
});

test('a wait that is given up holds nobody up', async () => {
  const clock = hastyClock(100);
  const stop = new AbortController();
  const given = clock.sleep(1_000, stop.signal);
  const other = clock.sleep(2_000);
  stop.abort(new CancelledError('enough'));
  await expect(given).rejects.toThrow('enough');
  await other;
  await expect(clock.sleep(1, stop.signal)).rejects.toThrow('enough');
});

test('what the machine takes away at once is one step of a wait', async () => {
  const clock = hastyClock(100);
  let answered = false;
  const answer = async () => {
    // The whole process stands still for as long as the wait is by itself; then the answer needs a few turns.
    const until = performance.now() + 100;
    while (performance.now() < until);
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
    answered = true;
  };
  await Promise.race([clock.sleep(8_000), answer()]);
  expect(answered).toBe(true);
});

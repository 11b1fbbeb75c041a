import { expect, test } from '@jest/globals';
import {
  CancelledError,
  type Clock,
  DeadlineError,
  isFresh,
  parseRetryAfter,
  RemoteError,
  retry,
  systemClock,
  until,
  withDeadline,
} from '../src/index.ts';

/** A clock that jumps: each sleep ends at once and moves the time. */
function jumpingClock(): Clock & { readonly slept: number[] } {
  let time = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      time += ms;
    },
  };
}

const busy = (retryAfterMs?: number) =>
  new RemoteError('busy', { service: 'S', retryable: true, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
const policy = { attempts: 4, firstDelayMs: 100, maxDelayMs: 300, budgetMs: 10_000 };

test('a retryable failure is repeated with growing, jittered waits', async () => {
  const clock = jumpingClock();
  const answer = await retry(async (attempt) => (attempt < 4 ? Promise.reject(busy()) : attempt), policy, {
    clock,
    random: () => 1,
  });
  expect(answer).toBe(4);
  expect(clock.slept).toEqual([100, 200, 300]);
});

test('Retry-After is never undercut, and one beyond the budget ends the tries at once', async () => {
  const clock = jumpingClock();
  const tools = { clock, random: () => 0 };
  await retry(async (attempt) => (attempt === 1 ? Promise.reject(busy(5_000)) : attempt), policy, tools);
  expect(clock.slept[0]).toBeGreaterThanOrEqual(5_000);
  await expect(retry(() => Promise.reject(busy(60_000)), policy, tools)).rejects.toThrow('busy');
  expect(clock.slept).toHaveLength(1);
});

test.each([
  ['a failure that will not go away', new RemoteError('no', { service: 'S', retryable: false })],
  ['an error of our own', new TypeError('bug')],
])('%s is not repeated', async (_what, error) => {
  let calls = 0;
  const work = () => {
    calls++;
    return Promise.reject(error);
  };
  await expect(retry(work, policy, { clock: jumpingClock() })).rejects.toBe(error);
  expect(calls).toBe(1);
});

test('the last failure is what the caller sees', async () => {
  let calls = 0;
  const work = () => Promise.reject(new RemoteError(`try ${++calls}`, { service: 'S', retryable: true }));
  await expect(retry(work, policy, { clock: jumpingClock() })).rejects.toThrow('try 4');
});

test.each([
  ['120', 120_000],
  ['1.5', 1_500],
  ['Thu, 01 Jan 1970 00:00:10 GMT', 9_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %j means %j ms', (header, ms) => {
  expect(parseRetryAfter(header, 1_000)).toBe(ms);
});

test('a wait longer than a timer can be is a long one, and can be cancelled', async () => {
  const controller = new AbortController();
  const wait = systemClock.sleep(30 * 86_400_000, controller.signal);
  let ended = false;
  wait.catch(() => undefined).finally(() => (ended = true));
  // Real time: a timer that overflowed would end at once; a longer look shows no less.
  await systemClock.sleep(20);
  expect(ended).toBe(false);
  controller.abort(new CancelledError('enough'));
  await expect(wait).rejects.toThrow('enough');
});

test('work that ignores its deadline is left behind', async () => {
  const never = withDeadline('the swap', 20, () => new Promise<never>(() => undefined), { clock: systemClock });
  await expect(never).rejects.toThrow(new DeadlineError('the swap took longer than 20 ms'));
});

test('a cancelled wait ends with the reason of the cancellation', async () => {
  const controller = new AbortController();
  const reason = new CancelledError('cancelled by SIGINT');
  setTimeout(() => controller.abort(reason), 10);
  const waits = [
    withDeadline('the swap', 10_000, (signal) => systemClock.sleep(10_000, signal), {
      clock: systemClock,
      signal: controller.signal,
    }),
    systemClock.sleep(10_000, controller.signal),
    until(async () => undefined, [5_000], systemClock, controller.signal),
  ];
  for (const wait of waits) await expect(wait).rejects.toBe(reason);
  await expect(systemClock.sleep(1, controller.signal)).rejects.toBe(reason);
});

test('until asks until there is an answer, at the given pace', async () => {
  const clock = jumpingClock();
  let looks = 0;
  const answer = await until(
    async () => (++looks === 5 ? looks : undefined),
    [1, 2, 4],
    clock,
    new AbortController().signal,
  );
  expect(answer).toBe(5);
  expect(clock.slept).toEqual([1, 2, 4, 4]);
});

test('what is of the future, or of no time, is not fresh', () => {
  expect([-300_001, Number.NaN, 61_000].map((age) => isFresh(age, 60_000))).toEqual([false, false, false]);
  expect([-300_000, 0, 60_000].map((age) => isFresh(age, 60_000))).toEqual([true, true, true]);
});

import { expect, test } from '@jest/globals';
import { type Clock, delayAt, lookAfter, pause, RemoteError, type Sent, sendOnce } from '../src/index.ts';

/** A clock that jumps, and keeps what it was asked to wait. */
function jumpingClock(): { readonly waits: number[]; readonly clock: Clock; readonly signal: AbortSignal } {
  const waits: number[] = [];
  let now = 0;
  const sleep = async (ms: number) => {
    waits.push(ms);
    now += ms;
  };
  return { waits, clock: { now: () => now, sleep }, signal: new AbortController().signal };
}

const lost: Sent<string> = { kind: 'lost', error: new RemoteError('no answer', { service: 'X', retryable: true }) };
const refused: Sent<string> = { kind: 'refused', error: new RemoteError('no', { service: 'X', retryable: false }) };
const made: Sent<string> = { kind: 'accepted', data: 'made' };

function changing(answers: readonly Sent<string>[], seen: readonly (string | undefined)[]) {
  let [sent, looks] = [0, 0];
  return {
    change: {
      send: async () => answers[sent++] ?? lost,
      look: async () => seen[looks++],
    },
    counts: () => ({ sent, looks }),
  };
}

const persistence = { sends: 2, lookAfterMs: [0, 500] };

test('the last delay repeats', () => {
  expect([0, 1, 2, 9].map((turn) => delayAt([250, 500, 1_000], turn))).toEqual([250, 500, 1_000, 1_000]);
});

test('no wait goes over the deadline', async () => {
  const waiter = jumpingClock();
  expect(await pause(waiter, [100, 200], 0, 300)).toBe(true);
  expect(await pause(waiter, [100, 200], 1, 300)).toBe(true);
  expect(await pause(waiter, [100, 200], 2, 300)).toBe(false);
  expect(waiter.waits).toEqual([100, 200]);
});

test('a look ends with the first answer, or after the last wait', async () => {
  const waiter = jumpingClock();
  const answers = [undefined, 'there'];
  expect(await lookAfter(waiter, [0, 500, 1_000], async () => answers.shift())).toBe('there');
  expect(await lookAfter(waiter, [7], async () => undefined)).toBeUndefined();
  expect(waiter.waits).toEqual([0, 500, 7]);
});

test('a lost answer is looked for before anything is sent again', async () => {
  const once = changing([lost, made], [undefined, 'found']);
  expect(await sendOnce(once.change, persistence, jumpingClock())).toBe('found');
  expect(once.counts()).toEqual({ sent: 1, looks: 2 });

  const again = changing([lost, made], []);
  expect(await sendOnce(again.change, persistence, jumpingClock())).toBe('made');
  expect(again.counts()).toEqual({ sent: 2, looks: 2 });
});

test('a refusal, and the last lost answer, are thrown', async () => {
  const no = changing([refused], []);
  await expect(sendOnce(no.change, persistence, jumpingClock())).rejects.toThrow('no');
  expect(no.counts()).toEqual({ sent: 1, looks: 0 });

  const told: string[] = [];
  const never = changing([lost, lost, made], []);
  const onLost = ({ message }: Error) => told.push(message);
  await expect(sendOnce(never.change, { ...persistence, onLost }, jumpingClock())).rejects.toThrow('no answer');
  expect(never.counts()).toEqual({ sent: 2, looks: 4 });
  expect(told).toEqual(['no answer', 'no answer']);
});

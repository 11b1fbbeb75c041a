import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import { channelTypes, deliver, type ReleaseMessage } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { hasty, message, rolledBack, speedFor, surroundings } from './samples.ts';
import { type StandIn, standIn } from './stand-in.ts';

/** The pinging API of healthchecks.io: a POST to the check's own address, or to `/start` or `/fail` below it. */
const CHECK = '/5c0d8a3e-secret-uuid';
let faults: Faults;
let speed: number;
let monitor: StandIn;
beforeEach(async () => {
  faults = new Faults();
  speed = 4;
  monitor = await standIn('monitor', faults, ({ path }) =>
    [CHECK, `${CHECK}/start`, `${CHECK}/fail`].includes(path)
      ? { status: 200, body: 'OK' }
      : { status: 404, body: '(not found)' },
  );
});
afterEach(() => monitor.close());

function send(one: ReleaseMessage, path = CHECK) {
  const yaml = `- type: heartbeat\n  url: ${monitor.url}${path}`;
  return deliver(parseTargets(yaml, channelTypes, surroundings), one, new Map(), hasty(speed));
}

test('start, success and fail, each once; a check under way is none', async () => {
  await send(message);
  await send({ ...message, state: 'gating' });
  await send({ ...message, state: 'released' });
  expect(await send(rolledBack)).toMatchObject([{ delivery: 'accepted' }]);
  expect(monitor.asked.map(({ path }) => path.replace(CHECK, ''))).toEqual(['/start', '', '/fail']);
  expect(monitor.asked[2]?.body).toContain('Cause: health-gate: 3 of 3 probes failed');
});

test.each<[string, FaultEffect, number, string, number]>([
  ['429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 1, 'accepted', 1],
  ['a broken server', { kind: 'status', status: 500 }, Infinity, 'unknown', 0],
  ['a lost answer, which a second ping repeats', { kind: 'reset-after' }, 1, 'accepted', 2],
  ['a redirect', { kind: 'status', status: 301, headers: { location: 'https://shop.example' } }, 1, 'failed', 0],
  ['no answer', { kind: 'hang' }, Infinity, 'unknown', 0],
])('%s', async (_what, effect, times, delivery, arrived) => {
  speed = speedFor(effect);
  faults.plant({ service: 'monitor', times, effect });
  const reports = await send(rolledBack);
  expect(reports).toMatchObject([{ delivery }]);
  expect(monitor.asked).toHaveLength(arrived);
  expect(JSON.stringify(reports)).not.toContain('secret-uuid');
});

test('a check that is not there fails for certain, with what to do', async () => {
  expect(await send(message, '/another-uuid')).toMatchObject([
    { delivery: 'failed', detail: expect.stringContaining('without /start') },
  ]);
});

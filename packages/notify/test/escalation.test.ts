import { describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { channelTypes } from '../src/index.ts';
import type { ReleaseMessage } from '../src/message.ts';
import { parseTargets, wants } from '../src/targets.ts';
import { plainText } from '../src/words.ts';
import { message, surroundings } from './samples.ts';

const held = { ...message, state: 'held' as const, failure: 'the bake saw nothing certain' };
const after = (hours: number): ReleaseMessage => ({
  ...held,
  waitingSince: new Date(Date.parse(message.at) - hours * 3_600_000).toISOString(),
});
const filterOf = (yaml: string) => {
  const [target] = parseTargets(yaml, channelTypes, surroundings);
  if (target === undefined) throw new Error('no target');
  return target.filter;
};
const mail = '- { type: email, smtp: "smtp://127.0.0.1", from: a@example.com, to: [b@example.com]';
const pager = '- { type: pagerduty, routing-key: e93facc04764012d7bfb002500d5d1a6';

describe('escalate-after', () => {
  test('the next target is called once a release waits that long, and by each reminder from then on', () => {
    const filter = filterOf(`${mail}, escalate-after: 2h }`);
    const asked = [held, after(0.1), after(1.9), after(2), after(30)];
    expect(asked.map((one) => wants(filter, one))).toEqual([false, false, false, true, true]);
    expect(asked.map((one) => wants(filterOf(`${mail} }`), one))).toEqual([true, true, true, true, true]);
  });

  test('what keeps an alert open hears of the good end, a reader of mail does not', () => {
    const released = { ...message, state: 'released' as const };
    expect(wants(filterOf(`${pager}, escalate-after: 2h }`), released)).toBe(true);
    expect(wants(filterOf(`${mail}, escalate-after: 2h }`), released)).toBe(false);
    expect(wants(filterOf(`${pager}, escalate-after: 2h }`), { ...held, state: 'failed' })).toBe(false);
  });

  test('an age that is no time is none, and a wrong duration is refused', () => {
    const broken = { ...held, waitingSince: 'yesterday' };
    expect(wants(filterOf(`${mail}, escalate-after: 2h }`), broken)).toBe(false);
    expect(() => filterOf(`${mail}, escalate-after: soon }`)).toThrow(InputError);
  });
});

test('a reminder says for how long it waits, in the zone of its target', () => {
  const text = plainText({ ...after(5), timeZone: 'Europe/Berlin' });
  expect(text).toContain('Waiting: for 5 h, since 2026-11-22 00:00 GMT+1');
  expect(plainText(held)).not.toContain('Waiting');
});

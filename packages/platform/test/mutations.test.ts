import { test as always, beforeAll, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import {
  auditPlatform,
  type Facts,
  type PolicyLine,
  platformLines,
  readPlatform,
  readPolicy,
  writePolicy,
} from '../src/index.ts';
import { mutations } from './mutations.ts';
import { goodWorld } from './world.ts';

/** What no API says: these lines are never verified. */
const UNREADABLE = ['vercel.second-factor', 'vercel.alerts', 'stripe.second-factor'];
const byPlace = (a: string, b: string): number => placeOf(a) - placeOf(b);
const placeOf = (key: string): number => platformLines.findIndex((line) => line.key === key);

let good: Facts;
let lines: readonly PolicyLine[];

beforeAll(async () => {
  await using world = await goodWorld();
  good = await readPlatform(world.access());
  const written = writePolicy(good, platformLines)
    .replace('  # functions-current:', '  functions-current: [send-mail]')
    .replace('  # drill-event:', '  drill-event: true');
  const { policy, problems } = readPolicy(written, 'platform.yml', platformLines);
  expect(problems).toEqual([]);
  lines = policy.lines;
});

always('there is a mutation for every line but the two of a key and the ones that no one can read', () => {
  const mutated = new Set(mutations.map(({ id }) => id));
  const others = platformLines.filter(({ key }) => !mutated.has(key)).map(({ key }) => key);
  expect(others).toEqual([...UNREADABLE, 'stripe.restricted-key', 'stripe.live-key'].sort(byPlace));
  expect(mutations.length).toBeGreaterThanOrEqual(70);
});

always('nothing is red in the good world', () => {
  const { checks, notVerified } = auditPlatform(lines, good);
  expect(checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  expect(notVerified).toEqual([]);
  expect(new Set(checks.map(({ id }) => id)).size).toBe(platformLines.length - UNREADABLE.length);
});

test.each(mutations.map((one) => [one.id, one.what, one] as const))('%s: %s', async (id, _what, mutation) => {
  await using world = await goodWorld();
  await mutation.change(world);
  const facts = { ...good, ...(await readPlatform(world.access(mutation.services))) };
  const left = lines.filter(({ line }) => mutation.without?.includes(line.key) !== true);
  const { checks, notVerified } = auditPlatform(left, facts);
  expect([...new Set(checks.filter(({ verdict }) => verdict !== 'pass').map((one) => one.id))]).toEqual([id]);
  expect(notVerified).toEqual([]);
});

always.each([
  ['sk_live_0000000000000000000000000', 'stripe.restricted-key'],
  ['rk_test_0000000000000000000000000', 'stripe.live-key'],
])('a key that begins as %s', async (key, id) => {
  await using world = await goodWorld(key);
  const facts = { ...good, ...(await readPlatform(world.access(['stripe']))) };
  const { checks } = auditPlatform(lines, facts);
  expect([...new Set(checks.filter(({ verdict }) => verdict !== 'pass').map((one) => one.id))]).toEqual([id]);
});

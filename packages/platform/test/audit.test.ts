import { expect, test } from '@jest/globals';
import { auditPlatform, platformLines, readPlatform, readPolicy, writePolicy } from '../src/index.ts';
import { goodWorld } from './world.ts';

test('a policy that init writes of a good world passes, and every line of it is one that can be read', async () => {
  await using world = await goodWorld();
  const facts = await readPlatform(world.access());
  const text = writePolicy(facts, platformLines);
  const { policy, problems } = readPolicy(text, 'platform.yml', platformLines);
  expect(problems).toEqual([]);
  const { checks, notVerified } = auditPlatform(policy.lines, facts);
  expect(checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  expect(notVerified).toEqual([]);
  const proposed = new Set(policy.lines.map(({ line }) => line.key));
  expect(platformLines.filter(({ key }) => !proposed.has(key)).map(({ key }) => key)).toEqual([
    'vercel.second-factor',
    'vercel.alerts',
    'supabase.functions-current',
    'stripe.second-factor',
    'sentry.drill-event',
  ]);
});

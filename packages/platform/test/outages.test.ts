import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FaultEffect } from '@lockstep/proving-ground/faults';
import { drawn } from '../../../test/faults/matrix.ts';
import {
  type Audited,
  auditPlatform,
  type PolicyLine,
  platformLines,
  readPlatform,
  readPolicy,
  writePolicy,
} from '../src/index.ts';
import { goodWorld, type Service, slept, type World } from './world.ts';

/** A management API that does not answer: unknown, and never a pass or a fail of what was asked of it. */
const SERVICES = ['vercel', 'supabase', 'github', 'stripe', 'sentry'] as const;

const EFFECTS: readonly (readonly [string, FaultEffect])[] = [
  ['500', { kind: 'status', status: 500 }],
  ['503', { kind: 'status', status: 503 }],
  ['an HTML 502', { kind: 'html', status: 502 }],
  ['an HTML page with status 200', { kind: 'html', status: 200 }],
  ['a reset before it is read', { kind: 'reset-before' }],
  ['a reset after it is read', { kind: 'reset-after' }],
  ['half an answer', { kind: 'cut', bytes: 1 }],
  ['429 without an end', { kind: 'status', status: 429 }],
  ['a redirect', { kind: 'status', status: 302, headers: { location: 'https://elsewhere.example/' } }],
  ['an empty answer', { kind: 'status', status: 200, body: '' }],
];

/** What is asked only to know the plan, or for others: without it nothing is unknown by itself. */
const ALONE = [/^\/v1\/organizations\/[^/]+$/, /\/web\.vercel\.app\/config$/];

let lines: ReadonlyMap<Service, readonly PolicyLine[]>;
let world: World;
const routes: { service: Service; path: string }[] = [];

beforeAll(async () => {
  await using good = await goodWorld();
  const found = new Map<Service, readonly PolicyLine[]>();
  for (const service of SERVICES) {
    const text = writePolicy(await readPlatform(good.access([service])), platformLines);
    const { policy } = readPolicy(text.replace('  # drill-event:', '  drill-event: true'), 'p.yml', platformLines);
    found.set(
      service,
      policy.lines.filter(({ line }) => line.key.startsWith(`${service}.`)),
    );
  }
  lines = found;
});
beforeEach(async () => {
  world = await goodWorld();
});
afterEach(async () => await world[Symbol.asyncDispose]());

async function audited(service: Service): Promise<Audited> {
  return auditPlatform(lines.get(service) ?? [], await readPlatform(world.access([service])));
}

function plant(service: Service, path: string, effect: FaultEffect, times = Number.POSITIVE_INFINITY): void {
  world.faults.plant({
    service,
    path: new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:\\?|$)`),
    times,
    effect,
  });
}

const openOf = ({ checks, notVerified }: Audited): number =>
  checks.filter(({ verdict }) => verdict === 'unknown').length + notVerified.length;

test('each route that is read, with each kind of outage', async () => {
  await using good = await goodWorld();
  for (const service of SERVICES) {
    await readPlatform(good.access([service]));
    const paths = new Set(good[service].exchanges.map(({ path }) => path));
    for (const path of paths) routes.push({ service, path });
  }
  expect(routes.length).toBeGreaterThan(45);
  const cases = routes.flatMap((route) => EFFECTS.map(([name, effect]) => ({ ...route, name, effect })));
  const wrong: string[] = [];
  for (const { effect, name, path, service } of drawn('reads of the platform', cases, 60)) {
    world.faults.clear();
    plant(service, path, effect);
    const found = await audited(service);
    const failed = found.checks.filter(({ verdict }) => verdict === 'fail');
    for (const one of failed) wrong.push(`${path} meets ${name}: ${one.id} fails`);
    if (openOf(found) === 0 && !ALONE.some((alone) => alone.test(path)))
      wrong.push(`${path} meets ${name}: all passes`);
  }
  expect(wrong).toEqual([]);
}, 600_000);

describe.each(SERVICES)('%s', (service) => {
  test('a rate limit is waited for as long as it says, and then all is read', async () => {
    const effect = { kind: 'status', status: 429, headers: { 'retry-after': '7' } } as const;
    world.faults.plant({ service, times: 1, effect });
    slept.length = 0;
    const found = await audited(service);
    expect([openOf(found), found.checks.filter(({ verdict }) => verdict === 'fail')]).toEqual([0, []]);
    expect(Math.max(...slept)).toBeGreaterThanOrEqual(7_000);
  });

  test('one that is down altogether: nothing passes and nothing fails', async () => {
    world.faults.plant({ service, times: Number.POSITIVE_INFINITY, effect: { kind: 'status', status: 503 } });
    const { checks } = await audited(service);
    // The form of the key of Stripe is no answer of Stripe.
    const said = checks.filter(({ id, verdict }) => verdict !== 'unknown' && !/^stripe\..*-key$/.test(id));
    expect(said).toEqual([]);
  });
});

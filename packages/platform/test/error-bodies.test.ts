import { afterEach, beforeEach, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { platformLines, readPlatform, snapshotOf, snapshotText, writePolicy } from '../src/index.ts';
import { CANARY, goodWorld, logged, type Service, type World } from './world.ts';

/** A service may repeat in its error what was sent to it, or what it found. */
const SERVICES: readonly Service[] = ['vercel', 'supabase', 'github', 'stripe', 'sentry'];
const SHAPES: Readonly<Record<string, unknown>> = {
  JSON: { message: `bad value ${CANARY}`, error: { message: CANARY, code: 'x' }, detail: CANARY },
  HTML: `<html><body>${CANARY}</body></html>`,
};

let world: World;
beforeEach(async () => {
  world = await goodWorld();
  logged.length = 0;
});
afterEach(async () => await world[Symbol.asyncDispose]());

const STATUSES = [400, 401, 403, 404, 429, 500];

test.each(SERVICES.flatMap((service) => STATUSES.map((status) => [service, status] as const)))(
  'nothing of the words of an error is kept or logged: %s, %d',
  async (service, status) => {
    for (const body of Object.values(SHAPES)) {
      world.faults.plant({ service, times: Number.POSITIVE_INFINITY, effect: { kind: 'status', status, body } });
      const facts = await readPlatform(world.access([service]));
      expect(world.faults.hits().at(-1)).toBeGreaterThan(0);
      world.faults.clear();
      const kept = [JSON.stringify(facts), snapshotText(snapshotOf(facts)), writePolicy(facts, platformLines)];
      for (const text of [...kept, logged.join('\n')]) expect(text).not.toContain(CANARY);
    }
  },
);

import { expect } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground/ground';
import { look, type World } from './look.ts';

/** What the headline of a release's message says while the ledger says this of it. */
const HEADLINES: Readonly<Record<string, readonly string[]>> = {
  // Of a release that died nobody could say more; who looks after it says that it waits.
  begun: ['release started', 'outcome unknown'],
  released: ['released'],
  'rolled-back': ['rolled back'],
  'partly-rolled-back': ['partly rolled back'],
  held: ['held until a person decides'],
  unknown: ['outcome unknown'],
};

interface Told {
  readonly id: string;
  readonly state: string;
  readonly candidate: string | null;
  readonly before: string | null;
}

/**
 * Holds the world to what must be true after any run, and any re-run: users get one version that works; what the ledger
 * calls released last is what they get; nothing was released over itself; and of each release people were told what the
 * ledger says, once.
 */
export async function expectTruth(shop: Shop): Promise<World> {
  const world = await look(shop);
  expect(world).toMatchObject({ live: [expect.stringMatching(/^v\d+$/)], healthy: true });
  const releases = releasesOf(shop);
  for (const { before, candidate } of releases) if (candidate !== null) expect(before).not.toBe(candidate);
  const newest = releases.at(-1);
  const isOpen = newest !== undefined && ['begun', 'held', 'unknown'].includes(newest.state);
  const last = releases.findLast(({ state }) => state === 'released');
  const { productionId } = shop.ground.vercel.project(shop.project.id);
  if (last !== undefined && !isOpen && last.candidate !== null) expect(productionId).toBe(last.candidate);
  for (const { id, state } of releases) {
    const messages = messagesOf(shop, id);
    expect(messages.length).toBeLessThanOrEqual(1);
    for (const text of messages)
      expect([id, state, HEADLINES[state]]).toEqual([id, state, expect.arrayContaining([text])]);
  }
  return world;
}

/** The releases of the shop's line, oldest first, without what was found live. */
function releasesOf({ consumer, environment, service }: Shop): readonly Told[] {
  return consumer.github.deployments('lockstep').flatMap((record) => {
    const payload = record.payload as {
      readonly id: string;
      readonly service: string;
      readonly adopted: boolean;
      readonly candidate: { readonly deployment: string | null };
      readonly before: { readonly deployment: string | null };
    };
    if (record.environment !== environment || payload.service !== service) return [];
    const state = /^[a-z-]+/.exec(record.statuses.at(-1)?.description ?? '')?.[0] ?? 'begun';
    return [{ id: payload.id, state, candidate: payload.candidate.deployment, before: payload.before.deployment }];
  });
}

/** The headlines that were told under a release's own key, without where. */
function messagesOf(shop: Shop, id: string): readonly string[] {
  const key = `${shop.environment}/${shop.service}/${id}`;
  return shop.messages().flatMap(({ metadata, text }) => {
    const { event_payload: payload } = (metadata ?? {}) as { readonly event_payload?: { readonly key?: string } };
    return payload?.key === key ? [text.replace(/^[^:]*: /, '').replace(/ — .*/s, '')] : [];
  });
}

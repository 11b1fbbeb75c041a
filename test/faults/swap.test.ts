import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Journal } from '@lockstep/action-shell';
import { action } from '../../actions/alias-swap/src/run.ts';
import { Step, type StepEnd } from './in-process.ts';
import { type Case, callsOf, crossed, drawn, plant, type Trouble, troubles } from './matrix.ts';
import { aReleaseWorld, type Shop } from './release-world.ts';

// A host that hangs is given its time in full.
const world = await aReleaseWorld();
const { faults, vercel, github, clock } = world;
afterEach(() => faults.clear());
afterAll(async () => {
  expect(vercel.unmodelled).toEqual([]);
  github.expectNoViolations();
  await world[Symbol.asyncDispose]();
});

const swapOf = (shop: Shop, journal: Journal) =>
  new Step(
    action,
    { ...shop.inputs, 'deployment-id': shop.next, 'expect-current': shop.live },
    { env: shop.env, clock, journal },
  );

/** The calls that a scenario makes when nothing goes wrong, by service. */
async function recorded(work: () => Promise<unknown>) {
  const from = { vercel: vercel.exchanges.length, github: github.exchanges.length };
  await work();
  return [
    ...callsOf('vercel', vercel.exchanges.slice(from.vercel)),
    ...callsOf('github', github.exchanges.slice(from.github)),
    ...['edge call'].map((what, nth) => ({ service: 'edge', nth, what })),
  ];
}

let acted = false;
/** Ann releases another deployment, and it is live before the call is seen. */
const annReleases = (shop: () => Shop): Trouble => ({
  name: 'another release',
  effect: {
    kind: 'actor',
    act: async () => {
      try {
        await vercel.actAs('ann').promote(shop().foreign);
        acted = true;
      } catch {
        // Refused while another promotion is in flight: then she did not release.
      }
      await vercel.settled();
    },
  },
});

let shop: Shop;
const all: readonly Trouble[] = [...troubles, annReleases(() => shop)];

const reference = await world.shop();
const referenceJournal = reference.release();
const referenceSwap = swapOf(reference, referenceJournal);
const swapCalls = await recorded(() => referenceSwap.main());
const undoCalls = await recorded(() => referenceSwap.post('failure'));

test('without trouble the swap is carried out and undone', () => {
  expect(referenceJournal.read()).toMatchObject({ traffic: 'restored', undone: [{ verdict: 'pass' }] });
  expect(reference.seen()).toEqual([reference.live]);
  expect(reference.intents()).toEqual(['put-back: swap-undone']);
  expect(swapCalls.length).toBeGreaterThan(15);
});

describe('a swap', () => {
  test.each(drawn('the swap', crossed(swapCalls, all), 12).map((one) => [one.name, one] as const))(
    '%s',
    async (_name, one) => {
      shop = await world.shop();
      const journal = shop.release();
      const step = swapOf(shop, journal);
      const end = await met(one, () => step.main());
      await vercel.settled();
      if (end.verdict === 'pass') {
        journal.committed();
        expect(await step.post('success')).toBeUndefined();
        expect(shop.seen()).toEqual([acted ? shop.foreign : shop.next]);
        expect(shop.intents()).toEqual([expect.stringMatching(/^(swapped|open)/)]);
        if (shop.intents()[0] === 'open') expect(end.log.join('\n')).toContain('ledger');
      } else if (journal.read().state === 'held') {
        expect(end.verdict).toBe('unknown');
        expect(await step.post('failure')).toBeUndefined();
        expect(shop.intents()).toEqual([expect.stringMatching(/^(unresolved|open)/)]);
      } else {
        expectUndone(await step.post('failure'), journal);
      }
      if (!acted) await expectSwapsIn(shop);
    },
  );
});

describe('an undo', () => {
  test.each(drawn('the undo', crossed(undoCalls, all), 8).map((one) => [one.name, one] as const))(
    '%s',
    async (_name, one) => {
      shop = await world.shop();
      const journal = shop.release();
      const step = swapOf(shop, journal);
      expect((await step.main()).verdict).toBe('pass');
      const end = await met(one, () => step.post('failure'));
      await vercel.settled();
      expectUndone(end, journal);
      if (acted) return;
      const again = await step.post('failure');
      expect(again).toMatchObject({ verdict: 'pass' });
      expect(journal.read().traffic).toBe('restored');
      expect(shop.seen()).toEqual([shop.live]);
      const { autoAssign } = vercel.project(shop.project.id);
      const said = [end, again].some((one) => one?.message.includes('auto-assignment is off'));
      expect(autoAssign || said).toBe(true);
      await expectSwapsIn(shop);
    },
  );
});

async function met<T>(one: Case, work: () => Promise<T>): Promise<T> {
  acted = false;
  plant(faults, one);
  try {
    return await work();
  } finally {
    faults.clear();
  }
}

/** What was reported of the undo is what is; and another user's release was never undone. */
function expectUndone(end: StepEnd | undefined, journal: Journal): void {
  const { traffic, undone } = journal.read();
  const seen = shop.seen();
  if (acted) expect(seen).toEqual([shop.foreign]);
  // Nothing was begun, so nothing is to be undone.
  if (end === undefined) {
    expect(traffic).toBe('untouched');
    expect(seen).not.toContain(shop.next);
    return;
  }
  expect(undone.at(-1)).toMatchObject({ verdict: end.verdict });
  if (traffic === 'restored') expect(seen).not.toContain(shop.next);
  if (end.verdict === 'pass') {
    expect(traffic).toBe('restored');
    expect(seen).toHaveLength(1);
    expect(shop.intents()).toEqual([expect.stringMatching(/^(put-back|unchanged|open|unresolved|swapped)/)]);
  } else {
    expect(end.message).toContain('to: finish');
    expect(traffic).not.toBe('restored');
    expect(shop.intents()).toEqual([expect.stringMatching(/^(unresolved|open|swapped)/)]);
  }
}

/** With the trouble gone, the same release goes through. */
async function expectSwapsIn(shop: Shop): Promise<void> {
  const again = swapOf(shop, shop.release());
  const end = await again.main();
  expect([end.verdict, end.message]).toEqual(['pass', expect.any(String)]);
  await vercel.settled();
  expect(shop.seen()).toEqual([shop.next]);
}

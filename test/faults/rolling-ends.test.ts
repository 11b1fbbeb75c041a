import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Journal } from '@lockstep/action-shell';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import type { StepEnd } from './in-process.ts';
import { CaseJournal } from './journal.ts';
import { type CallMade, type Case, callsOf, crossed, drawn, plant, type Trouble, troubles } from './matrix.ts';
import { aReleaseWorld } from './release-world.ts';
import { aRollingLine, type RollingLine } from './rolling-line.ts';

// A host that hangs is given its time in full.
const world = await aReleaseWorld({ answers: true });
const postgres = await borrowPostgres(world.scope);
const { faults, vercel, github } = world;
const begun = () => aRollingLine(world, postgres);
let line: RollingLine = await begun();
afterEach(async () => {
  faults.clear();
  await line.drop();
});
afterAll(async () => {
  expect(vercel.unmodelled).toEqual([]);
  github.expectNoViolations();
  await world[Symbol.asyncDispose]();
});

/** Ann's promotion begins a rolling release of hers, or waits for ours. */
let hers: 'none' | 'begun' | 'queued' = 'none';
const annPromotes: Trouble = {
  name: 'another promotion',
  effect: {
    kind: 'actor',
    act: async () => {
      const { foreign } = line.shop;
      try {
        await vercel.actAs('ann').promote(foreign);
        hers = line.underWay() === foreign ? 'begun' : 'queued';
      } catch {
        // Refused while a job is in flight: then she did not promote.
      }
    },
  },
};
/** Somebody ends it by hand, as the button in the dashboard does. */
const annAborts: Trouble = {
  name: 'an abort by hand',
  effect: {
    kind: 'actor',
    act: async () => {
      if (line.underWay() === undefined) return;
      const ann = vercel.actAs('ann');
      await ann.rollback(line.shop.live).catch(() => undefined);
      await vercel.settled();
    },
  },
};
const all: readonly Trouble[] = [...troubles, annPromotes, annAborts];

async function recorded(work: () => Promise<unknown>, hosts: readonly number[]): Promise<readonly CallMade[]> {
  const from = [vercel.exchanges.length, github.exchanges.length];
  await work();
  await vercel.settled();
  return [
    ...callsOf('vercel', vercel.exchanges.slice(from[0])),
    ...callsOf('github', github.exchanges.slice(from[1])),
    ...hosts.map((nth) => ({ service: 'edge', nth, what: 'a host' })),
  ];
}

// Nothing is asserted here: that is for tests.
const rolledOut: { end?: StepEnd; seen?: readonly (string | null)[]; wanted?: string } = {};
const rollCalls = await recorded(
  async () => {
    rolledOut.end = await line.step(line.opened()).main();
  },
  // Each arm is asked who it is first, and then many times.
  [0, 1, 2, 3, 20, 60],
);
Object.assign(rolledOut, { seen: line.shop.seen(), wanted: line.candidate.id });
const aborted: { end?: StepEnd | undefined } = {};
const { step: stoppedStep } = await stopped();
const abortCalls = await recorded(async () => {
  aborted.end = await stoppedStep.post('failure');
}, [0, 1]);

test('without trouble it is rolled out, and aborted where a stage fails', () => {
  expect(`${rolledOut.end?.verdict}, ${rolledOut.end?.message}`).toMatch(/^pass/);
  expect(rolledOut.seen).toEqual([rolledOut.wanted]);
  const made = rollCalls.map(({ what }) => what);
  for (const part of ['start', 'approve-stage', 'complete'])
    expect(made).toEqual(expect.arrayContaining([expect.stringMatching(`^POST .*rolling-release/${part}$`)]));
  expect(aborted.end).toMatchObject({ verdict: 'pass', reason: 'swap-undone' });
  expect(abortCalls).toEqual(
    expect.arrayContaining([expect.objectContaining({ what: expect.stringContaining('rollback') })]),
  );
});

describe('a rolling release', () => {
  each('the rolling release', crossed(rollCalls, all), 8, async (one) => {
    line = await begun();
    const journal = line.opened();
    const step = line.step(journal);
    const end = await met(one, () => step.main());
    await vercel.settled();
    if (end.verdict === 'pass') return expectAllNew();
    if (journal.read().state === 'held') {
      expect(end.verdict).toBe('unknown');
      expect(await step.post('failure')).toBeUndefined();
    } else expectUndone(await step.post('failure'), journal);
    await expectAllOld();
  });
});

describe('an abort', () => {
  each('the abort', crossed(abortCalls, all), 5, async (one) => {
    const { end: before, journal, step } = await stopped();
    expect([before.verdict, before.reason]).toEqual(['fail', 'stage-failed']);
    expect(line.underWay()).toBe(line.candidate.id);
    const end = await met(one, () => step.post('failure'));
    await vercel.settled();
    expectUndone(end, journal);
    await expectAllOld();
  });
});

/** A test for each case that is drawn, but for those that have passed by the journal of a long run. */
function each(what: string, cases: readonly Case[], sample: number, play: (one: Case) => Promise<void>): void {
  const passed = new CaseJournal(what);
  for (const one of passed.left(drawn(what, cases, sample), ({ name }) => name))
    test(one.name, () => passed.run(one.name, () => play(one)));
}

/** Users have the candidate, and its second stage fails: from some probe on it answers with errors. */
async function stopped() {
  line = await begun();
  const journal = line.opened();
  const step = line.step(journal);
  const effect = { kind: 'status', status: 500 } as const;
  faults.plant({ service: 'edge', path: /vcrrForceCanary=true/, after: 55, times: Number.POSITIVE_INFINITY, effect });
  const end = await step.main();
  faults.clear();
  return { journal, step, end };
}

async function met<T>(one: Case, work: () => Promise<T>): Promise<T> {
  hers = 'none';
  plant(faults, one);
  try {
    return await work();
  } finally {
    faults.clear();
  }
}

/** What another user promoted, behind ours or after it, is at its first stage by then, and nothing of ours touches it. */
function expectAllNew(): void {
  expect(line.underWay()).toBe(hers === 'none' ? undefined : line.shop.foreign);
  expect(line.shop.seen()).toEqual([line.candidate.id]);
}

/** What was reported of the undo is what is. */
function expectUndone(end: StepEnd | undefined, journal: Journal): void {
  const { traffic, undone } = journal.read();
  if (end === undefined) {
    // Nothing was begun, so nothing is to be undone.
    expect(traffic).toBe('untouched');
    expect(line.underWay()).not.toBe(line.candidate.id);
    return;
  }
  expect(undone.at(-1)).toMatchObject({ verdict: end.verdict });
  if (end.verdict !== 'pass') expect(end.message).toContain('to: finish');
  else expect(line.underWay()).not.toBe(line.candidate.id);
}

/**
 * All users have the old version, by the command that was named where it takes one; another user's rolling release is left
 * alone; and with the trouble gone the same candidate goes in.
 */
async function expectAllOld(): Promise<void> {
  const { candidate, shop } = line;
  if (hers === 'begun') {
    expect(line.underWay()).toBe(shop.foreign);
    return;
  }
  if (line.underWay() === candidate.id || shop.seen().some((id) => id !== shop.live)) {
    const finished = await line.rollback('finish');
    expect(`${finished.verdict}, ${finished.message}`).toMatch(/^pass/);
    await vercel.settled();
  }
  expect(line.underWay()).toBeUndefined();
  expect(shop.seen()).toEqual([shop.live]);
  const again = await line.step(line.opened()).main();
  expect(`${again.verdict}, ${again.message}`).toMatch(/^pass/);
  await vercel.settled();
  expect(shop.seen()).toEqual([candidate.id]);
}

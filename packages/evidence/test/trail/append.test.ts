import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { directoryTarget } from '@lockstep/backup';
import { InputError, RemoteError, systemClock } from '@lockstep/base';
import { Scope } from '@lockstep/proving-ground/scope';
import { type AppendTools, appendEntries, appendEntry } from '../../src/trail/append.ts';
import { keyOf, type TrailRecord } from '../../src/trail/record.ts';
import type { TrailStore } from '../../src/trail/store.ts';
import { judgeTrail, readTrail } from '../../src/trail/verify.ts';
import { entry } from './entries.ts';

let scope: Scope;
beforeAll(() => {
  scope = new Scope();
});
afterAll(() => scope[Symbol.asyncDispose]());

const signal = new AbortController().signal;
const tools: AppendTools = { clock: systemClock, signal };
const place = () => directoryTarget(scope.folder('lockstep-trail-'));

/** What is stored, judged; and the ids in their order. */
async function looked(store: TrailStore) {
  const objects = await readTrail(store, { signal });
  const { findings, head } = judgeTrail({ objects, anchors: [], nowMs: Date.now() });
  const records = objects.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString('utf8')) as TrailRecord);
  return { findings, head, ids: records.map(({ id }) => id) };
}

test('each entry follows the one before it, and one that is tried again is recorded once', async () => {
  const store = await place();
  expect(await appendEntry(store, entry(1), tools)).toMatchObject({ number: 1, isAgain: false });
  const second = await appendEntry(store, entry(2), tools);
  expect(await appendEntry(store, entry(1), tools)).toMatchObject({ number: 1, isAgain: true });
  const { findings, head, ids } = await looked(store);
  expect({ findings, ids }).toEqual({ findings: [], ids: ['entry/1', 'entry/2'] });
  expect(head).toEqual({ number: 2, digest: second.digest });
});

test('writers at the same time make one chain with all of their entries', async () => {
  const store = await place();
  const wanted = Array.from({ length: 24 }, (_, nth) => entry(nth + 1));
  const ended = await Promise.all(wanted.map((one) => appendEntry(store, one, tools)));
  expect(ended.map(({ number }) => number).sort((a, b) => a - b)).toEqual(wanted.map((_, nth) => nth + 1));
  const { findings, ids } = await looked(store);
  expect(findings).toEqual([]);
  expect([...ids].sort()).toEqual(wanted.map(({ id }) => id).sort());
});

test('several entries are appended in their order, and those that are there already are told', async () => {
  const store = await place();
  await appendEntry(store, entry(2), tools);
  const ended = await appendEntries(store, [entry(1), entry(2), entry(3)], tools);
  expect(ended.map(({ isAgain, number }) => [number, isAgain])).toEqual([
    [2, false],
    [1, true],
    [3, false],
  ]);
  const twice = appendEntries(store, [entry(4), entry(4)], tools);
  await expect(twice).rejects.toThrow('the id entry/4 is there twice');
  expect((await looked(store)).ids).toEqual(['entry/2', 'entry/1', 'entry/3']);
});

test('what happened long ago is found again, however long ago it was recorded', async () => {
  const store = await place();
  const long = Date.parse('2026-03-02T08:00:00.000Z');
  const at = (ms: number): AppendTools => ({ signal, clock: { ...systemClock, now: () => ms } });
  await appendEntry(store, entry(1), at(long));
  for (let nth = 2; nth < 5; nth++)
    await appendEntry(store, entry(nth, { happenedAt: '2026-06-01T08:00:00.000Z' }), at(long + nth * 100 * 86_400_000));
  expect(await appendEntry(store, entry(1), at(long + 600 * 86_400_000))).toMatchObject({ number: 1, isAgain: true });
});

test('an id is taken for good: what happens again under it is not recorded, however long after', async () => {
  const store = await place();
  const monthly = (day: number) => {
    const ms = Date.parse('2026-03-02T08:00:00.000Z') + day * 86_400_000;
    const at: AppendTools = { signal, clock: { ...systemClock, now: () => ms } };
    const happenedAt = new Date(ms).toISOString();
    return [entry(1, { id: 'drill/monthly', happenedAt }), entry(2, { id: `drill/${day}`, happenedAt }), at] as const;
  };
  for (const day of [0, 30, 62, 400]) {
    const [drill, other, at] = monthly(day);
    expect(await appendEntry(store, drill, at)).toMatchObject({ number: 1, isAgain: day > 0 });
    await appendEntry(store, other, at);
  }
  // Stored now, by a clock that tells another time.
  const objects = (await readTrail(store, { signal })).map((one) => ({ ...one, modifiedMs: undefined }));
  const { findings } = judgeTrail({ objects, anchors: [], nowMs: Date.parse('2027-06-01T00:00:00.000Z') });
  expect({ findings, records: objects.length }).toEqual({ findings: [], records: 5 });
});

test('an old record that is gone or damaged keeps nothing out of the trail, which verify shows; a new one that is gone does', async () => {
  const folder = scope.folder('lockstep-trail-');
  const store = await directoryTarget(folder);
  const day = (nth: number): AppendTools => ({
    signal,
    clock: { ...systemClock, now: () => Date.parse('2026-03-02T08:00:00.000Z') + nth * 86_400_000 },
  });
  const late = (nth: number) => entry(nth, { happenedAt: '2026-09-01T08:00:00.000Z' });
  for (let nth = 1; nth <= 4; nth++) await appendEntry(store, entry(nth), day(0));
  await appendEntry(store, late(5), day(200));
  rmSync(join(folder, keyOf(2)), { force: true });
  writeFileSync(join(folder, keyOf(3)), '{}');
  expect(await appendEntry(store, late(6), day(201))).toMatchObject({ number: 6, isAgain: false });
  expect(await appendEntry(store, late(1), day(202))).toMatchObject({ number: 1, isAgain: true });
  rmSync(join(folder, keyOf(5)), { force: true });
  await expect(appendEntry(store, late(7), day(203))).rejects.toThrow(`there is no ${keyOf(5)}`);
});

class Killed extends Error {}

/** Ends at the nth call, before or after it is carried out, as a killed process does. */
function killedAt(
  store: TrailStore,
  nth: number,
  when: 'before' | 'after',
): { store: TrailStore; isOver: () => boolean } {
  let calls = 0;
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    const isLast = ++calls === nth;
    if (isLast && when === 'before') throw new Killed();
    const result = await work();
    if (isLast) throw new Killed();
    return result;
  };
  return {
    isOver: () => calls < nth,
    store: {
      name: store.name,
      putIfAbsent: (key, body, options) => call(() => store.putIfAbsent(key, body, options)),
      get: (key, options) => call(() => store.get(key, options)),
      async *list(prefix, options) {
        yield* await call(async () => {
          const all: { key: string; modifiedMs: number | undefined }[] = [];
          for await (const one of store.list(prefix, options)) all.push(one);
          return all;
        });
      },
    },
  };
}

test('a writer that is killed at any call, beside another, and tried again leaves one chain and each entry once', async () => {
  let kills = 0;
  for (const when of ['before', 'after'] as const)
    for (let nth = 1; nth <= 60; nth++) {
      const store = await place();
      for (let before = 1; before <= 3; before++) await appendEntry(store, entry(before), tools);
      const killed = killedAt(store, nth, when);
      const first = appendEntry(killed.store, entry(4), tools);
      const other = appendEntry(store, entry(5), tools);
      const [ended] = await Promise.allSettled([first, other]);
      if (ended?.status === 'rejected') {
        expect(ended.reason).toBeInstanceOf(Killed);
        kills++;
        await appendEntry(store, entry(4), tools);
      }
      const { findings, ids } = await looked(store);
      expect({ nth, when, findings, ids: [...ids].sort() }).toEqual({
        nth,
        when,
        findings: [],
        ids: [1, 2, 3, 4, 5].map((one) => `entry/${one}`),
      });
      if (killed.isOver()) break;
    }
  // Before and after each call: the list, three reads, and the write; more where the other writer was faster.
  expect(kills).toBeGreaterThanOrEqual(10);
});

test.each([
  ['a sentence', { subject: 'the web shop' }, 'subject'],
  ['a mail address', { id: 'jane@example.com' }, 'id'],
  ['a login in place of an id', { actor: 'jane' as unknown as number }, 'actor'],
  ['a time without milliseconds', { happenedAt: '2026-03-01T08:00:00Z' }, 'happenedAt'],
  ['a time that is none', { happenedAt: '2026-02-31T08:00:00.000Z' }, 'happenedAt'],
  ['a digest that is none', { files: { 'a.json': 'abc' } }, 'files'],
  ['contents in place of a digest', { files: { 'a.json': '{"name":"Jane"}' } }, 'files'],
  ['another event', { event: 'party' as 'release' }, 'event'],
])('%s is refused, and nothing is stored', async (_, changes, field) => {
  const store = await place();
  const failed = await appendEntry(store, entry(1, changes), tools).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(InputError);
  expect((failed as InputError).message).toContain(`entry: ${field}: expected`);
  expect(await readTrail(store, { signal })).toEqual([]);
});

test('nothing is appended to what is no record', async () => {
  const store = await place();
  await store.putIfAbsent(keyOf(1), Buffer.from('{}'), { signal });
  const failed = await appendEntry(store, entry(1), tools).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(RemoteError);
  expect(failed).toMatchObject({ retryable: false });
});

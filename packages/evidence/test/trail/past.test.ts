import { describe, expect, test } from '@jest/globals';
import { trailChecks } from '../../src/trail/checks.ts';
import { keyOf, type TrailRecord } from '../../src/trail/record.ts';
import { judgeTrail, type TrailFacts } from '../../src/trail/verify.ts';
import { anchorOf, chained, HOUR, iso, recordOf, START, storedInOrder } from './trails.ts';

const LENGTH = 6;
const NOW = START + 1_000 * HOUR;
const records = chained(Array.from({ length: LENGTH }, (_, nth) => recordOf(nth + 1)));
const whenMade = ({ recordedAt }: TrailRecord) => Date.parse(recordedAt) + 1_000;
const bucket = storedInOrder(records, whenMade);
const branch = storedInOrder(records, () => undefined);
const everStored = bucket.map(({ key, modifiedMs = 0 }) => ({
  key,
  firstMs: modifiedMs,
  isDeleted: false,
  isSame: true,
}));
const past = { keys: everStored, isWhole: true };

const judge = (facts: Partial<TrailFacts>) => {
  const whole = { objects: bucket, anchors: [], nowMs: NOW, ...facts };
  const report = judgeTrail(whole);
  const { checks, notVerified } = trailChecks(whole, report, { name: 'the trail', maxUnanchoredMs: 9_999 * HOUR });
  return {
    ...report,
    found: report.findings.map(({ what, where }) => [what, where]),
    verdictOf: (id: string) =>
      checks.find((check) => check.id === id)?.verdict ?? notVerified.find((gap) => gap.id === id)?.because,
    isChosen: (id: string) => notVerified.find((gap) => gap.id === id)?.chosen,
  };
};

/** Record 4 and those after it say another time; their chain fits. */
const datedFrom4 = (ms: number) =>
  chained(
    records.map((record) =>
      record.number < 4 ? record : { ...record, recordedAt: iso(Date.parse(record.recordedAt) + ms) },
    ),
  );

describe('a record that was written in advance, found once its time has come', () => {
  test('by when the store got it', () => {
    const objects = storedInOrder(datedFrom4(200 * HOUR), (_, nth) => START + (nth + 1) * HOUR);
    expect(judge({ objects }).found).toEqual([4, 5, 6].map((number) => ['post-dated', keyOf(number)]));
  });

  test('by an anchor that knew it before, on a branch that has no times', () => {
    const objects = storedInOrder(datedFrom4(200 * HOUR), () => undefined);
    const [, , , , fifth] = objects;
    if (fifth === undefined) throw new Error('five records');
    const { findings } = judge({ objects, anchors: [anchorOf(fifth, 5, 'a locked bucket', START + 5 * HOUR)] });
    expect(findings).toMatchObject([
      { what: 'post-dated', where: keyOf(4), anchor: 'a locked bucket' },
      { what: 'post-dated', where: keyOf(5), anchor: 'a locked bucket' },
    ]);
  });

  test('clocks that are an hour ahead are none', () => {
    const objects = storedInOrder(datedFrom4(HOUR - 2_000), whenMade).map((one, nth) => ({
      ...one,
      modifiedMs: START + (nth + 1) * HOUR,
    }));
    expect(judge({ objects }).found).toEqual([]);
  });

  test('where neither the store nor an anchor says a time, nothing is known of it', () => {
    const { verdictOf } = judge({ objects: branch, anchors: [anchorOf(branch[5] as never, 6, 'a mail')] });
    expect(verdictOf('store-post-dated')).toContain('says no time');
    expect(judge({}).verdictOf('trail-post-dated')).toBe('pass');
  });
});

test('many anchors, of which each dates the records around it', () => {
  const anchors = bucket.map((object, nth) => anchorOf(object, nth + 1, `anchor ${nth + 1}`, START + (nth + 1) * HOUR));
  expect(judge({ anchors }).found).toEqual([]);
  // In any order, with one whose place says that it came two days late.
  const late = { ...(anchors[1] as (typeof anchors)[number]), atMs: START + 50 * HOUR, source: 'the late one' };
  const { findings } = judge({ anchors: [...anchors, late].reverse() });
  expect(findings.map(({ anchor, what, where }) => [what, where, anchor])).toEqual(
    [3, 4, 5, 6].map((number) => ['back-dated', keyOf(number), 'the late one']),
  );
});

describe('a store that shows what it ever had', () => {
  test('an honest one has no finding, and says that nothing was deleted or stored over', () => {
    const { found, verdictOf } = judge({ past });
    expect(found).toEqual([]);
    expect([verdictOf('trail-deleted'), verdictOf('trail-overwritten')]).toEqual(['pass', 'pass']);
  });

  test('the newest records, deleted before any anchor knew them', () => {
    const keys = everStored.map((one, nth) => (nth < 4 ? one : { ...one, isDeleted: true }));
    const { found, verdictOf } = judge({ objects: bucket.slice(0, 4), past: { keys, isWhole: true } });
    expect(found).toEqual([5, 6].map((number) => ['deleted', keyOf(number)]));
    expect(verdictOf('trail-deleted')).toBe('fail');
  });

  test('a record that was stored over soon after it came, with a chain that fits', () => {
    const objects = bucket.map((one, nth) =>
      nth < 5 ? one : { ...one, modifiedMs: (one.modifiedMs ?? 0) + 20 * 60_000 },
    );
    const keys = everStored.map((one, nth) => ({ ...one, isSame: nth < 5 }));
    const { findings, found } = judge({ objects, past: { keys, isWhole: true } });
    expect(found).toEqual([['overwritten', keyOf(6)]]);
    expect(findings).toMatchObject([{ message: expect.stringContaining('differ in size or ETag') }]);
  });

  test('a copy of the same bytes, stored days later, is no finding', () => {
    const objects = bucket.map((one) => ({ ...one, modifiedMs: (one.modifiedMs ?? 0) + 900 * HOUR }));
    expect(judge({ objects, past }).found).toEqual([]);
    expect(judge({ objects }).found).toEqual(bucket.map(({ key }) => ['stored-later', key]));
  });

  test('a copy does not hide that a record was there before its time', () => {
    const objects = storedInOrder(datedFrom4(200 * HOUR), whenMade);
    expect(judge({ objects, past }).found).toEqual([4, 5, 6].map((number) => ['post-dated', keyOf(number)]));
  });

  test('where a part of it leaves no trace, what is found fails, and the rest is not said', () => {
    const keys = everStored.map((one, nth) => ({ ...one, isDeleted: nth === 5 }));
    const { verdictOf } = judge({ objects: bucket.slice(0, 5), past: { keys, isWhole: false } });
    expect(verdictOf('trail-deleted')).toBe('fail');
    expect([verdictOf('trail-overwritten'), verdictOf('store-overwritten')]).toEqual([
      undefined,
      expect.stringContaining('versions were off'),
    ]);
  });

  test('times that are rounded, and what is no record, are none', () => {
    const objects = bucket.map((one) => ({ ...one, modifiedMs: (one.modifiedMs ?? 0) + 999 }));
    const notes = { key: 'records/notes.txt', firstMs: START, isDeleted: true, isSame: true };
    expect(judge({ objects, past: { keys: [...everStored, notes], isWhole: true } }).found).toEqual([]);
  });

  test.each([
    ['no-versions', 'the bucket keeps no versions'],
    [undefined, 'the store does not show what was there before'],
  ] as const)('where it does not (%s), nothing is said of it, by choice', (past, because) => {
    const { isChosen, verdictOf } = judge({ past });
    expect([verdictOf('store-deleted'), verdictOf('store-overwritten')]).toEqual([because, because]);
    expect(isChosen('store-deleted')).toBe(true);
  });

  test('a key that may not look was no choice: the checks themselves are open, as they are for anchors', () => {
    const { isChosen, verdictOf } = judge({ past: 'no-right' });
    const because = 'the key may not list deleted versions';
    expect([verdictOf('trail-deleted'), verdictOf('trail-overwritten')]).toEqual([because, because]);
    expect([isChosen('trail-deleted'), isChosen('trail-overwritten')]).toEqual([false, false]);
  });
});

describe('anchors in a place that shows no lock', () => {
  const loose = { ...anchorOf(bucket[5] as never, 6, 'an open bucket', START + 6 * HOUR), isLoose: true } as const;

  test('prove nothing, and leave the trail unknown', () => {
    const { anchored, verdictOf } = judge({ anchors: [loose] });
    expect(anchored).toBe(0);
    expect(verdictOf('trail-anchored')).toBe('unknown');
  });

  test('find tampering all the same', () => {
    expect(judge({ anchors: [loose], objects: bucket.slice(0, 5) }).found).toEqual([['cut-off', keyOf(6)]]);
  });

  test('do not take from what others prove', () => {
    const { anchored, verdictOf } = judge({ anchors: [loose, anchorOf(bucket[3] as never, 4, 'a mail')] });
    expect(anchored).toBe(4);
    expect(verdictOf('trail-anchored')).toBe('pass');
  });
});

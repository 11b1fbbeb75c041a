import { expect, test } from '@jest/globals';
import type { Anchor } from '../../src/trail/anchor.ts';
import { trailChecks } from '../../src/trail/checks.ts';
import type { TrailRecord } from '../../src/trail/record.ts';
import { judgeTrail } from '../../src/trail/verify.ts';
import { anchorOf, chained, chances, HOUR, iso, recordOf, START, storedInOrder } from './trails.ts';

const MINUTE = 60_000;
const SEEDS = Array.from({ length: 200 }, (_, nth) => nth + 1);

/**
 * A trail as honest jobs leave it: two runners whose clocks differ by up to four minutes, events that are recorded weeks
 * later, stores that took many tries, anchors that come late, twice, from several places, or not at all.
 */
function honestTrail(seed: number) {
  const chance = chances(seed);
  const ahead = [chance(), chance()].map((one) => (one - 0.5) * 4 * MINUTE);
  let now = START;
  const records: TrailRecord[] = [];
  for (let nth = 1, length = 1 + Math.floor(chance() * 40); nth <= length; nth++) {
    now += chance() < 0.3 ? chance() * 2_000 : chance() * 72 * HOUR;
    const recorded = now + (ahead[Math.floor(chance() * 2)] ?? 0);
    const happened = chance() < 0.4 ? recorded - chance() * 40 * 24 * HOUR : recorded;
    records.push({ ...recordOf(nth, recorded), happenedAt: iso(happened) });
  }
  const isBucket = chance() < 0.5;
  const slow = chance() < 0.3 ? 50 * MINUTE : 20_000;
  const objects = storedInOrder(chained(records), ({ recordedAt }) =>
    isBucket ? Date.parse(recordedAt) + chance() * slow : undefined,
  );
  const anchors = objects.flatMap((object, nth): Anchor[] => {
    if (chance() < 0.4) return [];
    const stored = object.modifiedMs ?? Date.parse(records[nth]?.recordedAt ?? '');
    const anchor = anchorOf(object, nth + 1, `place ${Math.floor(chance() * 3)}`, stored + chance() * 5 * MINUTE);
    const { atMs: _, ...undated } = anchor;
    return chance() < 0.2 ? [anchor, undated] : [chance() < 0.5 ? anchor : undated];
  });
  return { objects: mixed(objects, chance), anchors: mixed(anchors, chance), nowMs: now + 2 * HOUR };
}

function mixed<T>(list: readonly T[], chance: () => number): readonly T[] {
  return list
    .map((one) => [chance(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

test('two hundred honest trails have no finding', () => {
  for (const seed of SEEDS) {
    const facts = honestTrail(seed);
    const report = judgeTrail(facts);
    expect({ seed, findings: report.findings }).toEqual({ seed, findings: [] });
    const { checks } = trailChecks(facts, report, { name: 'the trail', maxUnanchoredMs: 35 * 24 * HOUR });
    expect({ seed, failed: checks.filter(({ verdict }) => verdict === 'fail') }).toEqual({ seed, failed: [] });
    expect(report.head?.number).toBe(facts.objects.length);
    expect(report.anchored).toBe(Math.max(0, ...facts.anchors.map(({ number }) => number)));
  }
});

test('each of them is red once any one of its records is changed', () => {
  for (const seed of SEEDS) {
    const facts = honestTrail(seed);
    const chance = chances(seed * 7_919);
    const victim = facts.objects[Math.floor(chance() * facts.objects.length)];
    const objects = facts.objects.map((one) =>
      one === victim
        ? { ...one, bytes: Buffer.from(Buffer.from(one.bytes).toString().replace('"actor":7', '"actor":8')) }
        : one,
    );
    const isLast = victim?.key === `records/${String(objects.length).padStart(9, '0')}.json`;
    const isKnown = facts.anchors.some(({ number }) => number === objects.length);
    // Nothing can show a change of the last record that no anchor knows yet.
    if (isLast && !isKnown) continue;
    expect({ seed, found: judgeTrail({ ...facts, objects }).findings.length > 0 }).toEqual({ seed, found: true });
  }
});

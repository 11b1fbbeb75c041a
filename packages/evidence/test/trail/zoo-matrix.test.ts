import { expect, test } from '@jest/globals';
import { trailChecks } from '../../src/trail/checks.ts';
import type { TrailRecord } from '../../src/trail/record.ts';
import { judgeTrail, type StoredRecord } from '../../src/trail/verify.ts';
import { anchorOf, chained, HOUR, iso, recordOf, START, storedInOrder } from './trails.ts';

const LENGTH = 12;
const NOW = START + (LENGTH + 2) * HOUR;
const honest = chained(Array.from({ length: LENGTH }, (_, nth) => recordOf(nth + 1)));
const asStored = storedInOrder(honest, ({ recordedAt }) => Date.parse(recordedAt) + 1_000);
const at = (number: number) => asStored[number - 1] as StoredRecord;
/** In a place that locks them: the newest, and one from before. */
const anchors = [
  anchorOf(at(5), 5, 's3://anchors/000000005', START + 5 * HOUR + 2_000),
  anchorOf(at(LENGTH), LENGTH, 's3://anchors/000000012', START + LENGTH * HOUR + 2_000),
];

const PLACES = { first: [1], middle: [7], last: [LENGTH], several: [3, 7, 10] } as const;

type Deed = (records: readonly TrailRecord[], numbers: readonly number[]) => readonly TrailRecord[];
const each =
  (change: (record: TrailRecord) => TrailRecord): Deed =>
  (records, numbers) =>
    records.map((record) => (numbers.includes(record.number) ? change(record) : record));
const earlier = (days: number) =>
  each((record) => ({
    ...record,
    recordedAt: iso(Date.parse(record.recordedAt) - days * 24 * HOUR),
    happenedAt: iso(Date.parse(record.happenedAt) - days * 24 * HOUR),
  }));

const DEEDS: Readonly<Record<string, Deed>> = {
  changed: each((record) => ({ ...record, verdict: 'fail' })),
  'given another person': each((record) => ({ ...record, actor: 99 })),
  removed: (records, numbers) => records.filter(({ number }) => !numbers.includes(number)),
  reordered: (records, numbers) => {
    const list = [...records];
    for (const number of numbers) {
      const [one, other] = [number - 1, number === LENGTH ? 0 : number];
      [list[one], list[other]] = [list[other] as TrailRecord, list[one] as TrailRecord];
    }
    return list;
  },
  'back-dated': earlier(30),
  'back-dated by half a day': earlier(0.5),
  forked: (records, numbers) =>
    records.map((record) =>
      record.number >= (numbers[0] ?? 1) ? { ...record, id: `other/${record.number}` } : record,
    ),
  'cut off': (records, numbers) => records.slice(0, (numbers[0] ?? 1) - 1),
  inserted: (records, numbers) =>
    records.flatMap((record) =>
      numbers.includes(record.number) ? [{ ...record, id: `new/${record.number}` }, record] : [record],
    ),
  doubled: (records, numbers) =>
    records.flatMap((record) => (numbers.includes(record.number) ? [record, record] : [record])),
};

/** How it is written back: as it is, with numbers that fit, or all of it with digests that fit too. */
const WAYS: Readonly<Record<string, (records: readonly TrailRecord[]) => readonly TrailRecord[]>> = {
  'in place': (records) => records,
  'with new numbers': (records) => records.map((record, nth) => ({ ...record, number: nth + 1 })),
  'with a chain that fits': chained,
};

/** A branch has no times; a bucket shows when what is new was stored. */
const STORES: Readonly<Record<string, (record: TrailRecord) => number | undefined>> = {
  'a branch': () => undefined,
  'a bucket': (record) => (honest.includes(record) ? Date.parse(record.recordedAt) + 1_000 : NOW),
};

/** What is appended after the newest anchor is what every writer does; that the same is there twice shows by itself. */
const isAppended = (deed: string, place: string) => deed === 'doubled' && place === 'last';

const CASES = Object.keys(DEEDS).flatMap((deed) =>
  Object.keys(PLACES)
    .filter((place) => !isAppended(deed, place))
    .flatMap((place) =>
      Object.keys(WAYS).flatMap((way) => Object.keys(STORES).map((store) => [deed, place, way, store] as const)),
    ),
);

test.each(CASES)('%s: %s record, %s, in %s, is found with the anchor that proves it', (deed, place, way, store) => {
  const changed = (WAYS[way] as (of: readonly TrailRecord[]) => readonly TrailRecord[])(
    (DEEDS[deed] as Deed)(honest, PLACES[place as keyof typeof PLACES]),
  );
  const objects = storedInOrder(changed, STORES[store] as (record: TrailRecord) => number | undefined);
  const facts = { objects, anchors, nowMs: NOW };
  const { findings } = judgeTrail(facts);
  const sources = anchors.map(({ source }) => source);
  expect(findings.filter(({ anchor }) => anchor !== undefined && sources.includes(anchor))).not.toEqual([]);
  // What people read names it too, and no run of it passes.
  const { checks } = trailChecks(facts, judgeTrail(facts), { name: 'the trail', maxUnanchoredMs: 35 * 24 * HOUR });
  const failed = checks.filter(({ verdict }) => verdict === 'fail');
  expect(failed.some(({ measured }) => sources.some((source) => measured.includes(source)))).toBe(true);
});

test('the newest record, appended once more, is found without an anchor', () => {
  const objects = storedInOrder(chained([...honest, honest[LENGTH - 1] as TrailRecord]), () => undefined);
  const { findings } = judgeTrail({ objects, anchors: [], nowMs: NOW });
  expect(findings).toEqual([expect.objectContaining({ what: 'repeated', where: 'records/000000013.json' })]);
});

test('what is appended with an old date is found by the time of the anchor before it', () => {
  const late = chained([...honest, recordOf(13, START + LENGTH * HOUR + 60_000)]);
  const dated = [...anchors, anchorOf(at(LENGTH), LENGTH, 's3://anchors/late', START + 40 * HOUR)];
  const objects = storedInOrder(late, () => undefined);
  const { findings } = judgeTrail({ objects, anchors: dated, nowMs: START + 41 * HOUR });
  expect(findings).toEqual([
    expect.objectContaining({ what: 'back-dated', where: 'records/000000013.json', anchor: 's3://anchors/late' }),
  ]);
});

const digestOfAt = (number: number) => anchorOf(at(number), number, '').digest;
const text = Buffer.from(at(7).bytes).toString('utf8');
/** Bytes that say the same to a lenient reader. */
const TRICKS: Readonly<Record<string, string | Buffer>> = {
  'a number with a fraction': text.replace('"actor":7', '"actor":7.0'),
  'a number with an exponent': text.replace('"actor":7', '"actor":7e0'),
  'a number below zero': text.replace('"actor":7', '"actor":-7'),
  'a number too large to be exact': text.replace('"actor":7', '"actor":9007199254740993'),
  'a number as text': text.replace('"actor":7', '"actor":"7"'),
  'an escaped letter': text.replace('"released"', '"releas\\u0065d"'),
  'an escaped slash': text.replace('production/web', 'production\\/web'),
  'a letter that looks alike': text.replace('production', 'prоduction'),
  'a letter that no one sees': text.replace('production', 'produc\u200btion'),
  'another form of a letter': text.replace('production', 'productio\u006e\u0303'),
  'text from right to left': text.replace('production', '\u202eproduction'),
  'half of a character': Buffer.from(text.replace('production', 'production\ud800'), 'utf8'),
  'an overlong form': Buffer.concat([
    Buffer.from(text.slice(0, 40)),
    Buffer.from([0xc0, 0xaf]),
    Buffer.from(text.slice(40)),
  ]),
  'a member twice, the good one last': text.replace('"verdict":"pass"', '"verdict":"fail","verdict":"pass"'),
  'a member twice, the good one first': text.replace('"verdict":"pass"', '"verdict":"pass","verdict":"fail"'),
  'a member __proto__': text.replace('{"actor"', '{"__proto__":{},"actor"'),
  'a line end of Windows': text.replace('\n', '\r\n'),
  'no line end': text.trimEnd(),
  'two line ends': `${text}\n`,
  'a blank after it': text.replace('\n', ' \n'),
  'a zero byte after it': Buffer.concat([Buffer.from(text), Buffer.from([0])]),
  'another record after it': text + text,
  'a byte order mark': `\uFEFF${text}`,
  'sixteen bits a letter': Buffer.from(text, 'utf16le'),
  'a list around it': `[${text.trimEnd()}]\n`,
  'more than a record can have': `${text.trimEnd().slice(0, -1)},"x":"${'x'.repeat(70_000)}"}\n`,
  'a time in another zone': text.replace(/T(\d\d):00:00\.000Z/, 'T$1:00:00.000+00:00'),
  'a time without milliseconds': text.replace('.000Z', 'Z'),
  'a day that is none': text.replace(/2026-03-01T/, '2026-02-29T'),
};

test.each(Object.keys(TRICKS))('bytes that say the same in another way: %s', (name) => {
  const bytes = Buffer.from(TRICKS[name] as Buffer);
  expect(bytes.equals(at(7).bytes)).toBe(false);
  const objects = asStored.map((object, nth) => (nth === 6 ? { ...object, bytes } : object));
  const { findings } = judgeTrail({ objects, anchors, nowMs: NOW });
  expect(findings).toContainEqual(
    expect.objectContaining({
      what: 'not-a-record',
      where: 'records/000000007.json',
      anchor: 's3://anchors/000000012',
    }),
  );
});

/** What someone does to anchors in place of the trail; the trail is honest, or cut at record 9. */
const cut = asStored.slice(0, 9);
test.each([
  [
    'two anchors that were swapped',
    asStored,
    [
      { number: 5, digest: digestOfAt(9) },
      { number: 9, digest: digestOfAt(5) },
    ],
    ['rewritten', 'rewritten'],
  ],
  ['an anchor of another trail', asStored, [{ number: 5, digest: 'a'.repeat(64) }], ['rewritten']],
  ['an anchor of another, longer trail', asStored, [{ number: 40, digest: 'a'.repeat(64) }], ['cut-off']],
  ['an anchor of the highest number', asStored, [{ number: 999_999_999, digest: 'a'.repeat(64) }], ['cut-off']],
  [
    'a false anchor next to the true one',
    asStored,
    [
      { number: 5, digest: digestOfAt(5) },
      { number: 5, digest: 'a'.repeat(64) },
    ],
    ['rewritten', 'anchors-disagree'],
  ],
  [
    'the newest anchor removed, another one left that knows more',
    cut,
    [
      { number: 5, digest: digestOfAt(5) },
      { number: 11, digest: digestOfAt(11) },
    ],
    ['cut-off'],
  ],
] as const)('%s is found', (_, objects, given, what) => {
  const { findings } = judgeTrail({ objects, anchors: given.map((one) => ({ ...one, source: 'x' })), nowMs: NOW });
  expect(findings.map((finding) => finding.what)).toEqual(what);
  expect(findings.map(({ anchor }) => anchor)).toEqual(what.map(() => 'x'));
});

test('an old anchor that is given again, and no newer one, proves no more than it did, and is unknown in time', () => {
  const facts = { objects: cut, anchors: [anchorOf(at(5), 5, 'an old mail')], nowMs: START + 60 * 24 * HOUR };
  const report = judgeTrail(facts);
  expect(report).toMatchObject({ findings: [], anchored: 5 });
  const { checks } = trailChecks(facts, report, { name: 'the trail', maxUnanchoredMs: 35 * 24 * HOUR });
  expect(checks.find(({ id }) => id === 'trail-anchored')).toMatchObject({ verdict: 'unknown', reason: 'anchor-old' });
});

test('a record with the highest number is found at once', () => {
  const far = { key: 'records/999999999.json', bytes: at(1).bytes, modifiedMs: undefined };
  const { findings } = judgeTrail({ objects: [...asStored, far], anchors, nowMs: NOW });
  expect(findings.map(({ what, where }) => [what, where])).toEqual([
    ['wrong-number', 'records/999999999.json'],
    ['missing', 'records/000000013.json to records/999999998.json'],
  ]);
});

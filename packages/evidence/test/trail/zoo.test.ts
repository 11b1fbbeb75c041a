import { expect, test } from '@jest/globals';
import { type Anchor, anchorLine, anchorsIn } from '../../src/trail/anchor.ts';
import type { Tampering } from '../../src/trail/finding.ts';
import { bytesOf, digestOf, keyOf, type TrailRecord } from '../../src/trail/record.ts';
import { judgeTrail, type StoredRecord } from '../../src/trail/verify.ts';
import { entry } from './entries.ts';

const START = Date.parse('2026-03-01T08:00:00.000Z');
const HOUR = 3_600_000;
const LENGTH = 12;

/** A chain as it is written: a record an hour. */
function chain(length = LENGTH, change: (record: TrailRecord) => TrailRecord = (record) => record): TrailRecord[] {
  const records: TrailRecord[] = [];
  for (let number = 1; number <= length; number++) {
    const last = records.at(-1);
    const at = new Date(START + number * HOUR).toISOString();
    const previous = last === undefined ? null : digestOf(bytesOf(last));
    const made = {
      ...entry(number),
      kind: 'lockstep-record/1',
      number,
      previous,
      recordedAt: at,
      happenedAt: at,
    } as const;
    records.push(change(made));
  }
  return records;
}

const stored = (records: readonly TrailRecord[]): StoredRecord[] =>
  records.map((record) => ({
    key: keyOf(record.number),
    bytes: bytesOf(record),
    modifiedMs: Date.parse(record.recordedAt) + 1_000,
  }));

const honest = stored(chain());
const anchorAt = (number: number, source = 'the channel'): Anchor => ({
  number,
  digest: digestOf(honest[number - 1]?.bytes ?? Buffer.alloc(0)),
  source,
});
const NOW = START + (LENGTH + 1) * HOUR;
const judge = (
  objects: readonly StoredRecord[],
  anchors: readonly Anchor[] = [anchorAt(5), anchorAt(LENGTH)],
  nowMs = NOW,
) => judgeTrail({ objects, anchors, nowMs });

/** The honest one, with record `at` (from 1) made anew. */
function with_(at: number, change: (record: TrailRecord) => unknown): StoredRecord[] {
  return honest.map((object, index) => {
    if (index !== at - 1) return object;
    const record = JSON.parse(Buffer.from(object.bytes).toString('utf8')) as TrailRecord;
    return { ...object, bytes: bytesOf(change(record) as TrailRecord) };
  });
}

/** All from `at` on are made anew, so that the chain holds by itself. */
function rewritten(at: number, change: (record: TrailRecord) => TrailRecord): StoredRecord[] {
  return stored(chain(LENGTH, (record) => (record.number === at ? change(record) : record)));
}

const without = (...numbers: readonly number[]) => honest.filter((_, index) => !numbers.includes(index + 1));
const swapped = (a: number, b: number) =>
  honest.map((object, index) => ({
    ...object,
    bytes: honest[index === a - 1 ? b - 1 : index === b - 1 ? a - 1 : index]?.bytes ?? object.bytes,
  }));
const text = (object: StoredRecord | undefined) => Buffer.from(object?.bytes ?? []).toString('utf8');
const replaced = (at: number, bytes: string | Uint8Array) =>
  honest.map((object, index) => (index === at - 1 ? { ...object, bytes: Buffer.from(bytes) } : object));

test('an honest chain has no finding, with anchors and without', () => {
  expect(judge(honest)).toMatchObject({ findings: [], anchored: LENGTH, head: { number: LENGTH } });
  expect(judge(honest, [])).toMatchObject({ findings: [], anchored: 0 });
  expect(judge(honest, [anchorAt(5)])).toMatchObject({ findings: [], anchored: 5 });
  expect(judge([], [])).toEqual({ findings: [], anchored: 0, looselyAnchored: 0, head: undefined });
});

const later = (record: TrailRecord, ms: number) => new Date(Date.parse(record.recordedAt) + ms).toISOString();

const ZOO: readonly (readonly [string, readonly StoredRecord[], Tampering, (readonly Anchor[])?])[] = [
  ['a verdict changed', with_(4, (record) => ({ ...record, verdict: 'fail' })), 'chain-broken'],
  ['a reason changed', with_(4, (record) => ({ ...record, reason: 'other' })), 'chain-broken'],
  ['an actor changed', with_(4, (record) => ({ ...record, actor: 99 })), 'chain-broken'],
  ['an actor taken away', with_(4, (record) => ({ ...record, actor: null })), 'chain-broken'],
  ['a file digest changed', with_(4, (record) => ({ ...record, files: { 'a.json': 'f'.repeat(64) } })), 'chain-broken'],
  ['a run changed', with_(4, (record) => ({ ...record, run: { id: 1, attempt: 2 } })), 'chain-broken'],
  ['the subject changed', with_(4, (record) => ({ ...record, subject: 'staging/web' })), 'chain-broken'],
  [
    'one byte of a digest in the chain changed',
    with_(4, (record) => ({ ...record, previous: 'a'.repeat(64) })),
    'chain-broken',
  ],
  ['a chain begun anew in the middle', with_(4, (record) => ({ ...record, previous: null })), 'chain-broken'],
  [
    'a first record that follows another',
    with_(1, (record) => ({ ...record, previous: 'a'.repeat(64) })),
    'chain-broken',
  ],
  ['the last record changed', with_(LENGTH, (record) => ({ ...record, verdict: 'fail' })), 'rewritten'],
  ['a record removed', without(4), 'missing'],
  ['several records removed', without(4, 5, 6), 'missing'],
  ['the first record removed', without(1), 'missing'],
  ['the last record cut off', without(LENGTH), 'cut-off'],
  ['all but the first cut off', honest.slice(0, 1), 'cut-off'],
  ['everything removed', [], 'cut-off'],
  ['two records swapped in place', swapped(4, 7), 'wrong-number'],
  ['two records swapped and numbered anew', with_(4, (record) => ({ ...record, id: 'entry/5' })), 'chain-broken'],
  ['all rewritten from one record on', rewritten(4, (record) => ({ ...record, verdict: 'fail' })), 'rewritten'],
  ['all rewritten from the first on', rewritten(1, (record) => ({ ...record, actor: 99 })), 'rewritten'],
  [
    'all rewritten after the anchor, stored later',
    rewritten(9, (record) => ({ ...record, actor: 99 })).map((object) => ({ ...object, modifiedMs: NOW })),
    'stored-later',
    [anchorAt(5)],
  ],
  [
    'a record of earlier than the one before it',
    rewritten(9, (record) => ({
      ...record,
      recordedAt: later(record, -20 * HOUR),
      happenedAt: later(record, -20 * HOUR),
    })),
    'back-dated',
    [anchorAt(5)],
  ],
  [
    'a record of the future',
    rewritten(LENGTH, (record) => ({ ...record, recordedAt: later(record, 99 * HOUR) })),
    'future-dated',
    [anchorAt(5)],
  ],
  [
    'recorded before it happened',
    rewritten(9, (record) => ({ ...record, happenedAt: later(record, 2 * HOUR) })),
    'recorded-before',
    [anchorAt(5)],
  ],
  [
    'an old time on a record that is stored now',
    honest.map((object, index) => (index === 8 ? { ...object, modifiedMs: NOW } : object)),
    'stored-later',
  ],
  ['one event recorded twice', rewritten(9, (record) => ({ ...record, id: 'entry/8' })), 'repeated', [anchorAt(5)]],
  [
    'an event played again',
    [
      ...honest,
      ...stored(chain(LENGTH + 1, (record) => (record.number > LENGTH ? { ...record, id: 'entry/3' } : record))).slice(
        LENGTH,
      ),
    ],
    'repeated',
  ],
  ['white space in a record', replaced(4, JSON.stringify(JSON.parse(text(honest[3])), null, 2)), 'not-a-record'],
  [
    'keys in another order',
    replaced(
      4,
      `${JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text(honest[3])) as object).reverse()))}\n`,
    ),
    'not-a-record',
  ],
  ['a member added', with_(4, (record) => ({ ...record, note: 'x' })), 'not-a-record'],
  [
    'a member hidden by one of the same name',
    replaced(4, text(honest[3]).replace('"actor":', '"actor":7,"actor":')),
    'not-a-record',
  ],
  ['a member removed', with_(4, ({ actor: _, ...record }) => record), 'not-a-record'],
  ['a name of a person in a text', with_(4, (record) => ({ ...record, subject: 'Jane Doe' })), 'not-a-record'],
  ['a mail address in a text', with_(4, (record) => ({ ...record, subject: 'jane@example.com' })), 'not-a-record'],
  ['half a record', replaced(4, text(honest[3]).slice(0, 80)), 'not-a-record'],
  ['an empty record', replaced(4, ''), 'not-a-record'],
  ['bytes that are no text', replaced(4, Buffer.from([0xff, 0xfe, 0, 1])), 'not-a-record'],
  ['a byte order mark', replaced(4, `\uFEFF${text(honest[3])}`), 'not-a-record'],
  [
    'a second record of the same number',
    [...honest, { ...(honest[3] as StoredRecord), key: 'records/000000004b.json' }],
    'foreign-object',
  ],
  [
    'a record with a shorter number',
    [...honest, { ...(honest[3] as StoredRecord), key: 'records/4.json' }],
    'foreign-object',
  ],
  [
    'anchors of two chains',
    honest,
    'anchors-disagree',
    [anchorAt(5), { ...anchorAt(5), digest: 'a'.repeat(64), source: 'a mail' }],
  ],
];

test('the zoo is large enough', () => {
  expect(ZOO.length).toBeGreaterThanOrEqual(25);
});

test.each(ZOO.map(([name, objects, what, anchors]) => [name, { objects, what, anchors }] as const))(
  '%s is found',
  (_, { objects, what, anchors }) => {
    const { findings } = judge(objects, anchors);
    expect(findings.map((finding) => finding.what)).toContain(what);
  },
);

test('a finding that an anchor proves names it', () => {
  const { findings } = judge(without(LENGTH));
  expect(findings).toEqual([expect.objectContaining({ what: 'cut-off', where: keyOf(LENGTH), anchor: 'the channel' })]);
});

test('clocks that differ a little, and slow stores, are no finding', () => {
  const objects = stored(
    chain(LENGTH, (record) =>
      record.number % 2 === 0
        ? { ...record, recordedAt: later(record, -HOUR - 60_000), happenedAt: later(record, -HOUR) }
        : record,
    ),
  ).map((object) => ({ ...object, modifiedMs: (object.modifiedMs ?? 0) + 50 * 60_000 }));
  expect(judge(objects, []).findings).toEqual([]);
});

test('an anchor is found again in whatever it was sent in', () => {
  const { digest, number } = anchorAt(5);
  const line = anchorLine({ digest, number });
  const message = `> *Released* ${line}, thanks\nlockstep-anchor 0 ${digest} lockstep-anchor 5 ${digest}aa`;
  expect(anchorsIn(message, 'the channel')).toEqual([anchorAt(5)]);
});

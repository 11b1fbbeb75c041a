import { expect, test } from '@jest/globals';
import { type GateFact, gateHistory } from '../../src/numbers/gates.ts';
import { numbersOf } from '../../src/numbers/numbers.ts';
import { numbersMarkdown } from '../../src/numbers/numbers-markdown.ts';
import { check, daysAgo, everything, listOf, NOW, recordOf } from '../controls/found.ts';

const DAY = 86_400_000;
const said = (gate: string, commit: string, verdict: GateFact['verdict'], nth = 0): GateFact => ({
  ...{ gate, commit, verdict, atMs: NOW - DAY + nth },
  run: `https://github.example/acme/shop/actions/runs/${nth}`,
});

test('a gate wavers where it says pass and fail of one commit; unknown wavers with nothing', () => {
  const history = gateHistory([
    said('types', 'a', 'pass', 1),
    said('types', 'b', 'fail', 2),
    said('tests', 'a', 'fail', 3),
    said('tests', 'a', 'pass', 4),
    said('tests', 'b', 'pass', 5),
    said('tests', 'b', 'pass', 6),
    said('audit', 'a', 'unknown', 7),
    said('audit', 'a', 'pass', 8),
    said('audit', 'a', 'pass', 8),
  ]);
  expect(history).toEqual([
    { gate: 'tests', passed: 3, failed: 1, unknown: 0, wavered: ['a'], judgedAgain: 2 },
    { gate: 'types', passed: 1, failed: 1, unknown: 0, wavered: [], judgedAgain: 0 },
    { gate: 'audit', passed: 1, failed: 0, unknown: 1, wavered: [], judgedAgain: 1 },
  ]);
});

test('two services of one commit are two things that a gate judged', () => {
  const of = (service: string, verdict: GateFact['verdict'], nth: number) => ({
    ...said('health-gate:pre', 'a', verdict, nth),
    service,
  });
  const known = { gate: 'health-gate:pre', unknown: 0 };
  // In one run, and at one moment.
  expect(gateHistory([of('web', 'pass', 1), of('api', 'fail', 1)])).toEqual([
    { ...known, passed: 1, failed: 1, wavered: [], judgedAgain: 0 },
  ]);
  expect(gateHistory([of('web', 'pass', 1), of('api', 'fail', 1), of('api', 'pass', 2)])).toEqual([
    { ...known, passed: 2, failed: 1, wavered: ['a'], judgedAgain: 1 },
  ]);
});

const restore = (verdict: 'pass' | 'fail', at: string) =>
  listOf([check('backup-restores', verdict), { ...check('restore-time', 'pass'), measured: '4 min 10 s' }], { at });
const lists = [
  restore('pass', daysAgo(3)),
  restore('fail', daysAgo(33)),
  restore('pass', daysAgo(93)),
  listOf([check('csp-present', 'fail'), check('hsts', 'pass')], {
    ...{ tool: { name: 'edge-audit', version: '1' }, at: daysAgo(2), subject: 'https://shop.example | <b>' },
    accept: [{ check: 'hsts', verdict: 'fail', reason: 'known' }],
  }),
].map((list) => ({ file: 'x.json', digest: '', list }));
const facts = {
  ...{ environment: 'production', service: 'web', window: { fromMs: NOW - 90 * DAY, toMs: NOW } },
  releases: ['a', 'b'].map((id) => ({
    ...{ id, service: 'web', commits: [], startedAt: null, preparedAt: null, approvedAt: null, begunAt: NOW - DAY },
    ...{ trafficAt: NOW - DAY, end: 'released' as const, endedAt: NOW - DAY, goneAt: null },
  })),
  sizes: [
    { release: 'a', commits: 4, files: 10, lines: 200 },
    { release: 'b', commits: null, files: null, lines: null },
    { release: 'older', commits: 99, files: 99, lines: 99 },
  ],
  gates: [said('tests', 'a', 'pass', 1), said('tests', 'a', 'fail', 2)],
  gaps: ['the newest 100 releases alone were read'],
};
const record = {
  ...everything().records[0],
  record: recordOf(2, { event: 'drill', subject: 'rollback/web', happenedAt: daysAgo(5) }),
};
const numbers = numbersOf(facts, lists, [{ file: 'r', digest: '', ...record }]);

test('drills and audits are of the window, the newest first, and each counts once', () => {
  expect(numbers.drills.map(({ measured, verdict, what }) => [what, verdict, measured])).toEqual([
    ['restore of a backup', 'pass', '4 min 10 s'],
    ['rollback/web', 'pass', ''],
    ['restore of a backup', 'fail', '4 min 10 s'],
  ]);
  expect(numbers.audits).toMatchObject([{ tool: 'edge-audit', passed: 1, failed: 1, unknown: 0, verdict: 'fail' }]);
});

test('a drill that is reported and recorded too is one, and a report that is of none is none, whatever was recorded of it', () => {
  const drill = { file: 'drill.json', digest: 'd'.repeat(64), list: restore('pass', daysAgo(3)) };
  const status = listOf([check('newest-backup', 'pass')], { at: daysAgo(2) });
  const aged = { file: 'status.json', digest: 'e'.repeat(64), list: status };
  const recorded = (nth: number, digest: string) => ({
    ...{ file: 'r', digest: '', ...everything().records[0] },
    record: recordOf(nth, { event: 'drill', subject: 'backup', happenedAt: daysAgo(nth), files: { 'x.json': digest } }),
  });
  const records = [recorded(3, drill.digest), recorded(2, aged.digest), recorded(5, 'f'.repeat(64))];
  const { audits, drills } = numbersOf(facts, [drill, aged], records);
  expect(drills.map(({ atMs, what }) => [what, (NOW - atMs) / DAY])).toEqual([
    ['restore of a backup', 3],
    ['backup', 5],
  ]);
  expect(audits).toHaveLength(1);
});

test('sizes are of the releases of the window, and what is not known is counted', () => {
  expect(numbers.sizes).toMatchObject({ commits: { count: 1, median: 4 }, lines: { median: 200 }, unknown: 1 });
});

test('what is shown says what it means, what is missing, and lets no word of others through', () => {
  const text = numbersMarkdown(numbers);
  expect(text).toContain('Missing: the newest 100 releases alone were read.');
  expect(text).toContain('Releases that ended as released within the window');
  expect(text).toContain('nothing to measure');
  expect(text).toMatch(/\| tests \| 1 \| 1 \| 0 \| 1 of 1 \|/);
  expect(text).not.toMatch(/[^\\]<b>/);
  expect(text).not.toMatch(/NaN|undefined|null/);
});

import { expect, test } from '@jest/globals';
import { makeCheckList } from '@lockstep/base';
import { KINDS } from '../../src/documents/names.ts';
import { DAY, digest, drills, judged, list, nowMs, reds, type World } from './example.ts';
import { RED, replaced } from './red.ts';

test('the documents of the example are whole, and each kind is among them', () => {
  expect(reds({})).toEqual([]);
  const { checks, notVerified } = judged();
  expect(notVerified).toEqual([]);
  expect(new Set(checks.map(({ what }) => what.split(':')[0]))).toEqual(new Set(KINDS));
  // They can be written as a list of checks.
  makeCheckList({ subject: 'documents', nowMs, run: null, tool: { name: 'documents', version: '1' }, checks });
});

test.each(RED)('%s %s', (kind, _what, change, found) => {
  const seen = reds({ change: { [kind]: change } });
  // Where a section goes, a table may go with it.
  if (found === 'sections or tables') expect(seen.some((one) => /headings|tables/.test(one))).toBe(true);
  else expect(seen).toEqual(found);
});

test.each(KINDS)('%s that is not there: the remedy is what writes it', (kind) => {
  const { checks } = judged({ change: { [kind]: () => undefined } });
  const [missing] = checks.filter(({ verdict }) => verdict === 'fail');
  expect(missing).toMatchObject({ reason: 'document-missing', what: expect.stringMatching(`^${kind}: `) });
  expect(missing?.remedy).toContain(kind === 'runbook' ? 'lockstep backup runbook' : 'lockstep init --documents');
});

test('a list of the first lines that is within itself is no text', () => {
  const change = { pentest: replaced(/^tester:.*$/m, 'tester: &who [*who]') };
  expect(reds({ change })).toEqual(['pentest pentest-facts fail facts-missing']);
});

test('a check names the line to correct, and nobody who is in the document', () => {
  const { checks } = judged({
    change: { contacts: replaced('| Fay Example | pager, schedule "first" |', '| Fay Example | |') },
  });
  const red = checks.filter(({ verdict }) => verdict === 'fail');
  expect(red).toMatchObject([{ where: { file: 'docs/compliance/contacts.md', line: 21 } }]);
  expect(JSON.stringify(checks)).not.toMatch(/Fay|Ada|pager/);
});

const months = (n: number): World => ({ nowMs: nowMs + n * 30 * DAY });

test('documents become too old, each in its time', () => {
  expect(reds(months(4)).filter((one) => one.includes(' reviewed '))).toEqual([
    'contacts reviewed fail review-overdue',
    'access-review reviewed fail review-overdue',
  ]);
  expect(reds(months(13)).filter((one) => one.includes(' reviewed '))).toHaveLength(KINDS.length);
});

test.each([
  ['in the east it has begun', '2026-12-10T10:30:00Z', []],
  ['it has begun nowhere', '2026-12-10T09:30:00Z', ['future']],
])('a day of tomorrow, where %s, for every day that a document has', (_what, now, found) => {
  const change = {
    'incident-response': replaced(/^reviewed:.*$/m, 'reviewed: 2026-12-11'),
    pentest: replaced('tested: 2026-10-12', 'tested: 2026-12-11'),
    'access-review': (text: string) => text.replaceAll(/2026-1[01]-\d\d/g, '2026-12-11'),
  };
  const seen = reds({ change, nowMs: Date.parse(now) }).filter((one) => /future|access-overdue/.test(one));
  expect([...new Set(seen.map(() => 'future'))]).toEqual(found);
  expect(seen.length).toBe(found.length === 0 ? 0 : 4);
});

const acknowledged = (change: object) => ({ drills: [drills[0] ?? {}, { ...drills[1], ...change }] });

test.each<[string, World, readonly string[]]>([
  [
    'no drill at all',
    { drills: [] },
    [
      'incident-response acknowledge-time unknown not-measured',
      'runbook recovery-time unknown not-measured',
      'runbook recovery-point unknown not-measured',
      'contacts contacts-reached unknown no-drill',
    ],
  ],
  [
    'no one acknowledged',
    acknowledged({ verdict: 'fail', acknowledgedMs: null }),
    ['incident-response acknowledge-time fail drill-failed', 'contacts contacts-reached fail not-reached'],
  ],
  [
    'it is not known whether someone acknowledged',
    acknowledged({ verdict: 'unknown', acknowledgedMs: null }),
    ['incident-response acknowledge-time unknown not-measured', 'contacts contacts-reached unknown drill-not-current'],
  ],
  [
    'a drill of long ago',
    acknowledged({ at: '2026-03-01T00:00:00.000Z' }),
    ['incident-response acknowledge-time unknown drill-too-old', 'contacts contacts-reached unknown drill-not-current'],
  ],
  [
    'a drill of the future',
    acknowledged({ at: '2027-03-01T00:00:00.000Z' }),
    ['incident-response acknowledge-time unknown drill-too-old', 'contacts contacts-reached unknown drill-not-current'],
  ],
  [
    'a newer drill that failed counts, not the older one that passed',
    {
      drills: [
        ...drills,
        { ...drills[0], verdict: 'fail', at: '2026-11-29T00:00:00.000Z', restoreMs: null, dataAgeMs: null },
      ],
    },
    ['runbook recovery-time fail drill-failed', 'runbook recovery-point fail drill-failed'],
  ],
])('%s', (_what, world, found) => {
  expect(reds(world)).toEqual(found);
});

test('policy decides which open finding blocks', () => {
  const open = { pentest: replaced('| medium | fixed |', '| medium | open |') };
  const at = (failsFrom: 'medium' | 'high' | 'none') => ({
    ...list,
    documents: list.documents.map((one) => ({ ...one, failsFrom })),
  });
  expect(reds({ change: open, list: at('high') })).toEqual([]);
  expect(reds({ change: open, list: at('none') })).toEqual([]);
  expect(reds({ change: open, list: at('medium') })).toEqual(['pentest pentest-findings fail findings-open']);
});

test('the report of a penetration test is compared where it is in the repository', () => {
  const change = {
    pentest: replaced(/^report:.*$/m, `report: sha256:${digest('the report')}\nreport-file: docs/pentest.pdf`),
  };
  const found = (value: string | null) => reds({ change, digests: new Map([['docs/pentest.pdf', value]]) });
  expect(found(digest('the report'))).toEqual([]);
  expect(found(digest('another'))).toEqual(['pentest pentest-report fail other-report']);
  expect(found(null)).toEqual(['pentest pentest-report unknown report-missing']);
});

test('a kind that is not listed is reported, and so is why one is not needed', () => {
  const some = list.documents.filter(({ kind }) => kind !== 'dpia' && kind !== 'retention');
  const { notVerified } = judged({ list: { documents: some, leftOut: [{ kind: 'dpia', because: 'assessed' }] } });
  expect(notVerified.map(({ because, chosen, what }) => [what, because, chosen])).toEqual([
    ['dpia', 'not needed: assessed', true],
    ['retention', 'it is not in the list of documents', true],
  ]);
});

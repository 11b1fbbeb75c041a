import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { incidentChecks } from '../../src/incidents/checks.ts';
import { clocksOf } from '../../src/incidents/clocks.ts';
import { DECISIONS, decisionsIn, INCIDENT_LABEL, type Incident, markIn, markOf } from '../../src/incidents/incident.ts';
import { planIncidents } from '../../src/incidents/plan-incidents.ts';
import { incidentRecords } from '../../src/incidents/records.ts';
import { subjectOf } from '../../src/incidents/subject.ts';
import { bodyOf, factsComment, postmortemOf } from '../../src/incidents/texts.ts';
import { timelineOf } from '../../src/incidents/timeline.ts';
import { timesOf } from '../../src/incidents/times.ts';
import type { ReleaseFacts } from '../../src/numbers/release-facts.ts';
import { subjectOf as recordOf } from '../../src/sources/entries.ts';
import { entryProblems } from '../../src/trail/read-record.ts';
import type { TrailEntry } from '../../src/trail/record.ts';

const T = Date.parse('2026-11-30T10:00:00Z');
const MIN = 60_000;
const HOUR = 60 * MIN;
const release = (change: Partial<ReleaseFacts>): ReleaseFacts => ({
  ...{
    id: '20261130T095500Z-0a1b2c',
    service: 'web',
    commits: [],
    startedAt: null,
    preparedAt: null,
    approvedAt: null,
  },
  ...{ begunAt: T - 5 * MIN, trafficAt: T, end: 'released', endedAt: T + 10 * MIN, goneAt: null },
  ...change,
});
const failed = release({ end: 'rolled-back', goneAt: T + 4 * MIN, endedAt: T + 6 * MIN });

const POLICY = {
  ...{ acknowledgeWithinMs: HOUR, hasReleases: true, postmortemWithinMs: 90 * 24 * HOUR },
  postmortems: { found: [], strays: [] },
};

const incident = (change: Partial<Incident> = {}): Incident => ({
  ...{ key: 'release/x', cause: 'failed-release', subject: 'production/web', release: 'x', number: 7, url: '' },
  ...{ startedMs: T, detectedMs: T + 4 * MIN, restoredMs: T + 4 * MIN, openedMs: T + 8 * MIN },
  ...{ acknowledgedMs: T + 20 * MIN, acknowledgedBy: 583, closedMs: null, closedBy: null },
  ...{ personalData: 'undecided', authorityNotified: false, peopleNotified: false },
  ...{ authorityNotifiedMs: null, peopleNotifiedMs: null },
  ...{ unclearLabels: [], copies: [], postmortem: 'open' },
  ...change,
});

test.each<[string, Partial<ReleaseFacts>, string | undefined]>([
  ['one that went well', {}, undefined],
  ['one that failed before users had it', { end: 'rolled-back', trafficAt: null, goneAt: null }, undefined],
  ['one that failed after users had it', failed, 'failed-release'],
  ['one that was undone in part', { ...failed, end: 'partly-rolled-back' }, 'failed-release'],
  ['one that was rolled back later', { goneAt: T + HOUR }, 'rollback'],
  ['one whose run was lost', { end: 'unresolved', endedAt: null }, 'lost-run'],
  [
    'one whose run was lost before users had it, as far as is known',
    { end: 'unresolved', trafficAt: null },
    'lost-run',
  ],
  ['one that is held: a person decides', { end: 'held', endedAt: null }, undefined],
  ['one that was held, and that a person closed', { end: 'closed', endedAt: null }, undefined],
  ['one that a person closed, and that was rolled back later', { end: 'closed', goneAt: T + HOUR }, 'rollback'],
  ['one that goes on', { end: 'open', endedAt: null }, undefined],
])('%s', (_what, change, cause) => {
  expect(planIncidents('production/web', [release(change)]).map((one) => one.cause)).toEqual(cause ? [cause] : []);
});

test('times: detected, acknowledged, restored; what is not known is null', () => {
  const [facts] = planIncidents('production/web', [failed]);
  expect(facts).toMatchObject({ startedMs: T, detectedMs: T + 4 * MIN, restoredMs: T + 4 * MIN });
  expect(timesOf(incident())).toEqual({ detectMs: 4 * MIN, acknowledgeMs: 12 * MIN, restoreMs: 4 * MIN });
  const open = incident({ startedMs: null, restoredMs: null, acknowledgedMs: null });
  expect(timesOf(open)).toEqual({ detectMs: null, acknowledgeMs: null, restoreMs: null });
});

/** So long after it was known. */
const notified = (who: 'authority' | 'people', afterMs: number): Partial<Incident> =>
  who === 'authority'
    ? { authorityNotified: true, authorityNotifiedMs: T + 4 * MIN + afterMs }
    : { peopleNotified: true, peopleNotifiedMs: T + 4 * MIN + afterMs };

describe('clocks', () => {
  const states = (change: Partial<Incident>, afterMs: number) =>
    clocksOf(incident(change), T + 4 * MIN + afterMs).map(({ state }) => state);
  test.each<[string, Partial<Incident>, number, readonly string[]]>([
    ['just before 72 hours', {}, 72 * HOUR - 1, ['running', 'running']],
    ['at 72 hours, undecided', {}, 72 * HOUR, ['undecided', 'running']],
    ['at 72 hours, affected', { personalData: 'affected' }, 72 * HOUR, ['overdue', 'running']],
    [
      'at 72 hours, notified before',
      { ...notified('authority', 72 * HOUR - 1), personalData: 'affected' },
      72 * HOUR,
      ['done', 'running'],
    ],
    [
      'notified at 72 hours, seen later',
      { ...notified('authority', 72 * HOUR), personalData: 'affected' },
      90 * HOUR,
      ['late', 'running'],
    ],
    ['notified late, undecided', notified('authority', 73 * HOUR), 74 * HOUR, ['late', 'running']],
    [
      'notified late, not affected',
      { ...notified('authority', 73 * HOUR), personalData: 'not-affected' },
      74 * HOUR,
      ['not-needed', 'not-needed'],
    ],
    ['notified, no one knows when', { authorityNotified: true }, 73 * HOUR, ['undated', 'running']],
    ['notified, no one knows when, and there is time', { authorityNotified: true }, 71 * HOUR, ['done', 'running']],
    ['detected before it was opened', { detectedMs: T - 70 * HOUR }, 2 * HOUR, ['undecided', 'running']],
    ['detected after it was opened', { detectedMs: T + 9 * HOUR }, 73 * HOUR, ['undecided', 'running']],
    ['at 72 hours, not affected', { personalData: 'not-affected' }, 72 * HOUR, ['not-needed', 'not-needed']],
    ['just before 60 days', notified('authority', HOUR), 1440 * HOUR - 1, ['done', 'running']],
    ['at 60 days', { ...notified('authority', HOUR), personalData: 'affected' }, 1440 * HOUR, ['done', 'overdue']],
    [
      'at 60 days, notified',
      { ...notified('authority', HOUR), ...notified('people', 1439 * HOUR), personalData: 'affected' },
      9e9,
      ['done', 'done'],
    ],
    [
      'both notified after 90 days',
      { ...notified('authority', 2160 * HOUR), ...notified('people', 2160 * HOUR), personalData: 'affected' },
      9e9,
      ['late', 'late'],
    ],
  ])('%s', (_what, change, afterMs, found) => {
    expect(states(change, afterMs)).toEqual(found);
  });
});

describe('checks', () => {
  const reds = (change: Partial<Incident>, afterMs: number) =>
    incidentChecks([incident(change)], POLICY, T + 8 * MIN + afterMs).flatMap(({ id, reason, verdict }) =>
      verdict === 'pass' ? [] : [`${id} ${verdict} ${reason}`],
    );
  test.each<[string, Partial<Incident>, number, readonly string[]]>([
    ['acknowledged, open', {}, HOUR, []],
    ['not yet acknowledged', { acknowledgedMs: null }, MIN, []],
    ['not acknowledged in time', { acknowledgedMs: null }, 2 * HOUR, ['incident/acknowledged fail not-acknowledged']],
    ['acknowledged late', { acknowledgedMs: T + 5 * HOUR }, 6 * HOUR, ['incident/acknowledged fail late']],
    ['closed by a person', { closedMs: T + HOUR, closedBy: 583 }, 2 * HOUR, []],
    ['closed by a machine', { closedMs: T + HOUR }, 2 * HOUR, ['incident/closed-by-person fail closed-by-machine']],
    ['labels that are unclear', { unclearLabels: ['x'] }, HOUR, ['incident/labels unknown labels-unclear']],
    ['an issue that was copied', { copies: [9] }, HOUR, ['incident/one-issue unknown copied']],
    ['undecided after 72 hours', {}, 73 * HOUR, ['incident/gdpr-33 unknown clock-undecided']],
    ['overdue', { personalData: 'affected' }, 73 * HOUR, ['incident/gdpr-33 fail clock-overdue']],
    ['notified late', notified('authority', 73 * HOUR), 74 * HOUR, ['incident/gdpr-33 fail clock-late']],
    [
      'notified, and when is not known',
      { authorityNotified: true },
      74 * HOUR,
      ['incident/gdpr-33 unknown clock-undated'],
    ],
    [
      'overdue twice',
      { personalData: 'affected' },
      1441 * HOUR,
      ['incident/gdpr-33 fail clock-overdue', 'incident/hipaa-404 fail clock-overdue'],
    ],
  ])('%s', (_what, change, afterMs, found) => {
    expect(reds(change, afterMs)).toEqual(found);
  });

  test('without incidents there is a check all the same', () => {
    expect(incidentChecks([], POLICY, T)).toMatchObject([
      { id: 'incident/known', verdict: 'pass' },
      { id: 'incident/postmortem', verdict: 'pass' },
    ]);
  });

  test('nothing at all is unknown', () => {
    expect(incidentChecks([], { ...POLICY, hasReleases: false }, T)).toMatchObject([
      { id: 'incident/known', verdict: 'unknown', reason: 'nothing-seen' },
      { id: 'incident/postmortem', verdict: 'unknown', reason: 'nothing-seen' },
    ]);
  });
});

test('the timeline is of the ledger, the issue, and the records about the same environment', () => {
  const record = (subject: string, atMs: number, event = 'migration' as const) => ({
    ...{ id: 'x', event, subject, verdict: 'pass' as const, reason: 'applied', actor: null, run: null, files: {} },
    happenedAt: new Date(atMs).toISOString(),
  });
  const records = [
    record('production/web', T + MIN),
    record('production', T + 2 * MIN),
    record('staging/web', T + 3 * MIN),
    record('production/web', T - 9 * HOUR),
  ];
  const closed = incident({ closedMs: T + HOUR, closedBy: 42 });
  const moments = timelineOf(closed, failed, records);
  expect(moments.map(({ atMs, what }) => `${(atMs - T) / MIN} ${what}`)).toEqual([
    `-5 release ${failed.id} began`,
    '0 users had the release',
    '1 recorded: migration, applied',
    '2 recorded: migration, applied',
    '4 users had the previous build again',
    '8 the incident was opened',
    '20 acknowledged by the person 583',
    '60 closed by the person 42',
  ]);
  const comment = factsComment(closed, moments, T + HOUR);
  for (const part of ['4 min', '12 min', '72 hours', '60 days', 'the person 42', 'Postmortem'])
    expect(comment).toContain(part);
  expect(postmortemOf(closed, moments)).toContain('[FILL IN: what made it possible');
});

test.each<[readonly string[], Incident['personalData'], readonly string[]]>([
  [['bug', 'lockstep-incident', 'no-personal-data'], 'not-affected', []],
  [['Personal-Data-Affected'], 'affected', []],
  [['personal-data-affected', 'no-personal-data'], 'affected', ['personal-data-affected', 'no-personal-data']],
  [['personal-data-effected'], 'undecided', ['personal-data-effected']],
  [['no_personal_data'], 'undecided', ['no_personal_data']],
  [['no-personal-dates'], 'undecided', []],
  [['authority notified'], 'undecided', ['authority notified']],
  [['personal-data', ''], 'undecided', []],
])('labels %j: %s, unclear %j', (labels, personalData, unclearLabels) => {
  expect(decisionsIn(labels)).toMatchObject({ personalData, unclearLabels });
});

test('an issue is known again by its mark, also below what people wrote, and one of a person has its number as its key', () => {
  const facts = { key: 'release/20261130T095500Z-0a1b2c', cause: 'rollback', subject: 'production/web' } as const;
  const body = bodyOf({ ...facts, release: null, startedMs: null, detectedMs: null, restoredMs: null });
  expect(body.startsWith(markOf(facts))).toBe(true);
  expect(markIn({ body, number: 1 })).toEqual(facts);
  expect(markIn({ body: `it was the cache\r\n${body.replaceAll('\n', '\r\n')}`, number: 1 })).toEqual(facts);
  expect(markIn({ body: `> ${body}`, number: 5 })).toEqual({
    key: 'issue/5',
    cause: 'by-hand',
    subject: undefined,
  });
});

test('records are ones of the audit trail, of each time at which it was closed', () => {
  const closed = incident({ closedMs: T + HOUR, closedBy: 42 });
  const records = incidentRecords(closed, { id: 1, attempt: 1 });
  expect(records.flatMap(entryProblems)).toEqual([]);
  expect(records.map(({ actor, id, reason, verdict }) => [id, verdict, reason, actor])).toEqual([
    ['incident/release/x/opened', 'fail', 'failed-release', null],
    ['incident/release/x/closed/20261130T110000Z', 'pass', 'closed', 42],
  ]);
});

test.each([
  ['Production EU', 'web', 'Production_EU/web'],
  ['Production – web', '', 'Production___web'],
  ["prod@eu's", 'a/b', 'prod_eu_s/a/b'],
  ['prod(1)*!~', 'web', 'prod_1____/web'],
])('an incident of %s, %j has its mark, its records and its timeline', (environment, service, recorded) => {
  const subject = subjectOf({ environment, service });
  const own = incident({ subject, closedMs: T + HOUR, closedBy: 42 });
  expect(markIn({ body: markOf(own), number: 1 })).toMatchObject({ key: 'release/x', subject });
  const records = incidentRecords(own, null);
  expect(records.flatMap(entryProblems)).toEqual([]);
  // As the ledger's own records have it, by which the timeline finds them.
  const line = { environment, service, releases: [], swaps: [] };
  expect(records.map((one) => one.subject)).toEqual([recorded, recorded]);
  expect(recordOf(line)).toBe(recorded);
  const swap = { ...records[0], id: 'x', event: 'rollback', reason: 'swapped', subject: recordOf(line) } as TrailEntry;
  const moments = timelineOf(own, undefined, [{ ...swap, happenedAt: new Date(T + MIN).toISOString() }]);
  expect(moments.map(({ what }) => what)).toContain('recorded: rollback, swapped');
});

test('an issue whose first line a person wrote anew, with signs that are no code, has its records all the same', () => {
  const records = incidentRecords(incident({ subject: 'prod%zz/web' }), null);
  expect(records.map(({ subject }) => subject)).toEqual(['prod_zz/web']);
});

test('the README creates each label by which people decide', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../../actions/evidence/README.md'), 'utf8');
  const [, labels = ''] = /^for label in ([^;]*); do$/m.exec(readme) ?? [];
  expect(labels.split(/[\s\\]+/).sort()).toEqual([INCIDENT_LABEL, ...Object.values(DECISIONS)].sort());
});

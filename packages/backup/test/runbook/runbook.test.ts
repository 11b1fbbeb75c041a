import { expect, test } from '@jest/globals';
import { InputError, type Verdict } from '@lockstep/base';
import { readPolicyFile } from '../../src/policy/policy-file.ts';
import { renderRunbook, runbookMark } from '../../src/runbook/document.ts';
import { judgeRunbook, type RunbookReality } from '../../src/runbook/judge.ts';
import type { DrillRecord } from '../../src/status/drill-record.ts';

const HOUR = 3_600_000;
const nowMs = Date.parse('2026-11-29T12:00:00Z');
const text = `
recovery: { max-data-age: 26h, max-restore-time: 2h }
runbook:
  owner: Platform team, platform@example.com
  restorers: [Ada Lovelace, Grace Hopper]
  key: the safe in Berlin | vault "Backups"
  store: s3://acme-backups/shop
  target: a new Supabase project in eu-central-1
  every: 24h
  reviewed: 2026-11-01
`;
const policy = readPolicyFile(text, 'backup.yml');
const read = (yaml: string) => readPolicyFile(yaml, 'backup.yml').runbook;
const runbook = read(text);
if (runbook === undefined) throw new Error('there is a runbook in it');

function drill(restoreMs: number | null, verdict: Verdict = 'pass', dataAgeMs: number | null = 9 * HOUR): DrillRecord {
  const backup = 'daily/20261129T030000Z-0a1b2c3d';
  return { kind: 'lockstep-drill/1', backup, verdict, at: '2026-11-29T11:00:00.000Z', restoreMs, dataAgeMs, run: null };
}

const render = (last: DrillRecord | undefined) =>
  renderRunbook({ runbook, recovery: policy.recovery, drill: last, policy: '.lockstep/backup.yml' });

const reality: RunbookReality = {
  ...{ runbook, recovery: policy.recovery, document: render(drill(10 * 60_000)), nowMs },
  ...{ place: 's3://acme-backups/shop/', everyMs: 24 * HOUR, drills: [drill(10 * 60_000)] },
};

const reds = (change: Partial<RunbookReality>) =>
  judgeRunbook({ ...reality, ...change }).flatMap(({ id, verdict, reason }) =>
    verdict === 'pass' ? [] : [`${id}: ${verdict}: ${reason}`],
  );

test('a runbook that is true passes every check', () => {
  expect(reds({})).toEqual([]);
  expect(judgeRunbook(reality)).toHaveLength(7);
});

test.each<[string, Partial<RunbookReality>, string[]]>([
  [
    'no document',
    { document: undefined },
    ['runbook-document: fail: runbook-missing', 'runbook-times: fail: no-times'],
  ],
  [
    'a document of someone',
    { document: '# How we restore\n' },
    ['runbook-document: fail: runbook-not-generated', 'runbook-times: fail: no-times'],
  ],
  [
    'settings that were changed since',
    { runbook: { ...runbook, key: 'somewhere else' } },
    ['runbook-document: fail: runbook-outdated'],
  ],
  [
    'a promise that was changed since',
    { recovery: { ...policy.recovery, maxRestoreMs: 3 * HOUR } },
    ['runbook-document: fail: runbook-outdated'],
  ],
  ['another store', { place: 's3://acme-backups/other' }, ['runbook-store: fail: other-store']],
  ['another schedule', { everyMs: 12 * HOUR }, ['runbook-schedule: fail: other-schedule']],
  ['half a year later', { nowMs: nowMs + 181 * 24 * HOUR }, ['runbook-review: fail: review-overdue']],
  ['a review that is to come', { nowMs: Date.parse('2026-10-31') }, ['runbook-review: fail: review-in-future']],
  [
    'a drill that took longer than it says',
    { drills: [drill(17 * 60_000)] },
    ['runbook-times: fail: slower-than-written'],
  ],
  ['a drill that took a little longer', { drills: [drill(14 * 60_000)] }, []],
  ['a drill that failed, before one that passed', { drills: [drill(null, 'fail'), drill(10 * 60_000)] }, []],
  [
    'no drill that passed',
    { drills: [drill(10 * 60_000, 'fail')] },
    ['runbook-times: unknown: not-measured', 'runbook-promise: unknown: not-measured'],
  ],
  [
    'a drill that took longer than promised',
    { drills: [drill(3 * HOUR)], document: render(drill(3 * HOUR)) },
    ['runbook-promise: fail: promise-not-kept'],
  ],
  [
    'data that was older than promised',
    { drills: [drill(10 * 60_000, 'pass', 27 * HOUR)] },
    ['runbook-promise: fail: promise-not-kept'],
  ],
  [
    'a drill that did not measure the age',
    { drills: [drill(10 * 60_000, 'pass', null)] },
    ['runbook-promise: unknown: not-measured'],
  ],
])('%s', (_what, change, expected) => {
  expect(reds(change)).toEqual(expected);
});

test('one person twice is one person', () => {
  const alone = { ...runbook, restorers: ['Ada', 'ada '] };
  const document = renderRunbook({ runbook: alone, recovery: policy.recovery, drill: drill(600_000), policy: 'p' });
  expect(reds({ runbook: alone, document })).toEqual(['runbook-people: fail: too-few-people']);
});

test('what it was written from is in its last line, and nothing in a setting can break the table', () => {
  const document = render(undefined);
  expect(runbookMark(document)).toMatchObject({ drill: null });
  expect(document).toContain('| the safe in Berlin \\| vault "Backups" |');
  expect(runbookMark(`${document}\nmore`)).toBeUndefined();
  expect(render(drill(10 * 60_000))).toMatchSnapshot();
});

test('what is missing or wrong in the section is said at once, and a key is no place of a key', () => {
  const wrong = `
runbook: { restorers: [1], key: AGE-SECRET-KEY-1QQQ, store: s3://b/p, every: daily, reviewed: soon, revew-every: 1d }`;
  let problems: readonly string[] = [];
  try {
    read(wrong);
  } catch (error) {
    problems = error instanceof InputError ? error.problems : [];
  }
  const named = problems.map((problem) => /runbook: "([\w-]+)"/.exec(problem)?.[1]);
  expect(named.sort()).toEqual(['every', 'key', 'owner', 'restorers', 'revew-every', 'reviewed', 'target']);
  expect(problems.join()).not.toContain('QQQ');
  expect(read('retention: { daily: 7d }')).toBeUndefined();
});

import type { Check, CheckList, Verdict } from '@lockstep/base';
import type { ControlMap } from '../../src/controls/control.ts';
import type { FoundEvidence } from '../../src/controls/found.ts';
import { readControls } from '../../src/controls/read-controls.ts';
import type { TrailRecord } from '../../src/trail/record.ts';
import { entry } from '../trail/entries.ts';

export const NOW = Date.parse('2026-11-30T12:00:00.000Z');
const DAY = 86_400_000;
export const daysAgo = (days: number) => new Date(NOW - days * DAY).toISOString();

export const MAP: ControlMap = readControls(
  `
version: 1
controls:
  - id: backup-drill
    framework: HIPAA
    title: Backups are restored and compared
    evidence:
      - checks: backup
        ids: [rows-equal, schema-*]
        max-age: 35d
  - id: releases-approved
    framework: SOC 2
    title: Releases are approved
    evidence:
      - record: approval
        subject: production/*
        max-age: 90d
      - document: docs/change-policy.md
        max-age: 365d
  - id: encryption-at-rest
    framework: HIPAA
    title: The provider encrypts what it stores
    evidence:
      - attestation: docs/baa.pdf
        until: 2027-03-31
  - id: workstations
    framework: HIPAA
    title: Workstations are locked
    not-collected: a repository cannot see workstations
exceptions:
  - control: releases-approved
    reason: the policy is being written
    owner: 7
    until: 2026-12-31
`,
  'controls.yml',
  NOW,
);

const HOSTILE = `=HYPERLINK("http://evil.example")<script>alert(1)</script> | @everyone [x](http://evil.example)`;

/** Words that would run, link or break a table where they were taken as they are. */
export const HOSTILE_MAP: ControlMap = readControls(
  JSON.stringify({
    version: 1,
    controls: [{ id: 'a', framework: HOSTILE, title: HOSTILE, 'not-collected': HOSTILE }],
  }),
  'controls.yml',
  NOW,
);

export function check(id: string, verdict: Verdict): Check {
  return { id, title: id, verdict, reason: 'seen', what: 'shop', measured: '', expected: '', remedy: '' };
}

export function listOf(checks: readonly Check[], changes: Partial<CheckList> = {}): CheckList {
  const tool = { name: 'backup', version: '1' };
  const run = 'https://github.example/acme/shop/actions/runs/1/attempts/1';
  return { kind: 'lockstep-checks/1', subject: 'shop', at: daysAgo(3), run, tool, checks, notVerified: [], ...changes };
}

export function recordOf(nth: number, changes: Partial<TrailRecord>): TrailRecord {
  return { ...entry(nth), kind: 'lockstep-record/1', number: nth, previous: null, recordedAt: daysAgo(1), ...changes };
}

const digest = (letter: string) => letter.repeat(64);

/** All that the map asks for, as it should be. */
export function everything(changes: Partial<FoundEvidence> = {}): FoundEvidence {
  return {
    lists: [
      {
        file: 'drill.json',
        digest: digest('a'),
        list: listOf([check('rows-equal', 'pass'), check('schema-equal', 'pass')]),
      },
    ],
    broken: [],
    runs: [],
    unread: {},
    records: [
      {
        file: 'records/000000001.json',
        digest: digest('b'),
        record: recordOf(1, { event: 'approval', subject: 'production/web', happenedAt: daysAgo(5) }),
      },
    ],
    files: new Map([
      [
        'docs/change-policy.md',
        {
          file: 'docs/change-policy.md',
          digest: digest('c'),
          reviewedAt: NOW - 30 * DAY,
          judged: { atMs: NOW, problems: [] },
        },
      ],
      ['docs/baa.pdf', { file: 'docs/baa.pdf', digest: digest('d'), reviewedAt: null, judged: null }],
    ]),
    ...changes,
  };
}

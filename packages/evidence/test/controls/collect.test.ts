import { describe, expect, test } from '@jest/globals';
import { collectEvidence } from '../../src/controls/collect.ts';
import type { FoundEvidence } from '../../src/controls/found.ts';
import { readControls } from '../../src/controls/read-controls.ts';
import { check, daysAgo, everything, listOf, MAP, NOW, recordOf } from './found.ts';

const states = (found: FoundEvidence, nowMs = NOW) =>
  Object.fromEntries(collectEvidence(MAP, found, nowMs).rows.map(({ control, state }) => [control.id, state]));
const GOOD = {
  'backup-drill': 'current',
  'releases-approved': 'current',
  'encryption-at-rest': 'current',
  workstations: 'not-collected',
};
const drill = (list: ReturnType<typeof listOf>, name = 'drill.json') => ({ file: name, digest: 'a'.repeat(64), list });
const good = listOf([check('rows-equal', 'pass'), check('schema-equal', 'pass')]);

test('where all of it is there, young and passed, it is current; the exception is not needed', () => {
  const report = collectEvidence(MAP, everything(), NOW);
  expect(states(everything())).toEqual(GOOD);
  expect(report).toMatchObject({ current: 3, idle: [{ control: 'releases-approved', why: 'not-needed' }] });
  expect(report.rows[0]?.rows[0]).toMatchObject({
    file: 'drill.json',
    digest: 'a'.repeat(64),
    verdict: 'pass',
    ageMs: 3 * 86_400_000,
    run: 'https://github.example/acme/shop/actions/runs/1/attempts/1',
    because: '2 of 2 checks passed',
  });
});

describe('of checks', () => {
  test.each<[string, FoundEvidence['lists'], string]>([
    ['one that failed', [drill(listOf([check('rows-equal', 'fail'), check('schema-equal', 'pass')]))], 'failing'],
    ['one that is unknown', [drill(listOf([check('rows-equal', 'unknown')]))], 'failing'],
    [
      'one that could not be verified',
      [
        drill(
          listOf([check('rows-equal', 'pass')], {
            notVerified: [{ id: 'schema-equal', what: '', because: 'no right', remedy: '', chosen: false }],
          }),
        ),
      ],
      'failing',
    ],
    [
      'one that the caller left out',
      [
        drill(
          listOf([check('rows-equal', 'pass')], {
            notVerified: [{ id: 'schema-equal', what: '', because: '', remedy: '', chosen: true }],
          }),
        ),
      ],
      'failing',
    ],
    ['a report that is too old', [drill({ ...good, at: daysAgo(36) })], 'stale'],
    ['a report of the future', [drill({ ...good, at: daysAgo(-1) })], 'failing'],
    ['one without a check that is asked for', [drill(listOf([check('rows-equal', 'pass')]))], 'missing'],
    [
      'two that have it together',
      [drill(listOf([check('rows-equal', 'pass')])), drill(listOf([check('schema-a', 'pass')]), 'other.json')],
      'current',
    ],
    [
      'two that have it together, of which one is too old',
      [
        drill(listOf([check('rows-equal', 'pass')])),
        drill(listOf([check('schema-a', 'pass')], { at: daysAgo(40) }), 'other.json'),
      ],
      'stale',
    ],
    [
      'a part that a newer one found failed',
      [drill(good), drill(listOf([check('schema-a', 'fail')], { at: daysAgo(1) }), 'other.json')],
      'failing',
    ],
    ['none at all', [], 'missing'],
    ['none of that tool', [drill({ ...good, tool: { name: 'edge-audit', version: '1' } })], 'missing'],
    ['none with such checks', [drill(listOf([check('nothing-left', 'pass')]))], 'missing'],
    [
      'a newer one that failed',
      [drill(good), drill(listOf([check('rows-equal', 'fail')], { at: daysAgo(1) }))],
      'failing',
    ],
    [
      'an older one that failed',
      [drill(good), drill(listOf([check('rows-equal', 'fail')], { at: daysAgo(9) }))],
      'current',
    ],
  ])('%s', (_, lists, state) => {
    expect(states(everything({ lists }))).toEqual({ ...GOOD, 'backup-drill': state });
  });
});

describe('of records and documents', () => {
  const approval = (changes: object) => [
    {
      file: 'r',
      digest: 'b'.repeat(64),
      record: recordOf(1, { event: 'approval', subject: 'production/web', happenedAt: daysAgo(5), ...changes }),
    },
  ];
  const GOOD_DOCUMENT = { atMs: NOW, problems: [] };
  const reviewedIn = (hours: number) => {
    const file = { file: 'x', digest: '', reviewedAt: NOW + hours * 3_600_000, judged: GOOD_DOCUMENT };
    return new Map([...everything().files, ['docs/change-policy.md', file]]);
  };
  test.each<[string, Partial<FoundEvidence>, string]>([
    ['an approval that is too old', { records: approval({ happenedAt: daysAgo(91) }) }, 'stale'],
    ['an approval that was refused', { records: approval({ verdict: 'fail' }) }, 'failing'],
    ['an approval of a service without a name', { records: approval({ subject: 'production' }) }, 'current'],
    [
      'an approval of an environment with a longer name',
      { records: approval({ subject: 'production-eu' }) },
      'missing',
    ],
    ['an approval of something else', { records: approval({ subject: 'staging/web' }) }, 'missing'],
    ['another event', { records: approval({ event: 'audit' }) }, 'missing'],
    ['a document that is not there', { files: new Map() }, 'missing'],
    [
      'a document that nobody reviewed',
      {
        files: new Map([
          ...everything().files,
          ['docs/change-policy.md', { file: '', digest: '', reviewedAt: null, judged: GOOD_DOCUMENT }],
        ]),
      },
      'stale',
    ],
    ['a document of a day that has begun in the east', { files: reviewedIn(14) }, 'current'],
    ['a document of a day that has begun nowhere', { files: reviewedIn(15) }, 'failing'],
    [
      'a document with a problem',
      {
        files: new Map([
          ...everything().files,
          [
            'docs/change-policy.md',
            { file: 'x', digest: '', reviewedAt: NOW, judged: { atMs: NOW, problems: ['it has no owner'] } },
          ],
        ]),
      },
      'failing',
    ],
  ])('%s', (_, changes, state) => {
    const found = states(everything(changes));
    expect(found['releases-approved']).toBe(state);
    const row = collectEvidence(MAP, everything(changes), NOW).rows[1];
    expect(row?.exception?.owner).toBe(state === 'current' ? undefined : 7);
  });

  describe('a document', () => {
    const [policy] = [...everything().files.values()];
    const files = (judged: { readonly atMs: number; readonly problems: readonly string[] } | null) =>
      new Map(policy === undefined ? [] : [[policy.file, { ...policy, judged }]]);
    const look = (changes: Partial<FoundEvidence>) => collectEvidence(MAP, everything(changes), NOW).rows[1]?.rows[1];
    const broken = {
      ...{ tool: 'documents', file: 'lockstep-documents/checks.json', digest: 'e'.repeat(64) },
      ...{ atMs: NOW - 1000, run: null, why: 'the archive has no end' },
    };

    test('that no report judged is missing, whatever it says of its review', () => {
      expect(look({ files: files(null) })).toMatchObject({
        ...{ state: 'missing', verdict: 'unknown', file: policy?.file },
        because: 'no report on documents has it',
      });
      const unread = { reports: 'GitHub refused' };
      expect(look({ files: files(null), unread })).toMatchObject({
        because: 'reports were not read: GitHub refused',
      });
    });

    test('is unknown where a newer report on documents cannot be read', () => {
      const old = files({ atMs: NOW - 2000, problems: [] });
      expect(look({ files: old })).toMatchObject({ state: 'current' });
      const unclear = { state: 'failing', verdict: 'unknown', because: broken.why };
      expect(look({ files: old, broken: [broken] })).toMatchObject(unclear);
      expect(look({ files: files(null), broken: [broken] })).toMatchObject(unclear);
      expect(look({ files: files({ atMs: NOW, problems: [] }), broken: [broken] })).toMatchObject({ state: 'current' });
      expect(look({ files: old, broken: [{ ...broken, tool: 'edge-audit' }] })).toMatchObject({ state: 'current' });
    });
  });

  test('an attestation ends with its day, and an exception too', () => {
    expect(states(everything(), Date.parse('2027-03-31T23:59:59Z'))['encryption-at-rest']).toBe('current');
    expect(states(everything(), Date.parse('2027-04-01T00:00:00Z'))['encryption-at-rest']).toBe('stale');
    const report = collectEvidence(MAP, everything({ records: [] }), Date.parse('2027-01-01T00:00:00Z'));
    expect(report.rows[1]?.exception).toBeUndefined();
    expect(report.idle).toMatchObject([{ control: 'releases-approved', why: 'over', until: '2026-12-31', line: 31 }]);
  });
});

describe('of runs of a workflow', () => {
  const map = readControls(
    JSON.stringify({
      version: 1,
      controls: [
        { id: 'a', framework: 'F', title: 'T', evidence: [{ workflow: 'lockstep-backup.yml', 'max-age': '2d' }] },
      ],
    }),
    'controls.yml',
    NOW,
  );
  const run = (conclusion: string, days: number, workflow = 'lockstep-backup.yml') => ({
    ...{ workflow, conclusion, endedMs: NOW - days * 86_400_000 },
    url: 'https://github.example/acme/shop/actions/runs/9',
  });
  test.each<[string, FoundEvidence['runs'], string]>([
    ['that succeeded', [run('success', 1)], 'current'],
    ['that succeeded too long ago', [run('success', 3)], 'stale'],
    ['of which the newest failed', [run('success', 1), run('failure', 0.5)], 'failing'],
    ['of which the newest was cancelled', [run('success', 1), run('cancelled', 0.5)], 'failing'],
    ['of which an older one failed', [run('failure', 1.5), run('success', 1)], 'current'],
    ['of another workflow', [run('success', 1, 'lockstep-drill.yml')], 'missing'],
  ])('%s', (_, runs, state) => {
    const [row] = collectEvidence(map, everything({ runs }), NOW).rows;
    expect(row?.state).toBe(state);
  });

  test('that could not be read are missing, and say so', () => {
    const [row] = collectEvidence(map, everything({ unread: { runs: 'GitHub refused' } }), NOW).rows;
    expect(row?.rows[0]).toMatchObject({ state: 'missing', because: 'runs were not read: GitHub refused' });
  });
});

test('a failure that somebody accepts does not fail, and is counted', () => {
  const accept = [{ check: 'schema-*', verdict: 'fail' as const, reason: 'known', until: '2026-12-31' }];
  const list = listOf([check('rows-equal', 'pass'), check('schema-equal', 'fail')], { accept });
  const look = (nowMs: number) => collectEvidence(MAP, everything({ lists: [drill(list)] }), nowMs).rows[0]?.rows[0];
  expect(look(NOW)).toMatchObject({ state: 'current', because: '1 of 2 checks passed, 1 accepted' });
  expect(look(Date.parse('2027-01-01T00:00:00Z'))).toMatchObject({ state: 'failing', verdict: 'fail' });
});

import { expect, test } from '@jest/globals';
import { makeCheckList } from '@lockstep/base';
import { KINDS } from '../../src/documents/kind.ts';
import { DAY, digest, drills, judged, list, nowMs, reds, type World } from './example.ts';

test('the documents of the example are whole, and each kind is among them', () => {
  expect(reds({})).toEqual([]);
  const { checks, notVerified } = judged();
  expect(notVerified).toEqual([]);
  expect(new Set(checks.map(({ what }) => what.split(':')[0]))).toEqual(new Set(KINDS));
  // They can be written as a list of checks.
  makeCheckList({ subject: 'documents', nowMs, run: null, tool: { name: 'documents', version: '1' }, checks });
});

type Change = (text: string) => string | undefined;
const replaced =
  (from: RegExp | string, to: string): Change =>
  (text) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${from} is not in the document`);
    return changed;
  };
/** Without a row of a table. */
const without = (start: string): Change => replaced(new RegExp(`^${start}.*\\n`, 'm'), '');

const RED: readonly (readonly [
  kind: string,
  what: string,
  change: Change,
  found: readonly string[] | 'sections or tables',
])[] = [
  ...KINDS.map((kind) => [kind, 'deleted', () => undefined, [`${kind} there fail document-missing`]] as const),
  ...KINDS.filter((kind) => kind !== 'runbook').flatMap((kind) => [
    [kind, 'without an owner', replaced(/^owner:.*$/m, 'owner: ""'), [`${kind} owner fail no-owner`]] as const,
    [kind, 'not reviewed', replaced(/^reviewed:.*$/m, ''), [`${kind} reviewed fail no-review`]] as const,
    [
      kind,
      'with text of the template',
      (text: string) => `${text}\n[FILL IN: who]\n`,
      [`${kind} filled fail template-text`],
    ] as const,
    [
      kind,
      'without its last section',
      (text: string) => text.replace(/\n## [^\n]*(?![\s\S]*\n## )/, '\n**Gone**'),
      'sections or tables',
    ] as const,
  ]),
  [
    'incident-response',
    'with first lines that are no YAML',
    replaced('owner: Technical lead', 'owner: [Technical'),
    [
      'incident-response owner fail facts-unreadable',
      'incident-response reviewed fail no-review',
      'incident-response acknowledge-time fail not-promised',
    ],
  ],
  [
    'incident-response',
    'with an empty section',
    replaced(/## Contain\n[\s\S]*?## Recover/, '## Contain\n\n<!-- later -->\n\n## Recover'),
    ['incident-response headings fail sections-empty'],
  ],
  [
    'incident-response',
    'reviewed in the future',
    replaced(/^reviewed:.*$/m, 'reviewed: 2026-12-24'),
    ['incident-response reviewed fail review-in-future'],
  ],
  [
    'incident-response',
    'reviewed on a day that is none',
    replaced(/^reviewed:.*$/m, 'reviewed: 2026-11-31'),
    ['incident-response reviewed fail no-review'],
  ],
  [
    'incident-response',
    'with TODO in a table',
    replaced('Payments fail, prescriptions work', 'TODO'),
    ['incident-response filled fail template-text'],
  ],
  [
    'incident-response',
    'which promises less than people take',
    replaced('acknowledge-within: 15m', 'acknowledge-within: 3m'),
    ['incident-response acknowledge-time fail slower-than-promised'],
  ],
  [
    'incident-response',
    'with a promise that is no duration',
    replaced('acknowledge-within: 15m', 'acknowledge-within: soon'),
    ['incident-response acknowledge-time fail not-promised'],
  ],
  [
    'contacts',
    'with one person in a role',
    without('\\| Data protection \\| Ada Example'),
    ['contacts people fail too-few-people'],
  ],
  [
    'contacts',
    'with the same person twice',
    replaced('| Data protection | Ada Example', '| Data protection | eli  example'),
    ['contacts people fail too-few-people'],
  ],
  [
    'contacts',
    'without a role',
    (text) => text.replace(/^\| Communication .*\n/gm, ''),
    ['contacts people fail roles-missing'],
  ],
  [
    'contacts',
    'with an empty cell',
    replaced('| Fay Example | pager, schedule "first" |', '| Fay Example | - |'),
    ['contacts tables fail cells-empty'],
  ],
  [
    'contacts',
    'with steps in the wrong order',
    replaced('| 2 | 15m |', '| 2 | 2h |'),
    ['contacts escalation fail steps-unordered'],
  ],
  [
    'contacts',
    'which escalates to no one',
    replaced('| 3 | 1h | Data protection |', '| 3 | 1h | Chief |'),
    ['contacts escalation fail role-unknown'],
  ],
  [
    'contacts',
    'with one step',
    (text) => text.replace(/^\| [23] \| .*\n/gm, ''),
    ['contacts tables fail too-few-rows', 'contacts escalation fail no-escalation'],
  ],
  [
    'contacts',
    'without a column',
    (text) => text.replaceAll('Reached by', 'How'),
    ['contacts tables fail columns-missing', 'contacts tables fail columns-missing'],
  ],
  ['dpia', 'with a high risk', replaced(/\| low \|\n/, '| high |\n'), ['dpia risks fail high-risk']],
  [
    'dpia',
    'with another word',
    replaced('| medium | high |', '| perhaps | high |'),
    ['dpia risks fail level-unreadable'],
  ],
  [
    'records-of-processing',
    'without the transfers of a row',
    replaced('United States, standard contractual clauses', ''),
    ['records-of-processing tables fail cells-empty'],
  ],
  [
    'processors',
    'with an agreement that has ended',
    replaced('| 2027-12-31 |', '| 2026-11-29 |'),
    ['processors agreements fail ended'],
  ],
  [
    'processors',
    'with an agreement that ends in words',
    replaced('| 2027-12-31 |', '| next year |'),
    ['processors agreements fail end-unreadable'],
  ],
  [
    'processors',
    'with an attestation of encryption that has ended',
    replaced('2027-06-30', '2026-06-30'),
    ['processors encryption-at-rest fail ended'],
  ],
  [
    'processors',
    'with an attestation without an end',
    replaced('2027-06-30', 'open-ended'),
    ['processors encryption-at-rest fail end-unreadable'],
  ],
  ['processors', 'without an attestation', without('\\| Vercel \\| SOC'), ['processors attested fail not-attested']],
  ['retention', 'without a schedule', (text) => text.replace(/^\| .*\n/gm, ''), 'sections or tables'],
  [
    'pentest',
    'of long ago',
    replaced('tested: 2026-10-12', 'tested: 2025-10-12'),
    ['pentest pentest-age fail test-too-old'],
  ],
  [
    'pentest',
    'of tomorrow',
    replaced('tested: 2026-10-12', 'tested: 2026-12-12'),
    ['pentest pentest-age fail test-in-future'],
  ],
  ['pentest', 'without a day', replaced('tested: 2026-10-12', ''), ['pentest pentest-age fail no-day']],
  [
    'pentest',
    'without a tester',
    replaced('tester: Example Security Ltd', ''),
    ['pentest pentest-facts fail facts-missing'],
  ],
  [
    'pentest',
    'with an empty scope',
    replaced('  - https://prescriptions.example', '  - ""'),
    ['pentest pentest-facts fail facts-missing'],
  ],
  [
    'pentest',
    'without a digest',
    replaced(/^report:.*$/m, 'report: see mail'),
    ['pentest pentest-report fail no-digest'],
  ],
  [
    'pentest',
    'with an open high finding',
    replaced('| high | fixed |', '| high | open |'),
    ['pentest pentest-findings fail findings-open'],
  ],
  [
    'pentest',
    'with a high finding that was accepted until yesterday',
    replaced('| high | fixed | |', '| high | accepted | 2026-11-29 |'),
    ['pentest pentest-findings fail findings-open'],
  ],
  [
    'pentest',
    'with a finding that is accepted without an end',
    replaced('| low | accepted | 2027-06-30 |', '| low | accepted | |'),
    ['pentest pentest-findings fail finding-unreadable'],
  ],
  ['pentest', 'without one of its findings', without('\\| PT-3'), ['pentest pentest-findings fail findings-uncounted']],
  [
    'pentest',
    'with a severity that is none',
    replaced('| high | fixed', '| bad | fixed'),
    ['pentest pentest-findings fail finding-unreadable'],
  ],
  [
    'access-review',
    'with a system that was reviewed long ago',
    replaced('2026-11-27', '2026-05-27'),
    ['access-review access-reviewed fail access-overdue'],
  ],
  [
    'access-review',
    'with another result',
    replaced('| unchanged |', '| fine |'),
    ['access-review access-reviewed fail row-unreadable'],
  ],
  [
    'runbook',
    'of a person',
    () => '# How we restore\n',
    [
      'runbook reviewed fail no-review',
      'runbook generated fail not-generated',
      'runbook people fail too-few-people',
      'runbook recovery-time fail not-promised',
      'runbook recovery-point fail not-promised',
    ],
  ],
  ['runbook', 'with one person', replaced('"people":2', '"people":1'), ['runbook people fail too-few-people']],
  [
    'runbook',
    'which promises too much',
    replaced('"maxRestoreMs":3600000', '"maxRestoreMs":60000'),
    ['runbook recovery-time fail slower-than-promised'],
  ],
  [
    'runbook',
    'which promises younger data',
    replaced('"maxDataAgeMs":93600000', '"maxDataAgeMs":3600000'),
    ['runbook recovery-point fail slower-than-promised'],
  ],
  [
    'runbook',
    'which promises nothing',
    replaced('"maxRestoreMs":3600000', '"maxRestoreMs":null'),
    ['runbook recovery-time fail not-promised'],
  ],
  [
    'runbook',
    'reviewed long ago',
    replaced('"reviewed":"2026-11-30"', '"reviewed":"2026-01-30"'),
    ['runbook reviewed fail review-overdue'],
  ],
];

test.each(RED)('%s %s', (kind, _what, change, found) => {
  const seen = reds({ change: { [kind]: change } });
  // Where a section goes, a table may go with it.
  if (found === 'sections or tables') expect(seen.some((one) => /headings|tables/.test(one))).toBe(true);
  else expect(seen).toEqual(found);
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

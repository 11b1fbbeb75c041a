import { KINDS } from '../../src/documents/names.ts';

export type Change = (text: string) => string | undefined;
export const replaced =
  (from: RegExp | string, to: string): Change =>
  (text) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${from} is not in the document`);
    return changed;
  };
/** Without a row of a table. */
const without = (start: string): Change => replaced(new RegExp(`^${start}.*\\n`, 'm'), '');

export const RED: readonly (readonly [
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
    'of another kind',
    replaced('kind: incident-response', 'kind: retention'),
    ['incident-response kind fail other-kind'],
  ],
  [
    'incident-response',
    'reviewed on a day of another order',
    replaced(/^reviewed:.*$/m, 'reviewed: 30.11.2026'),
    ['incident-response reviewed fail no-review'],
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

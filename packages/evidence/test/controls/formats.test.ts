import { expect, test } from '@jest/globals';
import { collectEvidence } from '../../src/controls/collect.ts';
import { CONTROL_FORMATS } from '../../src/controls/formats/all.ts';
import { check, everything, HOSTILE_MAP, listOf, MAP, NOW } from './found.ts';

const report = collectEvidence(
  MAP,
  everything({ lists: [{ file: 'drill.json', digest: 'a'.repeat(64), list: listOf([check('rows-equal', 'fail')]) }] }),
  NOW,
);
const rendered = (name: string, of = report) => CONTROL_FORMATS[name]?.(of) ?? '';

test('each says how many have current evidence, and none says more', () => {
  for (const [name, render] of Object.entries(CONTROL_FORMATS)) {
    const text = render(report);
    if (/json$|md$|html$/.test(name) && !name.includes('predicate'))
      expect(text).toContain('2 of 4 controls have current evidence');
    expect(text).not.toMatch(/complian(?:t|ce)|conform/i);
    expect(render(report)).toBe(text);
  }
});

test('the table has a row for each piece of evidence, with file, digest, age and run', () => {
  const [head, ...rows] = rendered('controls.csv').trimEnd().split('\r\n');
  expect(head).toBe(
    'framework,control,title,control state,evidence,evidence state,verdict,because,file,sha256,age,run,exception',
  );
  expect(rows).toHaveLength(5);
  expect(rows[0]).toBe(
    `HIPAA,backup-drill,Backups are restored and compared,failing,"checks of backup: rows-equal, schema-*",failing,fail,0 of 1 checks passed,drill.json,${'a'.repeat(64)},72 h,https://github.example/acme/shop/actions/runs/1/attempts/1,`,
  );
  expect(rows[4]).toContain('not collected,,a repository cannot see workstations');
});

test('what people read has file, digest, age, run and verdict of each piece of evidence too', () => {
  const run = 'https://github.example/acme/shop/actions/runs/1/attempts/1';
  const lines = rendered('controls.md').split('\n');
  const rows = lines.filter((line) => line.startsWith('| ') && !line.startsWith('| Control'));
  expect(rows).toHaveLength(5);
  const first = rows.find((line) => line.startsWith('| backup-drill'))?.split(' | ');
  expect(first?.slice(3, 9)).toEqual([
    'fail',
    '0 of 1 checks passed',
    'drill.json',
    'a'.repeat(64),
    '72 h',
    `[run](${run})`,
  ]);
  expect(rendered('controls.html')).toContain(
    `file drill.json, 72 h old<br>SHA-256 <code>${'a'.repeat(64)}</code><br>run <a href="${run}">${run}</a><br>verdict fail</p>`,
  );
  const { rows: controls } = JSON.parse(rendered('controls.json')) as { rows: { rows: object[] }[] };
  const all = controls.flatMap((control) => control.rows);
  expect(all).toContainEqual(
    expect.objectContaining({
      verdict: 'fail',
      file: 'drill.json',
      digest: 'a'.repeat(64),
      run,
      ageMs: 72 * 3_600_000,
    }),
  );
  expect(all).toHaveLength(4);
});

test('words of others neither run, nor link, nor break a table', () => {
  const hostile = collectEvidence(HOSTILE_MAP, everything(), NOW);
  expect(rendered('controls.html', hostile)).not.toContain('<script');
  expect(rendered('controls.csv', hostile).split('\r\n')[1]).toMatch(/^"'=HYPERLINK/);
  const markdown = rendered('controls.md', hostile);
  expect(markdown).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(|@everyone/);
  expect(markdown.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(2);
});

test.each([
  ...['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠SUM(A1)'],
  ...['\n=1+1', '\r\n=1+1', '\t=1+1', ' =1+1', '\0=1+1', '\u00A0=1+1', '\uFEFF=1+1', '\u001B=1+1', '\u200B=1+1'],
])('no spreadsheet runs a cell with %j', (title) => {
  const [control] = report.rows;
  if (control === undefined) throw new Error('there is none');
  const rows = [{ ...control, control: { ...control.control, title } }];
  const [, line = ''] = rendered('controls.csv', { ...report, rows }).split('\r\n');
  const cell = line.replace(/^HIPAA,backup-drill,/, '');
  expect(cell).toMatch(/^"?'[\s\p{Cf}]*[=+@＝＋－＠-]/u);
  expect(cell).not.toMatch(/\p{Cc}/u);
});

test('OSCAL has a finding for what is decided, and an observation for all', () => {
  const { results } = (JSON.parse(rendered('controls.oscal.json')) as { 'assessment-results': { results: object[] } })[
    'assessment-results'
  ];
  const [result] = results as { observations: object[]; findings: { title: string; target: { status: object } }[] }[];
  expect(result?.observations).toHaveLength(4);
  expect(result?.findings.map(({ target, title }) => [title, target.status])).toEqual([
    ['backup-drill', { state: 'not-satisfied', reason: 'fail' }],
    ['releases-approved', { state: 'satisfied', reason: 'pass' }],
    ['encryption-at-rest', { state: 'satisfied', reason: 'pass' }],
  ]);
});

test('OSCAL, which has no third answer, says of each unknown that it is one, and why', () => {
  const unknown = everything({
    lists: [{ file: 'drill.json', digest: 'a'.repeat(64), list: listOf([check('rows-equal', 'unknown')]) }],
    records: [],
  });
  interface Said {
    readonly title: string;
    readonly remarks?: string;
    readonly props?: readonly { readonly name: string; readonly value: string }[];
    readonly target?: { readonly status: object };
  }
  const { results } = (
    JSON.parse(rendered('controls.oscal.json', collectEvidence(MAP, unknown, NOW))) as {
      'assessment-results': { results: { observations: Said[]; findings: Said[] }[] };
    }
  )['assessment-results'];
  const { findings = [], observations = [] } = results[0] ?? {};
  const why = 'Unknown, because checks of backup: rows-equal, schema-*: undecided (0 of 1 checks passed)';
  expect(findings.map(({ target, title }) => [title, target?.status])).toEqual([
    ['backup-drill', { state: 'not-satisfied', reason: 'other', remarks: why }],
    ['encryption-at-rest', { state: 'satisfied', reason: 'pass' }],
  ]);
  const said = observations.map(({ props, remarks, title }) => [
    title,
    props?.find(({ name }) => name === 'verdict')?.value,
    remarks,
  ]);
  expect(said).toEqual([
    ['backup-drill', 'unknown', why],
    [
      'releases-approved',
      'unknown',
      'Unknown, because approval of production/* in the audit trail: missing (the audit trail has no approval of production/*)',
    ],
    ['encryption-at-rest', 'pass', undefined],
    ['workstations', 'unknown', 'Unknown, because nothing is collected: a repository cannot see workstations'],
  ]);
});

test('the predicate names what has current evidence', () => {
  expect(JSON.parse(rendered('controls.predicate.json'))).toEqual({
    verifier: { id: 'https://lockstep-ci.dev/evidence' },
    timeCreated: '2026-11-30T12:00:00.000Z',
    properties: ['EVIDENCE_CURRENT:releases-approved', 'EVIDENCE_CURRENT:encryption-at-rest'],
  });
});

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

test('words of others neither run, nor link, nor break a table', () => {
  const hostile = collectEvidence(HOSTILE_MAP, everything(), NOW);
  expect(rendered('controls.html', hostile)).not.toContain('<script');
  expect(rendered('controls.csv', hostile).split('\r\n')[1]).toMatch(/^"'=HYPERLINK/);
  const markdown = rendered('controls.md', hostile);
  expect(markdown).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(|@everyone/);
  expect(markdown.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(2);
});

test('OSCAL has a finding for what is decided, and an observation for all', () => {
  const { results } = (JSON.parse(rendered('controls.oscal.json')) as { 'assessment-results': { results: object[] } })[
    'assessment-results'
  ];
  const [result] = results as { observations: object[]; findings: { title: string; target: { status: object } }[] }[];
  expect(result?.observations).toHaveLength(4);
  expect(result?.findings.map(({ target, title }) => [title, target.status])).toEqual([
    ['backup-drill', { state: 'not-satisfied' }],
    ['releases-approved', { state: 'satisfied' }],
    ['encryption-at-rest', { state: 'satisfied' }],
  ]);
});

test('the predicate names what has current evidence', () => {
  expect(JSON.parse(rendered('controls.predicate.json'))).toEqual({
    verifier: { id: 'https://lockstep-ci.dev/evidence' },
    timeCreated: '2026-11-30T12:00:00.000Z',
    properties: ['EVIDENCE_CURRENT:releases-approved', 'EVIDENCE_CURRENT:encryption-at-rest'],
  });
});

import { expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { collectEvidence } from '../../src/controls/collect.ts';
import { CONTROL_FORMATS } from '../../src/controls/formats/all.ts';
import { numbersOf } from '../../src/numbers/numbers.ts';
import { numbersMarkdown } from '../../src/numbers/numbers-markdown.ts';
import { type Collected, collectedJson, readCollected } from '../../src/sources/collected.ts';
import { filesOf, foundFile } from '../../src/sources/found-files.ts';
import { check, daysAgo, everything, listOf, MAP, NOW } from '../controls/found.ts';

const collected = { at: new Date(NOW).toISOString(), found: everything(), numbers: null, notes: ['x'] };
/** Something in each of its parts. */
const whole: Collected = {
  ...collected,
  found: everything({
    broken: [{ file: 'b', digest: '', tool: 'edge-audit', atMs: NOW, run: null, why: 'cut' }],
    runs: [{ workflow: 'w.yml', conclusion: 'success', endedMs: NOW, url: 'https://github.example/runs/1' }],
    unread: { runs: 'refused' },
  }),
  numbers: {
    ...{ environment: 'production', service: 'web', window: { fromMs: NOW - 1000, toMs: NOW }, gaps: ['g'] },
    releases: [
      {
        ...{ id: 'r', service: 'web', begunAt: NOW - 500, end: 'released', endedAt: NOW - 400, goneAt: null },
        commits: [{ sha: 'abc', committedAt: NOW - 900, mergedAt: NOW - 800 }],
        ...{ startedAt: NOW - 600, preparedAt: NOW - 600, approvedAt: null, trafficAt: NOW - 450 },
      },
    ],
    sizes: [{ release: 'r', commits: 1, files: 2, lines: null }],
    gates: [{ gate: 'Types', commit: 'abc', verdict: 'pass', atMs: NOW, run: 'https://github.example/runs/2' }],
  },
};
const changed = (change: (data: Record<string, never>) => void) => {
  const data = JSON.parse(collectedJson(collected)) as Record<string, never>;
  change(data);
  return JSON.stringify(data);
};

test('what was collected is read again as it was', () => {
  expect(readCollected(collectedJson(collected), 'evidence.json')).toMatchObject(collected);
});

test.each<[string, string, string]>([
  ['no JSON', '{', 'not readable as JSON'],
  ['something else', '{}', 'no collected evidence'],
  ['no time', changed((data) => Object.assign(data, { at: 'now' })), 'at is not as it was written'],
  ['a part that is missing', changed((data) => Object.assign(data['found'] ?? {}, { lists: 1 })), 'found.lists is not'],
  [
    'a verdict that is none',
    changed((data) => Object.assign((data['found'] as never)['lists'][0]['list']['checks'][0], { verdict: 'great' })),
    'expected one of pass, fail, unknown',
  ],
  [
    'a record that is none',
    changed((data) => Object.assign((data['found'] as never)['records'][0]['record'], { actor: 'ann' })),
    'a record in it is none',
  ],
  ...(
    [
      ['lists', [null], 'found.lists[0]'],
      ['lists', [{}], 'found.lists[0].file'],
      ['runs', [null], 'found.runs[0]'],
      ['broken', [null], 'found.broken[0]'],
      ['records', [{}], 'found.records[0].file'],
      ['records', [{ file: 'r', digest: '' }], 'found.records[0].record'],
      ['files', { 'a.md': null }, 'found.files["a.md"]'],
    ] as const
  ).map(([part, value, at]): [string, string, string] => [
    `${part} with ${JSON.stringify(value)}`,
    changed((data) => Object.assign(data['found'] ?? {}, { [part]: value })),
    `${at} is not as it was written`,
  ]),
  ['numbers without a window', changed((data) => Object.assign(data, { numbers: {} })), 'numbers.environment is not'],
  ['a note that is none', changed((data) => Object.assign(data, { notes: [1] })), 'notes[0] is not'],
])('%s is refused', (_, text, why) => {
  expect(() => readCollected(text, 'evidence.json')).toThrow(why);
});

/** Each path to a value within. */
function pathsIn(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...at, name]))];
}

test('whichever value is another one, it is refused in one line or reported, and never a fault', () => {
  const text = collectedJson(whole);
  const paths = pathsIn(JSON.parse(text)).filter((path) => path.length > 0);
  expect(paths.length).toBeGreaterThan(80);
  let refused = 0;
  for (const path of paths)
    for (const other of [null, [], {}, [null], [{}], 'x', '', 7, 1e300, true]) {
      const data = JSON.parse(text);
      const parent = path.slice(0, -1).reduce((one, name) => one[name], data);
      parent[path.at(-1) ?? ''] = other;
      try {
        const read = readCollected(JSON.stringify(data), 'evidence.json');
        const controls = collectEvidence(MAP, read.found, Date.parse(read.at));
        for (const format of Object.values(CONTROL_FORMATS)) format(controls);
        if (read.numbers !== null) numbersMarkdown(numbersOf(read.numbers, read.found.lists, read.found.records));
      } catch (error) {
        if (!(error instanceof InputError))
          throw new Error(`${path.join('.')}: ${JSON.stringify(other)}`, { cause: error });
        refused++;
      }
    }
  expect(refused).toBeGreaterThan(500);
});

const file = 'docs/dpia.md';
const reviewed = (front: string) => foundFile(file, Buffer.from(front), []).reviewedAt;

test('a document says when it was reviewed, or does not', () => {
  expect(reviewed('---\nowner: 7\nreviewed: 2026-11-01\n---\n# DPIA\n')).toBe(Date.parse('2026-11-01'));
  for (const text of [
    '# DPIA',
    '---\nreviewed: soon\n---\n',
    '---\nreviewed: 2026-02-30\n---\n',
    '---\n[\n---\n',
    '%PDF-1.7',
  ])
    expect(reviewed(text)).toBeNull();
});

test('what is wrong with it, the newest report on documents says', () => {
  const list = (verdict: 'pass' | 'fail' | 'unknown', days: number) =>
    listOf(
      [{ ...check('document/owner', verdict), where: { file }, title: 'The document has an owner', measured: 'none' }],
      {
        ...{ tool: { name: 'documents', version: 'v1' }, at: daysAgo(days) },
      },
    );
  const problems = (...lists: ReturnType<typeof list>[]) => foundFile(file, Buffer.from(''), lists).judged?.problems;
  expect(problems(list('pass', 1), list('fail', 2))).toEqual([]);
  expect(problems(list('fail', 1), list('pass', 2))).toEqual(['not so: The document has an owner (none)']);
  expect(problems(list('unknown', 1))).toHaveLength(1);
  expect(foundFile('docs/other.md', Buffer.from(''), [list('fail', 1)]).judged).toBeNull();
  const other = { ...list('pass', 1), tool: { name: 'edge-audit', version: 'v1' } };
  expect(foundFile(file, Buffer.from(''), [other]).judged).toBeNull();
});

test('the files that controls name', () => {
  expect(filesOf(MAP.controls.flatMap(({ evidence }) => evidence))).toEqual(['docs/change-policy.md', 'docs/baa.pdf']);
});

import { expect, test } from '@jest/globals';
import { collectedJson, readCollected } from '../../src/sources/collected.ts';
import { filesOf, foundFile } from '../../src/sources/found-files.ts';
import { check, daysAgo, everything, listOf, MAP, NOW } from '../controls/found.ts';

const collected = { at: new Date(NOW).toISOString(), found: everything(), numbers: null, notes: ['x'] };
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
  ['no time', changed((data) => Object.assign(data, { at: 'now' })), 'no collected evidence'],
  ['a part that is missing', changed((data) => Object.assign(data['found'] ?? {}, { lists: 1 })), 'a part of it'],
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
])('%s is refused', (_, text, why) => {
  expect(() => readCollected(text, 'evidence.json')).toThrow(why);
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

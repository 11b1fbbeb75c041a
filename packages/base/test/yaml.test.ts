import { expect, test } from '@jest/globals';
import { LineCounter, parseDocument } from 'yaml';
import { InputError, lineFinder, readYaml } from '../src/index.ts';

const read = (text: string, remedy?: string) => readYaml({ LineCounter, parseDocument }, text, 'a.yml', remedy);

function problemsOf(text: string, remedy?: string): readonly string[] {
  try {
    read(text, remedy);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const TEXT = `a: 1
b:
  - first
  - name: second
    other: &o
      deep: 3
c: *o
"7": seven
8: eight
`;

test('data, and the line of each part of it', () => {
  const { data, lineOf } = read(TEXT);
  expect(data).toEqual({
    a: 1,
    b: ['first', { name: 'second', other: { deep: 3 } }],
    c: { deep: 3 },
    7: 'seven',
    8: 'eight',
  });
  const lines = [
    ['a'],
    ['b'],
    ['b', 0],
    ['b', 1],
    ['b', 1, 'other'],
    ['b', 1, 'other', 'deep'],
    ['c'],
    ['7'],
    ['8'],
    [8],
  ];
  expect(lines.map(lineOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9]);
});

test('what stands behind an alias is where it was written', () => {
  expect(read(TEXT).lineOf(['c', 'deep'])).toBe(6);
});

test('what is not there is looked for where it should be', () => {
  const { lineOf } = read(TEXT);
  expect([['z'], ['b', 9], ['b', 1, 'z'], ['a', 'z'], ['b', 'z'], []].map(lineOf)).toEqual([
    undefined,
    2,
    4,
    1,
    2,
    undefined,
  ]);
});

test.each([
  ['nothing', '', null],
  ['a comment', '# a\n', null],
  ['one word', 'word', 'word'],
  ['an empty list', '[]', []],
  ['an empty map', '{}', {}],
])('%s has data and no lines', (_what, text, data) => {
  const got = read(text);
  expect(got.data).toEqual(data);
  expect(got.lineOf(['a', 0])).toBeUndefined();
});

test('JSON has lines too', () => {
  expect(read('{\n  "a": [\n    1,\n    { "b": 2 }\n  ]\n}\n').lineOf(['a', 1, 'b'])).toBe(4);
});

test('a list as a key is passed over', () => {
  const { lineOf } = read('? [a, b]\n: 1\nc: 2\n');
  expect([lineOf(['a,b']), lineOf(['c'])]).toEqual([undefined, 3]);
});

const BLANKS = /; check the blanks at the beginning of this line and of the one above$/;

test.each([
  [
    'a tab',
    'a:\n\t- b\n',
    /^a\.yml: not readable as YAML \(line 2, column 1\): .*; indent with blanks, not with tabs$/,
  ],
  ['a name twice', 'a: 1\na: 2\n', /\(line 2, column 1\): Map keys must be unique; a name may be there once/],
  [
    'a second document',
    'a: 1\n---\na: 2\n',
    /\(line 2, column 1\): .*; remove this line: only what is above it would count/,
  ],
  ['a list without an end', 'a: [\n', BLANKS],
  ['a conflict', 'a: 1\n<<<<<<< HEAD\nb: 2\n', /^a\.yml \(line 2\): there is a merge conflict; resolve it first$/],
  ['an alias of nothing', 'a: *b\n', /^a\.yml: not readable as YAML: .*; check its aliases \(\*name\)$/],
  ['lists within lists', '['.repeat(100_000), /^a\.yml: not readable as YAML/],
])('%s is refused in one line', (_what, text, problem) => {
  expect(problemsOf(text)).toEqual([expect.stringMatching(problem)]);
  expect(problemsOf(text).join()).not.toContain('\n');
});

test('aliases of aliases do not fill the memory', () => {
  const names = [...'abcdefghi'];
  const text = names.map((name, nth) => {
    const below = names[nth - 1];
    return `${name}: &${name} [${below === undefined ? 'x' : Array(9).fill(`*${below}`).join(', ')}]\n`;
  });
  expect(problemsOf(text.join(''))).toEqual([expect.stringContaining('check its aliases')]);
});

test('each line that is no YAML is named once, with what to do of the caller', () => {
  const problems = problemsOf('a: "x\nb: }\n', 'use quotes');
  expect(problems.length).toBeGreaterThan(0);
  expect(new Set(problems.map((problem) => /line \d+/.exec(problem)?.[0])).size).toBe(problems.length);
  expect(problems.join()).toContain('; use quotes');
});

test.each([
  'a: *sekret\n',
  'a: !sekret {\n',
  'sekret: 1\nsekret: 2\n',
  'a: "sekret\n',
  'a: b: sekret\n',
  '&sekret &b c\n',
])('no value is shown of %j', (text) => {
  const problems = problemsOf(text);
  expect(problems).not.toEqual([]);
  expect(problems.join()).not.toContain('sekret');
});

test('lines of a text that the caller read himself', () => {
  const lineCounter = new LineCounter();
  const document = parseDocument('a: &a { b: 1 }\nc:\n  <<: *a\n  d: 2\n', { lineCounter, merge: true });
  expect(lineFinder(document, lineCounter)(['c', 'd'])).toBe(4);
});

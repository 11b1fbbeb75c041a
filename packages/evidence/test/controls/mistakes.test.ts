import { expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { readControls } from '../../src/controls/read-controls.ts';
import { NOW } from './found.ts';
import { control, exception, GOOD, HEAD, MISTAKES } from './mistakes.ts';

const FILE = '.lockstep/controls.yml';

function problemsOf(text: string): readonly string[] {
  try {
    readControls(text, FILE, NOW);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems;
  }
}

test.each(MISTAKES)('%s gets one line, with its place and what to do', (_, text, line) => {
  const problems = problemsOf(text);
  expect(problems).toContainEqual(expect.stringMatching(line));
  for (const problem of problems) {
    expect(problem).toMatch(/^\.lockstep\/controls\.yml(?::| \(line)/);
    expect(problem).not.toMatch(/\n|undefined|\[object|NaN/);
  }
  // One mistake is one line, but for a misspelt name: what it should have been is missing too.
  expect(problems.length).toBeLessThanOrEqual(/no such field|got (?:file|dokument)/.test(problems.join()) ? 2 : 1);
});

test('all of them are said at once', () => {
  const bad = MISTAKES.filter(
    ([, text]) =>
      text.startsWith(control('')) ||
      text.startsWith(`${HEAD}  - id: a\n    framework: F\n    title: T\n    evidence: [{`),
  );
  const items = bad.map(
    ([, text], nth) => text.slice(HEAD.length).split('exceptions:')[0]?.replace('id: a', `id: a${nth}`) ?? '',
  );
  expect(items.length).toBeGreaterThan(20);
  expect(problemsOf(HEAD + items.join('')).length).toBeGreaterThanOrEqual(items.length);
});

test.each([
  ['a byte order mark', `\uFEFF${GOOD}`],
  ['lines of Windows', GOOD.replaceAll('\n', '\r\n')],
  ['no line at the end', GOOD.trimEnd()],
  [
    'anchors',
    `${HEAD}  - { id: a, framework: &f F, title: T, not-collected: x }\n  - { id: b, framework: *f, title: T, not-collected: x }\n`,
  ],
  ['marks of a document around it', `---\n${GOOD}...\n`],
  ['JSON', JSON.stringify({ version: 1, controls: [{ id: 'a', framework: 'F', title: 'T', 'not-collected': 'x' }] })],
  ['an exception that has ended', exception('owner: 7, until: 2020-01-01')],
])('%s is no mistake', (_, text) => {
  expect(problemsOf(text)).toEqual([]);
});

test('a large map is read in a moment', () => {
  const many = Array.from(
    { length: 5_000 },
    (_, nth) => `  - { id: a${nth}, framework: F, title: T, not-collected: x }\n`,
  );
  expect(readControls(HEAD + many.join(''), FILE, NOW).controls).toHaveLength(5_000);
});

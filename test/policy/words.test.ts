import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Reasons } from '@lockstep/base';
import { actionNames } from '../../scripts/build.mjs';
import { printed, unreleased, userTexts } from './user-texts.ts';
import { AVOIDED, codesTooAlike, dialectIn } from './words.ts';

const root = join(import.meta.dirname, '..', '..');
const names: string[] = actionNames();
const reasonsFrom = async (name: string): Promise<Reasons> =>
  (await import(`../../actions/${name}/src/reasons.ts`)).reasons;

test('what users read speaks the words of the glossary', () => {
  const texts = userTexts(root);
  expect(texts.length).toBeGreaterThan(1000);
  const kinds = [
    'README.md',
    'actions/migrate/action.yml',
    'actions/migrate/src/reasons.ts',
    '.github/workflows/ci.yml',
  ];
  expect(texts.map(({ path }) => path)).toEqual(expect.arrayContaining(kinds));
  const found = texts.flatMap(({ path, line, text }) =>
    dialectIn(text).map((one) => ({ ...one, path, line: line + one.line - 1 })),
  );
  expect(found.map(({ path, line, found: word, use }) => `${path}:${line}: "${word}", better: ${use}`)).toEqual([]);
});

test.each(names)('no two codes of %s are read as one another', async (name) => {
  expect(codesTooAlike(Object.keys(await reasonsFrom(name)))).toEqual([]);
});

test('what the list says instead is not on the list', () => {
  expect(AVOIDED.flatMap(({ use }) => dialectIn(use))).toEqual([]);
});

describe('each kind of text is seen red', () => {
  const words = (text: string) => dialectIn(text).map(({ line, found }) => `${line}: ${found}`);

  test.each([
    ['an input', 'inputs:\n  hosts:\n    description: Hosts, one a line\n', ['3: one a line']],
    ['a name of a step', 'steps:\n  - name: Tell it\n', ['2: Tell']],
    ['a page', '# Rollback\n\nThe way\ndown is stored.\n', ['3: way down']],
    ['a comment over two lines', '# Nothing is taken\n# back here.\n', ['1: taken back']],
    ['a quote over two lines', '> It goes\n> back.\n', ['1: goes back']],
    ['capitals', 'Nobody may read it', ['1: Nobody']],
    ['a British word', 'the behaviour of a licence', ['1: behaviour', '1: licence']],
    ['plain words', 'A stand-in reports to no one; the down migration is stored next to it.', []],
    ['a part of a word', 'untellable besides the wished', ['1: wished']],
  ])('%s', (_kind, text, found) => {
    expect(words(text).sort()).toEqual([...found].sort());
  });

  test('texts of sources: quotes, templates and codes, not names or imports', () => {
    const source = [
      "import { tell } from 'somebody else';",
      "type T = 'told somebody';",
      "const beside = 'stands';",
      "log('it stands here');",
      'log(`$' + "{beside} lies in ${tell('x y')} it`);",
      "export const reasons = defineReasons({ 'taken-down': { verdict: 'pass' } });",
    ].join('\n');
    expect(printed(source)).toEqual([
      { line: 4, text: 'it stands here' },
      { line: 5, text: '… lies in … it' },
      { line: 5, text: 'x y' },
      { line: 6, text: 'taken down' },
    ]);
  });

  test('the changelog: what is not released yet', () => {
    const text = '# Changelog\n\n## Unreleased\n\nnew\n\n| `told` | `notified` |\n\n## 1.0.0\n\nold\n';
    expect(unreleased('CHANGELOG.md', text)).toMatchObject({ line: 3, text: '## Unreleased\n\nnew\n\n|\n' });
  });

  test('codes', () => {
    expect(codesTooAlike(['build-canceled', 'build-cancelled', 'built'])).toEqual([
      ['build-canceled', 'build-cancelled'],
    ]);
    expect(codesTooAlike(['overtook', 'overtaken', 'held', 'kept'])).toEqual([]);
    expect(codesTooAlike(['held', 'help'])).toEqual([['held', 'help']]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { documentKinds } from '../../src/documents/kinds.ts';
import { readMeasured } from '../../src/documents/measured.ts';
import { KINDS } from '../../src/documents/names.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { readDocumentList } from '../../src/documents/settings.ts';
import { list, ROOT } from './example.ts';

const TEMPLATES = join(ROOT, 'packages/starters/documents');

describe('the templates', () => {
  test('there is one for each kind but the runbook, which is generated, and the list names all', () => {
    expect(readdirSync(TEMPLATES).sort()).toEqual(
      [...KINDS.filter((kind) => kind !== 'runbook').map((kind) => `${kind}.md`), 'documents.yml'].sort(),
    );
    const named = readDocumentList(readFileSync(join(TEMPLATES, 'documents.yml'), 'utf8'), 'documents.yml');
    expect(named.documents.map(({ kind }) => kind)).toEqual(KINDS);
    expect(named).toEqual(list);
  });

  test.each(KINDS.filter((kind) => kind !== 'runbook'))(
    '%s has what its kind asks for, and is not filled in',
    (kind) => {
      const document = readDocument(`${kind}.md`, readFileSync(join(TEMPLATES, `${kind}.md`), 'utf8'));
      expect(document.factsProblem).toBe('');
      expect(document.facts['kind']).toBe(kind);
      expect(document.sections.map(({ heading }) => heading)).toEqual(
        expect.arrayContaining([...documentKinds[kind].headings]),
      );
      for (const { columns, heading } of documentKinds[kind].tables)
        expect(document.tables.filter((one) => one.heading === heading).map((one) => one.columns)).toContainEqual(
          columns,
        );
      expect(document.unfilled.length).toBeGreaterThan(3);
    },
  );
});

describe('a document', () => {
  const text = [
    '---',
    'owner: x',
    '---',
    '',
    '# A',
    '',
    '## B',
    '',
    '<!-- TODO: later -->',
    '',
    '### C',
    '',
    'words TBD',
    '',
  ];
  test('lines are those of the file, and what is in a comment is for who writes', () => {
    const { sections, unfilled } = readDocument('a.md', text.join('\n'));
    expect(sections).toEqual([
      { heading: 'A', line: 5, hasText: true },
      { heading: 'B', line: 7, hasText: true },
      { heading: 'C', line: 11, hasText: true },
    ]);
    expect(unfilled).toEqual([13]);
  });

  test('with the line ends of Windows and a byte-order mark it is the same', () => {
    const other = readDocument('a.md', `\uFEFF${text.join('\r\n')}`);
    expect(other).toEqual(readDocument('a.md', text.join('\n')));
  });

  test.each([
    ['empty', ''],
    ['only a line', '---'],
    ['first lines without an end', '---\nowner: x\n'],
    ['first lines that are a list', '---\n- a\n---\n'],
    ['an anchor that goes round', '---\na: &a [*a]\n---\n'],
    ['a table without rows', '| a |\n|---|\n'],
    ['a mark of a runbook that is cut', '<!-- lockstep-runbook: {"settings": -->'],
    ['a mark of a runbook of an earlier version', '<!-- lockstep-runbook: {"settings":"x","drill":null} -->'],
    ['deep lists', `${'- '.repeat(200)}x`],
    ['many brackets', '['.repeat(20_000)],
    ['quotes that are too deep', '>'.repeat(9_000)],
    ['an alias of nothing as a name', '---\n? { a: *b }\n: c\n---\n'],
  ])('%s is read', (_what, source) => {
    const { sections } = readDocument('a.md', source);
    expect(sections).toEqual([]);
  });
});

test('the list of documents: all that is wrong with it at once', () => {
  const wrong = [
    'version: 2',
    'documents:',
    '  dpia: ../elsewhere.md',
    '  pentest: { file: a.md, fails-from: bad }',
    '  contacts: { file: a.md, people: 3 }',
    '  insurance: a.md',
    '  retention: {}',
    '  runbook: { file: a.md, drilled-within: soon }',
    'other: 1',
  ].join('\n');
  const problems = () => {
    try {
      readDocumentList(wrong, 'documents.yml');
      return [];
    } catch (error) {
      return error instanceof InputError ? error.problems : [String(error)];
    }
  };
  expect(problems().map((one) => one.split(': expected')[0])).toMatchInlineSnapshot(`
[
  "documents.yml: "version" (line 1)",
  "documents.yml: "other" (line 9): no such field; known are documents, reviewed-within, version",
  "documents.yml: documents: dpia: "file" (line 3)",
  "documents.yml: documents: pentest: "fails-from" (line 4)",
  "documents.yml: documents: contacts: "people" (line 5): no such field; known are drilled-within, file, not-needed, reviewed-within, roles",
  "documents.yml: documents (line 6): there is no kind "insurance"; expected one of incident-response, runbook, contacts, dpia, records-of-processing, processors, retention, pentest, security-policy, access-review",
  "documents.yml: documents: retention: "file" (line 7): required, expected a path within the repository, or "not-needed"",
  "documents.yml: documents: runbook: "drilled-within" (line 8)",
]
`);
  expect(() => readDocumentList('documents: [', 'x')).toThrow(InputError);
  expect(() => readDocumentList('- a', 'x')).toThrow(InputError);
  expect(() => readDocumentList('version: 1', 'x')).toThrow(InputError);
});

test('records of drills: what is none is passed over', () => {
  const at = '2026-11-05T04:50:00.000Z';
  const good = { kind: 'lockstep-drill/1', verdict: 'pass', at, restoreMs: 5, dataAgeMs: null };
  const none = [null, 1, [], {}, { ...good, at: 'x' }, { ...good, verdict: 'fine' }, { ...good, kind: 'y' }];
  expect(readMeasured(none)).toEqual({ restore: undefined, dataAge: undefined, acknowledged: undefined });
  expect(readMeasured([...none, good])).toEqual({
    restore: { ms: 5, verdict: 'pass', atMs: Date.parse(at) },
    dataAge: { ms: null, verdict: 'pass', atMs: Date.parse(at) },
    acknowledged: undefined,
  });
});

/** Each line has ten times what the one before has. */
const BOMB = [
  'a: &a [x]',
  ...'b c d e f g'.split(' ').map((name, nth) => `${name}: &${name} [${tenOf('a b c d e f'.charAt(2 * nth))}]`),
].join('\n');

function tenOf(name: string): string {
  return Array.from({ length: 10 }, () => `*${name}`).join(',');
}

test.each([
  ['one that is no YAML', '---\nowner: ok\nreviewed: [2026\n---\n', /^not readable as YAML: /, 3],
  ['one with a colon in a text', '---\nowner: Team: Platform\n---\n', /^not readable as YAML: Nested mappings/, 2],
  ['one without an end', '---\nowner: x\n# Plan\n', /no second line ---/, 1],
  ['one below an empty line', '\n---\nowner: x\n---\n', /not the first of the file/, 1],
  ['one without its first line', 'owner: x\nreviewed: 2026-11-30\n---\n', /the first line is not ---/, 1],
  [
    'one with an alias of nothing',
    '---\nowner: *lead*\n---\n',
    /^not readable as YAML: Unresolved alias \(the anchor/,
    2,
  ],
  ['one with aliases of far too much', `---\n${BOMB}\n---\n`, /^not readable as YAML: Excessive alias count/, 2],
  ['one above quotes that are too deep', `---\nowner: x\n---\n${'>'.repeat(9_000)} x\n`, /too deep to read$/, 1],
  ['a list', '---\n- a\n---\n', /no map of names and values/, 2],
])('first lines: %s is a problem with its line', (_what, source, problem, line) => {
  const { factsLine, factsProblem } = readDocument('a.md', source);
  expect(factsProblem).toMatch(problem);
  expect(factsLine).toBe(line);
});

test.each([
  ['no first lines', '# Plan\n\nText\n\n---\n\nMore\n'],
  ['a rule as the first line', '---\n\n# Plan\n'],
])('%s are none', (_what, source) => {
  expect(readDocument('a.md', source).factsProblem).toBe('');
});

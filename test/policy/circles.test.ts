import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { circles, fileGraph, roomGraph } from './circles.ts';

const files = fileGraph(join(import.meta.dirname, '..', '..'));

test('no file imports itself round about', () => {
  expect(files.size).toBeGreaterThan(2_500);
  expect(circles(files)).toEqual([]);
});

test('no room of the migrations imports one that imports it', () => {
  const rooms = roomGraph(files, 'packages/migrations/src');
  expect([...rooms.keys()]).toEqual(expect.arrayContaining(['data-loss', 'parse', 'phase', 'sql', 'up']));
  expect(rooms.get('phase')).toContain('parse');
  expect(circles(rooms)).toEqual([]);
});

test.each([
  ['scripts', 'mjs'],
  ['test/policy', 'ts'],
  ['packages/health/test', 'ts'],
  ['actions/migrate/test/cases', 'ts'],
])('a circle in %s is one', (folder, ending) => {
  const [one, two] = [`${folder}/one.${ending}`, `${folder}/two.${ending}`];
  const graph = graphOf({ [one]: `import './two.${ending}';`, [two]: `import './one.${ending}';` });
  expect(circles(graph)).toEqual([[one, two]]);
});

/** The graph of files that exist only here. */
function graphOf(sources: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'circles-'));
  try {
    for (const [file, source] of Object.entries(sources)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), source);
    }
    return fileGraph(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const src = 'packages/health/src';

test.each<[string, Readonly<Record<string, string>>, string[][]]>([
  ['two files', { 'a.ts': "import { b } from './b.ts';", 'b.ts': "export * from './a.ts';" }, [['a.ts', 'b.ts']]],
  [
    'three, by their types alone, through folders',
    {
      'a.ts': "import type { B } from './x/b.ts';",
      'x/b.ts': "type C = import('../y/c.ts').C;",
      'y/c.ts': "export { type A } from '../a.ts';",
    },
    [['a.ts', 'x/b.ts', 'y/c.ts']],
  ],
  ['one that is loaded late', { 'a.ts': "await import('./b.ts');", 'b.ts': "import './a.ts';" }, [['a.ts', 'b.ts']]],
  ['a file and itself', { 'a.ts': "import { a } from './a.ts';" }, [['a.ts']]],
  [
    'two circles, and who merely stands at one',
    {
      'a.ts': "import './b.ts';",
      'b.ts': "import './a.ts'; import './c.ts';",
      'c.ts': "import './d.ts';",
      'd.ts': "import './c.ts';",
      'e.ts': "import './a.ts';",
    },
    [
      ['a.ts', 'b.ts'],
      ['c.ts', 'd.ts'],
    ],
  ],
  [
    'nothing where two ways lead to the same file',
    { 'a.ts': "import './b.ts'; import './c.ts';", 'b.ts': "import './d.ts';", 'c.ts': "import './d.ts';", 'd.ts': '' },
    [],
  ],
])('is found: %s', (_name, sources, expected) => {
  const graph = graphOf(Object.fromEntries(Object.entries(sources).map(([file, text]) => [`${src}/${file}`, text])));
  expect(circles(graph)).toEqual(expected.map((circle) => circle.map((file) => `${src}/${file}`)));
});

test('rooms that import each other are found, though no file does', () => {
  const graph = graphOf({
    [`${src}/index.ts`]: "import './up/a.ts';",
    [`${src}/up/a.ts`]: "import '../sql/b.ts'; import '../index.ts';",
    [`${src}/sql/b.ts`]: '',
    [`${src}/sql/deep/c.ts`]: "import type { D } from '../../up/d.ts';",
    [`${src}/up/d.ts`]: '',
  });
  expect(circles(roomGraph(graph, src))).toEqual([['sql', 'up']]);
});

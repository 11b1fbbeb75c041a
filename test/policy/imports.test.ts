import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { importProblem, importsBelow, specifiers } from './import-rules.ts';

const root = join(import.meta.dirname, '..', '..');

test('the sources import what the house allows', () => {
  const imports = importsBelow(root);
  expect(imports.length).toBeGreaterThan(100);
  const problems = imports.flatMap(({ importer, file, specifier }) => {
    const problem = importProblem(importer, specifier);
    return problem === undefined ? [] : [`${file} imports ${specifier}: ${problem}`];
  });
  expect(problems).toEqual([]);
});

test.each([
  ['packages/base', '@lockstep/health'],
  ['packages/base', 'node:fs'],
  ['packages/migrations', '@lockstep/vercel'],
  ['packages/health', '@lockstep/action-shell'],
  ['packages/github', '@actions/core'],
  ['packages/vercel', '@octokit/rest'],
  ['packages/action-shell', '@lockstep/github'],
  ['packages/action-shell', '@octokit/core'],
  ['actions/migrate', '@lockstep/proving-ground'],
  ['actions/migrate', '@lockstep/action-release'],
  ['actions/migrate', '@vercel/client'],
  ['actions/notify', '@actions/core'],
  ['packages/quality', '@actions/http-client'],
  ['packages/github', '@actions/core/lib/core.js'],
])('%s may not import %s', (importer, specifier) => {
  expect(importProblem(importer, specifier)).toBeDefined();
});

test.each([
  ['packages/migrations', '@lockstep/base'],
  ['packages/action-shell', '@actions/core'],
  ['packages/github', '@octokit/rest'],
  ['packages/vercel', '@vercel/client'],
  ['packages/proving-ground', '@lockstep/vercel'],
  ['actions/migrate', '@lockstep/migrations'],
  ['actions/migrate', 'node:path'],
])('%s may import %s', (importer, specifier) => {
  expect(importProblem(importer, specifier)).toBeUndefined();
});

test('every form of import is seen', () => {
  const source = `import a from 'a'; import 'b'; export * from "c"; import type { D } from 'd'; await import('e');
    require('f'); import g from './g.ts'; let h: import('h').H; await import(\`i\`); import(/* why */ 'j');
    require.resolve('k'); import {
      l,
    } from 'l';`;
  expect(specifiers(source)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', './g.ts', 'h', 'i', 'j', 'k', 'l']);
});

test('a way around the name of a package is seen, wherever it leads', () => {
  const root = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    const src = join(root, 'packages', 'health', 'src', 'deep');
    mkdirSync(src, { recursive: true });
    const source = ['../probe.ts', '../../src/gate.ts', '../../../vercel/src/client.ts', '../../test/app.ts'];
    writeFileSync(join(src, 'a.ts'), source.map((path) => `import '${path}';`).join('\n'));
    const found = importsBelow(root);
    expect(found.map(({ specifier }) => specifier)).toEqual(['../../../vercel/src/client.ts', '../../test/app.ts']);
    for (const { importer, specifier } of found) expect(importProblem(importer, specifier)).toBeDefined();
  } finally {
    rmSync(root, { recursive: true });
  }
});

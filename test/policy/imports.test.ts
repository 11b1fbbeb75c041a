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
  const source = `import a from 'a'; import 'b'; export * from "c"; import type { D } from 'd'; await import('e'); require('f'); import g from './g.ts'; import h from '../../../actions/x/src/h.ts';`;
  expect(specifiers(source)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', '../../../actions/x/src/h.ts']);
});

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
    const problem = importProblem(importer, specifier, file);
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
  ['packages/github', '@actions/github'],
  ['packages/vercel', '@octokit/rest'],
  ['packages/action-shell', '@lockstep/github'],
  ['packages/action-shell', '@octokit/core'],
  ['actions/migrate', '@lockstep/proving-ground'],
  ['actions/migrate', '@lockstep/proving-ground/scope'],
  ['actions/migrate', '@lockstep/workflow-runner'],
  ['packages/workflow-runner', '@lockstep/proving-ground'],
  ['packages/health', '@actions/workflow-parser'],
  ['actions/migrate', '@lockstep/action-release'],
  ['actions/migrate', '@vercel/client'],
  ['actions/notify', '@actions/core'],
  ['packages/quality', '@actions/http-client'],
  ['packages/github', '@actions/core/lib/core.js'],
  ['packages/github', '@actions/github'],
  ['packages/migrations', '@actions/exec'],
  ['packages/proving-ground', '@lockstep/action-release'],
  ['packages/proving-ground', '@lockstep/cli'],
  ['packages/action-shell', '@actions/expressions'],
  ['packages/health', 'pg'],
  ['actions/backup', 'aws4fetch'],
  ['packages/postgres', 'libpg-query'],
  // The floors: above, beside, and below but for others.
  ['packages/postgres', '@lockstep/migrations'],
  ['packages/postgres', '@lockstep/action-shell'],
  ['packages/postgres', '@lockstep/supabase'],
  ['packages/supabase', '@lockstep/postgres'],
  ['packages/supabase', '@lockstep/action-shell'],
  ['packages/supabase', '@lockstep/backup'],
  ['packages/action-shell', '@lockstep/postgres'],
  ['packages/action-shell', '@lockstep/action-kit'],
  ['packages/release-notes', '@lockstep/github'],
  ['packages/backup', '@lockstep/migrations'],
  ['packages/tenants', '@lockstep/action-shell'],
  ['packages/edge', '@lockstep/platform'],
  ['packages/contract', '@lockstep/evidence'],
  ['packages/github', '@lockstep/action-kit'],
  ['packages/action-kit', '@lockstep/cli'],
  ['packages/action-kit', '@lockstep/action-migrate'],
  ['actions/migrate', '@lockstep/cli'],
  ['actions/migrate', '@lockstep/postgres'],
  ['packages/cli', '@lockstep/action-migrate'],
  // Beside the house.
  ['packages/action-kit', '@lockstep/proving-ground'],
  ['packages/migrations', '@lockstep/proving-ground/postgres'],
  ['packages/cli', '@lockstep/workflow-runner'],
  ['packages/workflow-runner', '@lockstep/proving-ground'],
  ['packages/workflow-runner', '@lockstep/action-shell'],
  // Nobody said where it stands.
  ['packages/attic', '@lockstep/base'],
  ['actions/migrate', '@lockstep/attic'],
])('%s may not import %s', (importer, specifier) => {
  expect(importProblem(importer, specifier, `${importer}/src/run.ts`)).toBeDefined();
});

test.each([
  ['packages/migrations', '@lockstep/base'],
  ['packages/action-shell', '@actions/core'],
  ['packages/action-shell', '@actions/github/lib/context'],
  ['packages/action-shell', '@actions/exec'],
  ['packages/github', '@octokit/rest'],
  ['packages/vercel', '@vercel/client'],
  ['packages/proving-ground', '@lockstep/vercel'],
  ['packages/workflow-runner', '@lockstep/base'],
  ['packages/workflow-runner', '@actions/workflow-parser'],
  ['actions/migrate', '@lockstep/migrations'],
  ['actions/migrate', 'node:path'],
  ['actions/migrate', '@lockstep/action-kit'],
  ['actions/migrate', '@lockstep/action-shell'],
  ['packages/action-kit', '@lockstep/action-shell'],
  ['packages/action-kit', '@lockstep/postgres'],
  ['packages/action-kit', '@lockstep/migrations'],
  ['packages/action-shell', '@actions/github'],
  ['packages/cli', '@lockstep/action-kit'],
  ['packages/cli', '@lockstep/backup'],
  ['packages/migrations', '@lockstep/postgres'],
  ['packages/backup', '@lockstep/postgres'],
  ['packages/platform', '@lockstep/supabase'],
  ['packages/backup', '@lockstep/supabase'],
  ['packages/backup', 'aws4fetch'],
  ['packages/supabase', '@lockstep/base'],
  ['packages/health', '@lockstep/postgres'],
  ['packages/postgres', '@lockstep/base'],
  ['packages/postgres', 'pg'],
  ['packages/proving-ground', '@lockstep/workflow-runner'],
  ['packages/workflow-runner', '@lockstep/base'],
  ['packages/workflow-runner', '@actions/workflow-parser/model/workflow-template'],
])('%s may import %s', (importer, specifier) => {
  expect(importProblem(importer, specifier)).toBeUndefined();
});

test.each([
  ['packages/cli/src/commands/rehearse/find.ts', true],
  ['packages/cli/src/commands/rehearse.ts', false],
  ['packages/cli/src/commands/explain.ts', false],
  ['packages/cli/src/rehearsed.ts', false],
  ['actions/migrate/src/rehearse.ts', false],
])(
  'of the command, only what rehearses imports the package for it, and nothing the proving ground: %s',
  (file, isAllowed) => {
    const importer = file.split('/').slice(0, 2).join('/');
    expect(importProblem(importer, '@lockstep-ci/rehearse', file) === undefined).toBe(isAllowed);
    for (const specifier of ['@lockstep/proving-ground', '@lockstep/workflow-runner'])
      expect(importProblem(importer, specifier, file)).toBeDefined();
  },
);

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

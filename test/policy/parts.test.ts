import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { closure, doorsOf, loading, type Part, partProblems, sourcesOf } from './parts.ts';

const root = join(import.meta.dirname, '..', '..');

const BASE = '@lockstep/base';
const RUNNER = '@lockstep/workflow-runner';

const PARTS: Readonly<Record<string, readonly Part[]>> = {
  'proving-ground': [
    { name: 'scope', on: [], outside: [BASE, RUNNER] },
    { name: 'clock', on: [], outside: [BASE] },
    { name: 'net', on: [], outside: [] },
    { name: 'tls', on: [], outside: ['selfsigned'] },
    { name: 'proxy', on: ['net', 'scope'], outside: [] },
    { name: 'faults', on: [], outside: [] },
    { name: 'http', on: ['faults', 'net'], outside: [] },
    { name: 'postgres', on: ['scope', 'tls'], outside: [BASE, 'pg'] },
    { name: 'openapi', on: [], outside: ['ajv'] },
    { name: 'github', on: ['faults', 'http', 'openapi'], outside: [] },
    { name: 'supabase', on: ['faults', 'http', 'openapi'], outside: [] },
    { name: 'reader', on: ['faults', 'http', 'openapi'], outside: [] },
    { name: 'sentry', on: ['faults', 'http', 'openapi', 'reader'], outside: [] },
    { name: 'stripe', on: ['faults', 'openapi', 'reader'], outside: [] },
    { name: 'slack', on: ['faults', 'http'], outside: [] },
    { name: 'webhooks', on: ['faults', 'http'], outside: [] },
    { name: 'mail', on: [], outside: ['postal-mime', 'smtp-server'] },
    { name: 'object-store', on: ['faults', 'http'], outside: ['saxes'] },
    { name: 'edge', on: ['faults', 'net', 'scope'], outside: [] },
    { name: 'vercel', on: ['edge', 'faults', 'http', 'scope'], outside: [] },
    { name: 'app', on: [], outside: [] },
    { name: 'traffic', on: [], outside: [BASE] },
    { name: 'action', on: [], outside: [RUNNER] },
    {
      name: 'ground',
      on: ['action', 'edge', 'faults', 'github', 'http', 'postgres', 'scope', 'slack', 'traffic', 'vercel'],
      outside: [BASE, RUNNER],
    },
    { name: 'demo', on: ['app', 'faults', 'ground', 'scope', 'traffic'], outside: [BASE, RUNNER] },
    {
      name: 'rehearsal',
      on: ['action', 'ground', 'postgres', 'scope', 'traffic', 'vercel'],
      outside: [BASE, RUNNER, 'yaml'],
    },
  ],
  'workflow-runner': [
    { name: 'console', on: [], outside: [] },
    { name: 'reaper', on: [], outside: [] },
    { name: 'machine', on: ['reaper'], outside: [] },
    { name: 'expressions', on: [], outside: ['@actions/expressions', '@actions/workflow-parser', 'yaml'] },
    { name: 'builtin', on: [], outside: [BASE] },
    { name: 'parse', on: ['builtin', 'expressions'], outside: [BASE, '@actions/workflow-parser', 'yaml'] },
    {
      name: 'plan',
      on: ['builtin', 'console', 'expressions', 'machine', 'parse'],
      outside: [BASE, '@actions/expressions', '@actions/workflow-parser'],
    },
    {
      name: 'step',
      on: ['console', 'expressions', 'machine', 'parse', 'plan'],
      outside: ['@actions/workflow-parser'],
    },
    {
      name: 'job',
      on: ['builtin', 'console', 'expressions', 'machine', 'parse', 'plan', 'step'],
      outside: ['@actions/workflow-parser'],
    },
    {
      name: 'run',
      on: ['builtin', 'console', 'expressions', 'job', 'machine', 'parse', 'plan', 'step'],
      outside: [],
    },
    { name: 'action', on: ['console', 'machine', 'parse', 'plan', 'step'], outside: [BASE] },
  ],
};

describe.each(Object.entries(PARTS))('%s', (name, parts) => {
  const files = sourcesOf(root, name);

  test('its parts stand on those before them, and import what they say', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(partProblems(parts, files)).toEqual([]);
  });

  test('its README says each dependency once, with why, and lists each part', () => {
    const readme = readFileSync(join(root, 'packages', name, 'README.md'), 'utf8');
    const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as Manifest;
    const { dependencies = {}, optionalDependencies = {}, devDependencies = {} } = manifest;
    const needed = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies }).filter(
      (dependency) => !dependency.startsWith('@lockstep/') && !dependency.startsWith('@types/'),
    );
    const said = [...readme.matchAll(/^- ((?:`[^`]+`(?:, | and )?)+)(?: \([^)]*\))?: \S/gm)].flatMap((line) =>
      [...(line[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
    );
    const covers = (pattern: string, dependency: string) =>
      pattern.endsWith('*') ? dependency.startsWith(pattern.slice(0, -1)) : pattern === dependency;
    const times = needed.map((dependency) => [dependency, said.filter((one) => covers(one, dependency)).length]);
    expect(times).toEqual(needed.map((dependency) => [dependency, 1]));
    expect(parts.filter((part) => !readme.includes(`\`${part.name}/\``)).map((part) => part.name)).toEqual([]);
  });
});

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

describe('what a part of the proving ground loads', () => {
  const loads = (part: string) => closure(root, `packages/proving-ground/src/${part}/index.ts`);

  test('every part has a door', () => {
    expect(doorsOf(root, 'proving-ground')).toEqual(PARTS['proving-ground']?.map(({ name }) => name).sort());
  });

  test('a temp folder and a process need a handful of files and nothing from outside', () => {
    const { files, outside } = loads('scope');
    expect(outside).toEqual([]);
    expect(files.filter((file) => !file.startsWith('packages/base/'))).toEqual([
      'packages/proving-ground/src/scope/end-on-signals.ts',
      'packages/proving-ground/src/scope/index.ts',
      'packages/proving-ground/src/scope/owned-process.ts',
      'packages/proving-ground/src/scope/scope.ts',
      'packages/workflow-runner/src/reaper/index.ts',
      'packages/workflow-runner/src/reaper/reaper.ts',
    ]);
  });

  test.each([
    ['postgres', ['pg'], 20],
    ['github', ['ajv'], 40],
    ['supabase', ['ajv'], 16],
    ['reader', [], 10],
    ['sentry', ['ajv'], 12],
    ['stripe', ['ajv'], 12],
    ['slack', [], 10],
    ['webhooks', [], 10],
    ['mail', ['postal-mime', 'smtp-server'], 5],
    ['object-store', ['saxes'], 30],
    ['edge', [], 5],
    ['vercel', [], 70],
    ['traffic', [], 5],
    ['tls', [], 5],
    ['action', ['@actions/expressions', '@actions/workflow-parser', 'yaml'], 60],
  ])('%s loads %p from outside, and at most %i files', (part, outside, most) => {
    const closed = loads(part);
    expect(closed.outside).toEqual(outside);
    expect(closed.files.filter((file) => !file.startsWith('packages/base/')).length).toBeLessThanOrEqual(most);
  });

  test('imports of types and those that wait for their call load nothing', () => {
    const source = `import type { A } from 'a';
import { type B, type C as D } from 'b';
export type { E } from 'e';
import type {
  F,
} from 'f';
const g = await import('g');
import { type H, i } from 'h';
export * from 'j';
import 'k';`;
    expect(
      loading(source)
        .split('\n')
        .filter((line) => /'[a-k]'/.test(line)),
    ).toEqual(["const g = await later('g');", "import { type H, i } from 'h';", "export * from 'j';", "import 'k';"]);
  });
});

describe('what is not as the parts say is told', () => {
  const parts: readonly Part[] = [
    { name: 'low', on: [], outside: [] },
    { name: 'high', on: ['low'], outside: ['pg'] },
  ];
  const good = [
    { path: 'low/a.ts', text: "import { b } from './b.ts';" },
    { path: 'high/c.ts', text: "import { a } from '../low/a.ts';\nimport pg from 'pg';" },
    { path: 'index.ts', text: "export * from './high/c.ts';" },
  ];

  test.each([
    ['a way up', 'low/d.ts', "import type { C } from '../high/c.ts';", 'low/d.ts imports high, which'],
    ['a package', 'low/d.ts', "await import('ajv/dist/2020.js');", 'low/d.ts imports ajv, which'],
    ['a part of a package', 'high/d.ts', "import '@actions/expressions/lexer';", 'imports @actions/expressions, which'],
    ['a folder of its own', 'new/d.ts', 'export {};', 'new/d.ts: new is no part that is declared'],
  ])('%s', (_what, path, text, problem) => {
    expect(partProblems(parts, good)).toEqual([]);
    expect(partProblems(parts, [...good, { path, text }])).toEqual([expect.stringContaining(problem)]);
  });

  test('a part that stands on one that is not before it', () => {
    expect(partProblems([...parts].reverse(), good)).toEqual(['high stands on low, not before it']);
  });

  test('what is declared and not used', () => {
    expect(partProblems(parts, good.slice(0, 1))).toEqual(['high does not use low', 'high does not use pg']);
  });
});

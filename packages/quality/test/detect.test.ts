import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { gatesOf } from '../src/config.ts';
import { detectGates, lookAt } from '../src/detect.ts';
import { Repository } from './repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

function detected(manifest: object, files: readonly string[] = []) {
  repo.write('package.json', JSON.stringify(manifest));
  for (const file of files) repo.write(file, '');
  const detection = detectGates(lookAt(repo.root));
  return { ...detection, parsed: gatesOf(detection.gates, 'detected') };
}

test('a typical Next.js repository gets its linter, types, tests, audit and secrets', () => {
  const { parsed, left } = detected(
    {
      scripts: { build: 'next build' },
      dependencies: { next: '16' },
      devDependencies: { eslint: '10', typescript: '5', vitest: '3' },
    },
    ['package-lock.json', 'tsconfig.json', 'supabase/migrations/1_a.sql'],
  );
  expect(parsed.map(({ name, format }) => `${name} ${format ?? ''}`.trim())).toEqual([
    'lint eslint',
    'types typescript',
    'tests jest',
    'audit npm-audit',
    'secrets',
  ]);
  expect(left.map((line) => line.split(':')[0])).toEqual([
    'coverage',
    'build and bundle',
    'supabase/migrations',
    'advisors',
    'licenses',
  ]);
});

test('where migrations create policies the audit of tenants is named, and nowhere else', () => {
  const tenants = () => detected({}, ['package-lock.json']).left.filter((line) => line.startsWith('tenants:'));
  repo.write('supabase/migrations/1_a.sql', 'create table public.note (id int);');
  expect(tenants()).toEqual([]);
  repo.write('supabase/migrations/2_b.sql', 'CREATE\n  POLICY own ON public.note USING (true);');
  expect(tenants()).toEqual([expect.stringContaining('tenant-audit')]);
});

test('pnpm, Biome and Jest with a committed ratchet', () => {
  const { parsed } = detected({ devDependencies: { '@biomejs/biome': '2', jest: '30' } }, [
    'pnpm-lock.yaml',
    '.lockstep/coverage.json',
  ]);
  expect(parsed.map(({ name, run }) => `${name}: ${run ?? ''}`)).toEqual([
    'lint: pnpm exec biome ci .',
    expect.stringContaining('tests: pnpm exec jest --ci --json'),
    'coverage: ',
    'audit: pnpm audit --json',
    'secrets: ',
  ]);
  expect(parsed[2]).toMatchObject({ after: ['tests'], ratchet: '.lockstep/coverage.json' });
});

test.each<[string, string, string, object]>([
  ['yarn.lock', '# yarn lockfile v1', 'yarn audit --json', {}],
  ['yarn.lock', '__metadata:\n  version: 8', 'yarn npm audit --all --recursive --no-deprecations --json', {}],
  ['yarn.lock', '', 'yarn npm audit --all --recursive --no-deprecations --json', { packageManager: 'yarn@4.18.1' }],
  ['yarn.lock', '', 'yarn audit --json', { packageManager: 'yarn@1.22.22' }],
  ['bun.lock', '', 'bun audit --json', {}],
])('%s that says "%s" is audited by %s', (lockfile, text, command, manifest) => {
  repo.write(lockfile, text);
  repo.write('package.json', `\ufeff${JSON.stringify(manifest)}`);
  const gates = gatesOf(detectGates(lookAt(repo.root)).gates, 'detected');
  expect(gates.find(({ name }) => name === 'audit')?.run).toBe(command);
});

test('what it does not find it says', () => {
  const { parsed, left } = detected({});
  expect(parsed.map(({ name }) => name)).toEqual(['secrets']);
  expect(left.slice(0, 4)).toEqual([
    'lint: neither eslint nor biome nor a script "lint"',
    'types: no typescript with a tsconfig.json',
    'tests: neither vitest nor jest nor a script "test"',
    'audit: no lockfile',
  ]);
});

test('without a package.json there is nothing to detect', () => {
  expect(() => lookAt(repo.root)).toThrow('check out the repository first');
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setNames, setOf } from '../../app/src/index.ts';
import { add } from '../src/commands/add.ts';

const bundle = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js');

let folder: string;
beforeEach(() => {
  if (!existsSync(bundle)) throw new Error('build it before: node scripts/build.mjs cli');
  folder = mkdtempSync(join(tmpdir(), 'lockstep-add-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { next: '16.4.6' } }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function lockstep(...args: readonly string[]) {
  const env = { PATH: process.env['PATH'] };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

test('files are installed, updated, and kept where they were changed', () => {
  const first = lockstep('add', 'app', 'health', '--json');
  expect(first).toMatchObject({ code: 0, err: '' });
  const { router, files, packages } = JSON.parse(first.out);
  expect({ router, packages }).toEqual({ router: 'app', packages: ['pg', '@types/pg'] });
  expect(files).toContainEqual({ path: 'lib/lockstep/health.ts', change: 'new' });
  writeFileSync(join(folder, 'lib/lockstep/checks.ts'), '// ours\n');
  const again = JSON.parse(lockstep('add', 'app', 'health', '--json').out);
  expect(again.files).toContainEqual({ path: 'lib/lockstep/checks.ts', change: 'yours' });
  expect(readFileSync(join(folder, 'lib/lockstep/checks.ts'), 'utf8')).toBe('// ours\n');
});

test('what was installed passes app-audit, and a frozen health route fails it', () => {
  lockstep('add', 'app');
  expect(lockstep('app-audit')).toMatchObject({ code: 0, err: '' });
  const route =
    "export const dynamic = 'force-static';\nexport const GET = () => Response.json({ status: 'healthy' });\n";
  writeFileSync(join(folder, 'app/api/health/route.ts'), route);
  const { code, out } = lockstep('app-audit', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out).checks).toContainEqual(
    expect.objectContaining({
      id: 'health-fresh',
      verdict: 'fail',
      where: { file: 'app/api/health/route.ts', line: 1 },
    }),
  );
});

test.each([
  [['add', 'shop']],
  [['add', 'app', 'helth']],
  [['add', 'app', '--into', 'nowhere']],
  [['app-audit', 'nowhere']],
])('%j is wrong usage, and nothing is written', (args) => {
  expect(lockstep(...args)).toMatchObject({ code: 64, out: '' });
  expect(existsSync(join(folder, '.lockstep'))).toBe(false);
});

test('its help names every set, as app/sets.json says it', () => {
  for (const name of setNames()) {
    const { says, optional } = setOf(name);
    expect(add.details).toMatch(
      new RegExp(
        `^ {2}${name} +${optional ? '\\(optional\\) ' : ''}${says.replace(/[.*+?^$()|[\]\\]/g, '\\$&')}$`,
        'm',
      ),
    );
  }
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { filesOf, planInstall, readSets } from '../../scripts/install-app.mjs';

const root = join(import.meta.dirname, '..', '..');
let into: string;
beforeEach(() => {
  into = mkdtempSync(join(tmpdir(), 'install-app-'));
  have('16.4.6');
});
afterEach(() => rmSync(into, { recursive: true, force: true }));

function have(next: string): void {
  writeFileSync(join(into, 'package.json'), JSON.stringify({ dependencies: { next } }));
}

function install(...args: string[]) {
  const script = join(root, 'scripts/install-app.mjs');
  return spawnSync(process.execPath, [script, '--into', into, ...args], { encoding: 'utf8' });
}

const read = (path: string) => readFileSync(join(into, path), 'utf8');

test('every file is in a set, and what a file imports of ours comes with each set that has it', () => {
  const sets = readSets();
  const home = join(root, 'app/files');
  const there = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = there.map((entry) => relative(home, join(entry.parentPath, entry.name)));
  expect([...filesOf([]).keys()].sort()).toEqual(paths.sort());
  for (const [name, { files }] of Object.entries<{ files: string[] }>(sets))
    for (const file of files)
      for (const [, imported = ''] of readFileSync(join(home, file), 'utf8').matchAll(/from '(\.[^']+)'/g))
        expect({ name, has: files }).toEqual({
          name,
          has: expect.arrayContaining([`${relative(home, join(home, file, '..', imported))}.ts`]),
        });
});

test('the README names each set, and what it says to install exists', () => {
  const page = readFileSync(join(root, 'app/README.md'), 'utf8');
  for (const name of Object.keys(readSets())) expect(page).toContain(`| \`${name}\` |`);
  for (const path of filesOf([]).keys()) expect(page).toContain(path);
});

describe('installing', () => {
  test('writes the files of a set, and says what they need', () => {
    const { status, stdout } = install('health');
    expect(status).toBe(0);
    expect(stdout).toContain('these files use: pg @types/pg');
    expect(read('app/api/health/route.ts')).toContain('healthAnswer');
    expect(existsSync(join(into, 'proxy.ts'))).toBe(false);
  });

  test('writes middleware.ts before Next.js 16, and below src where the app is', () => {
    have('^15.5.0');
    mkdirSync(join(into, 'src/app'), { recursive: true });
    expect(install('headers').status).toBe(0);
    expect(read('src/middleware.ts')).toContain('export function middleware(');
    expect(existsSync(join(into, 'src/proxy.ts'))).toBe(false);
  });

  test('again changes nothing', () => {
    install();
    const record = read('.lockstep/app.json');
    const { status, stdout } = install();
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/^(?:wrote|kept)/m);
    expect(read('.lockstep/app.json')).toBe(record);
  });

  test('keeps what was changed, and replaces it by --force alone', () => {
    install('health');
    writeFileSync(join(into, 'lib/lockstep/checks.ts'), '// ours\n');
    expect(install('health').stdout).toContain('kept lib/lockstep/checks.ts');
    expect(read('lib/lockstep/checks.ts')).toBe('// ours\n');
    install('health', '--force');
    expect(read('lib/lockstep/checks.ts')).toContain('export const checks');
  });

  test('replaces a file that is as it was installed, where there is a newer one', () => {
    const files = new Map([['a.ts', 'new']]);
    const recorded = { 'a.ts': 'cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4' }; // of "old"
    const what = (there: string | undefined) => planInstall(files, recorded, { read: () => there })[0]?.what;
    expect(['old', 'new', 'mine', undefined].map(what)).toEqual(['updated', 'same', 'kept', 'new']);
  });

  test.each([
    ['no app', () => rmSync(join(into, 'package.json')), [], /expected the folder of a Next\.js app/],
    ['no such set', () => undefined, ['helth'], /no set helth; there are health, headers/],
  ])('%s: nothing is written, and it says why', (_what, spoil, args, why) => {
    spoil();
    const { status, stderr } = install(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(why);
    expect(existsSync(join(into, '.lockstep'))).toBe(false);
  });
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { appFilesModule } from '../../../scripts/app-files.mjs';
import {
  digestOf,
  filesOf,
  type InstallOptions,
  installApp,
  planInstall,
  type Router,
  recordAfter,
  setNames,
  setOf,
} from '../src/index.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const home = join(root, 'app/files');
const layout = (router: Router) => ({ router, src: false, middleware: false });

let into: string;
beforeEach(() => {
  into = mkdtempSync(join(tmpdir(), 'install-app-'));
  have('16.4.6');
});
afterEach(() => rmSync(into, { recursive: true, force: true }));

function have(next: string, ...folders: readonly string[]): void {
  writeFileSync(join(into, 'package.json'), JSON.stringify({ dependencies: { next } }));
  for (const folder of folders) mkdirSync(join(into, folder), { recursive: true });
}

function install(sets: readonly string[] = [], more: Partial<InstallOptions> = {}) {
  const write = (files: ReadonlyMap<string, string>) => {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(into, path)), { recursive: true });
      writeFileSync(join(into, path), text);
    }
  };
  const options = { router: 'auto', middleware: false, force: false, dryRun: false, write, ...more } as const;
  return installApp(into, { ...options, sets });
}

const read = (path: string) => readFileSync(join(into, path), 'utf8');
const changes = (sets?: readonly string[], more?: Partial<InstallOptions>) =>
  Object.fromEntries(install(sets, more).plan.map(({ path, change }) => [path, change]));

describe('the sets', () => {
  test('are those of app/, byte for byte', () => {
    expect(readFileSync(join(import.meta.dirname, '../src/files.generated.ts'), 'utf8')).toBe(appFilesModule());
  });

  test('have every file, and what a file imports of ours comes with each set that has it', () => {
    const entries = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const there = entries.map((entry) => relative(home, join(entry.parentPath, entry.name))).sort();
    const all = (['app', 'pages'] as const).flatMap((router) => [...filesOf(setNames(), layout(router)).keys()]);
    expect([...new Set(all)].sort()).toEqual(there);
    for (const router of ['app', 'pages'] as const)
      for (const name of setNames()) {
        const files = filesOf([name], layout(router));
        for (const [path, text] of files)
          for (const [, imported = ''] of text.matchAll(/^import (?!type ).* from '(\.[^']+)'/gm)) {
            const target = join(dirname(path), imported);
            const found = [`${target}.ts`, `${target}.tsx`].some((one) => files.has(one));
            expect({ router, name, path, imported, found }).toEqual({ router, name, path, imported, found: true });
          }
      }
  });

  test('are named in the README, with each of their files', () => {
    const page = readFileSync(join(root, 'app/README.md'), 'utf8');
    for (const name of setNames()) expect(page).toContain(`| \`${name}\` |`);
    for (const router of ['app', 'pages'] as const)
      for (const path of filesOf(setNames(), layout(router)).keys()) expect(page).toContain(path);
  });
});

describe('installing', () => {
  test('writes the files of a set, and of no other', () => {
    install(['health']);
    expect(read('app/api/health/route.ts')).toContain('healthAnswer');
    expect(existsSync(join(into, 'proxy.ts'))).toBe(false);
    expect(setOf('health').packages).toContain('pg');
  });

  test('leaves optional sets out until they are named', () => {
    install();
    expect(existsSync(join(into, 'lib/lockstep/rate-limit-firewall.ts'))).toBe(false);
    install(['rate-limit-firewall']);
    expect(existsSync(join(into, 'lib/lockstep/rate-limit-firewall.ts'))).toBe(true);
  });

  test('writes middleware.ts before Next.js 16, and below src where the app is', () => {
    have('^15.5.0', 'src/app');
    install(['headers']);
    expect(read('src/middleware.ts')).toContain('export function middleware(');
    expect(existsSync(join(into, 'src/proxy.ts'))).toBe(false);
  });

  test.each<[readonly string[], Router]>([
    [['app'], 'app'],
    [['pages'], 'pages'],
    [['app', 'pages'], 'app'],
    [['src/pages'], 'pages'],
    [[], 'app'],
    // Next.js ignores src/pages where there is a folder at the top.
    [['app', 'src/pages'], 'app'],
  ])('with the folders %j it writes for the router %s', (folders, router) => {
    have('14.2.35', ...folders);
    expect(install(['health']).layout).toMatchObject({ router, middleware: true });
  });

  test('into the pages router writes routes of that router', () => {
    have('16.4.6', 'pages');
    install();
    expect(read('pages/api/health/index.ts')).toContain('apiRoute');
    expect(read('pages/_document.tsx')).toContain('NextScript nonce');
    expect(existsSync(join(into, 'app'))).toBe(false);
  });

  test('again changes nothing', () => {
    install();
    const record = read('.lockstep/app.json');
    expect(new Set(Object.values(changes()))).toEqual(new Set(['same']));
    expect(read('.lockstep/app.json')).toBe(record);
  });

  test('keeps what was changed, and replaces it by force alone', () => {
    install(['health']);
    writeFileSync(join(into, 'lib/lockstep/checks.ts'), '// ours\n');
    expect(changes(['health'])).toMatchObject({ 'lib/lockstep/checks.ts': 'yours', 'lib/lockstep/health.ts': 'same' });
    expect(read('lib/lockstep/checks.ts')).toBe('// ours\n');
    expect(changes(['health'], { force: true })).toMatchObject({ 'lib/lockstep/checks.ts': 'updated' });
    expect(read('lib/lockstep/checks.ts')).toContain('export const checks');
  });

  test('as a dry run writes nothing', () => {
    expect(changes(['health'], { dryRun: true })).toMatchObject({ 'lib/lockstep/health.ts': 'new' });
    expect(readdirSync(into)).toEqual(['package.json']);
  });

  test.each<[string, string | undefined, string]>([
    ['as it was installed', 'old', 'updated'],
    ['as it is now', 'new', 'same'],
    ['changed, and there is a newer one', 'mine', 'kept'],
    ['not there', undefined, 'new'],
  ])('a file that is %s', (_what, there, change) => {
    const recorded = { 'a.ts': digestOf('old'), 'z.ts': 'another' };
    const plan = planInstall(new Map([['a.ts', 'new']]), recorded, { read: () => there, force: false });
    expect(plan.map((one) => one.change)).toEqual([change]);
    const digest = change === 'kept' ? digestOf('old') : digestOf('new');
    expect(recordAfter(recorded, plan)).toEqual({ 'a.ts': digest, 'z.ts': 'another' });
  });

  test.each<[string, () => void, readonly string[], RegExp]>([
    ['no folder', () => rmSync(join(into, 'package.json')), [], /expected the folder of a Next\.js app/],
    ['no app of Next.js', () => writeFileSync(join(into, 'package.json'), '{}'), [], /expected the folder of a Next/],
    ['no JSON', () => writeFileSync(join(into, 'package.json'), '{'), [], /is no JSON/],
    ['no such set', () => undefined, ['helth'], /no set "helth"; expected one of health, headers/],
  ])('%s: nothing is written, and it says why', (_what, spoil, sets, why) => {
    spoil();
    expect(() => install(sets)).toThrow(why);
    expect(existsSync(join(into, '.lockstep'))).toBe(false);
  });
});

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { detect } from '../src/index.ts';

let into: string;
beforeEach(() => {
  into = mkdtempSync(join(tmpdir(), 'detect-'));
});
afterEach(() => rmSync(into, { recursive: true, force: true }));

function have(files: Readonly<Record<string, unknown>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

test('of an empty folder nothing is known, and what cannot be read says nothing', () => {
  const nothing = { vercel: [], supabase: false, apps: [], packageManager: undefined, installed: {}, deploying: [] };
  expect(detect(into)).toEqual(nothing);
  have({ '.vercel/project.json': '{', 'pnpm-workspace.yaml': '[', 'package.json': 'no JSON' });
  expect(detect(into)).toEqual({ ...nothing, packageManager: 'none' });
});

test('the lock of an editor and a folder are no workflows', () => {
  have({ '.github/workflows/release.yml': 'run: vercel deploy --prod', '.github/workflows/old.yml/note.txt': '' });
  symlinkSync('nobody@nowhere.1', join(into, '.github/workflows/.#release.yml'));
  expect(detect(into).deploying).toEqual(['.github/workflows/release.yml']);
});

test('one linked app at the root', () => {
  have({
    'package.json': { name: '@acme/shop', dependencies: { next: '16' } },
    '.vercel/project.json': { projectId: 'prj_1', projectName: 'shop', orgId: 'team_1' },
    'supabase/config.toml': '',
  });
  expect(detect(into)).toMatchObject({
    vercel: [{ directory: '.', project: 'shop', team: 'team_1' }],
    supabase: true,
    apps: [{ name: 'shop', directory: '.' }],
  });
});

test('a personal account is no team, and an older link has the id alone', () => {
  have({ '.vercel/project.json': { projectId: 'prj_1', orgId: 'x9' } });
  expect(detect(into).vercel).toEqual([{ directory: '.', project: 'prj_1', team: '' }]);
});

test.each<[string, object]>([
  ['npm and yarn', { 'package.json': { workspaces: ['apps/*', 'packages/ui', '!apps/old'] } }],
  ['yarn, as an object', { 'package.json': { workspaces: { packages: ['./apps/*/'] } } }],
  ['pnpm', { 'pnpm-workspace.yaml': 'packages:\n  - apps/**\n' }],
])('apps in workspaces of %s, with their links', (_what, root) => {
  have({
    ...root,
    'apps/web/package.json': { dependencies: { next: '15' } },
    'apps/Admin_Area/package.json': { devDependencies: { next: '15' } },
    'apps/worker/package.json': {},
    'packages/ui/package.json': {},
    'apps/web/.vercel/project.json': { projectName: 'web', orgId: 'team_1' },
    '.vercel/repo.json': { orgId: 'team_1', projects: [{ id: 'prj_2', name: 'admin', directory: 'apps/Admin_Area' }] },
  });
  expect(detect(into)).toMatchObject({
    apps: [
      { name: 'admin-area', directory: 'apps/Admin_Area' },
      { name: 'web', directory: 'apps/web' },
    ],
    vercel: [
      { directory: 'apps/web', project: 'web', team: 'team_1' },
      { directory: 'apps/Admin_Area', project: 'admin', team: 'team_1' },
    ],
  });
});

test.each([
  ['pnpm-lock.yaml', 'pnpm'],
  ['package-lock.json', 'npm'],
  ['yarn.lock', 'yarn-classic'],
  ['bun.lock', 'bun'],
])('%s is of %s', (file, manager) => {
  have({ 'package.json': {}, [file]: '' });
  expect(detect(into).packageManager).toBe(manager);
});

const NEXT = { dependencies: { next: '16' } };
const appFiles = (...folders: readonly string[]) =>
  Object.fromEntries(folders.map((folder) => [`${folder}/package.json`, NEXT]));

test.each<[readonly string[], readonly string[]]>([
  [['apps/**'], ['apps/old', 'apps/shop/web', 'apps/site', 'apps/site-2']],
  [
    ['apps/**', '!apps/old'],
    ['apps/shop/web', 'apps/site', 'apps/site-2'],
  ],
  [
    ['apps/**', '!apps/**/web', '!**/old'],
    ['apps/site', 'apps/site-2'],
  ],
  [['apps/*/*'], ['apps/shop/web']],
  [['apps/s*'], ['apps/site', 'apps/site-2']],
  [['./apps/{site,old}/'], ['apps/old', 'apps/site']],
  [['apps/sit?'], ['apps/site']],
  [['notes.txt/*', 'notes.txt', '../*', 'none/**', 'apps/site'], ['apps/site']],
])('workspaces %j', (workspaces, expected) => {
  have({
    ...appFiles('apps/site', 'apps/site-2', 'apps/old', 'apps/shop/web', 'apps/site/node_modules/x', 'apps/.x/y'),
    ...{ 'package.json': { workspaces }, 'notes.txt': '' },
  });
  expect(detect(into).apps.map(({ directory }) => directory)).toEqual(expected);
});

test('several apps have different names', () => {
  have({
    ...appFiles('a/web', 'b/web', 'b/admin', 'apps/production', '1/2', '3/2'),
    'package.json': { workspaces: ['**'] },
  });
  expect(detect(into).apps.map(({ name, directory }) => `${name}=${directory}`)).toEqual([
    ...['web=1/2', 'web-2=3/2', 'a-web=a/web', 'apps-production=apps/production', 'admin=b/admin', 'b-web=b/web'],
  ]);
});

test('a yarn with a .yarnrc.yml is not the classic one', () => {
  have({ 'yarn.lock': '', '.yarnrc.yml': '' });
  expect(detect(into).packageManager).toBe('yarn');
});

test('what the workflows that are there were given, where they agree', () => {
  const workflow = (team: string) =>
    `jobs:\n  x:\n    with: { vercel-project: shop, vercel-team: ${team}, production-url: YOUR-PRODUCTION-URL }\n`;
  have({
    '.github/workflows/lockstep-release.yml': workflow('acme'),
    '.github/workflows/lockstep-x.yml': workflow('b'),
  });
  expect(detect(into).installed).toEqual({ 'vercel-project': 'shop' });
});

test('workflows that deploy by themselves', () => {
  have({
    '.github/workflows/deploy.yml': 'steps:\n  - run: npx vercel deploy --prebuilt --prod\n',
    '.github/workflows/db.yaml': 'steps:\n  - run: supabase db push\n',
    '.github/workflows/test.yml': 'steps:\n  - run: npm test\n',
    '.github/workflows/lockstep-release.yml': '# vercel --prod',
  });
  expect([...detect(into).deploying].sort()).toEqual(['.github/workflows/db.yaml', '.github/workflows/deploy.yml']);
});

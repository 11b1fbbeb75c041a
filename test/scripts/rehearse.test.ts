import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, jest } from '@jest/globals';
import { test, thinned } from '../e2e/sampled.ts';

jest.setTimeout(180_000);
const root = join(import.meta.dirname, '..', '..');
const NAMES = ['vercel-project=shop', 'vercel-team=acme', 'production-url=https://shop.example'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rehearsed-'));
  run('git', ['init', '--quiet', '--initial-branch=main'], folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, args: readonly string[], cwd: string) {
  const who = { GIT_AUTHOR_NAME: 'Dana', GIT_AUTHOR_EMAIL: 'dana@shop.example' };
  const committer = { GIT_COMMITTER_NAME: 'Dana', GIT_COMMITTER_EMAIL: 'dana@shop.example' };
  const { NODE_OPTIONS: _jests, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...env, ...who, ...committer },
  });
  return { status, said: stdout + stderr };
}

/** The official CLI is 360 MB and no dependency of ours: `LOCKSTEP_VERCEL_CLI=…/node_modules/.bin/vercel` names one. */
const cli = process.env['LOCKSTEP_VERCEL_CLI'];

const rehearse = (...args: readonly string[]) =>
  run(process.execPath, [join(root, 'packages/cli/lib/main.js'), 'rehearse', folder, ...args], folder);

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function commit(title: string): void {
  run('git', ['add', '--all'], folder);
  run('git', ['commit', '--quiet', `--message=${title}`], folder);
}

function install(...args: readonly string[]): void {
  const given = NAMES.flatMap((pair) => ['--with', pair]);
  const made = run(
    process.execPath,
    [join(root, 'packages/cli/lib/main.js'), 'init', '--into', folder, ...args, ...given],
    folder,
  );
  expect(made.said).toMatch(/^wrote/m);
}

/** The app of the first release, which is installed from its lockfile by a package of its own, and a migration. */
function writeShop(): void {
  const page = readFileSync(join(root, 'docs/first-release.md'), 'utf8').split('\n### Break it')[0] ?? '';
  for (const [, path = '', text = ''] of page.matchAll(/^`shop\/([^`\n]+)`\n\n```\w+\n([\s\S]*?)^```$/gm))
    write(path, text);
  write('tool/package.json', '{ "name": "tool", "version": "1.0.0", "bin": "build.js" }');
  write('tool/build.js', '#!/usr/bin/env node\nimport("../build.mjs");\n');
  const dependencies = { tool: 'file:tool' };
  const packages = {
    '': { name: 'shop', dependencies },
    'node_modules/tool': { resolved: 'tool', link: true },
    tool: { version: '1.0.0', bin: 'build.js' },
  };
  write('package.json', JSON.stringify({ name: 'shop', private: true, scripts: { build: 'tool' }, dependencies }));
  write('package-lock.json', JSON.stringify({ name: 'shop', lockfileVersion: 3, requires: true, packages }));
}

test('plain steps of a folder with a lockfile: staged, promoted and rolled back, by nothing but this machine', async () => {
  writeShop();
  install('stage,promote,rollback', '--plain-steps');
  commit('Version 1');
  write('note.txt', 'not committed');
  const names = ['stage', 'promote', 'rollback'].flatMap((name) => [
    '--workflow',
    `.github/workflows/lockstep-${name}.yml`,
  ]);
  const { status, said } = rehearse(...names);
  expect(said).toContain('note: without 1 path with changes that are not committed (note.txt)');
  expect(said).toContain('released: dpl_');
  // There was nothing before the first release.
  expect(said).toContain('what was live before it is not recorded');
  expect(said).not.toContain('STOPPED');
  expect(said).not.toMatch(/https:\/\/(vercel|github)\.com/);
  expect(status).toBe(1);
});

test('a release by stages: the project here has them too, and the second commit goes through them', () => {
  writeShop();
  install('release', '--strategy', 'rolling');
  commit('Version 1');
  write('note.txt', 'of version 2');
  commit('Version 2');
  // Whether this machine is busy is no property of the candidate.
  const { status, said } = rehearse('--last', '2', '--with', 'max-latency-ratio=100', '--with', 'stage-time=1s');
  expect(said.match(/rolling releases are switched on here, with stages of 10 % and 50 %/g)).toHaveLength(1);
  // A promote would be refused there: both went by stages, the first one in a single one.
  expect(said.match(/ok .* Swap: pass \(swapped\)/g)).toHaveLength(2);
  expect(status).toBe(0);
});

// The first of them always runs, so it is the one that takes no time.
thinned('what it was told wrong is said at once, in its own words', () => {
  const { status, said } = rehearse('--last', '0', '--with', 'x', '--secret', 'hunter2', '--mirror', 'acme');
  expect(status).toBe(64);
  for (const option of ['--last', '--with', '--secret', '--mirror']) expect(said).toContain(`${option}: expected`);
  expect(said).not.toContain('hunter2');
});

thinned('whatever would ask another machine stops a rehearsal, by name; a build that fails shows its log', () => {
  writeShop();
  write(
    'tool/build.js',
    '#!/usr/bin/env node\nfetch("https://fonts.example/x").catch((e) => { console.log("no fonts"); throw e; });\n',
  );
  install('release');
  commit('Asks');
  const { status, said } = rehearse();
  expect(said).toContain('| no fonts');
  expect(said).toMatch(/STOPPED: this would have asked fonts\.example, and a rehearsal asks nothing outside/);
  expect(status).toBe(1);
});

/** The shop as Vercel itself builds it: a page, and functions. */
function writeShopOfVercels(): void {
  const answer = (body: string) => `module.exports = (request, response) => response.end(JSON.stringify(${body}));\n`;
  const timestamp = 'timestamp: new Date().toISOString()';
  const metadata = 'metadata: { deployment_id: process.env.VERCEL_DEPLOYMENT_ID }';
  write('package.json', '{ "name": "shop", "private": true }');
  write('public/index.html', '<title>Built on the runner</title>');
  write('api/health/live.js', answer(`{ status: 'alive', ${timestamp} }`));
  write(
    'api/health/index.js',
    answer(`{ status: 'healthy', ${timestamp}, checks: { shop: { status: 'pass' } }, ${metadata} }`),
  );
  write('supabase/migrations/20260101000000_notes.sql', 'create table notes (id int primary key, body text);');
  write('supabase/rollbacks/20260101000000_notes.sql', 'drop table notes;');
  const command = 'vercel pull --yes --environment=production && vercel build --prod';
  install('release', '--with', 'build-with-vercel=true', '--with', `build-command=${command}`);
  commit('Built on the runner');
}

(cli === undefined ? thinned.skip : thinned)(
  'a build by Vercel’s own CLI asks the project here, and is released',
  () => {
    writeShopOfVercels();
    const path = join(folder, '.git', 'bin');
    mkdirSync(path);
    symlinkSync(realpathSync(cli ?? ''), join(path, 'vercel'));
    const before = process.env['PATH'];
    process.env['PATH'] = `${path}:${before}`;
    const { status, said } = rehearse();
    process.env['PATH'] = before;
    expect(said).toMatch(/^ *users get +200 a page, "Built on the runner"$/m);
    expect(said).not.toContain('STOPPED');
    expect(said).not.toContain('--save-dev vercel');
    expect(status).toBe(0);
  },
);

test('a build by Vercel’s CLI that is not there says what to add', async () => {
  expect(cli === undefined || existsSync(cli)).toBe(true);
  writeShopOfVercels();
  const { status, said } = rehearse();
  expect(said).toMatch(/note: it calls vercel, which is not installed here.*`npm install --save-dev vercel`/);
  expect(status).toBe(1);
});

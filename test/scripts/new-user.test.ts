import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import { formatDuration } from '@lockstep/base';
import { inCi as test } from '../e2e/sampled.ts';

jest.setTimeout(600_000);
const root = join(import.meta.dirname, '..', '..');

let folder: string;
let shop: string;
let packed: readonly string[];
let before: number;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-user-'));
  shop = join(folder, 'shop');
  // What is packed is brought together where nobody else is.
  for (const name of ['cli', 'shared'])
    cpSync(join(root, 'dist', name), join(folder, 'dist', name), { recursive: true });
  run(process.execPath, [join(root, 'scripts/pack-rehearse.mjs'), join(folder, 'rehearse')], folder);
  for (const each of ['dist/cli', 'rehearse'])
    run('npm', ['pack', '--silent', '--pack-destination', folder, join(folder, each)], folder);
  packed = readdirSync(folder)
    .filter((name) => name.endsWith('.tgz'))
    .map((name) => join(folder, name));
  before = Date.now();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, args: readonly string[], cwd: string, more: NodeJS.ProcessEnv = {}) {
  const who = { GIT_AUTHOR_NAME: 'Dana', GIT_AUTHOR_EMAIL: 'dana@shop.example' };
  const committer = { GIT_COMMITTER_NAME: 'Dana', GIT_COMMITTER_EMAIL: 'dana@shop.example' };
  const { INIT_CWD: _npms, NODE_OPTIONS: _jests, ...env } = process.env;
  const own = {
    npm_config_cache: join(folder, 'cache'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
  const { status, stdout, stderr } = spawnSync(program, args, {
    ...{ cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    env: { ...env, ...who, ...committer, ...own, ...more },
  });
  return { status, said: stdout + stderr };
}

/** As a user types it, but for where npx has the packages from. */
function npx(...args: readonly string[]) {
  return run('npx', ['--yes', ...packed.flatMap((path) => ['--package', path]), 'lockstep', ...args], shop);
}

/** The files of the first release, as its page has them. */
function writeShop(): void {
  const page = readFileSync(join(root, 'docs/first-release.md'), 'utf8').split('\n### Break it')[0] ?? '';
  for (const [, path = '', text = ''] of page.matchAll(/^`(shop\/[^`\n]+)`\n\n```\w+\n([\s\S]*?)^```$/gm)) {
    if (path.includes('supabase')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

test('from an empty folder to a rehearsed release, by npx from the packed packages, with no registry', () => {
  expect(packed).toHaveLength(2);
  writeShop();
  run('git', ['init', '--quiet', '--initial-branch=main'], shop);
  const place = ['--vercel-project', 'shop', '--vercel-team', 'acme', '--production-url', 'https://shop.example'];
  expect(npx('init', 'release', ...place)).toMatchObject({ status: 0, said: expect.stringMatching(/wrote 1 file/) });
  mkdirSync(join(shop, 'supabase/migrations'), { recursive: true });
  writeFileSync(
    join(folder, 'notes.sql'),
    'create table notes (id bigint primary key, body text not null);\nalter table notes enable row level security;\nrevoke all on notes from anon, authenticated;\n',
  );
  const drafted = npx('new', 'notes', '--from', '../notes.sql');
  expect(drafted).toMatchObject({ status: 0, said: expect.stringMatching(/pass new \(drafted\)/) });
  const [down = ''] = readdirSync(join(shop, 'supabase/rollbacks'));
  expect(readFileSync(join(shop, 'supabase/rollbacks', down), 'utf8')).toContain('drop table public.notes;');
  expect(npx('lint')).toMatchObject({ status: 0 });
  // On a database that is thrown away.
  const applied = npx('db', '--run', 'lockstep up && lockstep down');
  expect(applied).toMatchObject({ status: 0, said: expect.stringMatching(/pass up \(applied\)[\s\S]*pass down \(/) });
  writeFileSync(join(shop, '.gitignore'), '.vercel\n');
  run('git', ['add', '.'], shop);
  run('git', ['commit', '--quiet', '--message', 'Version 1'], shop);
  const rehearsed = npx('rehearse');
  expect(rehearsed.said).toMatch(/^ *users get +200 \{"version":1\}$/m);
  expect(rehearsed.said).toMatch(/^pass rehearse \(rehearsed\): the last run succeeded$/m);
  expect(rehearsed.status).toBe(0);
  console.log(`from an empty folder to a rehearsed release: ${formatDuration(Date.now() - before)}`);
});

test('the packages depend on nothing, run no script when they are installed, and name no place of the build', () => {
  for (const name of ['dist/cli', 'rehearse']) {
    const manifest = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8'));
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['dependencies']));
    expect(manifest.optionalDependencies).toBeUndefined();
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare'])
      expect(manifest.scripts?.[script]).toBeUndefined();
  }
  const code = readdirSync(join(folder, 'rehearse')).filter((name) => name.endsWith('.js'));
  for (const name of code) expect(readFileSync(join(folder, 'rehearse', name), 'utf8')).not.toContain(`${root}/`);
  expect(existsSync(join(folder, 'rehearse', 'dist', 'cli'))).toBe(false);
});

test('where the package for rehearsals is missing, is another version, or a program is, a line says so', () => {
  const alone = (...args: readonly string[]) =>
    run(process.execPath, [join(folder, 'dist/cli/index.js'), 'rehearse', ...args], folder);
  expect(alone()).toEqual({
    status: 64,
    said: expect.stringMatching(/^error: a rehearsal needs the package .*--save-exact .*\n$/),
  });
  const other = join(folder, 'node_modules/@lockstep-ci/rehearse');
  cpSync(join(folder, 'rehearse'), other, { recursive: true });
  // No repository, and nothing committed.
  expect(alone()).toMatchObject({ status: 64, said: expect.stringMatching(/expected a git repository/) });
  const path = { PATH: join(folder, 'nothing') };
  const ungit = run(process.execPath, [join(folder, 'dist/cli/index.js'), 'rehearse'], folder, path);
  expect(ungit).toMatchObject({
    status: 64,
    said: expect.stringMatching(
      /^error: bash is not on the PATH: .*\nerror: git is not on the PATH: .*; install it\n$/,
    ),
  });
  const manifest = JSON.parse(readFileSync(join(other, 'package.json'), 'utf8'));
  writeFileSync(join(other, 'package.json'), JSON.stringify({ ...manifest, version: '9.9.9' }));
  expect(alone()).toMatchObject({
    status: 64,
    said: expect.stringMatching(/is version 9\.9\.9 .* install the same of both/),
  });
});

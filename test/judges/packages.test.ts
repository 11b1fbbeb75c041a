import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packAll } from '../../scripts/pack.mjs';

/** `node_modules` with publint, pnpm and both of yarn: bash .ci/judges pack installs it. */
const tools = process.env['LOCKSTEP_PACKAGERS'] ?? '';
const judged = tools === '' ? describe.skip : describe;

interface Manager {
  /** How it is run, before its words. */
  readonly line: readonly string[];
  /** What it is told once, in a file. */
  readonly files?: Readonly<Record<string, string>>;
  readonly add: (tarballs: readonly string[]) => readonly string[];
  readonly run: readonly string[];
}

const node = (path: string) => [process.execPath, join(tools, path)];
const files = (tarballs: readonly string[]) => tarballs.map((path) => `./${path}`);
const named = (tarballs: readonly string[]) =>
  tarballs.map((path) => `@lockstep-ci/${path.includes('-cli-') ? 'cli' : 'rehearse'}@file:./${path}`);
const berry = (linker: string): Manager => ({
  line: node('yarn-4/bin/yarn.js'),
  files: {
    '.yarnrc.yml': `nodeLinker: ${linker}\nenableTelemetry: false\nenableGlobalCache: false\n`,
    'yarn.lock': '',
  },
  add: (tarballs) => ['add', '--dev', ...named(tarballs)],
  run: ['run'],
});

const managers: Readonly<Record<string, Manager>> = {
  npm: {
    line: ['npm'],
    add: (tarballs) => ['install', '--no-audit', '--no-fund', '--save-dev', ...files(tarballs)],
    run: ['exec', '--offline', '--'],
  },
  pnpm: {
    line: node('pnpm/bin/pnpm.mjs'),
    add: (tarballs) => ['add', '--save-dev', ...files(tarballs)],
    run: ['exec'],
  },
  'yarn 1': {
    line: node('yarn/bin/yarn.js'),
    add: (tarballs) => ['add', '--dev', ...named(tarballs)],
    run: ['--silent', 'run'],
  },
  'yarn 4': berry('node-modules'),
  "yarn 4 with Plug'n'Play": berry('pnp'),
};

judged('packages as npm gets them', () => {
  let folder: string;
  let tarballs: Readonly<Record<string, string>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'packages-'));
    tarballs = await packAll(join(folder, 'packed'), '1.2.3');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run([program = '', ...line]: readonly string[], cwd: string, more: NodeJS.ProcessEnv = {}) {
    const { INIT_CWD: _npms, NODE_OPTIONS: _jests, ...env } = process.env;
    const own = { HOME: folder, npm_config_cache: join(folder, 'cache'), npm_config_offline: 'true', CI: 'true' };
    const { status, stderr, stdout } = spawnSync(program, line, {
      cwd,
      encoding: 'utf8',
      env: { ...env, ...own, ...more },
    });
    return { status, said: stdout + stderr };
  }

  test.each([
    ['@lockstep-ci/cli', []],
    // The workflows that a rehearsal runs are what it is for.
    ['@lockstep-ci/rehearse', ['/.github/']],
  ])('publint finds nothing in %s', (name, meant) => {
    const env = { NO_COLOR: '1' };
    const { said, status } = run([...node('publint/src/cli.js'), 'run', tarballs[name] ?? '', '--strict'], folder, env);
    expect({ status, found: said.split('\n').filter((line) => /^\d+\. /.test(line)) }).toEqual({
      status: 0,
      found: meant.map((part) => expect.stringContaining(part)),
    });
  });

  test('publint finds what is wrong', () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'package.json'), '{"name":"broken","version":"1.0.0","bin":{"broken":"none.js"}}');
    expect(run([...node('publint/src/cli.js'), 'run', broken, '--strict'], folder).status).toBe(1);
  });

  test.each(Object.entries(managers))(
    '%s installs both, and they run',
    (name, { add, files: told = {}, line, run: by }) => {
      const shop = join(folder, name);
      mkdirSync(join(shop, 'migrations'), { recursive: true });
      const packed = Object.values(tarballs).map((path) => basename(path));
      const migration = { 'migrations/1_notes.up.sql': 'create table notes (id bigint primary key);\n' };
      const down = { 'migrations/1_notes.down.sql': 'drop table notes;\n' };
      const manifest = { 'package.json': '{ "name": "shop", "version": "1.0.0", "private": true }\n' };
      for (const [path, text] of Object.entries({ ...manifest, ...told, ...migration, ...down }))
        writeFileSync(join(shop, path), text);
      for (const path of Object.values(tarballs)) copyFileSync(path, join(shop, basename(path)));
      expect(run([...line, ...add(packed)], shop)).toMatchObject({ status: 0 });
      const lockstep = (...words: readonly string[]) => run([...line, ...by, 'lockstep', ...words], shop);
      expect(lockstep('version')).toEqual({ status: 0, said: expect.stringMatching(/^lockstep 1\.2\.3 \(node /) });
      // The parser of PostgreSQL, which is a file of its own in the package.
      expect(lockstep('lint')).toEqual({ status: 0, said: expect.stringMatching(/^pass lint \(linted\)/m) });
      // It finds the other package, and is in no repository.
      const rehearsed = lockstep('rehearse');
      expect(rehearsed.status).not.toBe(0);
      expect(rehearsed.said).toContain('expected a git repository');
    },
  );
});

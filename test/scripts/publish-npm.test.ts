import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { compareFiles, distTagOf, manifestProblems, planNpm, readBackProblems } from '../../scripts/npm-plan.mjs';
import { packOne } from '../../scripts/pack-cli.mjs';
import { parseVersion, readChangelog } from '../../scripts/publish-plan.mjs';
import { rare as published } from '../e2e/sampled.ts';
import { type Registry, startRegistry } from './npm-registry.ts';

const root = join(import.meta.dirname, '..', '..');
const CLI = '@lockstep-ci/cli';
const REHEARSE = '@lockstep-ci/rehearse';
const own = (name: string) => JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
const { private: _cli, dependencies: _bundled, ...sound } = own('cli');
const changelog = (version: string) => `# Changelog\n\n## ${version} - 2026-11-22\n\n- New\n`;

function plan(more: Readonly<Record<string, unknown>> = {}, manifest: object = sound) {
  const packages = [CLI, REHEARSE].map((name) => ({ name, version: '1.1.0', manifest }));
  const nothing = { versions: new Map([['1.0.0', true]]), tags: { latest: '1.0.0' }, attested: new Set(['1.0.0']) };
  return planNpm({
    ...{
      tag: 'v1.1.0',
      changelog: readChangelog(changelog('1.1.0')),
      repository: 'lockstep-ci/lockstep',
      npm: '11.6.2',
    },
    ...{ packages, published: new Map([CLI, REHEARSE].map((name) => [name, nothing])) },
    ...more,
  });
}

describe('what is published', () => {
  test('both, what the command looks for first', () => {
    expect(plan()).toEqual([
      { name: REHEARSE, version: '1.1.0', distTag: 'latest', does: 'publish' },
      { name: CLI, version: '1.1.0', distTag: 'latest', does: 'publish' },
    ]);
  });

  test('only what is not there yet', () => {
    const there = { versions: new Map([['1.1.0', true]]), tags: { latest: '1.1.0' }, attested: new Set<string>() };
    const none = { versions: new Map(), tags: {}, attested: new Set<string>() };
    const published = new Map([
      [CLI, none],
      [REHEARSE, there],
    ]);
    expect(plan({ published }).map(({ does }) => does)).toEqual(['nothing', 'publish']);
  });

  test.each([
    ['1.2.3', ['1.2.2', '1.3.0-rc.1'], 'latest'],
    ['1.2.3-rc.1', ['1.2.2'], 'next'],
    ['1.2.3', ['1.2.2', '2.0.0'], 'latest-1'],
    ['1.2.3', ['1.2.3'], 'latest'],
    ['0.1.0', [], 'latest'],
  ])('%s after %j is %s', (version, others, tag) => {
    const parsed = (text: string) => parseVersion(text) as NonNullable<ReturnType<typeof parseVersion>>;
    expect(distTagOf(parsed(version), others.map(parsed))).toBe(tag);
  });
});

describe('what is not', () => {
  const other = { versions: new Map([['1.1.0', false]]), tags: {}, attested: new Set<string>() };
  test.each<[string, Parameters<typeof plan>, string]>([
    ['a branch', [{ tag: 'main' }], 'main: no tag of a version'],
    ['another changelog', [{ tag: 'v1.0.9' }], 'the newest version of CHANGELOG.md is 1.1.0'],
    ['packed as another version', [{ tag: 'v1.0.9' }], `${CLI}: packed as 1.1.0, not as 1.0.9`],
    ['an old npm', [{ npm: '11.5.0' }], 'npm 11.5.0 cannot publish as a workflow; use 11.5.1 or later'],
    ['an older one', [{ npm: '10.9.4' }], 'npm 10.9.4 cannot'],
    ['half of it', [{ packages: [] }], `${REHEARSE}: not packed`],
    ['another package', [{ packages: [{ name: 'x', version: '1.1.0', manifest: sound }] }], 'x: none of ours'],
    ['a first version', [{ published: new Map() }], `${CLI}: the registry has no such package yet`],
    ['a number twice', [{ published: new Map([[CLI, other]]) }], '1.1.0 is published with other files'],
    ['another repository', [{ repository: 'acme/fork' }], 'the provenance needs git+https://github.com/acme/fork.git'],
    ['a private one', [{}, own('cli')], 'package.json: private'],
    ['one with dependencies', [{}, { ...sound, dependencies: { x: '1' } }], 'it has dependencies'],
    ['one with an install script', [{}, { ...sound, scripts: { postinstall: 'x' } }], 'it runs postinstall'],
    ['one that says little', [{}, {}], 'engines.node is missing'],
  ])('%s', (_what, given, message) => {
    expect(() => plan(...given)).toThrow(message);
  });

  test('all at once', () => {
    expect(() => plan({ npm: '9.0.0', repository: 'a/b' })).toThrow(/npm 9\.0\.0 cannot.*\n.*provenance needs/);
  });
});

test.each(['cli', 'rehearse'])('the manifest of %s is one that can be published', (name) => {
  const { private: isPrivate, dependencies: _own, ...manifest } = own(name);
  expect(isPrivate).toBe(true);
  expect(manifestProblems(manifest, 'lockstep-ci/lockstep')).toEqual([]);
});

test('files that are missing, added or changed are named', () => {
  const tree = new Map([
    ['a', '1'],
    ['b', '2'],
    ['package.json', '3'],
  ]);
  const packed = new Map([
    ['b', '9'],
    ['c', '4'],
    ['package.json', '5'],
  ]);
  expect(compareFiles(packed, tree, [/^package\.json$/])).toEqual([
    'a is missing',
    'b is not what the tree has',
    'c is in no folder of the tree',
  ]);
});

test('what the registry shows afterwards is what counts', () => {
  const step = { name: CLI, version: '1.1.0', distTag: 'latest' };
  const shown = { versions: new Map([['1.1.0', true]]), tags: { latest: '1.1.0' }, attested: new Set(['1.1.0']) };
  expect(readBackProblems(step, shown)).toEqual([]);
  expect(readBackProblems(step, undefined)).toEqual([expect.stringContaining('does not show it')]);
  expect(readBackProblems(step, { ...shown, tags: { latest: '1.0.0' } })).toEqual([
    expect.stringContaining('npm dist-tag add @lockstep-ci/cli@1.1.0 latest'),
  ]);
  expect(readBackProblems(step, { ...shown, attested: new Set() })).toEqual([expect.stringContaining('provenance')]);
});

const [major = 0, minor = 0] = execFileSync('npm', ['--version'], { encoding: 'utf8' }).split('.').map(Number);
/** An older one is refused, as above. */
const withNpm = major > 11 || (major === 11 && minor > 5) ? describe : describe.skip;

withNpm('with npm itself, and a registry on loopback', () => {
  let folder: string;
  let registry: Registry;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'publish-npm-'));
    for (const name of ['publish-npm', 'npm-files', 'npm-registry', 'npm-plan', 'publish-plan', 'npm', 'is-main'])
      copy(join(root, 'scripts', `${name}.mjs`), `scripts/${name}.mjs`);
    write('CHANGELOG.md', changelog('1.1.0'));
    write('LICENSE', 'MIT');
    write('packages/rehearse/README.md', '# Rehearse\n');
    write('dist/cli/index.js', '#!/usr/bin/env node\n');
    write('dist/shared/pg_dump.wasm', 'wasm');
    write('dist/one/index.js', 'one');
    write('actions/one/action.yml', 'name: One\n');
    write('.github/workflows/one.yml', 'on:\n  workflow_call:\n');
    write('.github/workflows/own.yml', 'on: push\n');
    pack('cli', { 'index.js': '#!/usr/bin/env node\n', 'pg_dump.wasm': 'wasm' });
    pack('rehearse', {
      ...{ 'index.js': 'made', 'licenses.txt': '', LICENSE: 'MIT', 'README.md': '# Rehearse\n' },
      ...{ 'dist/one/index.js': 'one', 'dist/shared/pg_dump.wasm': 'wasm', 'actions/one/action.yml': 'name: One\n' },
      '.github/workflows/one.yml': 'on:\n  workflow_call:\n',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    registry = await startRegistry();
  });
  afterEach(() => registry.close());

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  function copy(from: string, to: string): void {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(from, join(folder, to));
  }
  function pack(name: string, files: Readonly<Record<string, string>>, to = 'packed'): void {
    const { dependencies: _1, devDependencies: _2, optionalDependencies: _3, scripts: _4, ...manifest } = own(name);
    for (const [path, text] of Object.entries(files)) write(`made/${name}/${path}`, text);
    write(`made/${name}/package.json`, JSON.stringify({ ...manifest, bin: undefined, exports: undefined }));
    packOne(join(folder, 'made', name), join(folder, to), '1.1.0');
  }

  async function publish(command: 'plan' | 'publish', packed = 'packed') {
    const { NODE_OPTIONS: _jests, GITHUB_STEP_SUMMARY: _ours, ...env } = process.env;
    const child = spawn(process.execPath, ['scripts/publish-npm.mjs', command, packed], {
      cwd: folder,
      env: {
        ...env,
        ...{ GITHUB_REF_NAME: 'v1.1.0', GITHUB_REPOSITORY: 'lockstep-ci/lockstep', PUBLISH_NPM_WAIT_MS: '1' },
        ...{
          npm_config_registry: registry.url,
          npm_config_fetch_retries: '0',
          npm_config_cache: join(folder, 'cache'),
        },
        [`npm_config_//${new URL(registry.url).host}/:_authToken`]: 'a',
        npm_config_userconfig: join(folder, 'none'),
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, said };
  }

  published('it publishes both, reads them back, and a second time does nothing', async () => {
    registry.know(CLI, REHEARSE);
    expect(await publish('plan')).toMatchObject({
      code: 0,
      said: expect.stringContaining('would be published, as latest'),
    });
    expect(registry.puts).toEqual([]);
    const first = await publish('publish');
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining(`${CLI}@1.1.0: published, as latest`) });
    expect(registry.puts).toEqual([`${REHEARSE}@1.1.0`, `${CLI}@1.1.0`]);
    const again = await publish('publish');
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining(`${CLI}@1.1.0: is published already`) });
    expect(registry.puts).toHaveLength(2);
  });

  published('an answer that was lost is no second publication', async () => {
    registry.know(CLI, REHEARSE);
    registry.loseAnswerOf(CLI);
    expect((await publish('publish')).code).toBe(1);
    expect(registry.puts).toHaveLength(2);
    expect((await publish('publish')).code).toBe(0);
    expect(registry.puts).toHaveLength(2);
  });

  published('what is published without provenance is red, and a package that nobody published is refused', async () => {
    expect(await publish('publish')).toMatchObject({ code: 1, said: expect.stringContaining('no such package yet') });
    registry.know(CLI, REHEARSE);
    registry.attests = false;
    const { code, said } = await publish('publish');
    expect([code, said]).toEqual([1, expect.stringContaining('published without provenance')]);
    expect(registry.puts).toEqual([`${REHEARSE}@1.1.0`]);
  });

  published('the same files in other bytes are the same, other files are not', async () => {
    registry.know(CLI, REHEARSE);
    await publish('publish');
    const repacked = (name: string) => {
      const file = join(folder, 'packed', `lockstep-ci-${name}-1.1.0.tgz`);
      mkdirSync(join(folder, 'again'), { recursive: true });
      const to = join(folder, 'again', `lockstep-ci-${name}-1.1.0.tgz`);
      execFileSync('sh', ['-c', 'gzip -dc "$1" | gzip -1 > "$2"', 'sh', file, to]);
      return to;
    };
    for (const name of ['cli', 'rehearse']) repacked(name);
    expect(await publish('publish', 'again')).toMatchObject({ code: 0, said: expect.stringContaining('already') });

    pack('rehearse', { 'index.js': 'made otherwise' }, 'again');
    const { code, said } = await publish('publish', 'again');
    expect([code, said]).toEqual([1, expect.stringContaining('1.1.0 is published with other files')]);
    expect(registry.puts).toHaveLength(2);
    pack('rehearse', { 'index.js': 'made' });
  });

  published('a tarball that is not the tree is refused before anything is asked', async () => {
    pack('cli', { 'index.js': 'changed' }, 'changed');
    pack('rehearse', { 'dist/two/index.js': 'added' }, 'changed');
    rmSync(join(folder, 'made/rehearse/dist/two'), { recursive: true });
    const { code, said } = await publish('publish', 'changed');
    expect(code).toBe(1);
    expect(said).toContain(`${CLI}: index.js is not what the tree has`);
    expect(said).toContain(`${REHEARSE}: dist/two/index.js is in no folder of the tree`);
    expect(registry.asked).toBe(0);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeHelloOutput } from '@lockstep/proving-ground/vercel';
import { findRoot, planRoot, type RootFacts } from '@lockstep/vercel';

const W = '/checkout/shop';

/** `folders` and `built` are below the checkout; `.` is the checkout. */
interface Case {
  readonly directory: string;
  readonly rootDirectory?: string;
  readonly folders?: readonly string[];
  readonly built?: readonly string[];
  readonly prebuilt?: RootFacts['prebuilt'];
}

function plan({ directory, rootDirectory, folders = [], built = [], prebuilt = 'auto' }: Case) {
  const at = (path: string) => join(W, path);
  const there = new Set([...folders, ...built, '.', directory].map(at));
  const outputs = new Set(built.map(at));
  return planRoot({
    workspace: W,
    directory: at(directory),
    rootDirectory,
    prebuilt,
    isFolder: (path) => there.has(path),
    isBuilt: (path) => outputs.has(path),
  });
}

const source = (root: string) => ({ kind: 'source', root: join(W, root) });
const output = (built: string, ...roots: readonly string[]) => ({
  kind: 'prebuilt',
  built: join(W, built),
  roots: roots.map((root) => join(W, root)),
});

describe('a source is sent from', () => {
  test.each<[string, Case, string]>([
    ['directory, where the project has no Root Directory', { directory: 'apps/web' }, 'apps/web'],
    [
      'the checkout, as Vercel goes in itself',
      { directory: '.', rootDirectory: 'apps/web', folders: ['apps/web'] },
      '.',
    ],
    ['above, where directory is the Root Directory', { directory: 'apps/web', rootDirectory: 'apps/web' }, '.'],
    ['above a nested repository too', { directory: 'code/apps/web', rootDirectory: 'apps/web' }, 'code'],
    ['directory, where that holds it', { directory: 'code', rootDirectory: 'web', folders: ['code/web'] }, 'code'],
    [
      'directory, where it holds the path once more',
      { directory: 'apps/web', rootDirectory: 'apps/web', folders: ['apps/web/apps/web'] },
      'apps/web',
    ],
    ['directory, where Root Directory is a dot', { directory: 'apps/web', rootDirectory: './' }, 'apps/web'],
    ['above, whatever its slashes', { directory: 'apps/web', rootDirectory: './apps//web/' }, '.'],
    ['source even where it is built, if asked', { directory: '.', built: ['.'], prebuilt: 'false' }, '.'],
  ])('%s', (_what, facts, root) => {
    expect(plan(facts)).toEqual(source(root));
  });
});

describe('a Build Output is that of', () => {
  test.each<[string, Case, ReturnType<typeof output>]>([
    ['directory', { directory: 'apps/web', built: ['apps/web'] }, output('apps/web', 'apps/web')],
    [
      'the repository, linked as one project',
      { directory: '.', rootDirectory: 'apps/web', folders: ['apps/web'], built: ['.'] },
      output('.', '.'),
    ],
    [
      'the Root Directory, linked as a repository',
      { directory: '.', rootDirectory: 'apps/web', built: ['apps/web'] },
      output('apps/web', '.'),
    ],
    [
      'directory, which is the Root Directory',
      { directory: 'apps/web', rootDirectory: 'apps/web', built: ['apps/web'] },
      output('apps/web', '.', 'apps/web'),
    ],
    [
      'the repository, though directory names the Root Directory',
      { directory: 'apps/web', rootDirectory: 'apps/web', built: ['.'] },
      output('.', '.', 'apps/web'),
    ],
    [
      'directory, which came without the source',
      { directory: '.', rootDirectory: 'apps/web', built: ['.'] },
      output('.', '.'),
    ],
  ])('%s', (_what, facts, expected) => {
    expect(plan(facts)).toEqual(expected);
  });
});

describe('it is refused, and said what to set, where', () => {
  test.each<[string, Case, RegExp]>([
    [
      'Root Directory is somewhere else',
      { directory: 'apps', rootDirectory: 'apps/web', folders: ['apps/web'] },
      /"apps\/web" .* apps: .*"\." or to "apps\/web"/,
    ],
    ['Root Directory is nowhere', { directory: '.', rootDirectory: 'site' }, /"site" .* the checkout: .*settings/],
    ['Root Directory leaves the repository', { directory: '.', rootDirectory: '../x' }, /"\.\.\/x"/],
    ['Root Directory is absolute', { directory: '.', rootDirectory: '/x' }, /"\/x"/],
    ['nothing is built', { directory: 'apps/web', prebuilt: 'true' }, /apps\/web: run "vercel build"/],
    [
      'it is built twice',
      { directory: '.', rootDirectory: 'apps/web', built: ['.', 'apps/web'] },
      /the checkout and apps\/web/,
    ],
  ])('%s', (_what, facts, said) => {
    expect(() => plan(facts)).toThrow(said);
  });

  test('directory lies outside of the checkout, of which nothing above is ever sent', () => {
    const facts = { workspace: W, directory: '/tmp/apps/web', rootDirectory: 'apps/web', prebuilt: 'auto' } as const;
    const none = { isFolder: () => false, isBuilt: () => false };
    expect(() => planRoot({ ...facts, ...none })).toThrow(/\/tmp\/apps\/web/);
  });
});

describe('on a disk', () => {
  let workspace: string;
  let app: string;
  beforeEach(async () => {
    workspace = mkdtempSync(join(tmpdir(), 'root-directory-'));
    app = join(workspace, 'apps/web');
    mkdirSync(app, { recursive: true });
    await writeHelloOutput(app, 'v1');
  });
  afterEach(() => rmSync(workspace, { recursive: true, force: true }));

  const names = (path: string) => {
    const config = { runtime: 'nodejs24.x', handler: 'index.js', filePathMap: { x: path } };
    writeFileSync(join(app, '.vercel/output/functions/hello.func/.vc-config.json'), JSON.stringify(config));
  };
  const find = () => findRoot({ workspace, directory: app, rootDirectory: 'apps/web', prebuilt: 'auto' }, 'production');

  test('paths of functions count from where vercel build took the repository to be', async () => {
    expect(await find()).toEqual({ directory: workspace, built: app });
    names('apps/web/lib.js');
    writeFileSync(join(app, 'lib.js'), '');
    expect(await find()).toEqual({ directory: workspace, built: app });
    names('lib.js');
    expect(await find()).toEqual({ directory: app, built: app });
  });

  test('a function that needs a file from outside is refused, which it would miss at its first request', async () => {
    names('../node_modules/react/index.js');
    await expect(find()).rejects.toThrow(/node_modules\/react\/index\.js \(for hello\.func\)/);
  });
});

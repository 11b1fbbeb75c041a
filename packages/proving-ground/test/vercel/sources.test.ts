import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type AppFolder, installCommand, planManager } from '../../src/vercel/package-manager.ts';
import { type Ground, idOf, makeGround, uploadAll } from './client.ts';

describe('the package manager of a source', () => {
  const of = (more: Partial<AppFolder>): AppFolder => ({
    files: [['package.json']],
    packageManager: undefined,
    writtenBy: undefined,
    needsPackages: true,
    isOnPath: (program) => program === 'npm',
    ...more,
  });
  const commandOf = (folder: AppFolder) => {
    const plan = planManager(folder);
    return plan.kind === 'missing' ? plan.why : installCommand(folder, plan.manager, plan.program);
  };

  test.each<[string, Partial<AppFolder>, string | undefined]>([
    ['npm by its lockfile', { files: [['package-lock.json']] }, 'npm ci --no-audit --no-fund'],
    ['npm by its older lockfile', { files: [['npm-shrinkwrap.json']] }, 'npm ci --no-audit --no-fund'],
    ['npm without one', {}, 'npm install --no-audit --no-fund'],
    ['none where nothing is needed', { needsPackages: false }, undefined],
    ['pnpm', { files: [['pnpm-lock.yaml']], isOnPath: () => true }, 'pnpm install --frozen-lockfile'],
    ['yarn', { files: [['yarn.lock']], isOnPath: () => true }, 'yarn install'],
    ['bun', { files: [['bun.lock']], isOnPath: () => true }, 'bun install --frozen-lockfile'],
    [
      'pnpm in the version that package.json names, where it is not installed',
      { files: [['pnpm-lock.yaml']], packageManager: 'pnpm@9.1.0+sha512.abc' },
      'npx --yes pnpm@9.1.0 install --frozen-lockfile',
    ],
    [
      'pnpm in the version that wrote its lockfile, where nothing names one',
      { files: [['pnpm-lock.yaml']], writtenBy: 'pnpm 9.0' },
      'npx --yes pnpm@9.15.9 install --frozen-lockfile',
    ],
    [
      'told, where it is neither there nor named',
      { files: [['yarn.lock']], packageManager: 'pnpm@9.1.0' },
      'yarn.lock is of yarn, which is not on this machine: run "npm install --global yarn", or name it in package.json ("packageManager": "yarn@…")',
    ],
    [
      'of the workspace that the app lies in',
      { files: [['package.json'], [], ['pnpm-lock.yaml']], isOnPath: () => true },
      'pnpm install --frozen-lockfile',
    ],
  ])('is %s', (_what, folder, command) => {
    expect(commandOf(of(folder))).toBe(command);
  });

  test('installs where its lockfile lies', () => {
    expect(planManager(of({ files: [['package.json'], ['package-lock.json']] }))).toMatchObject({ at: 1 });
  });
});

describe('a source', () => {
  let ground: Ground;
  let project: string;
  let folder: string;
  beforeEach(async () => {
    ground = await makeGround();
    project = ground.vercel.addProject({ name: 'web', domains: ['shop.localhost'] }).id;
    folder = ground.scope.folder();
  });
  afterEach(() => ground.end());

  const write = (name: string, text: string | object) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), typeof text === 'string' ? text : JSON.stringify(text));
  };
  const deploy = async () => {
    const body = { name: 'web', project, target: 'production', files: await uploadAll(ground.call, folder) };
    const id = idOf(await ground.call('POST', '/v13/deployments', body));
    await ground.vercel.settled();
    return ground.vercel.deployment(id);
  };

  test('with a lockfile is installed and built by its own tools, and what they say is in its log', async () => {
    write('package-lock.json', {
      ...{ name: 'web', lockfileVersion: 3, requires: true },
      packages: {
        '': { name: 'web', dependencies: { words: 'file:words' } },
        'node_modules/words': { resolved: 'words', link: true },
        words: { version: '1.0.0', bin: { words: 'bin.js' } },
      },
    });
    write('words/package.json', { name: 'words', version: '1.0.0', bin: { words: 'bin.js' } });
    write('words/bin.js', '#!/usr/bin/env node\nrequire("node:fs").writeFileSync("public/index.html", "words")\n');
    write('public/robots.txt', '');
    write('package.json', { name: 'web', dependencies: { words: 'file:words' }, scripts: { build: 'words' } });
    const made = await deploy();
    expect(made.error).toBeUndefined();
    expect(readFileSync(path.join(made.output ?? '', 'static/index.html'), 'utf8')).toBe('words');
    const commands = made.events.filter(({ type }) => type === 'command').map(({ text }) => text);
    expect(commands).toEqual(['npm ci --no-audit --no-fund', 'npm run build']);
  });

  test('is built in the Root Directory of its project, and refused in Vercel’s words where that is not there', async () => {
    write('apps/web/package.json', { scripts: { build: 'mkdir public && pwd > public/index.html' } });
    ground.vercel.configure(ground.vercel.project(project), { rootDirectory: 'apps/web' });
    const made = await deploy();
    expect(readFileSync(path.join(made.output ?? '', 'static/index.html'), 'utf8')).toMatch(/\/apps\/web\n$/);
    ground.vercel.configure(ground.vercel.project(project), { rootDirectory: 'site' });
    expect((await deploy()).error).toMatchObject({
      code: 'NOW_SANDBOX_WORKER_ROOTDIR_NOT_EXIST',
      message: 'The specified Root Directory "site" does not exist. Please update your Project Settings.',
    });
  });

  test.each(['./apps', '../apps', '/apps', 'a/../b', '.'])(
    'Root Directory %s is refused as a setting',
    async (wish) => {
      const answer = await ground.call('PATCH', `/v9/projects/${project}`, { rootDirectory: wish });
      expect(answer).toMatchObject({
        status: 400,
        body: { error: { message: expect.stringMatching(/^If defined, the/) } },
      });
    },
  );

  test.each(['apps/web', 'apps/my-app_2', '@acme/web', '.config/x', null])('and %s is taken', async (wish) => {
    const answer = await ground.call('PATCH', `/v9/projects/${project}`, { rootDirectory: wish });
    expect(answer).toMatchObject({ status: 200, body: { rootDirectory: wish } });
  });
});

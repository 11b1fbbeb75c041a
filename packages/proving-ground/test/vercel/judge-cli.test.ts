import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeHelloOutput } from '../../src/vercel/index.ts';
import { type Ground, makeGround } from './client.ts';
import { visit } from './visitor.ts';

/** The official CLI is 360 MB and no dependency of ours: `LOCKSTEP_VERCEL_CLI=…/node_modules/.bin/vercel` names one. */
const cli = process.env['LOCKSTEP_VERCEL_CLI'];

let ground: Ground;
let project: string;
beforeEach(async () => {
  ground = await makeGround();
  project = ground.vercel.addProject({ name: 'web', domains: ['shop.localhost', 'shop.example'] }).id;
});
afterEach(() => ground.end());

interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the CLI in a linked folder, as a pipeline would. */
async function vercel(folder: string, ...args: readonly string[]): Promise<Said> {
  const { vercel: standIn } = ground;
  const where = ['--api', standIn.url, '--token', standIn.token, '--scope', standIn.team.slug, '--cwd', folder];
  const home = ground.scope.folder();
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    CI: '1',
    VERCEL_TELEMETRY_DISABLED: '1',
    NO_UPDATE_NOTIFIER: '1',
  };
  return new Promise((resolve) => {
    execFile(cli ?? '', [...args, ...where], { env, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

async function linked(says: string): Promise<string> {
  const folder = await writeHelloOutput(ground.scope.folder(), says);
  mkdirSync(path.join(folder, '.vercel'), { recursive: true });
  const link = { projectId: project, orgId: ground.vercel.team.id, settings: { framework: null } };
  writeFileSync(path.join(folder, '.vercel/project.json'), JSON.stringify(link));
  return folder;
}

async function deploy(folder: string, ...args: readonly string[]): Promise<string> {
  const said = await vercel(folder, 'deploy', '--prebuilt', '--yes', ...args);
  if (said.code !== 0) throw new Error(`${said.stderr}\nnot modelled: ${ground.vercel.unmodelled}`);
  return ground.vercel.deployment(said.stdout.trim()).id;
}

function judge() {
  test('deploys, promotes and rolls back', async () => {
    const one = await deploy(await linked('one'), '--prod');
    expect(await visit(ground, 'shop.localhost')).toMatchObject({ json: { says: 'one', build: one } });
    const folder = await linked('two');
    // Where it says `false` of a staged deployment the CLI waits for ever.
    ground.vercel.builds.plan({ end: { state: 'READY', aliasAssigned: true } });
    const two = await deploy(folder, '--prod', '--skip-domain', '--archive=tgz');
    expect(ground.vercel.holder('shop.localhost')).toBe(one);

    expect(await vercel(folder, 'promote', two, '--yes')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Success'),
    });
    expect(await visit(ground, 'shop.localhost')).toMatchObject({ json: { says: 'two', build: two } });
    expect(await vercel(folder, 'rollback', one, '--yes')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Success'),
    });
    expect(ground.vercel.holder('shop.localhost')).toBe(one);
    expect(ground.vercel.unmodelled).toEqual([]);
  });

  test('sees the deployments and moves an alias', async () => {
    const folder = await linked('one');
    const id = await deploy(folder);
    const { url } = ground.vercel.deployment(id);
    expect(await vercel(folder, 'ls')).toMatchObject({ code: 0, stdout: expect.stringContaining(url) });
    expect(await vercel(folder, 'inspect', `http://${url}`)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(id),
    });
    expect(await vercel(folder, 'alias', 'set', `http://${url}`, 'beta.shop.example')).toMatchObject({ code: 0 });
    expect(ground.vercel.holder('beta.shop.example')).toBe(id);
    expect(await vercel(folder, 'alias', 'ls')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('beta.shop'),
    });
    expect(await vercel(folder, 'alias', 'rm', 'beta.shop.example', '--yes')).toMatchObject({ code: 0 });
    expect(ground.vercel.holder('beta.shop.example')).toBeNull();
    expect(ground.vercel.unmodelled).toEqual([]);
  });
}

test('the CLI that the environment names is there', () => {
  expect(cli === undefined || existsSync(cli)).toBe(true);
});

(cli === undefined ? describe.skip : describe)("Vercel's own CLI", judge);

import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cli, linkedFolder, runCli } from './cli.ts';
import { type Ground, makeGround } from './client.ts';
import { visit } from './visitor.ts';

let ground: Ground;
let project: string;
beforeEach(async () => {
  ground = await makeGround();
  project = ground.vercel.addProject({ name: 'web', domains: ['shop.localhost', 'shop.example'] }).id;
});
afterEach(() => ground.end());

const vercel = (folder: string, ...args: readonly string[]) => runCli(ground, folder, ...args);
const linked = (says: string) => linkedFolder(ground, project, says);

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

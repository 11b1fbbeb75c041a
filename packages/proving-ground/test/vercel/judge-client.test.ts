import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { createDeployment, type DeploymentOptions, type VercelClientOptions } from '@vercel/client';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { writeHelloOutput } from '../../src/vercel/index.ts';
import { type Ground, makeGround } from './client.ts';
import { visit } from './visitor.ts';

let ground: Ground;
let project: string;
beforeEach(async () => {
  ground = await makeGround();
  project = ground.vercel.addProject({ name: 'web', domains: ['shop.localhost'] }).id;
});
afterEach(() => ground.end());

/** Deploys with Vercel's own client until it says that it is over. Returns its events, without the progress. */
async function deploy(client: Partial<VercelClientOptions>, options: DeploymentOptions = {}) {
  const { vercel } = ground;
  const all = { token: vercel.token, apiUrl: vercel.url, teamId: vercel.team.id, isDirectory: true };
  const events: string[] = [];
  let id = '';
  let error: unknown;
  for await (const event of createDeployment({ ...all, path: '', ...client }, {
    name: 'web',
    project,
    ...options,
  } as DeploymentOptions)) {
    events.push(event.type);
    if (event.type === 'created') id = event.payload.id;
    if (event.type === 'error') error = event.payload;
    if (['error', 'canceled', 'alias-assigned'].includes(event.type)) break;
    if (event.type === 'ready' && options.autoAssignCustomDomains === false) break;
  }
  const uploads = events.filter((type) => type === 'file-uploaded').length;
  return { id, error, uploads, events: events.filter((type) => type !== 'file-uploaded') };
}

describe("Vercel's own client", () => {
  test('deploys a prebuilt output, and uploads nothing twice', async () => {
    const folder = await writeHelloOutput(ground.scope.folder(), 'one');
    const output = { path: folder, prebuilt: true, vercelOutputDir: path.join(folder, '.vercel/output') };
    const first = await deploy(output, { target: 'production' });
    expect(first).toMatchObject({ error: undefined, uploads: 3 });
    expect(first.events.at(-1)).toBe('alias-assigned');
    expect(await visit(ground, 'shop.localhost')).toMatchObject({
      status: 200,
      json: { says: 'one', build: first.id },
    });

    const second = await deploy(output, { target: 'production', autoAssignCustomDomains: false });
    expect(second.uploads).toBe(0);
    expect(ground.vercel.holder('shop.localhost')).toBe(first.id);
  });

  test('deploys a prebuilt output as an archive, symlinks included', async () => {
    const folder = await writeHelloOutput(ground.scope.folder(), 'packed');
    const functions = path.join(folder, '.vercel/output/functions');
    symlinkSync('hello.func', path.join(functions, 'also.func'));
    const output = { path: folder, prebuilt: true, vercelOutputDir: path.join(folder, '.vercel/output') };
    const packed = await deploy({ ...output, archive: 'tgz' }, { target: 'production' });
    expect(packed).toMatchObject({ error: undefined, uploads: 1 });
    expect(await visit(ground, 'shop.localhost', '/also')).toMatchObject({ json: { says: 'packed', path: '/also' } });
    const loose = await deploy(output, { target: 'production' });
    expect(loose.error).toBeUndefined();
    expect(await visit(ground, 'shop.localhost', '/also')).toMatchObject({ json: { build: loose.id } });
  });

  test('deploys sources, which the platform builds', async () => {
    const folder = ground.scope.folder();
    mkdirSync(path.join(folder, 'site'));
    writeFileSync(path.join(folder, 'site/index.html'), '<h1>hand made</h1>');
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ scripts: { build: 'mv site public' } }));
    const built = await deploy({ path: folder }, { target: 'production' });
    expect(built.error).toBeUndefined();
    expect(await visit(ground, 'shop.localhost')).toMatchObject({ status: 200, text: '<h1>hand made</h1>' });
  });

  test('is told that a build failed, with the lines it wrote', async () => {
    const folder = ground.scope.folder();
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify({ scripts: { build: 'echo no such column >&2; exit 3' } }),
    );
    const failed = await deploy({ path: folder });
    expect(failed.error).toMatchObject({ readyState: 'ERROR', errorCode: 'BUILD_UTILS_SPAWN_3' });
    const lines = ground.vercel.deployment(failed.id).events.map(({ text }) => text);
    expect(lines).toContain('no such column');
  });
});

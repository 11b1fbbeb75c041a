import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { writeHelloOutput } from '../../src/vercel/index.ts';
import { deployHello, type Ground, idOf, makeGround, uploadAll } from './client.ts';
import { visit } from './visitor.ts';

const HELD = Number.POSITIVE_INFINITY;
const page = [{ file: 'index.html', data: '<h1>hello</h1>' }];
let ground: Ground;
let project: string;

beforeEach(async () => {
  ground = await makeGround();
  project = ground.vercel.addProject({ name: 'web', domains: ['shop.localhost'] }).id;
});
afterEach(() => ground.end());

const sha1 = (data: string) => createHash('sha1').update(data).digest('hex');
const create = (more: object = {}, query = '') =>
  ground.call('POST', `/v13/deployments${query}`, { name: 'web', project, files: page, ...more });

describe('an upload', () => {
  test.each(['x-vercel-digest', 'x-now-digest'])('names its digest in %s', async (header) => {
    const sent = await ground.call('POST', '/v2/files', Buffer.from('bytes'), { [header]: sha1('bytes') });
    expect(sent.status).toBe(200);
    expect((await create({ files: [{ file: 'a.txt', sha: sha1('bytes'), size: 5 }] })).status).toBe(200);
  });

  test.each([
    ['without a digest', {}],
    ['with a wrong digest', { 'x-vercel-digest': sha1('other') }],
    ['with a wrong size', { 'x-vercel-digest': sha1('bytes'), 'x-now-size': '4' }],
  ])('%s is refused', async (_what, headers) => {
    const sent = await ground.call('POST', '/v2/files', Buffer.from('bytes'), headers);
    expect(sent).toMatchObject({ status: 400, body: { error: { code: 'bad_request' } } });
  });
});

describe('a new deployment', () => {
  test('is refused with the digests that nobody uploaded, each once', async () => {
    const files = ['a', 'b'].map((file) => ({ file, sha: sha1('never'), size: 5 }));
    expect(await create({ files })).toMatchObject({
      status: 400,
      body: { error: { code: 'missing_files', missing: [sha1('never')] } },
    });
  });

  test.each([
    ['leaves the folder', { files: [{ file: '../a', data: '' }] }],
    ['is inlined and has a digest', { files: [{ file: 'a', data: '', sha: sha1('') }] }],
    ['is no text in meta', { meta: { release: 7 } }],
    ['is for an environment that is not there', { target: 'nowhere' }],
    ['has a member that Vercel does not know', { colour: 'blue' }],
  ])('is refused where something %s', async (_what, more) => {
    expect(await create(more)).toMatchObject({ status: 400, body: { error: { code: 'bad_request' } } });
  });

  test('goes through its states', async () => {
    ground.vercel.builds.plan({ queuedMs: 40, initializingMs: 40, buildingMs: 40 });
    const id = idOf(await create());
    const seen = new Set<string>();
    for (let end = Date.now() + 2_000; Date.now() < end && !seen.has('READY'); ) {
      seen.add(ground.vercel.deployment(id).readyState);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect([...seen]).toEqual(['QUEUED', 'INITIALIZING', 'BUILDING', 'READY']);
  });

  test('of production takes the domains, the pointer and the crons once it is ready', async () => {
    const folder = await writeHelloOutput(ground.scope.folder(), 'one');
    const id = idOf(await create({ target: 'production', files: await uploadAll(ground.call, folder) }, '?prebuilt=1'));
    await ground.vercel.settled();
    expect(ground.vercel.holder('shop.localhost')).toBe(id);
    expect(ground.vercel.project(project)).toMatchObject({ productionId: id, crons: { deploymentId: id } });
    expect(await ground.call('GET', `/v13/deployments/${id}`)).toMatchObject({
      body: { readySubstate: 'PROMOTED', aliasAssigned: true, target: 'production', prebuilt: true },
    });
  });

  test.each([
    ['it is told to be', { autoAssignCustomDomains: false }, true],
    ['the project says so', {}, false],
  ])('of production stays without traffic where %s', async (_why, more, autoAssign) => {
    const first = await deployHello(ground, project, 'one');
    ground.vercel.configure(ground.vercel.project(project), { autoAssign });
    const second = await deployHello(ground, project, 'two', more);
    expect(ground.vercel.holder('shop.localhost')).toBe(first);
    expect(await ground.call('GET', `/v13/deployments/${second}`)).toMatchObject({
      body: { readyState: 'READY', readySubstate: 'STAGED', aliasAssigned: false, aliasAssignedAt: null },
    });
  });

  test('of a preview takes the names of its branch', async () => {
    const id = idOf(await create({ gitMetadata: { commitRef: 'feat/x', commitSha: 'a'.repeat(40) } }));
    await ground.vercel.settled();
    const { body } = await ground.call('GET', `/v13/deployments/${id}`);
    const host = `web-git-feat-x.vercel.localhost:${ground.vercel.edge.port}`;
    expect(body).toMatchObject({
      target: null,
      aliasAssigned: true,
      automaticAliases: [host],
      meta: { gitCommitRef: 'feat/x' },
    });
    expect(ground.vercel.holder('shop.localhost')).toBeNull();
  });

  test('has the environment that the project had when it was made', async () => {
    const row = () => ground.vercel.project(project);
    ground.vercel.setEnv(row(), { COLOUR: 'blue' });
    const id = idOf(await create());
    ground.vercel.setEnv(row(), { COLOUR: 'green' });
    const { env, url } = ground.vercel.deployment(id);
    expect(env).toMatchObject({ COLOUR: 'blue', VERCEL_DEPLOYMENT_ID: id, VERCEL_URL: url, VERCEL_ENV: 'preview' });
    expect(await ground.call('GET', `/v10/projects/${project}/env`)).toMatchObject({
      body: { envs: [{ key: 'COLOUR', value: '', type: 'encrypted' }] },
    });
  });

  test('can be another one, built again for another target', async () => {
    const preview = await deployHello(ground, project, 'one', { target: 'preview' });
    const again = idOf(
      await create({ deploymentId: preview, files: undefined, target: 'production', meta: { action: 'promote' } }),
    );
    await ground.vercel.settled();
    expect(again).not.toBe(preview);
    expect(await visit(ground, 'shop.localhost')).toMatchObject({ json: { says: 'one', build: again } });
  });

  test('of a name that nobody has makes a project, if it brings its settings', async () => {
    const named = (more: object) => ground.call('POST', '/v13/deployments', { name: 'wbe', files: page, ...more });
    expect(await named({})).toMatchObject({ status: 400, body: { error: { code: 'missing_project_settings' } } });
    expect((await named({ projectSettings: { framework: null } })).status).toBe(200);
  });
});

describe('a build', () => {
  test.each(['queuedMs', 'initializingMs', 'buildingMs'])('that is held (%s) can be cancelled, once', async (phase) => {
    ground.vercel.builds.plan({ [phase]: HELD });
    const id = idOf(await create());
    const cancel = () => ground.call('PATCH', `/v12/deployments/${id}/cancel`);
    expect(await cancel()).toMatchObject({ status: 200, body: { readyState: 'CANCELED' } });
    expect((await cancel()).status).toBe(400);
    await ground.vercel.settled();
    expect(ground.vercel.deployment(id).readyState).toBe('CANCELED');
  });

  test('that runs a command is ended by a cancellation', async () => {
    const more = { projectSettings: { buildCommand: 'echo begun; exec sleep 60' } };
    const id = idOf(await create(more));
    const begun = () => ground.vercel.deployment(id).events.some(({ text }) => text === 'begun');
    while (!begun()) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await ground.call('PATCH', `/v12/deployments/${id}/cancel`)).status).toBe(200);
    await ground.vercel.settled();
  });

  test('that is blocked says why, and waits', async () => {
    const seatBlock = { blockCode: 'TEAM_ACCESS_REQUIRED', isVerified: false } as const;
    ground.vercel.builds.plan({ end: { state: 'BLOCKED', reason: 'The author is no member', seatBlock } });
    const id = idOf(await create());
    await ground.vercel.settled();
    expect(await ground.call('GET', `/v13/deployments/${id}`)).toMatchObject({
      body: { readyState: 'BLOCKED', readyStateReason: 'The author is no member', seatBlock },
    });
  });

  test('that fails shows its code, its message and its log', async () => {
    const end = { state: 'ERROR', code: 'BUILD_FAILED', message: 'Command failed', step: 'buildStep' } as const;
    ground.vercel.builds.plan({ log: ['compiling', 'TS2339'], end });
    const id = idOf(await create());
    await ground.vercel.settled();
    expect(await ground.call('GET', `/v13/deployments/${id}`)).toMatchObject({
      body: { readyState: 'ERROR', errorCode: 'BUILD_FAILED', errorMessage: 'Command failed', errorStep: 'buildStep' },
    });
    const { body } = await ground.call('GET', `/v3/deployments/${id}/events?direction=backward&limit=3`);
    expect(body).toMatchObject([
      { text: 'ERROR' },
      { type: 'stderr', text: 'Error: Command failed' },
      { text: 'TS2339' },
    ]);
  });

  test('without its output fails, and so does one with a function that is not Node', async () => {
    const bare = idOf(await create({}, '?prebuilt=1'));
    const edge = [
      { file: '.vercel/output/config.json', data: '{"version":3}' },
      { file: '.vercel/output/functions/a.func/.vc-config.json', data: '{"runtime":"edge"}' },
    ];
    const strange = idOf(await create({ files: edge }, '?prebuilt=1'));
    await ground.vercel.settled();
    expect(ground.vercel.deployment(bare).error).toMatchObject({ code: 'MISSING_BUILD_OUTPUT' });
    expect(ground.vercel.deployment(strange).error?.message).toBe('a.func is not a Node function (runtime edge)');
  });
});

describe('the list of deployments', () => {
  test('is paged by time, newest first', async () => {
    const made: string[] = [];
    for (let turn = 0; turn < 5; turn++) made.unshift(idOf(await create()));
    const seen: string[] = [];
    let until: number | null | undefined;
    do {
      const { body } = await ground.call('GET', `/v7/deployments?limit=2${until ? `&until=${until}` : ''}`);
      const { deployments, pagination } = body as {
        deployments: { uid: string }[];
        pagination: { next: number | null };
      };
      seen.push(...deployments.map(({ uid }) => uid));
      until = pagination.next;
    } while (until);
    expect(seen).toEqual(made);
  });

  test('is filtered', async () => {
    const first = await deployHello(ground, project, 'one', { gitMetadata: { commitSha: 'a'.repeat(40) } });
    const second = await deployHello(ground, project, 'two');
    ground.vercel.builds.plan({ end: { state: 'ERROR', code: 'X', message: 'x' } });
    const failed = await deployHello(ground, project, 'three', { target: 'preview' });
    const list = async (filter: string) => {
      const { body } = await ground.call('GET', `/v7/deployments?projectId=${project}&${filter}`);
      return (body as { deployments: { uid: string }[] }).deployments.map(({ uid }) => uid);
    };
    expect(await list('target=production')).toEqual([second, first]);
    expect(await list('state=ERROR,QUEUED')).toEqual([failed]);
    expect(await list(`sha=${'a'.repeat(40)}`)).toEqual([first]);
    expect(await list('rollbackCandidate=true')).toEqual([first]);
    expect((await ground.call('GET', '/v7/deployments?limit=101')).status).toBe(400);
  });
});

describe('a deployment that is taken away', () => {
  test('is gone with its names and answers nobody any more', async () => {
    const id = await deployHello(ground, project, 'v1');
    const url = ground.vercel.deployment(id).url;
    expect((await visit(ground, url, '/')).status).toBe(200);
    expect(await ground.call('DELETE', `/v13/deployments/${id}`)).toMatchObject({
      status: 200,
      body: { uid: id, state: 'DELETED' },
    });
    expect((await ground.call('GET', `/v13/deployments/${id}`)).status).toBe(404);
    expect((await ground.call('DELETE', `/v13/deployments/${id}`)).status).toBe(404);
    expect((await visit(ground, url, '/')).status).toBe(404);
  });

  test('ends its build', async () => {
    ground.vercel.builds.plan({ buildingMs: HELD });
    const id = idOf(await create());
    expect((await ground.call('DELETE', `/v13/deployments/${id}`)).status).toBe(200);
    await ground.vercel.settled();
    expect((await ground.call('GET', `/v13/deployments/${id}`)).status).toBe(404);
  });
});

test('deployments are listed by what their meta says', async () => {
  const marked = idOf(await create({ meta: { pull: '12' } }));
  await create({ meta: { pull: '13' } });
  const listed = await ground.call('GET', `/v6/deployments?projectId=${project}&meta-pull=12`);
  expect(listed.body).toMatchObject({ deployments: [{ uid: marked }] });
  expect((listed.body as { deployments: unknown[] }).deployments).toHaveLength(1);
});

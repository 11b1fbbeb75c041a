import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { GitHub } from '@lockstep/github';
import { openWorld, type TestWorld } from '../../github/test/world.ts';
import { planRelease, publishRelease, type ReleaseRequest, readRelease, readTag } from '../src/index.ts';

let world: TestWorld;
let github: GitHub;
beforeEach(async () => {
  world = await openWorld();
  github = world.client({ token: world.token({ contents: 'write' }) });
});
afterEach(() => world.close());

const request = (more: Partial<ReleaseRequest> = {}): ReleaseRequest => ({
  tag: 'v1.2.0',
  title: '',
  commit: world.sha,
  notes: '## Changes\n',
  draft: false,
  prerelease: false,
  mayBeLatest: true,
  ...more,
});
async function publish(wanted: ReleaseRequest) {
  const plan = planRelease(wanted, await readTag(github, wanted.tag), await readRelease(github, wanted.tag));
  return { plan: plan.kind, result: await publishRelease(github, wanted, plan) };
}
const releases = () => world.repo.state.releases.map(({ tag, draft, body, name }) => ({ tag, draft, body, name }));

test('a release is made once, with its tag at the commit', async () => {
  expect(await publish(request())).toMatchObject({ plan: 'create', result: { kind: 'published' } });
  expect(world.repo.state.refs.get('tags/v1.2.0')).toBe(world.sha);
  expect(await publish(request())).toMatchObject({ plan: 'keep', result: { kind: 'unchanged' } });
  expect(releases()).toMatchObject([{ tag: 'v1.2.0', draft: false, name: 'v1.2.0' }]);
});

test('new notes take the place of old ones, and what people wrote stays', async () => {
  await publish(request({ draft: true, title: 'Spring' }));
  const [found] = world.repo.state.releases;
  if (found !== undefined) found.body = `Hello!\r\n\r\n${found.body}\n\nBye!`;
  expect(await publish(request({ notes: 'Second' }))).toMatchObject({ plan: 'update', result: { kind: 'published' } });
  const [{ body, name } = { body: '', name: '' }] = releases();
  expect(body).toMatch(/^Hello![\s\S]*-->\nSecond\n<!--[\s\S]*Bye!$/);
  expect(name).toBe('Spring');
});

test('a release that people may read is not made a draft again', async () => {
  await publish(request());
  expect(await publish(request({ draft: true, notes: 'More' }))).toMatchObject({ result: { kind: 'published' } });
  expect(releases()).toMatchObject([{ draft: false }]);
});

test('a tag elsewhere is left alone', async () => {
  world.repo.tag('v1.2.0', world.repo.commit());
  expect(await publish(request())).toMatchObject({ plan: 'refuse', result: { kind: 'refused' } });
  expect(releases()).toEqual([]);
});

test('a tag that only begins alike is another', async () => {
  world.repo.tag('v1.2.0-rc1', world.repo.commit());
  expect(await publish(request())).toMatchObject({ plan: 'create' });
});

test('more than GitHub takes is refused before it is sent', async () => {
  expect(await publish(request({ notes: 'x'.repeat(126_000) }))).toMatchObject({ plan: 'refuse' });
});

describe('faults', () => {
  test('an answer that was lost is looked for, and nothing is made twice', async () => {
    world.faults.plant({ service: 'github', method: 'POST', effect: { kind: 'reset-after' } });
    expect(await publish(request())).toMatchObject({ result: { kind: 'published' } });
    expect(releases()).toHaveLength(1);
  });

  test('a request that never arrived is told as unconfirmed, and another run makes it', async () => {
    world.faults.plant({ service: 'github', method: 'POST', effect: { kind: 'reset-before' } });
    expect(await publish(request())).toMatchObject({ result: { kind: 'unconfirmed', message: /it is not there/ } });
    expect(releases()).toEqual([]);
    expect(await publish(request())).toMatchObject({ result: { kind: 'published' } });
  });

  test('somebody else who writes at the same time is seen', async () => {
    const act = () => {
      const [found] = world.repo.state.releases;
      if (found !== undefined) found.body = 'Mine';
    };
    world.faults.plant({ service: 'github', path: /releases\/\d+$/, effect: { kind: 'actor', act } });
    expect(await publish(request())).toMatchObject({ result: { kind: 'unconfirmed', message: /reads otherwise/ } });
    expect(world.faults.hits()).toEqual([1]);
  });

  test('a missing permission is an error that names it', async () => {
    github = world.client({ token: world.token({ contents: 'read' }) });
    await expect(publish(request())).rejects.toMatchObject({
      status: 403,
      hint: 'the job needs permissions: contents: write',
    });
  });
});

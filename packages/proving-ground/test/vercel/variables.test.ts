import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Ground, makeGround } from './client.ts';

let ground: Ground;
beforeEach(async () => {
  ground = await makeGround();
});
afterEach(() => ground.end());

test('what is pulled for a build is of its environment, with what the platform adds', async () => {
  const { id } = ground.vercel.addProject({ name: 'web', env: { DATABASE_URL: 'postgresql://x', EMPTY: '' } });
  const pulled = (environment: string, name: string) => ({
    status: 200,
    body: {
      env: { DATABASE_URL: 'postgresql://x', EMPTY: '', VERCEL: '1', VERCEL_ENV: name, VERCEL_TARGET_ENV: environment },
    },
  });
  expect(await ground.call('GET', `/v3/env/pull/${id}/production`)).toMatchObject(pulled('production', 'production'));
  expect(await ground.call('GET', `/v3/env/pull/${id}/preview/a-branch`)).toMatchObject(pulled('preview', 'preview'));
  expect(await ground.call('GET', '/v3/env/pull/prj_none/production')).toMatchObject({ status: 404 });
});

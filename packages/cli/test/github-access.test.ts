import { expect, test } from '@jest/globals';
import { webAddressOf } from '../src/github-access.ts';

test.each<[NodeJS.ProcessEnv, string]>([
  [{}, 'https://github.com'],
  [{ GITHUB_API_URL: 'https://api.github.com/' }, 'https://github.com'],
  [{ GITHUB_API_URL: 'https://api.acme.ghe.com' }, 'https://acme.ghe.com'],
  [{ GITHUB_API_URL: 'https://git.acme.example:8443/api/v3' }, 'https://git.acme.example:8443'],
  [{ GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_SERVER_URL: 'https://git.acme.example' }, 'https://git.acme.example'],
])('a repository is for people where its API is for programs: %j', (env, server) => {
  expect(webAddressOf('acme/shop', env)).toBe(`${server}/acme/shop`);
});
